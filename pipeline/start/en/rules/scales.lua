-- The scales: grades in order, the best first. Shape and word carry the meaning,
-- never colour alone.

scale {
  id = "traffic-light",
  about = "The indicator's traffic light",
  grade { id = "green", label = "green", symbol = "circle",
    colour = "#2e7d32" },
  grade { id = "yellow", label = "yellow", symbol = "triangle",
    colour = "#f9a825" },
  grade { id = "red", label = "red", symbol = "diamond",
    colour = "#b71c1c" },
}

scale {
  id = "goal",
  about = "Goal fulfilment",
  grade { id = "reached", label = "reached", symbol = "circle",
    colour = "#2e7d32" },
  grade { id = "partly", label = "partly reached", symbol = "triangle",
    colour = "#f9a825" },
  grade { id = "not-reached", label = "not reached", symbol = "diamond",
    colour = "#b71c1c" },
}

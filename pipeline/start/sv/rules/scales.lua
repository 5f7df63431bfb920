-- Skalorna: graderna i ordning, bästa först. Form och ord bär betydelsen,
-- aldrig färgen ensam.

scale {
  id = "traffic-light",
  about = "Indikatorns trafikljus",
  grade { id = "green", label = "grön", symbol = "circle",
    colour = "#2e7d32" },
  grade { id = "yellow", label = "gul", symbol = "triangle",
    colour = "#f9a825" },
  grade { id = "red", label = "röd", symbol = "diamond",
    colour = "#b71c1c" },
}

scale {
  id = "goal",
  about = "Måluppfyllelse",
  grade { id = "reached", label = "uppnås", symbol = "circle",
    colour = "#2e7d32" },
  grade { id = "partly", label = "uppnås delvis", symbol = "triangle",
    colour = "#f9a825" },
  grade { id = "not-reached", label = "uppnås ej", symbol = "diamond",
    colour = "#b71c1c" },
}

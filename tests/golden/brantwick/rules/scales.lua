scale {
  id = "letter",
  about = "Grade of a figure",
  grade { id = "a", label = "A", symbol = "circle", colour = "#00695c" },
  grade { id = "b", label = "B", symbol = "ring", colour = "#4db6ac" },
  grade { id = "c", label = "C", symbol = "triangle", colour = "#ef6c00" },
  grade { id = "d", label = "D", symbol = "diamond", colour = "#ad1457" },
}

scale {
  id = "promise",
  about = "State of a promise",
  grade { id = "kept", label = "kept", symbol = "circle",
    colour = "#00695c" },
  grade { id = "at-risk", label = "at risk", symbol = "triangle",
    colour = "#ef6c00" },
  grade { id = "broken", label = "broken", symbol = "diamond",
    colour = "#ad1457" },
}

scale {
  id = "hazard-class",
  about = "What a hazard calls for",
  grade { id = "watch", label = "watch", symbol = "circle",
    colour = "#00695c" },
  grade { id = "plan", label = "plan", symbol = "triangle",
    colour = "#ef6c00" },
  grade { id = "act", label = "act", symbol = "diamond",
    colour = "#ad1457" },
}

risk_matrix {
  id = "hazards",
  version = 1,
  from = "2023-01-01",
  about = "The board's hazards",
  kind = "hazard",
  scale = "hazard-class",
  likelihood = { "rare", "possible", "likely" },
  severity = { "minor", "moderate", "severe" },
  letters = { watch = "W", plan = "P", act = "A" },
  cells = {
    { "watch", "watch", "plan" },
    { "watch", "plan", "act" },
    { "plan", "act", "act" },
  },
}

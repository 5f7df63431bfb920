workspace { municipality = "Nordvikens kommun", code = "0000", language = "sv" }
scale { id = "light", about = "Ljus",
  grade { id = "green", label = "grön", symbol = "circle", colour = "#2e7d32" },
  grade { id = "red", label = "röd", symbol = "diamond", colour = "#b71c1c" } }
rule { id = "r.light", version = 1, from = "2025-01-01", scale = "light",
  to = indicators(), about = "Ljus",
  given = { met = target_met(), short = shortfall(), none = no_figures() },
  unique {
    { none = true, missing = "not-measured", says = "ej" },
    { met = true, grade = "green", says = "grön" },
    { met = false, short = at_most(3), grade = "red", says = "nära" },
    { met = false, short = above(3), grade = "red", says = "röd" } } }
rule { id = "g", version = 1, from = "2025-01-01", scale = "light",
  to = goals("nämndmål"), about = "Mål",
  given = { green = share("green"), none = no_indicators() },
  first {
    { green = at_least(0.5), grade = "green", says = "a" },
    { green = below(0.5), grade = "red", says = "b" },
    { none = true, missing = "not-measured", says = "c" } } }

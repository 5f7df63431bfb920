rule { id = "light", version = 1, from = "2025-01-01", scale = "trafic-light",
  to = indicators(), about = "Trafikljus", given = { met = target_met() },
  unique { { met = true, grade = "green" } } }
rule { id = "fulfilment", version = 1, from = "2025-01-01", scale = "goal",
  to = goals("nämndmål"), about = "Måluppfyllelse",
  given = { green = share("green") },
  unique {
    { green = eq(1), grade = "uppnås" },
    { gren = eq(1), grade = "reached" },
    { green = true, grade = "reached" },
    { green = below(1) },
  } }

rule { id = "light", version = 1, from = "2025-01-01", scale = "traffic-light",
  to = indicators(), about = "Trafikljus",
  given = { short = shortfall(), unmeasured = no_figures() },
  first {
    { unmeasured = true, missing = "not-measured" },
    { short = at_least(1000), grade = "red" },
    { short = at_least(900), grade = "red" },
    { short = at_least(800), grade = "red" },
    { short = at_least(700), grade = "red" },
    { short = at_least(600), grade = "red" },
    { short = at_least(500), grade = "red" },
    { short = at_least(400), grade = "red" },
    { short = at_least(300), grade = "red" },
    { short = at_least(200), grade = "red" },
    { short = at_least(100), grade = "red" },
    { short = above(0), grade = "yellow" },
    { short = eq(0), grade = "green" },
  } }

rule { id = "fulfilment", version = 1, from = "2025-01-01", scale = "goal",
  to = goals("nämndmål"), about = "Måluppfyllelse",
  given = { none = no_indicators(), green = share("green"),
    reached = share("green", "yellow") },
  unique {
    { green = eq(1), grade = "reached" },
    { green = below(1), reached = at_least(0.5), grade = "partly" },
    { green = below(1), reached = below(0.5), grade = "not-reached" },
    { none = true, missing = "not-measured" },
  } }

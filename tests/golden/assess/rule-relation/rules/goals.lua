rule { id = "light", version = 1, from = "2025-01-01", scale = "traffic-light",
  to = indicators(), about = "Trafikljus",
  given = { met = target_met(), short = shortfall(),
    part = shortfall_part(), unmeasured = no_figures() },
  unique {
    { unmeasured = true, missing = "not-measured", says = "Ej mätt" },
    { met = true, grade = "green", says = "Når målvärdet" },
    { met = false, short = at_most(3), part = at_most(0.05),
      grade = "yellow" },
    { met = false, short = above(3), grade = "red" },
    { met = false, short = at_most(3), part = above(0.05), grade = "red" },
  } }

rule { id = "fulfilment", version = 1, from = "2025-01-01", scale = "goal",
  to = goals("nämndmål"), about = "Måluppfyllelse",
  given = { none = no_indicators(), green = share("green"),
    reached = share("green", "yellow") },
  relation = { "reached <= green", "none == missing(green)" },
  unique {
    { green = eq(1), grade = "reached" },
    { green = below(1), reached = at_least(0.5), grade = "partly" },
    { green = below(1), reached = below(0.5), grade = "not-reached" },
    { none = true, missing = "not-measured" },
  } }

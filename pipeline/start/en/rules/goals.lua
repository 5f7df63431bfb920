-- The rules: how figures become traffic lights, and lights goal fulfilment.
-- Each rule is a table that is proved before it is used: no case may lack a
-- row, and in unique none may have two. `bokslut test` tries them by the cases
-- in rules/tests/.

rule {
  id = "indicator.traffic-light",
  version = 1,
  from = "2026-01-01",
  scale = "traffic-light",
  to = indicators(),
  about = "The indicator's traffic light: the forecast against the target",
  given = {
    met = target_met(),            -- does the forecast meet the target?
    part = shortfall_part(),       -- else: how far from it, as a share of it
    unmeasured = no_figures(),
  },
  unique {
    { unmeasured = true, missing = "not-measured",
      says = "Neither value nor forecast: not measured" },
    { met = true, grade = "green", says = "The forecast meets the target: green" },
    { met = false, part = at_most(0.05), grade = "yellow",
      says = "The forecast is at most 5 per cent from the target: yellow" },
    { met = false, part = above(0.05), grade = "red",
      says = "The forecast is more than 5 per cent from the target: red" },
  },
}

rule {
  id = "goal.fulfilment",
  version = 1,
  from = "2026-01-01",
  scale = "goal",
  to = goals("committee goal"),
  about = "The goals' fulfilment",
  given = {
    none = no_indicators(),
    green = share("green"),
    reached = share("green", "yellow"),
  },
  unique {
    { green = eq(1), grade = "reached",
      says = "All indicators are green: the goal is reached" },
    { green = below(1), reached = at_least(0.5), grade = "partly",
      says = "At least half are green or yellow: the goal is partly reached" },
    { green = below(1), reached = below(0.5), grade = "not-reached",
      says = "More than half are red or lack a value: the goal is not reached" },
    { none = true, missing = "not-measured",
      says = "The goal has no indicators: not measured" },
  },
}

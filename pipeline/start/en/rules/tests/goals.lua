-- Cases that the rules must answer rightly: `bokslut test` carries them out.

local light = "indicator.traffic-light"
local goal = "goal.fulfilment"

test { rule = light, about = "No figures: not measured",
  indicator = { measure = "percent", target = "≥ 85 %" },
  missing = "not-measured" }
test { rule = light, about = "The target is met",
  indicator = { measure = "percent", forecast = 85, target = "≥ 85 %" },
  grade = "green" }
test { rule = light, about = "Near the target",
  indicator = { measure = "percent", forecast = 81, target = "≥ 85 %" },
  grade = "yellow" }
test { rule = light, about = "Far from the target",
  indicator = { measure = "percent", forecast = 80, target = "≥ 85 %" },
  grade = "red" }

test { rule = goal, about = "All green",
  goal = { "green", "green" }, grade = "reached" }
test { rule = goal, about = "Half", goal = { "green", "red" },
  grade = "partly" }
test { rule = goal, about = "What is not measured counts too",
  goal = { "green", "not-measured", "not-measured" }, grade = "not-reached" }
test { rule = goal, about = "No indicators", goal = {},
  missing = "not-measured" }

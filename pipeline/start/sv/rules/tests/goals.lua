-- Fall som reglerna ska svara rätt på: `bokslut test` kör dem.

local light = "indicator.traffic-light"
local goal = "goal.fulfilment"

test { rule = light, about = "Utan siffror: ej mätt",
  indicator = { measure = "percent", target = "≥ 85 %" },
  missing = "not-measured" }
test { rule = light, about = "Målet nås",
  indicator = { measure = "percent", forecast = 85, target = "≥ 85 %" },
  grade = "green" }
test { rule = light, about = "Nära målet",
  indicator = { measure = "percent", forecast = 81, target = "≥ 85 %" },
  grade = "yellow" }
test { rule = light, about = "Långt från målet",
  indicator = { measure = "percent", forecast = 80, target = "≥ 85 %" },
  grade = "red" }

test { rule = goal, about = "Alla gröna",
  goal = { "green", "green" }, grade = "reached" }
test { rule = goal, about = "Hälften", goal = { "green", "red" },
  grade = "partly" }
test { rule = goal, about = "Det som inte är mätt räknas med",
  goal = { "green", "not-measured", "not-measured" }, grade = "not-reached" }
test { rule = goal, about = "Inga indikatorer", goal = {},
  missing = "not-measured" }

local letter = "figure.letter"
local promise = "promise.state"

test { rule = letter, about = "Nothing told", missing = "not-measured",
  indicator = { measure = "per-cent", target = "≥ 80 %" } }
test { rule = letter, about = "Just met", grade = "a",
  indicator = { measure = "per-cent", value = 80, target = "≥ 80 %" } }
test { rule = letter, about = "A twentieth below", grade = "b",
  indicator = { measure = "per-cent", value = 76, target = "≥ 80 %" } }
test { rule = letter, about = "A fifth below", grade = "c",
  indicator = { measure = "per-cent", value = 64, target = "≥ 80 %" } }
test { rule = letter, about = "Below a fifth", grade = "d",
  indicator = { measure = "per-cent", value = 63.9, target = "≥ 80 %" } }

test { rule = promise, about = "A and B", goal = { "a", "b" }, grade = "kept" }
test { rule = promise, about = "One D", goal = { "a", "d" }, grade = "at-risk" }
test { rule = promise, about = "Two D", goal = { "d", "d" }, grade = "broken" }
test { rule = promise, about = "Nothing", goal = {},
  missing = "not-applicable" }

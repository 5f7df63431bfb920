rule {
  id = "figure.letter",
  version = 3,
  from = "2024-01-01",
  scale = "letter",
  to = indicators(),
  about = "A figure's letter",
  given = { met = target_met(), part = shortfall_part(),
    silent = no_figures() },
  first {
    { silent = true, missing = "not-measured", says = "No figure: none" },
    { met = true, grade = "a", says = "The target is met: A" },
    { part = at_most(0.05), grade = "b",
      says = "Within a twentieth of the target: B" },
    { part = at_most(0.2), grade = "c",
      says = "Within a fifth of the target: C" },
    { part = above(0.2), grade = "d", says = "Further away: D" },
  },
}

rule {
  id = "promise.state",
  version = 1,
  from = "2024-01-01",
  scale = "promise",
  to = goals("promise"),
  about = "A promise's state",
  given = { none = no_indicators(), poor = count("c", "d"), bad = count("d") },
  relation = { "bad <= poor" },
  unique {
    { none = true, missing = "not-applicable", says = "No figure belongs to it" },
    { none = false, poor = eq(0), grade = "kept",
      says = "No C and no D: the promise is kept" },
    { none = false, poor = above(0), bad = below(2), grade = "at-risk",
      says = "A C or a single D: the promise is at risk" },
    { none = false, bad = at_least(2), grade = "broken",
      says = "Two D or more: the promise is broken" },
  },
}

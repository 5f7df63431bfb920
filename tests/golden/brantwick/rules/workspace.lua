-- A municipality with nothing in common with the sample: another board, other
-- scales, rules, units, exports and pages, and English throughout.
workspace {
  municipality = "Brantwick Borough",
  code = "0001",
  language = "en",
  decimal = ".",
}

report {
  id = "works-review",
  title = "Works Review",
  template = "works-review",
  unit = "works",
}

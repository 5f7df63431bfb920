source {
  id = "quality.indicators",
  files = "quality/*.csv",
  column { "Indikator", as = "indicator", type = "indicator" },
  column { "Nuvärde", as = "now", type = "figure", may_be_empty = true },
  column { "Svar", as = "base", type = "number", may_be_empty = true },
  column { "Tillfrågade", as = "asked", type = "number", may_be_empty = true,
    optional = true },
  figures { id = "indicator", value = "now", base = "base", asked = "asked" },
}

source {
  id = "quality.indicators",
  files = "quality/*.csv",
  reject_limit = 4,
  column { "Indikator", as = "indicator", type = "indicator" },
  column { "Nuvärde", as = "now", type = "figure", may_be_empty = true },
  column { "Prognos", as = "forecast", type = "figure", max = 100 },
  column { "Kommentar", as = "comment", type = "text", may_be_empty = true,
    optional = true },
  figures { id = "indicator", value = "now", forecast = "forecast",
    comment = "comment" },
}

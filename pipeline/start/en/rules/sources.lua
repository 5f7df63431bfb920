-- The exports: which files, which columns, what may stand in them.
-- `bokslut profile FILE` looks at a new export and writes a proposal.
--
--   files           the pattern below input/<period>/
--   encoding        "auto" (UTF-8 or UTF-16), or "windows-1252" as Excel saves
--                   "CSV (semicolon delimited)"
--   reject_limit    how many rows may be rejected; more stop the close
--   unit            the unit of the figures where no column tells it

source {
  id = "quality.indicators",
  about = "Value, forecast and comment for each indicator",
  files = "quality/indicators*.csv",
  encoding = "windows-1252",
  separator = ";",
  decimal = ",",
  reject_limit = 0,
  unit = "committee",
  column { "Indicator", as = "indicator", type = "indicator" },
  column { "Value", as = "now", type = "figure", may_be_empty = true },
  column { "Forecast", as = "forecast", type = "figure", may_be_empty = true },
  column { "Comment", as = "comment", type = "text", may_be_empty = true },
  figures { id = "indicator", value = "now", forecast = "forecast",
    comment = "comment" },
}

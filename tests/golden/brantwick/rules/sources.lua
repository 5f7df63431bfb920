-- Mended potholes, lamps and signs, one order a row.
source {
  id = "works.repairs",
  about = "Repair orders",
  files = "works/repairs*.csv",
  encoding = "utf-8",
  separator = ",",
  decimal = ".",
  key = { "order" },
  column { "Order", as = "order", type = "code", pattern = "A99" },
  column { "District", as = "unit", type = "unit" },
  column { "Reported", as = "reported", type = "date" },
  column { "Kind", as = "kind", type = "word",
    words = { "pothole", "lamp", "sign" } },
  column { "Days", as = "days", type = "number", min = 0, max = 366 },
  column { "Cost", as = "cost", type = "number" },
}

-- Cubic metres a month: what left the works, and what was sold.
source {
  id = "water.mains",
  about = "Water pumped and sold",
  files = "water/mains*.csv",
  encoding = "utf-8",
  separator = "|",
  decimal = ".",
  unit = "water",
  column { "Month", as = "month", type = "month" },
  column { "Pumped", as = "pumped", type = "number", min = 0 },
  column { "Sold", as = "sold", type = "number", min = 0 },
  check { "sold", at_most = "pumped" },
  freshness { column = "month" },
}

source {
  id = "money.accounts",
  about = "Accounts",
  files = "money/accounts*.csv",
  encoding = "utf-8",
  separator = "\t",
  decimal = ".",
  control { column = "budget", sum = "16900000" },
  column { "Unit", as = "unit", type = "unit" },
  column { "Year's budget", as = "budget", type = "number" },
  column { "Spent", as = "spent", type = "number" },
  column { "Year's forecast", as = "forecast", type = "number" },
}

source {
  id = "board.figures",
  about = "Figures that are counted by hand",
  files = "board/figures*.csv",
  encoding = "utf-8",
  separator = ",",
  decimal = ".",
  unit = "works",
  column { "What", as = "what", type = "indicator" },
  column { "Now", as = "now", type = "figure", may_be_empty = true },
  column { "Note", as = "note", type = "text", may_be_empty = true },
  figures { id = "what", value = "now", comment = "note" },
}

source {
  id = "board.hazards",
  about = "Hazards",
  files = "board/hazards*.csv",
  encoding = "utf-8",
  separator = ",",
  decimal = ".",
  unit = "works",
  column { "No", as = "no", type = "code" },
  column { "Hazard", as = "text", type = "text" },
  column { "Promise", as = "goal", type = "text" },
  column { "How often", as = "likelihood", type = "text" },
  column { "How bad", as = "severity", type = "text" },
  records { kind = "hazard", id = "no",
    fields = { "text", "goal", "likelihood", "severity" } },
}

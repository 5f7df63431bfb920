source {
  id = "finance.statement",
  files = "finance/*.csv",
  unit = "son",
  totals = "Summa",
  varav = "Varav",
  column { "Verksamhet", as = "area", type = "text" },
  column { "Budget", as = "budget", type = "number" },
  column { "Prognos", as = "forecast", type = "number" },
  column { "Avvikelse", as = "deviation", type = "number" },
  column { "Andel", as = "share", type = "number", adds = false,
    optional = true },
  cross_foot { "deviation", plus = { "budget" }, minus = { "forecast" } },
}

measure { id = "economy.net", series = "budget", source = "finance.statement",
  sum = "budget", quantity = "sek", window = whole_year() }

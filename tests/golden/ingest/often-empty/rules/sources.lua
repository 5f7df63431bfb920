source {
  id = "finance.investments",
  files = "finance/*.csv",
  often_empty = true,
  column { "Enhet", as = "unit", type = "unit" },
  column { "Budget", as = "budget", type = "number" },
}

measure { id = "investment.net", series = "budget",
  source = "finance.investments", sum = "budget", quantity = "sek",
  window = whole_year() }

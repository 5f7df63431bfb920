source {
  id = "finance.ledger",
  files = "finance/*.csv",
  totals = "Summa",
  column { "Enhet", as = "unit", type = "unit" },
  column { "Konto", as = "account", type = "code", may_be_empty = true },
  column { "Budget", as = "budget", type = "number" },
  column { "Utfall", as = "outcome", type = "number" },
}

measure { id = "economy.net", series = "budget", source = "finance.ledger",
  sum = "budget", quantity = "sek", window = whole_year() }
measure { id = "economy.net", series = "outcome", source = "finance.ledger",
  sum = "outcome", quantity = "sek" }

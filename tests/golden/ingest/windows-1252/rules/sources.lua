source {
  id = "finance.ledger",
  files = "finance/bok.csv",
  encoding = "windows-1252",
  separator = "\t",
  skip = 2,
  column { "Verksamhet", as = "unit", type = "unit" },
  column { "Konto", as = "account", type = "code" },
  column { "Belopp", as = "amount", type = "number" },
}

measure { id = "economy.net", series = "outcome", source = "finance.ledger",
  sum = "amount", quantity = "sek" }
measure { id = "economy.rows", source = "finance.ledger", count = true,
  quantity = "number", window = whole_year() }

source {
  id = "finance.postings",
  files = "finance/*.csv",
  reject_limit = 6,
  unit = "son",
  column { "Konto", as = "account", type = "code", pattern = "9999" },
  column { "Art", as = "kind", type = "code", pattern = "AA-9*" },
  column { "Datum", as = "day", type = "date", min = "2025-01-01",
    max = "2025-12-31" },
  column { "Belopp", as = "amount", type = "number" },
}

measure { id = "economy.net", source = "finance.postings", sum = "amount",
  month = "day", quantity = "sek" }

source {
  id = "finance.ledger",
  files = "finance/*.csv",
  encoding = "cp850",
  separator = ";",
  decimal = ".",
  skip = 5,
  column { "Enhet", as = "unit", type = "unit" },
  column { "Konto", as = "account", type = "code", may_be_empty = true },
  column { "Belopp", as = "amount", type = "number" },
  column { "Anmärkning", as = "note", type = "text", may_be_empty = true },
}

measure { id = "economy.net", source = "finance.ledger", sum = "amount",
  quantity = "sek" }

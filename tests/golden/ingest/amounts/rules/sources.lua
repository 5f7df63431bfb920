quantity { id = "tkr", print = "tkr", of = "sek", times = 1000 }
quantity { id = "msek", print = "Mnkr", of = "sek", times = 1000000 }

source {
  id = "finance.ledger",
  files = "finance/*.csv",
  reject_limit = 4,
  totals = "Summa",
  column { "Enhet", as = "unit", type = "unit" },
  column { "Belopp", as = "amount", type = "number", quantity = "tkr",
    min = -5000 },
  column { "Antal", as = "count", type = "number", may_be_empty = true },
}

measure { id = "economy.net", source = "finance.ledger", sum = "amount",
  quantity = "tkr" }

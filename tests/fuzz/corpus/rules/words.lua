workspace { municipality = "Nordvikens kommun", code = "0000", language = "sv" }
report { id = "r", title = "R", template = "r", unit = "son" }
close { period = "2025-T1", report = "r", as_of = "2025-05-05",
  opens = "2025-05-02", deadline = "2025-05-16", sources = { "a" } }
quantity { id = "sek", print = "kr", decimals = { 0, 2 }, thousands = true }
quantity { id = "tkr", print = "tkr", decimals = { 0, 0 }, of = "sek",
  times = 1000 }
source { id = "a", about = "A", files = "a/*.csv", encoding = "auto",
  separator = ";", decimal = ",", totals = "Summa",
  column { "Enhet", as = "unit", type = "unit" },
  column { "Tal", as = "n", type = "number", min = 0, max = 9 } }
measure { id = "m", source = "a", sum = "n", quantity = "sek",
  window = period() }
measure { id = "d", series = "forecast", quantity = "tkr",
  difference = { "m", "m" } }
statement { id = "s", about = "S", unit = "son", measure = "m",
  quantity = "tkr" }

source { id = "months", about = "Månader", files = "months/*.csv",
  encoding = "utf-8", separator = ";", decimal = ",", unit = "son",
  column { "Månad", as = "month", type = "month" },
  column { "Andel", as = "share", type = "number" } }
measure { id = "shares", source = "months", mean = "share", month = "month",
  quantity = "percent", window = each_month() }

quantity { id = "percent", print = "%", decimals = { 0, 1 }, hundred = true }
quantity { id = "hour", print = "timmar" }
quantity { id = "sek", print = "kr" }
quantity { id = "tkr", print = "tkr", of = "sek", times = 1000 }
quantity { id = "yes-no" }

source { id = "hr", about = "Personal", files = "hr/*.csv",
  encoding = "utf-8", separator = ";", decimal = ",", unit = "son",
  column { "Timmar", as = "hours", type = "number" } }
source { id = "quality", about = "Kvalitet", files = "quality/*.csv",
  encoding = "utf-8", separator = ";", decimal = ",", unit = "son",
  column { "Belopp", as = "amount", type = "number" } }

local first_quarter = accumulated { lag = 1 }
measure { id = "hr.sick-hours", source = "hr", sum = "hours",
  quantity = "hour", window = first_quarter }
measure { id = "hr.ordinary-hours", source = "hr", sum = "hours",
  quantity = "hour", window = first_quarter }
measure { id = "hr.sick-first", source = "hr", sum = "hours",
  varav = "hr.sick-hours", quantity = "hour", window = first_quarter }
measure { id = "hr.sick-leave", quantity = "percent",
  ratio = { "hr.sick-hours", "hr.ordinary-hours" },
  zero = "not-applicable" }
measure { id = "economy.net", series = "budget", source = "quality",
  sum = "amount", quantity = "sek", window = whole_year() }
measure { id = "economy.net", series = "outcome", source = "quality",
  sum = "amount", quantity = "sek", window = period() }
measure { id = "economy.net", series = "forecast", source = "quality",
  sum = "amount", quantity = "sek", window = whole_year() }
measure { id = "economy.deviation", series = "forecast", quantity = "tkr",
  difference = { "economy.net/budget", "economy.net/forecast" } }

statement { id = "operating", about = "Driftsredovisning", unit = "son",
  measure = "economy.net", quantity = "tkr" }

quantity { id = "per-cent", print = "%", decimals = { 1, 1 }, hundred = true }
quantity { id = "day", print = "days", decimals = { 1, 1 } }
quantity { id = "cubic-metre", print = "m³", decimals = { 0, 0 },
  thousands = true }
quantity { id = "crown", print = "SEK", decimals = { 0, 0 }, thousands = true }
quantity { id = "thousand", print = "SEK thousand", decimals = { 0, 0 },
  thousands = true, of = "crown", times = 1000 }
quantity { id = "order", print = "orders", decimals = { 0, 0 } }
quantity { id = "yes-no", print = "", decimals = { 0, 0 } }

measure { id = "works.orders", source = "works.repairs", count = true,
  month = "reported", quantity = "order", window = period() }
measure { id = "works.quick", source = "works.repairs", count = true,
  varav = "works.orders", month = "reported",
  where = { days = at_most(10) }, quantity = "order", window = period() }
measure { id = "works.quick-share", quantity = "per-cent",
  ratio = { "works.quick", "works.orders" }, zero = "not-applicable" }
measure { id = "works.days", source = "works.repairs", mean = "days",
  month = "reported", quantity = "day", window = period() }

measure { id = "water.pumped", source = "water.mains", sum = "pumped",
  month = "month", quantity = "cubic-metre", window = period() }
measure { id = "water.sold", source = "water.mains", sum = "sold",
  month = "month", quantity = "cubic-metre", window = period() }
measure { id = "water.lost", quantity = "cubic-metre",
  difference = { "water.pumped", "water.sold" } }
measure { id = "water.loss", quantity = "per-cent",
  ratio = { "water.lost", "water.pumped" }, zero = "not-measured" }

measure { id = "money.net", series = "budget", source = "money.accounts",
  sum = "budget", quantity = "crown", window = whole_year() }
measure { id = "money.net", series = "outcome", source = "money.accounts",
  sum = "spent", quantity = "crown", window = accumulated() }
measure { id = "money.net", series = "forecast", source = "money.accounts",
  sum = "forecast", quantity = "crown", window = whole_year() }
measure { id = "money.deviation", series = "forecast", quantity = "thousand",
  difference = { "money.net/budget", "money.net/forecast" } }

statement {
  id = "accounts",
  about = "Accounts",
  unit = "works",
  measure = "money.net",
  quantity = "thousand",
  parts = true,
}

source {
  id = "hr.absence",
  files = "hr/*.csv",
  reject_limit = 3,
  footers = { "Antal rader" },
  column { "Enhet", as = "unit", type = "unit" },
  column { "Ordinarie tid", as = "ordinary", type = "number",
    personal = true },
  column { "Sjuktid", as = "sick", type = "number", may_be_empty = true },
  column { "Från", as = "from", type = "date" },
  column { "Till", as = "to", type = "date" },
  column { "Bokförd", as = "posted", type = "date", may_be_empty = true },
  check { "sick", at_most = "ordinary" },
  check { "to", at_least = "from" },
  cut_off { column = "posted", days = 5 },
  control { column = "ordinary", sum = "30,5" },
  control { rows = 4 },
}

measure { id = "hr.hours", source = "hr.absence", sum = "sick",
  quantity = "hour" }

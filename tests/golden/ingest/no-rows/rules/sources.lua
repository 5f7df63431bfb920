source {
  id = "hr.absence",
  files = "hr/*.csv",
  may_be_empty = true,
  column { "Månad", as = "month", type = "month" },
  column { "Enhet", as = "unit", type = "unit" },
  column { "Ordinarie tid", as = "ordinary", type = "number",
    min = 0, max = 744 },
  column { "Sjuktid", as = "sick", type = "number", min = 0,
    may_be_empty = true },
}

measure { id = "hr.ordinary-hours", source = "hr.absence", sum = "ordinary",
  month = "month", quantity = "hour", window = accumulated { lag = 1 } }
measure { id = "hr.sick-hours", source = "hr.absence", sum = "sick",
  month = "month", quantity = "hour", window = accumulated { lag = 1 } }
measure { id = "hr.sick-leave", quantity = "percent",
  ratio = { "hr.sick-hours", "hr.ordinary-hours" },
  zero = "not-applicable" }

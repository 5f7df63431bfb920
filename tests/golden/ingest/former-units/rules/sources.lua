source {
  id = "hr.absence",
  files = "hr/*.csv",
  reject_limit = 1,
  column { "Månad", as = "month", type = "month" },
  column { "Enhet", as = "unit", type = "unit" },
  column { "Ordinarie tid", as = "ordinary", type = "number" },
  column { "Sjuktid", as = "sick", type = "number" },
}

measure { id = "hr.sick-hours", source = "hr.absence", sum = "sick",
  month = "month", quantity = "hour", window = own("2024-04..2025-03") }

source {
  id = "hr.absence",
  files = "hr/*.csv",
  reject_limit = 1,
  column { "Enhet", as = "unit", type = "unit" },
  column { "Månad", as = "month", type = "month" },
  column { "Timmar", as = "hours", type = "number" },
}

measure { id = "hr.hours", source = "hr.absence", sum = "hours",
  month = "month", quantity = "hour" }

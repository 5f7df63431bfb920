source {
  id = "hr.absence",
  files = "hr/*.csv",
  reject_limit = 1,
  column { "Månad", as = "month", type = "month" },
  column { "Enhet", as = "unit", type = "unit" },
  column { "Timmar", as = "hours", type = "number" },
  freshness { column = "month" },
}

measure { id = "hr.hours", source = "hr.absence", sum = "hours",
  month = "month", quantity = "hour" }

source {
  id = "hr.absence",
  files = "hr/*.csv",
  reject_limit = 3,
  totals = "Summa",
  key = { "number", "month" },
  duplicates = "first",
  column { "Nr", as = "number", type = "code", personal = true },
  column { "Månad", as = "month", type = "month" },
  column { "Enhet", as = "unit", type = "unit" },
  column { "Timmar", as = "hours", type = "number" },
}

measure { id = "hr.hours", source = "hr.absence", sum = "hours",
  month = "month", quantity = "hour" }

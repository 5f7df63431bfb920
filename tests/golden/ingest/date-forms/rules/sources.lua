source {
  id = "hr.absence",
  files = "hr/*.csv",
  column { "Enhet", as = "unit", type = "unit" },
  column { "Dag", as = "day", type = "date" },
  column { "Timmar", as = "hours", type = "number" },
}

measure { id = "hr.hours", source = "hr.absence", sum = "hours",
  month = "day", quantity = "hour" }

source {
  id = "hr.absence",
  files = "hr/*.csv",
  column { "Enhet", as = "unit", type = "unit" },
  column { "Timmar", as = "hours", type = "number" },
}

measure { id = "hr.hours", source = "hr.absence", sum = "hours", quantity = "hour" }

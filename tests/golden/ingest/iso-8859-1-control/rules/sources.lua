source {
  id = "hr.absence",
  files = "hr/*.csv",
  encoding = "iso-8859-1",
  column { "Enhet", as = "unit", type = "unit" },
  column { "Timmar", as = "hours", type = "number" },
}

measure { id = "hr.hours", source = "hr.absence", sum = "hours", quantity = "hour" }

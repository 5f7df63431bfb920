source {
  id = "hr.absence",
  files = "hr/*.csv",
  key = { "nr" },
  duplicates = "last",
  column { "Nr", as = "nr", type = "code" },
  column { "Enhet", as = "unit", type = "unit" },
  column { "Timmar", as = "hours", type = "number" },
}

measure { id = "hr.hours", source = "hr.absence", sum = "hours", quantity = "hour" }

source {
  id = "hr.absence",
  files = "hr/*.csv",
  column { "Nr", as = "nr", type = "code" },
  column { "Enhet", as = "unit", type = "unit" },
  column { "Timmar", as = "hours", type = "number" },
  control { column = "hours", sum = "31" },
  control { rows = 5 },
}

measure { id = "hr.hours", source = "hr.absence", sum = "hours", quantity = "hour" }

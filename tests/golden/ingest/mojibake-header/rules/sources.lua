source {
  id = "hr.absence",
  encoding = "windows-1252",
  files = "hr/*.csv",
  column { "Enhet", as = "unit", type = "unit" },
  column { "Timmar", as = "hours", type = "number" },
  column { "Löneår", as = "work", type = "text" },
}

measure { id = "hr.hours", source = "hr.absence", sum = "hours",
  quantity = "hour" }

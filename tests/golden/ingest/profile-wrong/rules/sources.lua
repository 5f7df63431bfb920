source {
  id = "hr.absence",
  files = "hr/*.csv",
  cutoff = "posted",
  key = { "number" },
  column { "Enhet", as = "unit", type = "unit" },
  column { "Enhet", as = "place", type = "text" },
  column { "Timmar", as = "hours", type = "number", min = 10, max = 1 },
}

measure { id = "hr.hours", source = "hr.absence", sum = "hours",
  quantity = "hour" }

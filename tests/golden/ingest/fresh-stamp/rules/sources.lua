source {
  id = "hr.absence",
  files = "hr/*.csv",
  header_at = "Enhet",
  column { "Enhet", as = "unit", type = "unit" },
  column { "Timmar", as = "hours", type = "number" },
  freshness { stamp = "Uttagsdatum" },
}

measure { id = "hr.hours", source = "hr.absence", sum = "hours",
  quantity = "hour" }

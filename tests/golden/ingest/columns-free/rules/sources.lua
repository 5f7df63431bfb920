source {
  id = "hr.hours",
  files = "hr/timmar.csv",
  reject_limit = 1,
  column { "Enhet", as = "unit", type = "unit" },
  column { "Timmar", as = "hours", type = "number" },
  column { "Kommentar", as = "comment", type = "text", optional = true },
}

measure { id = "hr.hours", source = "hr.hours", sum = "hours",
  quantity = "hour" }

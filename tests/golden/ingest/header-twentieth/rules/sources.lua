source {
  id = "hr.absence",
  files = "hr/*.csv",
  header_at = "Enhet",
  reject_limit = 1,
  footers = { "Antal rader", "Utskriven" },
  column { "Enhet", as = "unit", type = "unit" },
  column { "Timmar", as = "hours", type = "number" },
}

measure { id = "hr.hours", source = "hr.absence", sum = "hours",
  quantity = "hour" }

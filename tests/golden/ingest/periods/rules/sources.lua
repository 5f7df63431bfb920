source {
  id = "hr.absence",
  files = "hr/*.csv",
  reject_limit = 1,
  unit = "lss",
  column { "Period", as = "period", type = "period", max = "2025-12-31" },
  column { "Timmar", as = "hours", type = "number" },
}

measure { id = "hr.hours", source = "hr.absence", sum = "hours",
  month = "period", quantity = "hour" }

source {
  id = "hr.absence",
  files = "hr/*.csv",
  unit = "hemtjanst",
  column { "Timmar", as = "hours", type = "number" },
}

measure { id = "hr.hours", source = "hr.absence", sum = "hours", quantity = "hour" }

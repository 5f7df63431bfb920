source {
  id = "hr.absence",
  files = "hr/*.csv",
  reject_limit = 2,
  column { "Enhet", as = "unit", type = "unit" },
  column { "Timmar", as = "hours", type = "number" },
  column { "Typ", as = "kind", type = "text" },
}

measure { id = "hr.hours", source = "hr.absence", sum = "hours", quantity = "hour" }

source {
  id = "hr.absence",
  files = "hr/*.csv",
  reject_limit = 3,
  column { "Personnr", as = "person", type = "code", pattern = "99999999-9999", personal = true },
  column { "Enhet", as = "unit", type = "unit" },
  column { "Timmar", as = "hours", type = "number" },
}

measure { id = "hr.hours", source = "hr.absence", sum = "hours", quantity = "hour" }

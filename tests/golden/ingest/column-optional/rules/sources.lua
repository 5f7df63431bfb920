source {
  id = "hr.absence",
  files = "hr/*.csv",
  column { "Enhet", as = "unit", type = "unit" },
  column { "Timmar", as = "hours", type = "number" },
  column { "Typ", as = "kind", type = "text", optional = true },
}

measure { id = "hr.hours", source = "hr.absence", sum = "hours", quantity = "hour" }

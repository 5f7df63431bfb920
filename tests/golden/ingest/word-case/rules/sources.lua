source {
  id = "hr.absence",
  files = "hr/*.csv",
  reject_limit = 1,
  column { "Enhet", as = "unit", type = "unit" },
  column { "Form", as = "form", type = "word", words = { "Timlön", "Månadslön" } },
  column { "Timmar", as = "hours", type = "number" },
}

measure { id = "hr.hours", source = "hr.absence", sum = "hours", quantity = "hour" }

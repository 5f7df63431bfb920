source {
  id = "hr.absence",
  files = "hr/franvaro.csv",
  reject_limit = 5,
  column { "Enhet", as = "unit", type = "unit" },
  column { "Form", as = "form", type = "word", words = { "Timlön" } },
  column { "Timmar", as = "hours", type = "number", min = 0 },
}

measure { id = "hr.hours", source = "hr.absence", sum = "hours",
  quantity = "hour" }

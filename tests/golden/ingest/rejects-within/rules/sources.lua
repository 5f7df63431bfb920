source {
  id = "hr.absence",
  files = "hr/franvaro.csv",
  reject_limit = 12,
  column { "Månad", as = "month", type = "month" },
  column { "Personnummer", as = "person", type = "number", personal = true },
  column { "Enhet", as = "unit", type = "unit" },
  column { "Form", as = "form", type = "word",
    words = { "Månadslön", "Timlön" } },
  column { "Timmar", as = "hours", type = "number", min = 0, max = 744.5 },
}

measure { id = "hr.hours", source = "hr.absence", sum = "hours",
  month = "month", quantity = "hour" }

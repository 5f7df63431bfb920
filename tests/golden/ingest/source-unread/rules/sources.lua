source { id = "hr.absence", files = "hr/*.csv",
  column { "Enhet", as = "unit", type = "unit" } }

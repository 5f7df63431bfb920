source {
  id = "hr.absence",
  files = "hr/*.csv",
  column { "Enhet", as = "unit", type = "unit" },
  column { "Lag", as = "law", type = "word", words = { "SoL", "LSS" } },
}

measure { id = "sol", source = "hr.absence", count = true,
  quantity = "number", where = { law = eq("SoL") } }
measure { id = "part", source = "hr.absence", count = true,
  quantity = "number", varav = "sol", where = { unit = eq("LSS") } }

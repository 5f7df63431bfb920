source {
  id = "quality.activities",
  files = "quality/insatser.csv",
  reject_limit = 3,
  column { "Nr", as = "number", type = "code", may_be_empty = true },
  column { "Enhet", as = "unit", type = "unit" },
  column { "Insats", as = "text", type = "text" },
  records { kind = "activity", id = "number", fields = { "text" } },
}

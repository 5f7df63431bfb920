source {
  id = "quality.decisions",
  files = "quality/beslut.csv",
  separator = ",",
  unit = "son",
  reject_limit = 1,
  column { "Beslut", as = "key", type = "decision" },
  column { "Beslutstext", as = "text", type = "text" },
  column { "Status", as = "status", type = "word",
    words = { "pågående", "avslutat" } },
  column { "Kommentar", as = "comment", type = "text", may_be_empty = true },
  records { kind = "decision", id = "key",
    fields = { "text", "status", "comment" } },
}

workspace { municipality = "Nordvikens kommun", code = "0000", language = "sv" }
report { id = "r", title = "Rapport", template = "r", unit = "son" }
close { period = "2025-T1", report = "r", as_of = "2025-05-05",
  opens = "2025-05-02", deadline = "2025-05-16",
  sources = { "hr", "quality" } }

workspace { municipality = "Nordvikens kommun", code = "0000", language = "sv" }
report { id = "r", title = "Kvalitet", template = "r", unit = "son" }
close { period = "2023-01..2023-08", report = "r", as_of = "2023-09-15",
  opens = "2023-09-02", deadline = "2023-09-30",
  sources = { "care.visits", "quality.deviations", "law.rulings",
    "hr.absence" } }
scale { id = "light", about = "Ljus",
  grade { id = "green", label = "grön", symbol = "circle",
    colour = "#2e7d32" },
  grade { id = "red", label = "röd", symbol = "diamond",
    colour = "#b71c1c" } }

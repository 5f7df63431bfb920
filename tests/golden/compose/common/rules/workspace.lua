workspace { municipality = "Nordvikens kommun", code = "0000", language = "en" }
report { id = "prov", title = "Prov", template = "prov", unit = "son" }

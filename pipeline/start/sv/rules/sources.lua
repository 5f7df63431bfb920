-- Exporterna: vilka filer, vilka kolumner, vad som får stå i dem.
-- `bokslut profile FIL` ser på en ny export och skriver ett förslag.
--
--   files           mönstret under input/<period>/
--   encoding        "auto" (UTF-8 eller UTF-16), eller "windows-1252" som Excel
--                   sparar "CSV (semikolonavgränsad)"
--   reject_limit    så många rader som får avvisas; fler stoppar bokslutet
--   unit            enheten som siffrorna gäller när ingen kolumn säger det

source {
  id = "quality.indicators",
  about = "Nuvärde, prognos och kommentar per indikator",
  files = "quality/indikatorer*.csv",
  encoding = "windows-1252",
  separator = ";",
  decimal = ",",
  reject_limit = 0,
  unit = "namnden",
  column { "Indikator", as = "indicator", type = "indicator" },
  column { "Nuvärde", as = "now", type = "figure", may_be_empty = true },
  column { "Prognos", as = "forecast", type = "figure", may_be_empty = true },
  column { "Kommentar", as = "comment", type = "text", may_be_empty = true },
  figures { id = "indicator", value = "now", forecast = "forecast",
    comment = "comment" },
}

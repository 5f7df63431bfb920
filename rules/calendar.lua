-- Bokslutskalendern: vilken rapport som ska lämnas för vilken period.
--
-- close { … }       ett bokslut: en rapport för en period
--   period          "2025-T1" (tertial), "2025-Q1" (kvartal), "2025-H1"
--                   (halvår), "2025-04" (månad), "2025" (år) eller från en
--                   månad till och med en annan, "2023-01..2023-08"; indata
--                   ligger i input/<period>/
--   report          rapportens id i workspace.lua
--   as_of           dagen som rapporten gäller: registrets rader och reglernas
--                   versioner väljs efter den, aldrig efter datorns klocka
--   opens           första dagen då nattkörningen gör bokslutet
--   deadline        dagen då allt underlag ska finnas
--   sources         källorna som måste finnas, som id i sources.lua
--   compare         får utelämnas: en tidigare revision av samma rapport,
--                   "2025-T1/r1"; det som ändrats sedan dess märks ut
-- Alla dagar skrivs år-månad-dag.

close {
  period = "2025-T1",
  report = "prognosrapport",
  as_of = "2025-05-05",
  opens = "2025-05-02",
  deadline = "2025-05-16",
  sources = {
    "hr.absence",
    "finance.ledger",
    "quality.indicators",
    "quality.decisions",
    "quality.decision-parts",
    "quality.volumes",
    "quality.activities",
  },
}

close {
  period = "2025-T1",
  report = "beslutsuppfoljning",
  as_of = "2025-05-05",
  opens = "2025-05-02",
  deadline = "2025-05-16",
  sources = {
    "quality.decisions",
    "quality.decision-parts",
  },
}

close {
  period = "2023-01..2023-08",
  report = "delarsrapport",
  as_of = "2023-09-29",
  opens = "2023-09-15",
  deadline = "2023-10-06",
  sources = {
    "finance.ledger",
    "finance.expected",
    "finance.investments",
    "care.visits",
    "quality.indicators",
  },
}

close {
  period = "2023-01..2023-08",
  report = "internkontroll",
  as_of = "2023-09-29",
  opens = "2023-09-15",
  deadline = "2023-10-06",
  sources = {
    "quality.risks",
    "quality.controls",
    "quality.incidents",
  },
}

close {
  period = "2022",
  report = "sam",
  as_of = "2023-02-28",
  opens = "2023-01-16",
  deadline = "2023-03-10",
  sources = {
    "quality.work-environment",
    "hr.absence-by-unit",
  },
}

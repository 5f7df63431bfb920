-- Vilken rapport som ska lämnas för vilken period.
--
--   period          "2026-T1" (tertial), "2026-Q1", "2026-H1", "2026-04",
--                   "2026"; exporterna ligger i input/<period>/
--   as_of           dagen som rapporten gäller: aldrig datorns klocka
--   opens           första dagen då nattkörningen gör den
--   deadline        dagen då allt underlag ska finnas
--   sources         källorna som måste finnas, som id i sources.lua

close {
  period = "2026-T1",
  report = "uppfoljning",
  as_of = "2026-05-05",
  opens = "2026-05-02",
  deadline = "2026-05-29",
  sources = { "quality.indicators" },
}

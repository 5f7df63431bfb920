-- Which report is to be handed in for which period.
--
--   period          "2026-T1" (a third of the year), "2026-Q1", "2026-H1",
--                   "2026-04", "2026"; exports stand in input/<period>/
--   as_of           the day that the report holds for: never the clock
--   opens           the first day on which the nightly run makes it
--   deadline        the day when all exports are to be there
--   sources         the sources that must be there, as ids of sources.lua

close {
  period = "2026-T1",
  report = "follow-up",
  as_of = "2026-05-05",
  opens = "2026-05-02",
  deadline = "2026-05-29",
  sources = { "quality.indicators" },
}

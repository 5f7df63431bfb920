-- Reglerna: hur siffror blir trafikljus och trafikljus blir måluppfyllelse.
-- Varje regel är en tabell som bevisas innan den används: inget fall får sakna
-- rad, och i unique får inget ha två. `bokslut test` prövar dem med fallen i
-- rules/tests/.

rule {
  id = "indicator.traffic-light",
  version = 1,
  from = "2026-01-01",
  scale = "traffic-light",
  to = indicators(),
  about = "Indikatorns trafikljus: prognosen mot målvärdet",
  given = {
    met = target_met(),            -- når prognosen målvärdet?
    part = shortfall_part(),       -- annars: hur långt, som andel av målet
    unmeasured = no_figures(),
  },
  unique {
    { unmeasured = true, missing = "not-measured",
      says = "Saknar både värde och prognos: ej mätt" },
    { met = true, grade = "green", says = "Prognosen når målvärdet: grön" },
    { met = false, part = at_most(0.05), grade = "yellow",
      says = "Prognosen är högst 5 procent från målvärdet: gul" },
    { met = false, part = above(0.05), grade = "red",
      says = "Prognosen är mer än 5 procent från målvärdet: röd" },
  },
}

rule {
  id = "goal.fulfilment",
  version = 1,
  from = "2026-01-01",
  scale = "goal",
  to = goals("nämndmål"),
  about = "Målens uppfyllelse",
  given = {
    none = no_indicators(),
    green = share("green"),
    reached = share("green", "yellow"),
  },
  unique {
    { green = eq(1), grade = "reached",
      says = "Alla indikatorer är gröna: målet uppnås" },
    { green = below(1), reached = at_least(0.5), grade = "partly",
      says = "Minst hälften är gröna eller gula: målet uppnås delvis" },
    { green = below(1), reached = below(0.5), grade = "not-reached",
      says = "Mer än hälften är röda eller saknar värde: målet uppnås ej" },
    { none = true, missing = "not-measured",
      says = "Målet har inga indikatorer: ej mätt" },
  },
}

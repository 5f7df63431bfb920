-- Reglerna: hur siffror blir trafikljus och trafikljus blir måluppfyllelse.
--
-- rule { … }        en regel, skriven som en beslutstabell
--   id, version     regelns namn och version. En version som ett godkänt
--                   bokslut använt ändras inte: skriv en ny med eget from
--   from, till      första och sista dag som versionen gäller; till utelämnas
--                   om den gäller än, eller tills nästa version börjar gälla
--   scale           skalan som graderna hör till (scales.lua)
--   to              det som regeln bedömer: indicators(), eller goals("slag")
--   about           regelns namn i klartext, som rapporten trycker
--   given           det som tabellen frågar om, med egna kortnamn:
--       för indikatorer. Det som bedöms är prognosen; där prognos saknas är
--       det nuvärdet.
--         target_met()      ja eller nej: når det bedömda målvärdet?
--         shortfall()       hur långt det är kvar till målvärdet, i
--                           målvärdets egen måttenhet (procentenheter, tkr,
--                           indexenheter …); 0 när det är nått
--         shortfall_part()  samma avstånd som andel av målvärdet, 0.05 är
--                           5 procent; är målvärdet 0 är varje avstånd 1
--         no_figures()      ja när både nuvärde och prognos saknas; då saknas
--                           de tre andra. Utan målvärde bedöms inget
--       för mål:
--         share("a", "b")   andelen av målets indikatorer som har någon av
--                           graderna, 0 till 1. En indikator utan grad räknas
--                           med bland alla, om den har ett målvärde och inte
--                           lämnas utanför. Saknas när målet inga har
--         count("a", "b")   antalet sådana indikatorer
--         no_indicators()   ja när målet inte har någon indikator
--
--   leave_out       får utelämnas: skälen att ett värde saknas som lämnar en
--                   indikator utanför sina mål, { "not-applicable", "secret" }
--   relation        det som frågorna har med varandra att göra, utöver det som
--                   följer av vad de är: { "a <= b", "c == missing(a)" }, även
--                   med <, ==, >= och >. Det hålls mot varje bedömning
--
-- Innan något bedöms bevisas varje tabell: ingen kombination av svar får sakna
-- rad, och i unique får ingen ha två. Annars visas en som gör det, och inget
-- görs. En rad som aldrig avgör något påpekas.
--
-- Tabellen heter efter hur den läses:
--   unique { … }      precis en rad får stämma (det säkraste)
--   first { … }       den första rad som stämmer gäller
--   any { … }         flera rader får stämma om de säger samma sak
--
-- En rad stämmer när alla dess frågor gör det:
--   kortnamn = true, false                  ja, nej
--   kortnamn = eq(x)                        lika med x
--   kortnamn = below(x), at_most(x)         under x, högst x
--   kortnamn = above(x), at_least(x)        över x, minst x
--   kortnamn = one_of("a", "b")             något av orden
-- Det som saknas stämmer aldrig. Radens svar är
--   grade = "…"       en grad i skalan, eller
--   missing = "not-measured"                ingen grad: ej mätt, eller det
--                     andra skäl som indikatorns värde självt saknas för
--   says = "…"        raden i ord, som rapporten trycker

rule {
  id = "indicator.traffic-light",
  version = 1,
  from = "2025-01-01",
  scale = "traffic-light",
  to = indicators(),
  about = "Indikatorns trafikljus: prognosen mot målvärdet",
  given = {
    met = target_met(),
    short = shortfall(),
    part = shortfall_part(),
    unmeasured = no_figures(),
  },
  unique {
    { unmeasured = true, missing = "not-measured",
      says = "Saknar både värde och prognos: ej mätt" },
    { met = true, grade = "green",
      says = "Prognosen når målvärdet: grön" },
    { met = false, short = at_most(3), part = at_most(0.05),
      grade = "yellow",
      says = "Prognosen är högst 3 enheter och högst 5 procent från "
        .. "målvärdet: gul" },
    { met = false, short = above(3), grade = "red",
      says = "Prognosen är mer än 3 enheter från målvärdet: röd" },
    { met = false, short = at_most(3), part = above(0.05), grade = "red",
      says = "Prognosen är högst 3 enheter men mer än 5 procent från "
        .. "målvärdet: röd" },
  },
}

-- Nämndens princip. En indikator som inte är mätt har ingen grad, men den
-- räknas bland målets indikatorer och drar därför ned andelarna.
rule {
  id = "goal.fulfilment",
  version = 1,
  from = "2025-01-01",
  scale = "goal",
  to = goals("nämndmål"),
  about = "Nämndens princip för måluppfyllelse",
  given = {
    none = no_indicators(),
    green = share("green"),
    reached = share("green", "yellow"),
  },
  unique {
    { green = eq(1), grade = "reached",
      says = "Alla indikatorer är gröna: målet uppnås" },
    { green = below(1), reached = at_least(0.5), grade = "partly",
      says = "Minst hälften av indikatorerna är gröna eller gula, men inte "
        .. "alla är gröna: målet uppnås delvis" },
    { green = below(1), reached = below(0.5), grade = "not-reached",
      says = "Mer än hälften av indikatorerna är röda eller saknar värde: "
        .. "målet uppnås ej" },
    { none = true, missing = "not-measured",
      says = "Målet har inga indikatorer: ej mätt" },
  },
}

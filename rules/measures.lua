-- Måttenheter, mått och sammanställningar.
--
-- quantity { … }    en måttenhet: hur ett tal skrivs ut och räknas om
--   id              kort namn; indicators.csv (måttenhet) och måtten använder
--                   det
--   print           det som skrivs efter talet; "" för inget
--   decimals        { minst, högst } antal decimaler i utskrift. Avrundning
--                   sker en gång, när talet skrivs, och halva bort från noll
--   hundred         true: en kvot skrivs i hundradelar (procent)
--   may_exceed      true: ett värde över 100 är inget fel; utan det påpekas
--                   en andel över 100 %
--   thousands       true: tusental skiljs åt redan från 1 000
--   of, times       en sådan är times stycken av måttenheten of

quantity { id = "percent", print = "%", decimals = { 0, 1 }, hundred = true }
quantity { id = "hour", print = "timmar", decimals = { 0, 2 } }
quantity { id = "sek", print = "kr", decimals = { 0, 2 }, thousands = true }
quantity { id = "tkr", print = "tkr", decimals = { 0, 0 }, thousands = true,
  of = "sek", times = 1000 }
quantity { id = "mnkr", print = "Mnkr", decimals = { 1, 1 }, thousands = true,
  of = "sek", times = 1000000 }
quantity { id = "percent-2", print = "%", decimals = { 0, 2 }, hundred = true }
quantity { id = "percent-0", print = "%", decimals = { 0, 0 }, hundred = true }
quantity { id = "points", print = "", decimals = { 2, 2 } }
quantity { id = "index-2", print = "", decimals = { 2, 2 } }
quantity { id = "days", print = "dagar", decimals = { 0, 1 } }
quantity { id = "persons-mean", print = "personer", decimals = { 1, 1 } }
quantity { id = "pieces", print = "st", decimals = { 0, 0 } }
quantity { id = "count", print = "", decimals = { 0, 0 }, thousands = true }
quantity { id = "index", print = "", decimals = { 0, 1 } }
quantity { id = "months", print = "månader", decimals = { 0, 1 } }
quantity { id = "persons", print = "personer", decimals = { 0, 0 } }
quantity { id = "number", print = "", decimals = { 0, 0 } }
quantity { id = "yes-no", print = "", decimals = { 0, 0 } }

-- measure { … }     ett mått: det som räknas fram ur en källas rader
--   id, series      måttets namn och vilken serie det är: "value" om inget
--                   sägs, annars "budget", "outcome" eller "forecast"
--   source          källan; raderna räknas för enheten på raden och för alla
--                   enheter ovanför den
--   quantity        måttenheten
-- och ett av
--   count = true    antalet rader
--   sum, min, max, mean = "kolumn"
--                   summan, det minsta, det största eller medelvärdet av en
--                   kolumns tal (kolumnens as)
--   distinct = "kolumn"
--                   antalet olika värden i en kolumn
--   nested = { distinct = "personal", per = "brukare" }
--                   medelvärdet, över alla brukare, av antalet olika i personalen
--                   som varje brukare har mött
-- Vilka rader som räknas:
--   month           kolumnen med månad eller dag: bara rader i fönstret räknas
--   during = { "från", "till" }
--                   i stället för month: rader som pågår någon gång under
--                   fönstret; en tom till-dag betyder att det pågår än
--   where = { lag = eq("SoL"), timmar = above(3) }
--                   alla prov ska stämma: eq, one_of, below, at_most, above,
--                   at_least, between(x, y), missing() och present()
--   where = any_of { { … }, { … } }
--                   någon av tabellerna ska stämma
--   varav = "a"     det är en del av måttet a och kan aldrig vara mer
--   window          tiden som måttet gäller; lag gör den så många månader
--                   kortare:
--                     period()                rapportens egen period
--                     accumulated { lag = 1 } från januari till och med
--                                             periodens sista månad
--                     whole_year()            januari–december
--                     rolling { months = 12 } så många månader till och med
--                                             periodens sista
--                     last_days { days = 14 } så många dagar till periodens
--                                             slut
--                     at_end()                periodens sista dag
--                     each_month()            en siffra för varje månad sedan
--                                             januari
--                     own("2023-01..2023-08") egna månader
-- eller något som görs av andra mått, som ska stå ovanför:
--   ratio           { "a", "b" }: a delat med b, en kvot av summor på varje
--                   nivå, aldrig ett medelvärde av kvoter
--   zero            vad en kvot är när b är 0: "not-applicable",
--                   "not-measured" …; måste sägas när b kan vara 0
--   difference      { "a", "b" }: a minus b
--   mean_of_groups  "a": medelvärdet av enheterna närmast under, hur stora de
--                   än är; det är ingen kvot av summor

-- Sjukfrånvaron redovisas en månad i efterhand: i tertial 1 januari–mars.
measure { id = "hr.sick-hours", source = "hr.absence", sum = "sick",
  month = "month", quantity = "hour", window = accumulated { lag = 1 } }
measure { id = "hr.ordinary-hours", source = "hr.absence", sum = "ordinary",
  month = "month", quantity = "hour", window = accumulated { lag = 1 } }
measure { id = "hr.sick-leave", quantity = "percent",
  ratio = { "hr.sick-hours", "hr.ordinary-hours" },
  zero = "not-applicable" }

-- Hela årets sjukfrånvaro, för arbetsmiljöns uppföljning.
measure { id = "hr.sick-hours-year", source = "hr.absence-by-unit",
  sum = "sick", month = "month", quantity = "hour", window = period() }
measure { id = "hr.ordinary-hours-year", source = "hr.absence-by-unit",
  sum = "ordinary", month = "month", quantity = "hour", window = period() }
measure { id = "hr.sick-leave-year", quantity = "percent-2",
  ratio = { "hr.sick-hours-year", "hr.ordinary-hours-year" },
  zero = "not-applicable" }

-- Avvikelserna, och andelen som följts upp av dem som enheten talar om.
measure { id = "incident.count", source = "quality.incidents", count = true,
  month = "day", quantity = "count", window = period() }
measure { id = "incident.told", source = "quality.incidents", count = true,
  month = "day", varav = "incident.count", where = { followed = present() },
  quantity = "count", window = period() }
measure { id = "incident.followed", source = "quality.incidents", count = true,
  month = "day", varav = "incident.told", where = { followed = eq("ja") },
  quantity = "count", window = period() }
measure { id = "incident.share", quantity = "percent-0",
  ratio = { "incident.followed", "incident.told" }, zero = "not-measured" }

-- Personalkontinuiteten: så många ur personalen möter den som har hemtjänst på
-- 14 dagar. Hemtjänstens värde är medelvärdet av de fem grupperna, hur många
-- brukare de än har.
measure { id = "care.persons-met", source = "care.visits", month = "day",
  nested = { distinct = "staff", per = "client" }, quantity = "persons-mean",
  window = last_days { days = 14 } }
measure { id = "care.continuity", mean_of_groups = "care.persons-met",
  quantity = "persons-mean" }

-- Nettokostnaden i kronor: budget och prognos för året, utfall för perioden.
measure { id = "economy.net", series = "budget", source = "finance.ledger",
  sum = "budget", quantity = "sek", window = whole_year() }
measure { id = "economy.net", series = "outcome", source = "finance.ledger",
  sum = "outcome", quantity = "sek", window = period() }
measure { id = "economy.net", series = "forecast", source = "finance.ledger",
  sum = "forecast", quantity = "sek", window = whole_year() }

-- Budgeten för perioden, där ekonomisystemet lämnar den.
measure { id = "economy.accrued", series = "budget", source = "finance.ledger",
  sum = "accrued", quantity = "sek", window = period() }

-- Investeringarna, på samma sätt.
measure { id = "investment.net", series = "budget",
  source = "finance.investments", sum = "budget", quantity = "sek",
  window = whole_year() }
measure { id = "investment.net", series = "outcome",
  source = "finance.investments", sum = "outcome", quantity = "sek",
  window = period() }
measure { id = "investment.net", series = "forecast",
  source = "finance.investments", sum = "forecast", quantity = "sek",
  window = whole_year() }

-- Avvikelsen för perioden, och på helår: ett underskott är negativt.
measure { id = "economy.deviation", series = "outcome", quantity = "tkr",
  difference = { "economy.accrued/budget", "economy.net/outcome" } }
measure { id = "economy.deviation", series = "forecast", quantity = "tkr",
  difference = { "economy.net/budget", "economy.net/forecast" } }

measure { id = "economy.deviation-to-date", quantity = "tkr",
  difference = { "economy.accrued/budget", "economy.net/outcome" } }

-- Avvikelsen på helår som andel av årets budget.
measure { id = "economy.deviation-share", series = "forecast",
  quantity = "percent",
  ratio = { "economy.deviation/forecast", "economy.net/budget" },
  zero = "not-applicable" }

-- Vad avvikelsen på helår blir om de väntade bidragen beslutas.
measure { id = "economy.expected", series = "forecast",
  source = "finance.expected", sum = "amount", quantity = "sek",
  window = whole_year() }
measure { id = "economy.deviation-expected", series = "forecast",
  quantity = "tkr",
  difference = { "economy.deviation/forecast", "economy.expected/forecast" } }

-- key_figures { … } nyckeltal: enheters mått bredvid varandra, med samma månader
--                   året före när historiken har dem
--   units           enheterna, en rad var; en som hör till en enhet ovanför
--                   trycks som varav
--   figure { … }    ett mått: id (texter citerar det: {avvikelser@vo.antal}, och
--                   {avvikelser@vo.antal-before} för året före), rubriken title,
--                   measure och måttenheten quantity. Högst sex
key_figures {
  id = "avvikelser",
  about = "Avvikelser, och hur många av dem som följts upp",
  units = { "vo", "vo.sarskilt", "vo.hemtjanst", "fs", "iof",
    "iof.familjehem", "iof.bistand", "iof.barn-unga" },
  figure { id = "antal", title = "Avvikelser",
    measure = "incident.count", quantity = "count" },
  figure { id = "uppfoljda", title = "Följts upp",
    measure = "incident.share", quantity = "percent-0" },
}

-- statement { … }   driftsredovisningen: enheterna närmast under unit, en rad
--                   var, med budget, utfall, årsprognos och avvikelse (budget
--                   minus prognos), och en summa
--   accrued         måttet med periodens budget, om det finns: då redovisas
--                   också avvikelsen för perioden
--   deviation       måttet vars utfall i historiken är förra årets avvikelse
--   parts           true: även enheterna under dem får en rad
statement {
  id = "operating",
  about = "Driftsredovisning",
  unit = "son",
  measure = "economy.net",
  quantity = "tkr",
}

statement {
  id = "operating-mnkr",
  about = "Driftsredovisning, netto",
  unit = "son",
  measure = "economy.net",
  quantity = "mnkr",
  accrued = "economy.accrued",
  deviation = "economy.deviation",
  parts = true,
}

statement {
  id = "investments",
  about = "Investeringar",
  unit = "son",
  measure = "investment.net",
  quantity = "mnkr",
}

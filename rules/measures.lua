-- Måttenheter, mått och sammanställningar.
--
-- quantity { … }    en måttenhet: hur ett tal skrivs ut och räknas om
--   id              kort namn; indicators.csv (måttenhet) och måtten använder
--                   det
--   print           det som skrivs efter talet; "" för inget
--   decimals        { minst, högst } antal decimaler i utskrift. Avrundning
--                   sker en gång, när talet skrivs, och halva bort från noll
--   hundred         true: en kvot skrivs i hundradelar (procent)
--   thousands       true: tusental skiljs åt redan från 1 000
--   of, times       en sådan är times stycken av måttenheten of

quantity { id = "percent", print = "%", decimals = { 0, 1 }, hundred = true }
quantity { id = "hour", print = "timmar", decimals = { 0, 2 } }
quantity { id = "sek", print = "kr", decimals = { 0, 2 }, thousands = true }
quantity { id = "tkr", print = "tkr", decimals = { 0, 0 }, thousands = true,
  of = "sek", times = 1000 }
quantity { id = "index", print = "", decimals = { 0, 1 } }
quantity { id = "months", print = "månader", decimals = { 0, 1 } }
quantity { id = "persons", print = "personer", decimals = { 0, 0 } }
quantity { id = "number", print = "", decimals = { 0, 0 } }
quantity { id = "yes-no", print = "", decimals = { 0, 0 } }

-- measure { … }     ett mått: det som räknas fram ur en källas rader
--   id, series      måttets namn och vilken serie det är: "value" om inget
--                   sägs, annars "budget", "outcome" eller "forecast"
--   source, sum     källan och kolumnen (dess as) som summeras
--   month           kolumnen med månad: bara rader i fönstret räknas
--   quantity        måttenheten
--   window          tiden som måttet gäller:
--                     period()                rapportens egen period
--                     accumulated { lag = 1 } från januari till och med
--                                             periodens sista månad, lag
--                                             månader kortare
--                     whole_year()            januari–december
--                     own("2023-01..2023-08") egna månader
-- Ett mått står för enheten på raden och för alla enheter ovanför den.
--
--   ratio           { "a", "b" }: a delat med b, en kvot av summor på varje
--                   nivå, aldrig ett medelvärde av kvoter
--   difference      { "a", "b" }: a minus b

-- Sjukfrånvaron redovisas en månad i efterhand: i tertial 1 januari–mars.
measure { id = "hr.sick-hours", source = "hr.absence", sum = "sick",
  month = "month", quantity = "hour", window = accumulated { lag = 1 } }
measure { id = "hr.ordinary-hours", source = "hr.absence", sum = "ordinary",
  month = "month", quantity = "hour", window = accumulated { lag = 1 } }
measure { id = "hr.sick-leave", quantity = "percent",
  ratio = { "hr.sick-hours", "hr.ordinary-hours" } }

-- Nettokostnaden i kronor: budget och prognos för året, utfall för perioden.
measure { id = "economy.net", series = "budget", source = "finance.ledger",
  sum = "budget", quantity = "sek", window = whole_year() }
measure { id = "economy.net", series = "outcome", source = "finance.ledger",
  sum = "outcome", quantity = "sek", window = period() }
measure { id = "economy.net", series = "forecast", source = "finance.ledger",
  sum = "forecast", quantity = "sek", window = whole_year() }

-- Avvikelsen på helår: ett underskott är negativt.
measure { id = "economy.deviation", series = "forecast", quantity = "tkr",
  difference = { "economy.net/budget", "economy.net/forecast" } }

-- statement { … }   driftsredovisningen: enheterna närmast under unit, en rad
--                   var, med budget, utfall, årsprognos och avvikelse (budget
--                   minus prognos), och en summa
statement {
  id = "operating",
  about = "Driftsredovisning",
  unit = "son",
  measure = "economy.net",
  quantity = "tkr",
}

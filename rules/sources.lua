-- Källorna: vilka filer systemen lämnar och hur deras kolumner ska läsas.
--
-- source { … }      en källa, det vill säga ett slags export
--   id              kort namn; mått, kalender och spårning använder det
--   about           vad källan är, i klartext
--   files           filnamnet under input/<period>/; * står för vad som helst
--   encoding        teckenkodning: "windows-1252", "utf-8", "iso-8859-1" …
--                   eller "auto": UTF-8, med eller utan inledande märke (BOM)
--   separator       tecknet mellan kolumnerna
--   decimal         decimaltecknet, "," eller "."
--   reject_limit    så många rader får avvisas; 0 om inget sägs. Avvisas fler
--                   avvisas hela källan. Avvisade rader listas i rejects.csv
--   cell_limit      så många tecken får en cell ha; en längre avvisar raden.
--                   Ingen cell får vara större än 1 MiB
--   may_be_empty    true: exporten får sakna rader. Annars avvisas en källa där
--                   ingen rad används: det är oftast en export som gått fel
--   often_empty     true: exporten är ofta utan rader; det påpekas inte ens
--   totals          rader vars första cell säger detta är summor och räknas
--                   inte med
--   varav           rader vars första cell börjar med ordet är delar av en
--                   annan rad: summorna ska vara utan dem. Måtten räknar dem
--                   om inte where säger annat
--   skip            så många rader i början av filen hoppas över
--   header_at       rubrikraden är den första av de 20 översta raderna vars
--                   första cell säger detta; i stället för skip
--   footers         rader vars första cell börjar med ett av orden i listan är
--                   en fot och räknas inte med; ett tal efter orden ska vara
--                   antalet rader
--   key             kolumnerna som tillsammans skiljer raderna åt; stora och
--                   små bokstäver är lika
--   duplicates      när flera rader har samma nyckel: "refuse" avvisar de
--                   senare (om inget sägs), "first" och "last" använder den
--                   första eller den sista och utelämnar de andra
--   may_repeat      true: filen får vara densamma som en tidigare periods.
--                   Annars är bokslutet inte klart att göra: det är oftast en
--                   gammal export som kopierats
--   unit            enheten som alla rader gäller, när ingen kolumn säger det
--
-- column { "Rubrik i filen", as = "namn", type = "…" }
--   as              namnet som mått och poster använder
--   type            "text"       vilken text som helst
--                   "code"       kod där inledande nollor är kvar: konto
--                   "number"     tal: 1 234,5, med minus före eller efter;
--                                med quantity får en måttenhet stå efter
--                   "figure"     tal, Ja/Nej, eller tomt när värde saknas; en
--                                måttenhet får stå efter talet: 87,5 %
--                   "month"      månad: 2025-01, 202501, jan 2025
--                   "period"     månad, tertial, kvartal, halvår eller år:
--                                2025-T1, T1 2025, kvartal 1 2025, 2025
--                   "date"       dag: 2025-01-31, 20250131, 31.1.2025
--                   "unit"       enhet: id, namn eller alias i units.csv
--                   "indicator"  indikator: id, namn eller alias i
--                                indicators.csv
--                   "decision"   beslut: SON 2018-08-27 §52
--                   "word"       ett av orden i words
--   min, max        minsta och största tal som godtas; för månad, period och
--                   dag den första och sista dagen: min = "2025-01-01"
--   pattern         hur en kod ska se ut: 9 är en siffra, A en bokstav, * vad
--                   som helst, och andra tecken är sig själva: "9999"
--   quantity        talets måttenhet; 4 tkr blir 4000 om den är "sek"
--   adds            false: kolumnen kan inte summeras, som andelar och
--                   medelvärden, och en summarad får säga vad som helst där
--   words           orden som godtas, när type är "word"
--   optional        true: kolumnen får saknas i filen
--   may_be_empty    true: en cell får vara tom
--   personal        true: personuppgift, som aldrig skrivs ut i meddelanden
--
-- figures { … }     varje rad är en indikators siffror; id, value, forecast och
--                   comment säger vilken kolumn (dess as) som är vad; base är
--                   hur många som svarat eller räknats, asked hur många som
--                   tillfrågats
-- records { … }     varje rad sparas som en post av slaget kind, med id ur en
--                   kolumn och de kolumner som fields räknar upp; med
--                   each_unit = true får samma id stå en gång för varje enhet
-- check { "sick", at_most = "ordinary" }
--                   radens tal, eller dag, får högst (at_least: minst) vara
--                   det som en annan kolumn säger
-- cross_foot { "deviation", plus = { "budget" }, minus = { "forecast" } }
--                   radens ena tal ska vara summan av de andra, så när som på
--                   vad avrundning gör. En rad där det inte är så påpekas; är
--                   en kolumns summa lika fel, pekas cellen ut
-- cut_off { column = "posted", days = 5 }
--                   rader vars dag är mer än så många dagar efter perioden
--                   utelämnas
-- freshness { column = "month", lag = 1 }
--                   raderna i filerna ska nå fram till periodens sista månad,
--                   lag månader kortare; eller days = 10, tio dagar kortare.
--                   Annars är exporten för gammal och bokslutet görs inte
-- freshness { stamp = "Uttagsdatum" }
--                   en rad ovanför rubrikraden, eller en fot, börjar med orden
--                   och en dag, som inte får vara före periodens sista
-- control { column = "budget", sum = "1 250,00" } och control { rows = 12 }
--                   vad de använda raderna i alla filer ska bli tillsammans;
--                   blir de något annat används inget från källan

-- Frånvaron ur personalsystemet: en rad per anställd och månad, tid i timmar.
-- En rad får gälla en enhet som inte finns: den avvisas, högst fem sådana.
source {
  id = "hr.absence",
  about = "Ordinarie tid och sjukfrånvaro per anställd och månad",
  files = "hr/franvaro*.csv",
  encoding = "windows-1252",
  separator = ";",
  decimal = ",",
  reject_limit = 5,
  column { "Månad", as = "month", type = "month" },
  column { "Anställningsnr", as = "employment", type = "code",
    personal = true },
  column { "Enhet", as = "unit", type = "unit" },
  column { "Anställningsform", as = "form", type = "word",
    words = { "Månadslön", "Timlön" } },
  column { "Ordinarie tid", as = "ordinary", type = "number",
    min = 0, max = 744 }, -- timmar; en månad har högst 31 dygn à 24
  column { "Sjukfrånvaro", as = "sick", type = "number",
    min = 0, max = 744 }, -- timmar
  column { "Därav dag 1–14", as = "sick.first-days", type = "number",
    min = 0, max = 744 }, -- timmar
  freshness { column = "month", lag = 1 }, -- redovisas en månad i efterhand
}

-- Huvudboken ur ekonomisystemet: en rad per enhet och konto, belopp i kronor.
-- Kostnader är positiva och intäkter negativa. Filens sista rad är en summa.
source {
  id = "finance.ledger",
  about = "Budget, utfall och årsprognos per enhet och konto",
  files = "finance/huvudbok*.csv",
  encoding = "auto",
  separator = ";",
  decimal = ",",
  totals = "Summa",
  column { "Enhet", as = "unit", type = "unit" },
  column { "Konto", as = "account", type = "code" },
  column { "Kontotext", as = "account.name", type = "text" },
  column { "Budget", as = "budget", type = "number" },       -- kr, hela året
  column { "Budget ack", as = "accrued", type = "number", optional = true },
  column { "Utfall", as = "outcome", type = "number" },      -- kr, perioden
  column { "Årsprognos", as = "forecast", type = "number" }, -- kr, hela året
}

-- Bidrag som väntas men inte är beslutade, och därför inte med i prognosen. De
-- skrivs som i huvudboken: en intäkt är negativ.
source {
  id = "finance.expected",
  about = "Väntade statsbidrag som inte är beslutade",
  files = "finance/vantade-bidrag*.csv",
  encoding = "auto",
  separator = ";",
  decimal = ",",
  column { "Enhet", as = "unit", type = "unit" },
  column { "Bidrag", as = "grant", type = "text" },
  column { "Belopp", as = "amount", type = "number", max = 0 }, -- kr, året
}

-- Investeringarna, en rad per projekt. Nämnden kan vara utan.
source {
  id = "finance.investments",
  about = "Investeringsprojekt",
  files = "finance/investeringar*.csv",
  encoding = "auto",
  separator = ";",
  decimal = ",",
  often_empty = true,
  column { "Projekt", as = "project", type = "text" },
  column { "Verksamhet", as = "unit", type = "unit" },
  column { "Budget", as = "budget", type = "number" },       -- kr, hela året
  column { "Utfall", as = "outcome", type = "number" },      -- kr, perioden
  column { "Årsprognos", as = "forecast", type = "number" }, -- kr, hela året
}

-- Indikatorerna ur kvalitetssystemet, en rad per indikator. Ett tomt nuvärde
-- eller en tom prognos betyder att det inte är mätt.
source {
  id = "quality.indicators",
  about = "Nuvärde, prognos och kommentar per indikator",
  files = "quality/indikatorer*.csv",
  encoding = "auto",
  separator = ";",
  decimal = ",",
  reject_limit = 5,
  unit = "son",
  column { "Indikator", as = "indicator", type = "indicator" },
  column { "Nuvärde", as = "now", type = "figure", may_be_empty = true },
  column { "Prognos", as = "forecast", type = "figure", may_be_empty = true },
  column { "Underlag", as = "base", type = "number", optional = true,
    may_be_empty = true }, -- så många svar eller ärenden
  column { "Tillfrågade", as = "asked", type = "number", optional = true,
    may_be_empty = true }, -- i en enkät
  column { "Kommentar", as = "comment", type = "text", may_be_empty = true },
  figures { id = "indicator", value = "now", forecast = "forecast",
    base = "base", asked = "asked", comment = "comment" },
}

-- Hembesöken ur planeringssystemet, en rad per besök.
source {
  id = "care.visits",
  about = "Hemtjänstens besök: brukare och personal",
  files = "care/hembesok*.csv",
  encoding = "auto",
  separator = ";",
  decimal = ",",
  column { "Dag", as = "day", type = "date" },
  column { "Hemtjänstgrupp", as = "unit", type = "unit" },
  column { "Brukare", as = "client", type = "code", personal = true },
  column { "Personal", as = "staff", type = "code", personal = true },
  freshness { column = "day" },
}

-- Nämndens beslut och uppdrag, en rad per beslut. Samma paragraf kan ge flera
-- uppdrag: de får löpnummer i den ordning som de står.
source {
  id = "quality.decisions",
  about = "Beslut och uppdrag med status",
  files = "quality/beslut*.csv",
  encoding = "auto",
  separator = ",",
  decimal = ",",
  unit = "son",
  column { "Beslut", as = "key", type = "decision" },
  column { "Beslutstext", as = "text", type = "text" },
  column { "Status", as = "status", type = "word",
    words = { "pågående", "delvis pågående", "avslutat" } },
  column { "Kommentar", as = "comment", type = "text", may_be_empty = true },
  column { "Stående", as = "standing", type = "word", words = { "ja" },
    optional = true, may_be_empty = true },
  column { "Redovisas", as = "due", type = "date", optional = true,
    may_be_empty = true },
  records { kind = "decision", id = "key",
    fields = { "text", "status", "comment", "standing", "due" } },
}

-- Delarna av beslut som har flera, i den ordning som de står i beslutet.
source {
  id = "quality.decision-parts",
  about = "Beslutens delar",
  files = "quality/delar-av-beslut*.csv",
  encoding = "auto",
  separator = ";",
  decimal = ",",
  unit = "son",
  column { "Beslut", as = "key", type = "decision" },
  column { "Del", as = "text", type = "text" },
  column { "Status", as = "status", type = "word",
    words = { "pågående", "avslutat" } },
  column { "Avslutat genom", as = "closed-by", type = "text",
    may_be_empty = true },
  records { kind = "decision-part", id = "key",
    fields = { "text", "status", "closed-by" } },
}

-- Individ- och familjeomsorgens öppna insatser, en rad per insats. Insatser med
-- få deltagare lämnas samlat.
source {
  id = "quality.volumes",
  about = "Öppna insatser: barn, vuxna och träffar",
  files = "quality/volymer*.csv",
  encoding = "auto",
  separator = ";",
  decimal = ",",
  unit = "ifo",
  totals = "Summa",
  column { "Kod", as = "code", type = "code" },
  column { "Insats", as = "name", type = "text", may_be_empty = true },
  column { "Barn", as = "children", type = "number", may_be_empty = true },
  column { "Vuxna", as = "adults", type = "number", may_be_empty = true },
  column { "Träffar", as = "meetings", type = "number", may_be_empty = true },
  records { kind = "volume", id = "code",
    fields = { "name", "children", "adults", "meetings" } },
}

source {
  id = "quality.risks",
  about = "Riskerna i internkontrollplanen",
  files = "quality/risker*.csv",
  encoding = "auto",
  separator = ";",
  decimal = ",",
  unit = "son",
  column { "Nr", as = "code", type = "code" },
  column { "Risk", as = "text", type = "text" },
  column { "Kvalitetsfaktor", as = "goal", type = "text" },
  column { "Sannolikhet", as = "likelihood", type = "text" },
  column { "Allvarlighetsgrad", as = "severity", type = "text" },
  records { kind = "risk", id = "code",
    fields = { "text", "goal", "likelihood", "severity" } },
}

source {
  id = "quality.controls",
  about = "Kontrollerna av riskerna och vad de visade",
  files = "quality/kontroller*.csv",
  encoding = "auto",
  separator = ";",
  decimal = ",",
  unit = "son",
  column { "Id", as = "code", type = "code" },
  column { "Risk", as = "risk", type = "code" },
  column { "Kontroll", as = "text", type = "text" },
  column { "Följs upp", as = "frequency", type = "word",
    words = { "delår", "helår" } },
  column { "Uppföljd", as = "followed", type = "word",
    words = { "ja", "nej" } },
  column { "Iakttagelse", as = "comment", type = "text", may_be_empty = true },
  column { "Åtgärd", as = "action", type = "text", may_be_empty = true },
  records { kind = "control", id = "code",
    fields = { "risk", "text", "frequency", "followed", "comment",
      "action" } },
}

-- Svaren på arbetsmiljöns checklista, en rad per fråga och enhet som svarat.
source {
  id = "quality.work-environment",
  about = "Svar på checklistan om arbetsmiljöarbetet",
  files = "quality/arbetsmiljo*.csv",
  encoding = "auto",
  separator = ";",
  decimal = ",",
  column { "Fråga", as = "question", type = "code" },
  column { "Enhet", as = "unit", type = "unit" },
  column { "Svar", as = "answer", type = "text", may_be_empty = true },
  column { "Kommentar", as = "comment", type = "text", may_be_empty = true },
  column { "Åtgärd", as = "action", type = "text", may_be_empty = true },
  column { "Ansvarig", as = "responsible", type = "text",
    may_be_empty = true }, -- en roll, aldrig ett namn
  column { "Klart", as = "date", type = "date", may_be_empty = true },
  records { kind = "answer", id = "question", each_unit = true,
    fields = { "question", "answer", "comment", "action", "responsible",
      "date" } },
}

-- Sjukfrånvaron för ett helt år, en rad per enhet och månad, tid i timmar.
source {
  id = "hr.absence-by-unit",
  about = "Ordinarie tid och sjukfrånvaro per enhet och månad",
  files = "hr/sjukfranvaro-enhet*.csv",
  encoding = "windows-1252",
  separator = ";",
  decimal = ",",
  key = { "month", "unit" },
  column { "Månad", as = "month", type = "month" },
  column { "Enhet", as = "unit", type = "unit" },
  column { "Ordinarie tid", as = "ordinary", type = "number", min = 0 },
  column { "Sjukfrånvaro", as = "sick", type = "number", min = 0 },
  check { "sick", at_most = "ordinary" },
  freshness { column = "month" },
}

-- Avvikelserna som enheterna rapporterar, en rad per avvikelse. En enhet som inte
-- talar om huruvida den följt upp lämnar cellen tom.
source {
  id = "quality.incidents",
  about = "Avvikelser och om de följts upp",
  files = "quality/avvikelser*.csv",
  encoding = "auto",
  separator = ";",
  decimal = ",",
  key = { "number" },
  column { "Nummer", as = "number", type = "code", pattern = "A99-999" },
  column { "Dag", as = "day", type = "date" },
  column { "Lagrum", as = "law", type = "word", words = { "SoL", "LSS" } },
  column { "Enhet", as = "unit", type = "unit" },
  column { "Följd upp", as = "followed", type = "word",
    words = { "ja", "nej" }, may_be_empty = true },
}

-- Nämndens utvecklingsarbete: aktiviteter med mål, ansvarig roll och läge.
source {
  id = "quality.activities",
  about = "Aktiviteter i utvecklingsarbetet",
  files = "quality/aktiviteter*.csv",
  encoding = "auto",
  separator = ";",
  decimal = ",",
  unit = "son",
  column { "Nr", as = "code", type = "code" },
  column { "Mål", as = "goal", type = "code", may_be_empty = true },
  column { "Aktivitet", as = "text", type = "text" },
  column { "Ansvarig", as = "responsible", type = "text" },
  column { "Läge", as = "status", type = "word",
    words = { "ej påbörjad", "pågående", "klar" } },
  column { "Klart", as = "due", type = "date", may_be_empty = true },
  column { "Kommentar", as = "comment", type = "text", may_be_empty = true },
  records { kind = "activity", id = "code",
    fields = { "goal", "text", "responsible", "status", "due", "comment" } },
}

-- Prov av reglerna i rules/goals.lua: `bokslut test` kör dem.
--
-- test { … }        ett fall och det svar som regeln ska ge
--   rule            regelns id; version får utelämnas (den senaste)
--   about           vad fallet prövar, i klartext
--   indicator       siffrorna som en indikator har i ett bokslut:
--       measure       måttenheten, som i measures.lua
--       value, forecast   nuvärde och prognos; utelämnat saknas
--       target        målvärdet, skrivet som i input/register/indicators.csv
--       better        "lower" när ett lägre värde är bättre
--   goal            graderna som målets indikatorer har: { "green", … };
--                   "not-measured" för en indikator utan grad
--   given           i stället: frågornas svar, som regeln har dem under given;
--                   missing() för det som saknas
--   grade           graden som väntas, eller missing = "not-measured"
--   row             får utelämnas: raden som ska ge svaret, från 1

local light = "indicator.traffic-light"

test {
  rule = light,
  about = "En indikator utan siffror är inte mätt",
  indicator = { measure = "percent", target = "högst 7,5 %" },
  missing = "not-measured", row = 1,
}

test {
  rule = light,
  about = "En siffra utan målvärde är inte heller bedömd",
  indicator = { measure = "percent", value = 12, forecast = 10 },
  missing = "not-measured", row = 1,
}

test {
  rule = light,
  about = "En prognos som når målvärdet är grön, vad nuvärdet än är",
  indicator = { measure = "percent", value = 12, forecast = 7.5,
    target = "högst 7,5 %" },
  grade = "green", row = 2,
}

test {
  rule = light,
  about = "Utan prognos är det nuvärdet som bedöms",
  indicator = { measure = "percent", value = 86.7, target = "minst 85 %" },
  grade = "green", row = 2,
}

test {
  rule = light,
  about = "Två enheter och mindre än fem procent från målet: gul",
  indicator = { measure = "percent", forecast = 83, target = "minst 85 %" },
  grade = "yellow", row = 3,
}

test {
  rule = light,
  about = "Precis tre enheter från ett mål på 85: ännu gul",
  indicator = { measure = "percent", forecast = 82, target = "minst 85 %" },
  grade = "yellow", row = 3,
}

test {
  rule = light,
  about = "Mer än tre enheter från målet: röd, hur stort målet än är",
  indicator = { measure = "percent", forecast = 81.9, target = "minst 85 %" },
  grade = "red", row = 4,
}

test {
  rule = light,
  about = "Sjukfrånvaron: 2,5 enheter är en tredjedel av målet",
  indicator = { measure = "percent", value = 12, forecast = 10,
    target = "högst 7,5 %" },
  grade = "red", row = 5,
}

local goal = "goal.fulfilment"

test {
  rule = goal,
  about = "Alla gröna: målet uppnås",
  goal = { "green", "green" },
  grade = "reached", row = 1,
}

test {
  rule = goal,
  about = "En grön och en röd: hälften räcker till delvis",
  goal = { "green", "red" },
  grade = "partly", row = 2,
}

test {
  rule = goal,
  about = "En indikator som inte är mätt drar ned andelen",
  goal = { "green", "red", "not-measured" },
  grade = "not-reached", row = 3,
}

test {
  rule = goal,
  about = "Ett mål utan indikatorer är inte mätt",
  goal = {},
  missing = "not-measured", row = 4,
}

test {
  rule = goal,
  about = "Precis hälften är ännu delvis",
  given = { none = false, green = 0.25, reached = 0.5 },
  grade = "partly", row = 2,
}

quantity { id = "persons", print = "personer", decimals = { 0, 2 } }
quantity { id = "number", print = "", decimals = { 0, 0 } }
quantity { id = "percent", print = "%", decimals = { 0, 0 }, hundred = true }
quantity { id = "hour", print = "timmar" }

source { id = "care.visits", files = "besok.csv",
  column { "Dag", as = "day", type = "date" },
  column { "Grupp", as = "unit", type = "unit" },
  column { "Brukare", as = "client", type = "code", personal = true },
  column { "Personal", as = "staff", type = "code", personal = true } }
-- personalkontinuitet: så många möter en brukare på 14 dagar
measure { id = "continuity", source = "care.visits", month = "day",
  nested = { distinct = "staff", per = "client" }, quantity = "persons",
  window = last_days { days = 14 } }
measure { id = "continuity.groups", mean_of_groups = "continuity",
  quantity = "persons" }
measure { id = "clients", source = "care.visits", month = "day",
  distinct = "client", quantity = "persons",
  window = last_days { days = 14 } }

source { id = "quality.deviations", files = "avvikelser.csv",
  column { "Datum", as = "day", type = "date" },
  column { "Enhet", as = "unit", type = "unit" },
  column { "Lag", as = "law", type = "word", words = { "SoL", "LSS", "HSL" } },
  column { "Följt upp", as = "followed", type = "date", may_be_empty = true } }
measure { id = "deviations", source = "quality.deviations", count = true,
  month = "day", where = { law = one_of("SoL", "LSS") }, quantity = "number" }
measure { id = "deviations.followed", source = "quality.deviations",
  count = true, month = "day", quantity = "number", varav = "deviations",
  where = { law = one_of("SoL", "LSS"), followed = present() } }
measure { id = "deviations.share", quantity = "percent",
  ratio = { "deviations.followed", "deviations" } }

source { id = "law.rulings", files = "domar.csv", unit = "ifo",
  column { "Datum", as = "day", type = "date" },
  column { "Utfall", as = "outcome", type = "word",
    words = { "bifall", "avslag", "delvis bifall" } } }
measure { id = "rulings", source = "law.rulings", count = true, month = "day",
  window = own("2023-01..2023-06"), quantity = "number" }
measure { id = "rulings.right", source = "law.rulings", count = true,
  month = "day", window = own("2023-01..2023-06"), quantity = "number",
  where = any_of { { outcome = eq("bifall") },
    { outcome = eq("delvis bifall") } } }
measure { id = "rulings.share", quantity = "percent",
  ratio = { "rulings.right", "rulings" } }

source { id = "hr.absence", files = "tid.csv",
  column { "Månad", as = "month", type = "month" },
  column { "Enhet", as = "unit", type = "unit" },
  column { "Tid", as = "ordinary", type = "number", min = 1 },
  column { "Sjuk", as = "sick", type = "number", min = 0 } }
measure { id = "sick", source = "hr.absence", sum = "sick", month = "month",
  quantity = "hour", window = accumulated() }
measure { id = "ordinary", source = "hr.absence", sum = "ordinary",
  month = "month", quantity = "hour", window = accumulated() }
measure { id = "sick-leave", quantity = "percent",
  ratio = { "sick", "ordinary" } }
measure { id = "sick.before", source = "hr.absence", sum = "sick",
  month = "month", quantity = "hour", window = own("2022-01..2022-08") }
measure { id = "ordinary.before", source = "hr.absence", sum = "ordinary",
  month = "month", quantity = "hour", window = own("2022-01..2022-08") }
measure { id = "sick-leave.before", quantity = "percent",
  ratio = { "sick.before", "ordinary.before" } }
measure { id = "sick.by-month", source = "hr.absence", sum = "sick",
  month = "month", quantity = "hour", window = each_month() }
measure { id = "sick.least", source = "hr.absence", min = "sick",
  month = "month", quantity = "hour", window = accumulated() }
measure { id = "sick.most", source = "hr.absence", max = "sick",
  month = "month", quantity = "hour",
  window = rolling { months = 12 } }
measure { id = "sick.mean", source = "hr.absence", mean = "sick",
  month = "month", quantity = "hour", window = at_end() }

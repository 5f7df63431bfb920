-- Riskerna: hur sannolikhet och allvarlighetsgrad blir en bedömning.
--
-- risk_matrix { … }   en matris
--   id, version       matrisens namn och version; det som ett godkänt bokslut
--                     bedömts med ändras inte, det som ersätter det är en ny
--                     version med egen from
--   from, till        första och sista dag som versionen gäller; till utelämnas
--                     om den gäller än, eller tills nästa version börjar gälla
--   kind              slaget av poster som är risker (sources.lua)
--   scale             skalan som bedömningarna hör till
--   likelihood, severity      nivåerna i ord, den lägsta först
--   likelihood_means, severity_means   vad de betyder; får utelämnas
--   letters           en bokstav för varje bedömning, där färg inte räcker
--   from { produkt, "bedömning" }     gäller från den produkten av nivåerna
--   cells             i stället: en lista för varje nivå av sannolikhet, den
--                     lägsta först, med bedömningen för varje allvarlighetsgrad

scale {
  id = "risk-class",
  about = "Hur en risk hanteras",
  grade { id = "accepted", label = "accepteras", symbol = "circle",
    colour = "#2e7d32" },
  grade { id = "soon", label = "hanteras snarast", symbol = "triangle",
    colour = "#f9a825" },
  grade { id = "at-once", label = "hanteras omedelbart", symbol = "diamond",
    colour = "#b71c1c" },
}

risk_matrix {
  id = "internal-control",
  version = 1,
  from = "2023-01-01",
  about = "Internkontrollens riskmatris",
  kind = "risk",
  scale = "risk-class",
  likelihood = { "mycket liten", "liten", "stor", "mycket stor" },
  likelihood_means = { "inträffar mer sällan", "kan inträffa varje månad",
    "kan inträffa varje vecka", "kan inträffa varje dag" },
  severity = { "försumbar", "lindrig", "kännbar", "allvarlig" },
  severity_means = { "saknar betydelse för den enskilde och kommunen",
    "liten betydelse", "besvärande", "stor betydelse" },
  letters = { accepted = "A", soon = "S", ["at-once"] = "O" },
  from { 1, "accepted" },
  from { 6, "soon" },
  from { 12, "at-once" },
}

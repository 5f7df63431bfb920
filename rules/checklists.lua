-- Föreskrifterna som rapporterna hänvisar till, och checklistornas frågor.
--
-- regulation { … }  en föreskrift så som den gällde en tid
--   id              kort namn; checklistor och texter använder det: {sam.cite}
--                   och {sam.title} i en text ger det som gällde på periodens
--                   sista dag
--   cite, title     hur den hänvisas till, och vad den heter
--   from, to        första och sista dag; to utelämnas om den gäller än. Det som
--                   ersätter den har samma id
--
-- checklist { … }   frågor som enheter svarar på
--   id, version     listans namn och version; det som ett godkänt bokslut
--                   använt ändras inte, det som ersätter det är en ny version
--   from, till      första och sista dag som versionen gäller; till utelämnas
--                   om den gäller än, eller tills nästa version börjar gälla
--   about           tabellens rubrik
--   kind            slaget av poster som är svar (sources.lua): fältet question
--                   är frågans nummer, answer svaret, tomt om det är ej bedömt
--   asked           enheterna som tillfrågas; alla under nämnden om inget sägs.
--                   En chefs svar gäller även enheterna under, som inte svarat
--                   själva; har alla enheter under svarat är enheten besvarad
--   regulations     föreskrifterna som frågorna följer upp
--   scale           skalan som utfallen hör till
--   from { andel, "grad" }   gäller från den andelen goda svar av ja och nej
--   question { … }  en fråga
--     number        numret som trycks, inom citattecken
--     answer        "yes-no", "number" (summan av enheternas tal), "text",
--                   eller det som räknas fram: "measure" enhetens mått, "change"
--                   måttets ändring sedan samma tid året före (historiken)
--     good          "yes" eller "no": svaret som är det goda. Utan det har
--                   frågan inget utfall
--     measure       måttet, och quantity måttenheten som svaret skrivs i

regulation { id = "sam", cite = "AFS 2001:1",
  title = "Systematiskt arbetsmiljöarbete",
  from = "2001-07-01", to = "2024-12-31" }
regulation { id = "sam", cite = "AFS 2023:1",
  title = "Systematiskt arbetsmiljöarbete – grundläggande skyldigheter "
    .. "för dig med arbetsgivaransvar",
  from = "2025-01-01" }
regulation { id = "osa", cite = "AFS 2015:4",
  title = "Organisatorisk och social arbetsmiljö",
  from = "2016-03-31", to = "2024-12-31" }
regulation { id = "osa", cite = "AFS 2023:2",
  title = "Planering och organisering av arbetsmiljöarbete – grundläggande "
    .. "skyldigheter för dig med arbetsgivaransvar",
  from = "2025-01-01" }
regulation { id = "aml", cite = "SFS 1977:1160", title = "Arbetsmiljölagen",
  from = "1978-07-01" }

scale {
  id = "checklist",
  about = "Utfallet av en fråga",
  grade { id = "met", label = "uppfyllt", symbol = "circle",
    colour = "#2e7d32" },
  grade { id = "partly", label = "delvis uppfyllt", symbol = "triangle",
    colour = "#f9a825" },
  grade { id = "not-met", label = "ej uppfyllt", symbol = "diamond",
    colour = "#b71c1c" },
}

checklist {
  id = "work-environment",
  version = 1,
  from = "2022-01-01",
  about = "Uppföljning av arbetsmiljöarbetet, antal svar",
  kind = "answer",
  scale = "checklist",
  regulations = { "sam", "osa", "aml" },
  asked = { "ledning", "fs", "fs.admin", "fs.gruppbostad",
    "iof", "iof.familjehem", "iof.barn-unga", "iof.bistand",
    "vo", "vo.admin", "vo.sjukskoterskor", "vo.sarskilt", "vo.korttid",
    "vo.hemtjanst", "vo.hemtjanst.hamnen", "vo.hemtjanst.kvarnen",
    "vo.hemtjanst.sjovik", "vo.hemtjanst.tallasen", "vo.hemtjanst.angen" },
  from { 0, "not-met" },
  from { 0.5, "partly" },
  from { 1, "met" },
  question { number = "1", answer = "yes-no", good = "yes",
    text = "Finns skriftliga rutiner för arbetsmiljöarbetet?" },
  question { number = "2", answer = "text",
    text = "Hur samverkar chef, skyddsombud och medarbetare?" },
  question { number = "3", answer = "yes-no", good = "yes",
    text = "Är chefens arbetsmiljöuppgifter fördelade skriftligt?" },
  question { number = "4", answer = "yes-no", good = "yes",
    text = "Har den som fått uppgifterna kunskap nog för dem?" },
  question { number = "5", answer = "yes-no", good = "yes",
    text = "Har skyddsombudet kunskap nog för uppdraget?" },
  question { number = "6", answer = "yes-no", good = "yes",
    text = "Undersöks och bedöms risker löpande?" },
  question { number = "7", answer = "yes-no", good = "yes",
    text = "Har riskbedömningar gjorts under året?" },
  question { number = "8", answer = "yes-no", good = "yes",
    text = "Finns en skriftlig handlingsplan för det som inte åtgärdats "
      .. "genast?" },
  question { number = "9", answer = "yes-no",
    text = "Finns åtgärder i planen som inte är klara?" },
  question { number = "11", answer = "yes-no", good = "yes",
    text = "Följs genomförda åtgärder upp?" },
  question { number = "12", answer = "yes-no", good = "yes",
    text = "Finns kända mål för den organisatoriska och sociala "
      .. "arbetsmiljön?" },
  question { number = "13", answer = "measure",
    measure = "hr.sick-leave-year", quantity = "percent-2",
    text = "Sjukfrånvaro under året" },
  question { number = "14", answer = "change",
    measure = "hr.sick-leave-year", quantity = "points",
    text = "Ändring sedan året före, i procentenheter" },
  question { number = "15", answer = "number", quantity = "number",
    text = "Antal anmälda arbetsskador" },
  question { number = "16", answer = "number", quantity = "number",
    text = "Antal rapporterade tillbud" },
  question { number = "17", answer = "yes-no", good = "yes",
    text = "Utreds ohälsa, olycksfall och allvarliga tillbud?" },
  question { number = "18", answer = "yes-no", good = "yes",
    text = "Följs utredningarna upp?" },
  question { number = "19", answer = "yes-no", good = "yes",
    text = "Ingår arbetsmiljön i introduktionen av nya och inhyrda?" },
  question { number = "20", answer = "yes-no",
    text = "Har företagshälsovården anlitats?" },
}

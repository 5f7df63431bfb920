-- Kommunen och de rapporter som den lämnar.
--
-- Filerna i rules/ läses i bokstavsordning, var och en för sig. De *förklarar*:
-- varje ord nedan är ett påstående som bokslut läser, inget som körs om igen.
-- Text efter två streck är anmärkningar, som den här.
--
-- workspace { … }   står en gång
--   municipality    namnet som det skrivs på rapporternas framsida
--   code            kommunkoden, fyra siffror inom citattecken (nollor behålls)
--   language        språket i rapporter och meddelanden: "sv" eller "en"
--   decimal         får utelämnas: decimaltecknet i input/register, historiken
--                   och rättelserna, "," eller "."
--   drafts          får utelämnas: så många utkast av varje bokslut som sparas;
--                   äldre tas bort. Det som föreslagits eller beslutats står kvar

workspace {
  municipality = "Nordvikens kommun",
  code = "0000",
  language = "sv",
}

-- report { … }      en gång för varje slags rapport
--   id              kort namn, a–z 0–9 . - (används i kommandon och mappar)
--   title           rubriken på framsidan
--   template        mallen: templates/<template>.xml
--   unit            nämnden, som id i input/register/units.csv
--   year_end        får utelämnas: slagen av mål som ska ha en grad för årets slut
--                   i grades.csv, { "nämndmål" }; saknas någon är bokslutet inte klart
--   archive         får utelämnas: "3a" (PDF/A-3a med rapportens XML i) eller "2a"
--                   (PDF/A-2a utan bilagor, XML bredvid), för arkiv som kräver det

report {
  id = "prognosrapport",
  title = "Prognosrapport",
  template = "prognosrapport",
  unit = "son",
}

report {
  id = "delarsrapport",
  title = "Delårsrapport",
  template = "delarsrapport",
  unit = "son",
}

report {
  id = "beslutsuppfoljning",
  title = "Beslutsuppföljning",
  template = "beslutsuppfoljning",
  unit = "son",
}

report {
  id = "internkontroll",
  title = "Internkontroll",
  template = "internkontroll",
  unit = "son",
}

report {
  id = "sam",
  title = "Årlig uppföljning av arbetsmiljöarbetet",
  template = "sam",
  unit = "son",
}

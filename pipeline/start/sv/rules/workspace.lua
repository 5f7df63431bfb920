-- Kommunen och rapporterna som den lämnar. Text efter två streck är anmärkningar.
--
--   municipality    namnet som det trycks på framsidan
--   code            kommunkoden, fyra siffror inom citattecken
--   language        språket i rapporter och meddelanden: "sv" eller "en"

workspace {
  municipality = "Min kommun",
  code = "0000",
  language = "sv",
}

--   id              rapportens korta namn, i kommandon och mappar
--   title           rubriken på framsidan
--   template        mallen: templates/<template>.xml
--   unit            nämnden, som id i input/register/units.csv

report {
  id = "uppfoljning",
  title = "Uppföljning",
  template = "uppfoljning",
  unit = "namnden",
}

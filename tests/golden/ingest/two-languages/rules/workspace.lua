workspace {
  municipality = "Nordvikens kommun",
  code = "0000",
  language = "sv",
}

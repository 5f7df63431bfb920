-- The municipality and the reports that it hands in. What follows two dashes is
-- a remark.
--
--   municipality    the name as it is printed on the cover
--   code            the municipality's code, four digits in quotes
--   language        of reports and messages: "sv" or "en"
--   decimal         the decimal sign of registers and history: "," or "."

workspace {
  municipality = "My municipality",
  code = "0000",
  language = "en",
  decimal = ".",
}

--   id              the report's short name, in commands and folders
--   title           the heading on the cover
--   template        the template: templates/<template>.xml
--   unit            the committee, as an id of input/register/units.csv

report {
  id = "follow-up",
  title = "Follow-up",
  template = "follow-up",
  unit = "committee",
}

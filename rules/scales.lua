-- Skalorna: de grader som en bedömning kan ge, den bästa först.
--
-- scale { … }       en skala
--   id              kort namn; regler och grades.csv använder det
--   about           vad skalan mäter
--   grade { … }     en grad
--     id            kort namn, som reglerna skriver
--     label         ordet som trycks; det står alltid bredvid tecknet, så att
--                   ingen behöver kunna skilja färgerna åt
--     symbol        tecknet: "circle", "triangle", "diamond" eller "ring"
--     colour        tecknets färg, "#rrggbb"

scale {
  id = "traffic-light",
  about = "Indikatorns trafikljus",
  grade { id = "green", label = "grön", symbol = "circle",
    colour = "#2e7d32" },
  grade { id = "yellow", label = "gul", symbol = "triangle",
    colour = "#f9a825" },
  grade { id = "red", label = "röd", symbol = "diamond",
    colour = "#b71c1c" },
}

scale {
  id = "goal",
  about = "Måluppfyllelse",
  grade { id = "reached", label = "uppnås", symbol = "circle",
    colour = "#2e7d32" },
  grade { id = "partly", label = "uppnås delvis", symbol = "triangle",
    colour = "#f9a825" },
  grade { id = "not-reached", label = "uppnås ej", symbol = "diamond",
    colour = "#b71c1c" },
}

scale {
  id = "year-end",
  about = "Förväntas uppnås vid årsskiftet",
  grade { id = "yes", label = "ja", symbol = "circle",
    colour = "#2e7d32" },
  grade { id = "no", label = "nej", symbol = "diamond",
    colour = "#b71c1c" },
}

-- Delårsrapportens skalor: en för varje slags mål.
scale {
  id = "core-mission",
  about = "Uppfyllelse av grunduppdrag",
  grade { id = "met", label = "uppnås", symbol = "circle",
    colour = "#2e7d32" },
  grade { id = "largely", label = "uppnås till stor del",
    symbol = "triangle", colour = "#f9a825" },
  grade { id = "not-met", label = "uppnås inte", symbol = "diamond",
    colour = "#b71c1c" },
}

scale {
  id = "quality-factor",
  about = "Grad av kvalitet",
  grade { id = "met", label = "uppnås", symbol = "circle",
    colour = "#2e7d32" },
  grade { id = "on-way", label = "på väg att uppnås", symbol = "triangle",
    colour = "#f9a825" },
  grade { id = "not-met", label = "uppnås inte", symbol = "diamond",
    colour = "#b71c1c" },
}

scale {
  id = "development-goal",
  about = "Måluppfyllnad",
  grade { id = "met", label = "uppfyllt", symbol = "circle",
    colour = "#2e7d32" },
  grade { id = "on-way", label = "på väg att uppfyllas",
    symbol = "triangle", colour = "#f9a825" },
  grade { id = "off-way", label = "på väg att inte uppfyllas",
    symbol = "diamond", colour = "#b71c1c" },
}

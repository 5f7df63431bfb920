rule { id = "kf", version = 1, from = "2025-01-01", scale = "goal",
  to = goals("kf-mål"), about = "Hur många indikatorer som har en grad",
  given = { graded = count("green", "yellow", "red"),
    part = share("green", "yellow", "red") },
  decide = function(given)
    return given.graded:eq(5) and "reached" or "not-reached"
  end }

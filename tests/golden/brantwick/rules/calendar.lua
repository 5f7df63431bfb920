close {
  period = "2024-Q3",
  report = "works-review",
  as_of = "2024-10-10",
  opens = "2024-10-01",
  deadline = "2024-10-18",
  sources = {
    "works.repairs",
    "water.mains",
    "money.accounts",
    "board.figures",
    "board.hazards",
  },
}

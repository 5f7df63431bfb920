measure { id = "met", source = "quality", sum = "amount", quantity = "hour",
  window = period() }
measure { id = "met-mean", mean_of_groups = "met", quantity = "hour" }

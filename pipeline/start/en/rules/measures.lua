-- The quantities: how a figure is written, and with how many decimals.
--
--   hundred         true: a ratio is written in hundredths (per cent)

quantity { id = "percent", print = "%", decimals = { 0, 1 }, hundred = true }
quantity { id = "days", print = "days", decimals = { 0, 1 } }
quantity { id = "persons", print = "persons", decimals = { 0, 0 } }
quantity { id = "index", print = "", decimals = { 0, 1 } }
quantity { id = "yes-no", print = "", decimals = { 0, 0 } }

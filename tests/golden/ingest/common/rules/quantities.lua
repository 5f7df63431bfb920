quantity { id = "percent", print = "%", decimals = { 0, 1 }, hundred = true }
quantity { id = "hour", print = "timmar", decimals = { 0, 2 } }
quantity { id = "sek", print = "kr", decimals = { 0, 2 } }
quantity { id = "months", print = "månader", decimals = { 0, 1 } }
quantity { id = "number", print = "" }
quantity { id = "yes-no", print = "" }

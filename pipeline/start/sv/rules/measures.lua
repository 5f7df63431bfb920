-- Måttenheterna: hur en siffra skrivs, och med hur många decimaler.
--
--   hundred         true: en kvot skrivs i hundradelar (procent)

quantity { id = "percent", print = "%", decimals = { 0, 1 }, hundred = true }
quantity { id = "days", print = "dagar", decimals = { 0, 1 } }
quantity { id = "persons", print = "personer", decimals = { 0, 0 } }
quantity { id = "index", print = "", decimals = { 0, 1 } }
quantity { id = "yes-no", print = "", decimals = { 0, 0 } }

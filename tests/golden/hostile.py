"""Files that mean harm, through `bokslut test`: hostile.py BOKSLUT FOLDER

FOLDER is a workspace without tests; each attack is its rules/x.lua, alone, or a
function in it that a test asks.  It must be refused with status 78 and told at its line, within two seconds of
processor time and 300 MiB, without a character that a terminal would obey.
tests/unit/test_lua_sandbox.c has those that need no program around them.
"""
import os
import pathlib
import re
import subprocess
import sys

SECONDS = 2
MEBIBYTES = 300
SANITIZED = b"__asan_init" in pathlib.Path(sys.argv[1]).read_bytes()
DEEP = "too many brackets, blocks or operators inside each other"
SLOW = "the file runs too long; is there a loop that never ends?"
UNREAD = "reading up to here takes too long"
REACHED = "the functions of the file use more than 16384 KiB of other functions"
NO_TEXT = "a text that is empty, or not UTF-8, or has control characters"
MEMORY = "the file needs too much memory"
STOPPED = "the Lua code stopped with an error: "


def fill(before, part, after, size=260000):
    """As much of a part as a file may have."""
    return before + part * ((size - len(before) - len(after)) // len(part)) + after


def rule(body):
    """A rule that decides by a function, on three lines."""
    return f"""rule {{ id = "g", version = 1, from = "2025-01-01", scale = "goal", to = goals("x"), about = "x", given = {{ none = no_indicators(), green = share("green"), red = count("red") }}, decide = function(given)
{body}
end }}
"""


# label, file, line, what is told there
FILES = [
    # --- Lua's parser, where no hook is called
    ("a chain of equalities", "\nlocal a = 1" + " == 1" * 150, 2, DEEP),
    ("a chain of inequalities", "\n\nlocal a = 1" + " ~= 1" * 300, 3, DEEP),
    ("a chain of texts", "\nlocal a = 'a'" + "\n.. 'a'" * 300, 199, DEEP),
    ("a chain of powers", "local a = 2" + " ^ 2" * 50000, 1, DEEP),
    ("a chain of minus", "local a = " + "- " * 100000 + "1", 1, DEEP),
    ("tables in tables", "\n\n\nlocal a = " + "{" * 5000 + "}" * 5000, 4, DEEP),
    ("functions in functions", "\nlocal a = " + "function() return " * 250 + "1" + " end" * 250, 2, DEEP),
    ("blocks in blocks", "do\n" * 400 + "end\n" * 400, 199, DEEP),
    ("labels", "".join(f"::l{i}::" for i in range(20000)), 1, DEEP),
    ("jumps", fill("\n", "goto a ", "::a::"), 2, "too many labels/gotos"),
    ("a long or", fill("\nlocal a = 1 local b = a ", "or a ", ""), 2, UNREAD),
    ("a long and", fill("\nlocal a = 1 local b = a ", "and a ", ""), 2, UNREAD),
    ("a long elseif", fill("\nlocal a = 1 if a then ", "elseif a then ", "end"), 2, UNREAD),
    ("locals", "local a\n" * 200000, None, "the file is longer than 256 KiB"),
    ("fewer locals", "local a\n" * 20000, 202, "too many local variables (limit is 200)"),
    ("upvalues", "".join(f"local {a}{i}\n" + ("local function f()\n" if i == 189 else "") for a in "ab" for i in range(190))
     + "return function() return " + "+".join(f"{a}{i}" for a in "ab" for i in range(190)) + " end end",
     383, "too many upvalues (limit is 255)"),
    ("a long text", "\nlocal a = '" + "x" * 100000 + "'", 2, MEMORY),
    ("a long name", "\n\nlocal " + "a" * 100000 + " = 1", 3, MEMORY),
    ("a number of many digits", "\nmeasure { 1" + "0" * 100000 + " }", 2, "the number is not exact"),
    ("the end of what stands around the file", "\nend error('out') do", 2, "<eof> expected near 'end'"),
    # --- bytes
    ("a NUL", b"\nlocal a = 1\0 local b = 2", 2, "this is not valid Lua"),
    ("nothing but NULs", b"\0" * 1000, 1, "this is not valid Lua"),
    ("bytecode", b"\x1bLuaT\0\x19\x93\r\n\x1a\n", 1, "the file is not UTF-8 here"),
    ("bytecode behind a remark", b"#!/usr/bin/lua\n\x1bLuaT\0", 1, "this is not valid Lua"),
    ("two marks of byte order", b"\xef\xbb\xbf\xef\xbb\xbfmeasure { }", 1, "this is not valid Lua"),
    ("UTF-16", "measure { }".encode("utf-16"), 1, "the file is not UTF-8 here"),
    ("a letter of Latin-1 behind CRs", b"\r\nlocal a = 1\r\n-- \xe5", 3, "the file is not UTF-8 here"),
    ("lines that end in CR", b"local a\rlocal b\rboom()", 3, "unknown word boom"),
    ("a long bracket without end", b"\nlocal a = [==[" + b"]]" * 50000, 2, "unfinished long string"),
    ("a remark without end", b"\n--[==[" + b"]=]" * 50000, 2, "unfinished long comment"),
    ("half of a character of UTF-16", r"measure { id = '\u{D800}' }", 1, "a text must be UTF-8"),
    ("a character beyond Unicode", r"measure { id = '\u{7FFFFFFF}' }", 1, "a text must be UTF-8"),
    # --- the sandbox's own names
    ("its mark of lines", "\n__line = 1", 2, "attempt to assign to const variable '__line'"),
    ("its mark in a table", "\nmeasure { __true, __key, __equal }", 2, "measure: there is no value"),
    ("its answers, written over", "\n__true[true] = false", 2, "attempt to index a userdata value"),
    ("its functions, called", "\nerror(tostring(__equal(1, 1)) .. tostring(__true ^ false))", 2, STOPPED + "truefalse"),
    ("jumps back without end", "do local a ::x:: a = 1 goto x end", 1, SLOW),
    ("a jump into a variable's reach", "\ngoto x local a ::x:: a = 1", 2, "jumps into the scope of local 'a'"),
    ("a list that grows while it is walked", "\nlocal t = { 1 } for i in ipairs(t) do t[i + 1] = 1 end", 2, MEMORY),
    ("the environment as an argument", "local function f(_ENV) return a end\nmeasure { x = f { a = pairs } }", 2, "a function cannot stand here"),
    ("a key of the environment", "\nlocal a = _ENV[{}]", 2, "there is no such name"),
    ("a word written over", "\nrule = 1", 2, "rule is not declared"),
    ("a library taken away", "string = nil", 1, "string is not declared"),
    ("methods taken away", "for k in pairs(string) do string[k] = nil end\nerror(('x'):rep(1))", 2, STOPPED + "attempt to call a nil value"),
    ("whole numbers that wrap", "\nmeasure { id = math.maxinteger + 1 }", 2, "measure: id must be a text"),
    ("shifts away", "\nlocal a = 1 // (1 << 64)", 2, STOPPED + "attempt to divide by zero"),
    ("a loop of floating point", "for i = 0.0, 1/0 do end", 1, SLOW),
    ("a loop that overflows", "for i = math.mininteger, math.maxinteger, 1 do end", 1, SLOW),
    ("a loop of steps of nothing", "\nfor i = 1, 2, 0 do end", 2, STOPPED + "'for' step is zero"),
    ("a list from the least number to the largest", "\ntable.unpack({}, math.mininteger, math.maxinteger)", 2, "too many results to unpack"),
    ("a place out of bounds", "\ntable.insert({}, 1 << 62, 1)", 2, "position out of bounds"),
    ("a wide format", "\nlocal a = ('%99999d'):format(1)", 2, "invalid conversion"),
    ("a format of much", "local s = ''\nwhile true do s = ('%.99f'):rep(99):format(('x'):rep(99):byte(1, -1)) end", 2, SLOW),
    ("a number of spaces", "local s = (' '):rep(32000)\nwhile true do tonumber(s) end", 2, SLOW),
    ("a name of its own kind", "\nlocal a = contains == starts_with", 2, "a function is called with brackets"),
    ("a term as a key", "\nfor k in pairs { [eq(1)] = 1 } do end", 2, "needs names or whole numbers"),
    ("a term in a tower", "local t = eq(1) for i = 1, 40 do t = eq(t) end\nmeasure { t }", 1, "eq: the table is too deep, or holds itself"),
    # --- what is looked at for a function before it is asked
    ("many functions on one line", "local t = {" + "function() end," * 9000 + "}\n" + rule("return t[1]"), 2, REACHED),
    ("long texts reached", "local s = ('x'):rep(32000)\nlocal t = {} for i = 1, 9999 do t[i] = s end\n"
     + rule("return t[1]"), 3, REACHED),
    ("a long list reached", "local t = {} for i = 1, 10001 do t[i] = i end\n" + rule("return t[1]"), 2,
     "the table has more than 10000 members"),
    ("a deep table reached", "local t = {} for i = 1, 100 do t = { t } end\n" + rule("return t[1]"), 2,
     "the table is too deep, or holds itself"),
    ("odd keys reached", "\nlocal t = { [{}] = 1 }\n" + rule("return t[1]"), 3, "needs names or whole numbers"),
    # --- names that become those of folders, or stand in commands
    ("a report above its folder", "\nreport { id = '..', title = 'x', template = 'x', unit = 'x' }", 2, 'id = ".." is no name'),
    ("a report in the folder of the period", "report { id = '.', title = 'x', template = 'x', unit = 'x' }", 1, 'id = "." is no name'),
    ("a report in another folder", "report { id = '../../x', title = 'x', template = 'x', unit = 'x' }", 1, 'id = "../../x" is no name'),
    ("a source that is an option", "\nsource { id = '--version' }", 2, 'id = "--version" is no name'),
    ("a report that no folder can be named like", "report { id = ('a'):rep(300), title = 'x', template = 'x', unit = 'x' }", 1,
     "is no name; use a-z"),
    ("a template elsewhere", "report { id = 'x', title = 'x', template = '../../etc/passwd', unit = 'x' }", 1,
     'template = "../../etc/passwd" is no name'),
    ("exports elsewhere", "source { id = 'x', files = '../../../etc/passwd' }", 1, "leads out of the folder of the period"),
    ("a period elsewhere", "close { period = '../../x' }", 1, 'period = "../../x" is not known'),
    ("a language elsewhere", "workspace { municipality = 'x', code = '0000', language = '../../x' }", 1, 'language = "../../x"'),
    # --- errors that the file makes up
    ("an error that is a table", "\nerror({ code = 1 })", 2, STOPPED + "table"),
    ("an error that is a function", "\nerror(function() end)", 2, STOPPED + "function"),
    ("an error that is nothing", "\nerror()", 2, STOPPED + "nil"),
    ("an error that is a number", "\nerror(42)", 2, STOPPED + "42"),
    ("an assertion with a table", "\nassert(false, {})", 2, STOPPED + "table"),
    ("an error that says to stand elsewhere", "\nerror('R:99: x', 0)", 2, STOPPED + "R:99: x"),
    ("an error far up", "\nerror('x', 99)", 2, STOPPED + "x"),
    ("an error in colours", r"error('\27[31mred\7\8\127')", 1, STOPPED + "\ufffd[31mred\ufffd\ufffd\ufffd"),
    ("an error in control characters of two bytes", r"error('\u{9b}2J')", 1, STOPPED + "\ufffd2J"),
    ("an error from right to left", r"error('\u{202e}abc')", 1, STOPPED + "\ufffdabc"),
    ("an error of two lines", r"error('a\nrules/goals.lua:1: b')", 1, STOPPED + "a rules/goals.lua:1: b"),
    ("an error that is no UTF-8", r"error('\xff\xc3')", 1, STOPPED + "\ufffd\ufffd"),
    ("an error without end", "\nerror(('x'):rep(32000))", 2, STOPPED + "x" * 3000),
    ("a name in colours", r"local a = _ENV['\27[31m']", 1, "unknown word \ufffd[31m"),
    ("an assignment in colours", r"_ENV['\27[31m\n'] = 1", 1, "\ufffd[31m  is not declared"),
    ("a field in control characters", r"measure { ['\u{9b}2J'] = 1 }", 1, "unknown field \ufffd2J"),
    ("an id of two lines", r"measure { id = 'a\nb' }", 1, 'id = "a b" is no name'),
    ("an error like a format", "\nerror('%s%n%99999d')", 2, STOPPED + "%s%n%99999d"),
]

# what stands before a rule with a function, its body, and what is told of it
# when a test asks it; the line is told within the function, from 1
ASKED = [
    ("many functions reached", "local a = 1" + " a = 1" * 18000 + "\nlocal t = {\n" + "function() end,\n" * 9000 + "}\n",
     "return t", 0, "the function must return a grade as a text; it returned: table"),
    ("an answer in colours", "", r"return '\27[31m'", 0, "must return a grade as a text; it returned: " + NO_TEXT),
    ("an answer that is no UTF-8", "", r"return '\xff'", 0, "must return a grade as a text; it returned: " + NO_TEXT),
    ("no answer", "", "return ''", 0, "must return a grade as a text; it returned: " + NO_TEXT),
    ("an answer from right to left", "", r"return '\u{202e}x'", 0, 'it returned "\ufffdx", which is neither a grade'),
    ("a reason with a NUL", "", r"return 'partly', 'a\0b'", 0, "must be a text; it returned: " + NO_TEXT),
    ("a reason that is a figure", "", "return 'partly', given.green", 0, "must be a text; it returned: userdata"),
    ("a function for an answer", "", "return function() return 'partly' end", 0, "it returned: function"),
    ("what was given for an answer", "", "return given", 0, "it returned: table"),
    ("answers without end", "", "return table.unpack({}, 1, 200000)", 0, "it returned: nil"),
    ("an error that is a figure", "", "error(given.green)", 1, STOPPED + "userdata"),
    ("a figure made a text", "", "return ('%s'):format(given.green)", 1, "only texts, numbers, true, false and nil"),
    ("a figure in a text", "", "return 'x' .. given.green", 1, "figures have no arithmetic signs"),
    ("a figure in a list of texts", "", "return table.concat { given.green }", 1, STOPPED + "invalid value (userdata)"),
    ("the length of a figure", "", "return #given.green", 1, "figures have no arithmetic signs"),
    ("bits of a figure", "", "return given.green & 1", 1, STOPPED + "attempt to perform bitwise operation"),
    ("the type of a figure", "", "return math.type(given.green) or 'partly'", 1, "a figure cannot be made a number"),
    ("a figure that is called", "", "return given.green()", 1, STOPPED + "attempt to call a userdata value"),
    ("a part of a figure", "", "return given.green[1]", 1, "a figure has no ?()"),
    ("a figure that is written", "", "given.green.eq = function() return true end", 1, STOPPED + "attempt to index a userdata value"),
    ("a method that is written", "", "local m = given.green.eq m.x = 1", 1, STOPPED + "attempt to index a function value"),
    ("a method of something else", "", "return given.green.missing({})", 1, "only a figure can be asked missing()"),
    ("a figure and a text", "", "return given.green.eq('0.5', given.green)", 1, "a figure or a number was expected, not: string"),
    ("a figure that counts", "", "for i = 1, given.green do end", 1, STOPPED + "bad 'for' limit"),
    ("a figure that is kept", "local t = {}\n", "t[1] = given.green return 'partly' or t", 1, "cannot be changed by it"),
    ("a figure without end", "", "local f = given.green for i = 1, 99 do f = f:times(999999) end", 1, "what comes out is too large"),
    ("a figure near nothing", "", "local f = given.green for i = 1, 99 do f = f:over(999983) end", 1, "what comes out is too large"),
    ("no number", "", "return given.green:plus(0/0)", 1, "the number is not exact"),
    ("a number without end", "", "return given.green:below(1/0) and 'partly'", 1, "the number is not exact"),
    ("a number that overflows", "", "return given.green:below(2^63) and 'partly'", 1, "the number is not exact"),
    ("a number that is not exact", "", "return given.green:below(1/3) and 'partly'", 1, "the number is not exact"),
    ("figures without end", "", "local t = {} for i = 1, 9e9 do t[-i] = given.green:plus(i) end", 1, SLOW),
    ("numbers without end", "", "for i = 1, 9e9 do given.green:below(i) end", 1, SLOW),
    ("what was not given, in colours", "", r"return given['\27[31m']", 1, 'the function is not given "\ufffd[31m"'),
    ("what was given, in order", "", "for i in ipairs(given) do end", 1, 'the function is not given "?"'),
    ("a table given, changed", "", "table.insert(given, 1)", 1, "what the function is given cannot be changed by it"),
    ("a list outside, sorted", "local t = { 2, 1 }\n", "table.sort(t) return 'partly'", 1, "what stands outside the function cannot be changed"),
    ("a list outside, shortened", "local t = { 2, 1 }\n", "table.remove(t) return 'partly'", 1, "what stands outside the function cannot be changed"),
    ("a library, changed", "", "string.rep = nil return 'partly'", 1, "what stands outside the function cannot be changed"),
    ("another environment", "", "local _ENV = { given = given } return rule", 0, "it returned: nil"),
    ("a variable changed by another", "local n = 0\nlocal function f() n = n + 1 end\n", "f() return 'partly'", 0, "the function changes n"),
    ("calls without end", "", "local function f(n) return f(n + 1) + 1 end return f(1)", 1, SLOW),
    ("no end, twenty times", "", "local s = (' '):rep(32000) while true do tonumber(s) end", 1, SLOW),
    ("no end, the second time", "", "while true do end", 0, "the function is not asked: one of the file ran too long before"),
    ("too much, the second time", "", "local t = {} for i = 1, 9e9 do t[i] = ('x'):rep(32000) .. i end", 0, "the function is not asked: one of"),
]
TEST = 'test { rule = "g", about = "fall", given = { none = false, green = 0.5, red = missing() }, grade = "partly" }\n'
ASKS = 'rule "g", version 1, for "fall" (green = 0.5, none = no, red = missing): '


def run(bokslut, folder, words):
    """Status, what was told, seconds and mebibytes of one command."""
    child = subprocess.Popen([bokslut, "-C", folder, "--lang", "en", *words], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    told = child.stderr.read()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, told, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def faults(got, place, want):
    """What is wrong with how an attack was met."""
    status, told, seconds, mebibytes = got
    text = told.decode("utf-8", "surrogateescape")
    if status != 78:
        yield f"status {status}"
    if not any(row.startswith(place) and want in row for row in text.split("\n")):
        yield f"not told: {place}… {want}"
    if re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", text):
        yield "a terminal would obey it"
    if max(map(len, text.split("\n"))) > 4200:
        yield "a line without end"
    if seconds >= SECONDS:
        yield f"{seconds:.1f} s"
    if mebibytes >= MEBIBYTES and not SANITIZED:
        yield f"{mebibytes:.0f} MiB"


def attacks():
    """Each attack: label, file, test, how the line that is told begins, what stands in it."""
    for label, content, line, want in FILES:
        yield label, content, "", "rules/x.lua" + (f":{line}" if line else "") + ": ", want
    for label, before, body, line, want in ASKED:
        line += before.count("\n") + 1
        yield label, before + rule(body), TEST * 20, f"rules/x.lua:{line}: {ASKS}", want


def main():
    bokslut, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    for label, content, test, place, want in attacks():
        (folder / "rules/x.lua").write_bytes(content if isinstance(content, bytes) else content.encode())
        (folder / "rules/tests/x.lua").write_text(test)
        got = run(bokslut, folder, ["test"])
        found = list(faults(got, place, want))
        print("not ok" if found else "ok", "-", label)
        if found:
            print(" ", "; ".join(found), "\n ", repr(got[1][:400]))
    print("tried")


main()

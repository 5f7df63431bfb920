"""The operators of a content stream (ISO 32000-1, 7.8.2), one by one."""
import re

TOKEN = re.compile(rb"""
    (?P<space>[\x00\t\n\f\r ]+|%[^\r\n]*) |
    (?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?=[\x00\t\n\f\r ()<>\[\]{}/%]|\Z)) |
    (?P<name>/[^\x00\t\n\f\r ()<>\[\]{}/%]*) |
    (?P<open><<|\[) | (?P<close>>>|\]) |
    (?P<hex><[0-9A-Fa-f\x00\t\n\f\r ]*>) |
    (?P<literal>\() |
    (?P<word>[^\x00\t\n\f\r ()<>\[\]{}/%]+)
""", re.VERBOSE)
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
WORDS = {b"true": True, b"false": False, b"null": None}


class Malformed(ValueError):
    """A content stream that cannot be read."""


def _literal_end(data, at):
    """Where a string that begins at `at` ends: its parentheses nest."""
    depth = 0
    while at < len(data):
        byte = data[at:at + 1]
        if byte == b"\\":
            at += 1
        elif byte == b"(":
            depth += 1
        elif byte == b")":
            depth -= 1
            if depth == 0:
                return at + 1
        at += 1
    raise Malformed("a string does not end")


def _unescaped(match):
    escaped = match[1]
    if escaped[:1].isdigit():
        return bytes([int(escaped, 8) & 255])
    if escaped in (b"\n", b"\r", b"\r\n"):
        return b""
    return ESCAPES.get(escaped, escaped)


def _hex_bytes(token):
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", token).decode()
    return bytes.fromhex(digits + "0" * (len(digits) % 2))


def _name(token):
    return re.sub(r"#([0-9A-Fa-f]{2})", lambda m: chr(int(m[1], 16)),
                  token.decode("latin-1"))


def _closed(stack, token):
    """Put what has been read since the opening into one value."""
    if len(stack) < 2 or stack[-1][0] != {b"]": b"[", b">>": b"<<"}[token]:
        raise Malformed("brackets do not pair")
    items = stack.pop()[1:]
    if token == b">>":
        items = dict(zip(items[::2], items[1::2]))
    stack[-1].append(items)


def _image_end(data, at):
    """Behind an inline image whose ID ends at `at`."""
    end = re.compile(rb"[\r\n ]EI(?=[\r\n ]|\Z)").search(data, at)
    if not end:
        raise Malformed("an inline image does not end")
    return end.end()


def operators(data):
    """(operator, operands) of a content stream; BI stands for its image."""
    at = 0
    stack = [[b""]]
    while at < len(data):
        match = TOKEN.match(data, at)
        if not match:
            raise Malformed(f"cannot read {data[at:at + 12]!r}")
        kind, token, at = match.lastgroup, match[0], match.end()
        if kind == "number":
            stack[-1].append(float(token))
        elif kind == "name":
            stack[-1].append(_name(token))
        elif kind == "open":
            stack.append([token])
        elif kind == "close":
            _closed(stack, token)
        elif kind == "hex":
            stack[-1].append(_hex_bytes(token))
        elif kind == "literal":
            end = _literal_end(data, match.start())
            stack[-1].append(ESCAPE.sub(_unescaped, data[at:end - 1]))
            at = end
        elif kind == "word" and token in WORDS:
            stack[-1].append(WORDS[token])
        elif kind == "word":
            if len(stack) > 1:
                raise Malformed("an operator inside brackets")
            if token == b"ID":
                at = _image_end(data, at)
            if token != b"BI":
                yield ("BI" if token == b"ID" else token.decode("latin-1"),
                       stack[0][1:])
                stack = [[b""]]
    if len(stack) > 1 or len(stack[0]) > 1:
        raise Malformed("operands without an operator")

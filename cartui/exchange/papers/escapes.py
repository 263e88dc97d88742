"""Which signs of a paragraph would be alive in Markdown, and get a backslash before them."""

import re
from collections.abc import Iterator

_ANYWHERE = re.compile(
    r"""\\(?=[!-/:-@\[-`{-~\n]|$)"""  # before a sign, or before a line end
    r"""|`"""
    r"""|\*"""
    r"""|_"""
    r"""|\](?=[(\[])"""  # no link without its end
    r"""|<(?=[^<>\s]{2000}|[^<>\s]+>)"""  # an address; a look ahead has to end somewhere
    r"""|&(?=\#?\w{1,31};)"""
)
# What means something only at the beginning of a line: headings, lists, quotes, fences, rules,
# underlines of headings and of tables, targets of references.
_AT_FIRST = re.compile(
    r"^[ ]*(?:(?P<number>\d{1,9}(?=[.)](?:\s|$)))"
    r"|(?=\#{1,6}(?:\s|$))|(?=[-+](?:\s|$))|(?=>)|(?=~~~)|(?=-[ ]*-)|(?=[-=:|][-=:|\ ]*$)"
    r"|(?=\[[^\]\n]*\]:))",
    re.MULTILINE,
)
_CLOSING = re.compile(r"(?:(?<=\s)|^)(?=\#+$)")


def escapes(text: str, *, heading: bool = False, cell: bool = False) -> Iterator[int]:
    """Yield the places before which a backslash makes a text read letter by letter."""
    for found in _ANYWHERE.finditer(text):
        if found[0] not in "*_" or _may_mark(text, found.start()):
            yield found.start()
    for found in _AT_FIRST.finditer(text):
        yield found.end()
    if heading and (closing := _CLOSING.search(text)):
        yield closing.start()
    if cell:
        yield from (at for at, sign in enumerate(text) if sign == "|")


def _may_mark(text: str, at: int) -> bool:
    """Whether a star or a low line could begin or end emphasis here."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] == "_" and before.isalnum() and after.isalnum():
        return False
    # A line end gets a backslash before it, which is a sign that a star could belong to.
    stands_alone = not before.strip() and after in ("", " ")
    return not stands_alone or _begins_line(text, at)


def _begins_line(text: str, at: int) -> bool:
    """Whether nothing but blanks stands before a place in its line: a list or a rule may begin."""
    before = text[max(0, at - 100) : at]
    return not before.rpartition("\n")[2].strip(" ")

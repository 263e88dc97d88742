"""A page in leaves: what the room sees at once. Every leaf is whole in a window of 60 by 18.

Leaves are the same in every window, so that two windows show the same one by its number.
"""

import re
from collections.abc import Iterator, Sequence

from cartui.services.pages import Page, PageKind
from screens.parts.digits import can_be_drawn
from screens.parts.symbols import mark
from screens.present.rows import HIGH, WIDE, Leaf, Row, filled
from screens.present.wrapping import wrapped

MOST_RULES = 5
BESIDE_DIGITS = 8
"""Rows of words beside which digits of five rows still stand, in the smallest window."""
WIDE_PART = 46
WIDE_CARRIED = 50
"""How wide the rules of a review stand: they are read as a list, and few of them are new."""
BESIDE_CLOCK, WIDE_STEP = 7, 50
"""Rows of words beside the clock of a critique round, and how wide they are there."""
LONGEST = 5
"""Signs that stand side by side in digits of nine rows, in the smallest window."""

_TIME = re.compile(r"(?:^|\s)(\d{1,2}:\d{2})\s*$", re.ASCII)


def leaves(page: Page) -> tuple[Leaf, ...]:
    """Return the leaves of a page in order; there is always one."""
    if page.kind is PageKind.WORDS:
        return tuple(_words(page))
    if page.kind is PageKind.PART:
        return tuple(Leaf(rows=rows, clocked=True) for rows in _part(page))
    if page.kind is PageKind.STEP:
        return tuple(Leaf(rows=rows, clocked=True) for rows in _step(page))
    blocks = {
        PageKind.RULES: _rules, PageKind.CARD: _card, PageKind.PASSAGE: _passage,
        PageKind.CARRIED: _carried,
    }[page.kind](page)  # fmt: skip
    most = MOST_RULES if page.kind is PageKind.RULES else HIGH
    return tuple(Leaf(rows=rows) for rows in filled(blocks, most)) or (Leaf(),)


def _rules(page: Page) -> list[list[Row]]:
    blocks = []
    for number, rule in enumerate(page.lines, 1):
        first, *more = wrapped(rule, WIDE)
        blocks.append([Row(first, lead=str(number)), *(Row(line, lead=" ") for line in more)])
    return blocks


def _carried(page: Page) -> list[list[Row]]:
    """Return headings, and rules with the number that each has beside it."""
    blocks = []
    for line in page.lines:
        number, _, rule = line.partition(" ")
        if not number.isdigit():
            blocks.append([Row(each, "title") for each in wrapped(line, WIDE_CARRIED)])
            continue
        first, *more = wrapped(rule, WIDE_CARRIED)
        blocks.append([Row(first, lead=number), *(Row(each, lead=" ") for each in more)])
    return blocks


def _card(page: Page) -> list[list[Row]]:
    stages = []
    for number, name in enumerate(page.lines):
        here = number == page.here
        lead, look = (mark("here"), "strong") if here else (" ", "")
        first, *more = wrapped(name, WIDE - 4)
        stages.append(Row(f"{number + 1:>2}  {first}", look, lead))
        stages += [Row(f"    {line}", look, " ") for line in more]
    after = [[Row(line, "") for line in wrapped(text, WIDE)] for text in page.after]
    title = [Row(line, "title") for line in wrapped(page.name, WIDE)]
    return [block for block in (title, stages, *after) if block]


def _passage(page: Page) -> list[list[Row]]:
    return [[Row(line) for line in wrapped(text, WIDE)] for text in page.lines]


def _step(page: Page) -> list[tuple[Row, ...]]:
    """Return a step of a critique round: prompt and ask, then the passage, whole where it fits."""
    head = [Row(line, "title") for line in wrapped(page.name, WIDE_STEP)]
    head += [Row(line, "") for text in page.after for line in wrapped(text, WIDE_STEP)]
    texts = [[Row(line) for line in wrapped(text, WIDE_STEP)] for text in page.lines]
    return filled([head, *texts], BESIDE_CLOCK, BESIDE_CLOCK)


def _part(page: Page) -> list[tuple[Row, ...]]:
    """Return a part of an agenda: its title, then its questions, numbered if there are several."""
    head = [Row(line, "title") for line in wrapped(page.name, WIDE_PART)] if page.name else []
    after = [[Row(line, "") for line in wrapped(text, WIDE_PART)] for text in page.after]
    numbered = len(page.lines) > 1
    blocks = []
    for number, text in enumerate(page.lines, 1):
        first, *more = wrapped(text, WIDE_PART)
        lead, rest = (str(number), " ") if numbered else ("", "")
        blocks.append([Row(first, lead=lead), *(Row(line, lead=rest) for line in more)])
    whole = [block for block in (head, *blocks, *after) if block]
    return filled(whole, BESIDE_CLOCK, BESIDE_CLOCK) or [()]


def _words(page: Page) -> Iterator[Leaf]:
    """Yield leaves of words in the middle; the last has the digits, if the words end in any."""
    texts, digits = _digits_of(page.lines)
    blocks = [[Row(line, "title") for line in wrapped(page.name, WIDE)]] if page.name else []
    blocks += [[Row(line) for line in wrapped(text, WIDE)] for text in texts]
    *before, last = filled(blocks, HIGH) or [()]
    if digits and len(last) > BESIDE_DIGITS:
        before, last = [*before, last], ()
    yield from (Leaf(rows=rows, centred=True) for rows in before)
    yield Leaf(rows=last, digits=digits, centred=True)


def _digits_of(lines: Sequence[str]) -> tuple[list[str], str]:
    """Return the texts without the time or number that they end in, and that."""
    *before, last = lines or ("",)
    if len(last) <= LONGEST and can_be_drawn(last):
        return before, last
    if (found := _TIME.search(last)) is None:
        return [*before, last], ""
    rest = last[: found.start()].rstrip()
    return [*before, *filter(None, (rest,))], found[1]

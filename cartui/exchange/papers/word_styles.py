"""Which paragraphs are headings and which stand in lists, by the names of their styles."""

import re

from msgspec import Struct

from cartui.exchange.papers.word_parts import word
from cartui.exchange.papers.xml import Element, attribute, child, children

_HEADING = re.compile(r"heading (\d+)")
_LIST_LEVEL = re.compile(r"list (?:bullet|number) (\d)")
_TITLE = "title"
_BODY_LEVEL = 9
_DEEPEST = 6
_LONGEST_LINE = 20
"""How many styles may stand on one another; Word itself has some five."""


class Manner(Struct, frozen=True, kw_only=True):
    """How a paragraph stands: heading of a level (0 for none), or in a list so deep (from 0)."""

    heading: int = 0
    list: str = ""
    depth: int = 0


class _Style(Struct, frozen=True):
    """A style: its name in small letters, its outline level and its list, "" where not said."""

    name: str
    based_on: str
    outline: str
    list: str
    depth: str


class WordStyles:
    """The styles of one file by id. Ids are translated or numbers, names never are."""

    def __init__(self, root: Element | None) -> None:
        styles = (
            [each for each in children(root) if word(each) == "style"] if root is not None else []
        )
        self._styles = {attribute(each, "styleId"): _style(each) for each in styles}

    def is_named_heading(self, style: str) -> bool:
        """Whether a style's own name says that it is a heading or the title."""
        known = self._styles.get(style)
        return known is not None and bool(_heading_of(known.name))

    def manner(self, paragraph: Element) -> Manner:
        """Return how a paragraph stands: what it says itself, else what its style says."""
        own = child(paragraph, "pPr")
        style = "" if own is None else _value(own, "pStyle")
        list_id, depth = ("", "") if own is None else _list_of(own)
        outline = "" if own is None else _value(own, "outlineLvl")
        heading = 0
        for known in self._line_of(style):
            heading = heading or _heading_of(known.name)
            outline = outline or known.outline
            list_id, depth = list_id or known.list, depth or known.depth or _depth_of(known.name)
        if not heading and outline.isdecimal() and int(outline) < _BODY_LEVEL:
            heading = int(outline) + 1
        in_list = list_id if list_id != "0" else ""
        deep = min(int(depth), 8) if depth.isdecimal() else 0
        return Manner(heading=min(heading, _DEEPEST), list=in_list, depth=deep)

    def _line_of(self, style: str) -> list[_Style]:
        """Return a style and those it is based on, the nearest first."""
        found: list[_Style] = []
        while (known := self._styles.get(style)) is not None and len(found) < _LONGEST_LINE:
            if known in found:
                break
            found.append(known)
            style = known.based_on
        return found


def _style(element: Element) -> _Style:
    own = child(element, "pPr")
    list_id, depth = ("", "") if own is None else _list_of(own)
    outline = "" if own is None else _value(own, "outlineLvl")
    name = " ".join(_value(element, "name").casefold().split())
    return _Style(name, _value(element, "basedOn"), outline, list_id, depth)


def _heading_of(name: str) -> int:
    """Return the level that a style's name says, 0 if it is no heading's."""
    found = _HEADING.fullmatch(name)
    return int(found[1]) if found else int(name == _TITLE)


def _depth_of(name: str) -> str:
    """Return the depth that a list's style says by its name alone, "" if it says none."""
    found = _LIST_LEVEL.fullmatch(name)
    return str(max(0, int(found[1]) - 1)) if found else ""


def _list_of(properties: Element) -> tuple[str, str]:
    numbered = child(properties, "numPr")
    if numbered is None:
        return "", ""
    return _value(numbered, "numId"), _value(numbered, "ilvl")


def _value(element: Element, name: str) -> str:
    found = child(element, name)
    return attribute(found, "val") if found is not None else ""

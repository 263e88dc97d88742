"""The marks of list items: a dash for bullets, numbers that go on as Word counts them."""

from cartui.exchange.papers.word_parts import word
from cartui.exchange.papers.xml import Element, attribute, child, children

BULLET = "-"
_BULLETS = frozenset(("bullet", "none", ""))
_MOST = 999_999_999


class WordLists:
    """The lists of one file, and how far each has counted."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, tuple[str, int]]] = {}
        self._counts: dict[str, list[int]] = {}
        self._home: dict[str, str] = {}
        parts = list(children(root)) if root is not None else []
        forms = {attribute(e, "abstractNumId"): e for e in parts if word(e) == "abstractNum"}
        for each in parts:
            if word(each) == "num":
                form = child(each, "abstractNumId")
                form_id = attribute(form, "val") if form is not None else ""
                self._home[attribute(each, "numId")] = form_id
                self._levels[attribute(each, "numId")] = _levels(forms.get(form_id))

    def mark(self, list_id: str, depth: int) -> str:
        """Return the next mark of a list at this depth: "-", or a number with a full stop.

        Lists made from one form go on counting together, as they do in Word.
        """
        form, start = self._levels.get(list_id, {}).get(depth, ("", 1))
        counts = self._counts.setdefault(self._home.get(list_id) or list_id, [])
        del counts[depth + 1 :]
        counts.extend([0] * (depth + 1 - len(counts)))
        counts[depth] = counts[depth] + 1 if counts[depth] else start
        return BULLET if form in _BULLETS else f"{min(counts[depth], _MOST)}."


def _levels(form: Element | None) -> dict[int, tuple[str, int]]:
    """Return the kind and the first number of each level of a form."""
    found = {}
    for each in children(form) if form is not None else ():
        depth = attribute(each, "ilvl")
        if word(each) == "lvl" and depth.isdecimal():
            kind, start = child(each, "numFmt"), child(each, "start")
            first = attribute(start, "val") if start is not None else "1"
            found[int(depth)] = (
                attribute(kind, "val") if kind is not None else "decimal",
                max(1, int(first)) if first.isdecimal() else 1,
            )
    return found

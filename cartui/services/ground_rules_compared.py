"""Two versions of the rules laid side by side, with the words that differ."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from enum import StrEnum

from msgspec import Struct

from cartui.services.ground_rules_versions import Version, VersionLine

Words = tuple[tuple[str, bool], ...]
"""Pieces of a text in order; True says that the other side words it differently."""


class Became(StrEnum):
    """What became of a rule between two versions."""

    SAME = "same words"
    REWORDED = "reworded"
    NEW = "new"
    GONE = "no longer there"


class Compared(Struct, frozen=True, kw_only=True):
    """One rule in two versions. A number is 0, and the words none, where it is not there."""

    change: Became
    number_before: int = 0
    before: Words = ()
    number_after: int = 0
    after: Words = ()


def compared(before: Version | None, after: Version) -> list[Compared]:
    """Return each rule of either version once: those of `after` in order, then those gone."""
    was = {line.rule: (n, line) for n, line in enumerate(before.lines if before else (), 1)}
    found = [_row(was.get(line.rule), number, line) for number, line in enumerate(after.lines, 1)]
    stays = {line.rule for line in after.lines}
    gone = (
        Compared(change=Became.GONE, number_before=number, before=((line.text, True),))
        for number, line in was.values()
        if line.rule not in stays
    )
    return [*found, *gone]


def _row(old: tuple[int, VersionLine] | None, number: int, new: VersionLine) -> Compared:
    if old is None:
        return Compared(change=Became.NEW, number_after=number, after=((new.text, True),))
    before, after = word_changes(old[1].text, new.text)
    return Compared(
        change=Became.SAME if old[1].text == new.text else Became.REWORDED,
        number_before=old[0],
        before=before,
        number_after=number,
        after=after,
    )


def word_changes(before: str, after: str) -> tuple[Words, Words]:
    """Return two texts in pieces of whole words: those they share, and those that differ."""
    old, new = before.split(), after.split()
    left: list[tuple[str, bool]] = []
    right: list[tuple[str, bool]] = []
    for kind, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        _add(left, old[a:b], kind != "equal")
        _add(right, new[c:d], kind != "equal")
    return tuple(left), tuple(right)


def _add(to: list[tuple[str, bool]], words: Sequence[str], differs: bool) -> None:
    if words:
        to.append((" ".join(words), differs))

"""What differs between two versions of a draft: paragraph by paragraph, and within them by word."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

from msgspec import Struct

from cartui.anchoring.watching import Watch, look
from cartui.exchange.markdown_blocks import Block
from cartui.services.worded_apart import Pieces, worded_apart
from cartui.services.wording_likeness import likeness, word_counts

AHEAD = 12
"""How many paragraphs of the other version are looked through for the same one, reworded."""
ALIKE = 0.4
"""What two paragraphs must share of their words to be one, reworded."""
_MOVED_LEAST = 20
_AGAIN, _LEAST, _MANY_PAIRS = 0.6, 6, 40_000
"""What a paragraph that moved must still share of its words, how many words it has at least, and
how many pairs are compared at most.
"""


class Became(StrEnum):
    """What became of a paragraph."""

    SAME = "the same"
    REWORDED = "reworded"
    NEW = "new"
    GONE = "gone"
    MOVED = "moved"


class Paragraph(Struct, frozen=True, kw_only=True):
    """A paragraph of either version. Numbers count from 1, 0 where it does not stand.

    A moved one stands at its place in the later version, with its number in both.
    """

    became: Became
    before: int = 0
    after: int = 0
    kind: str = "paragraph"
    pieces: Pieces = ()


def differences(
    old: Sequence[Block], new: Sequence[Block], watch: Watch | None = None
) -> list[Paragraph]:
    """Return the paragraphs of both versions in order, those gone where they stood.

    Raises Stopped if `watch` returned False.
    """
    found: list[Paragraph] = []
    ops = SequenceMatcher(
        a=[block.text for block in old], b=[block.text for block in new], autojunk=False
    ).get_opcodes()
    moved = _moved(old, new, ops)
    for kind, a, b, c, d in ops:
        look(watch, c / max(1, len(new)))
        if kind == "equal":
            found += [_same(old[a + n], new[c + n]) for n in range(b - a)]
            continue
        gone = [block for block in old[a:b] if block.index not in moved.values()]
        for was, now in _paired(gone, new[c:d], moved):
            look(watch, (now.index if now else c) / max(1, len(new)))
            found.append(_paragraph(was, now, moved, old))
    return _found_again(found, old, new, watch)


def _found_again(
    found: list[Paragraph], old: Sequence[Block], new: Sequence[Block], watch: Watch | None
) -> list[Paragraph]:
    """Return the same with what went in one place and came, reworded, in another as one that
    moved: it stands where it came, and no longer where it went.
    """
    went = {n: word_counts(old[each.before - 1].text)
            for n, each in enumerate(found) if each.became is Became.GONE}  # fmt: skip
    came = [n for n, each in enumerate(found) if each.became is Became.NEW]
    if len(went) * len(came) > _MANY_PAIRS:
        return found
    taken: set[int] = set()
    for n in came:
        look(watch, 1.0)
        mine, now = word_counts(new[found[n].after - 1].text), found[n]
        best = max(went, key=lambda at: likeness(went[at], mine), default=None)
        if best is None or mine.total() < _LEAST or likeness(went[best], mine) < _AGAIN:
            continue
        del went[best]
        taken.add(best)
        was = old[found[best].before - 1]
        pieces = worded_apart(was.text, new[now.after - 1].text)
        found[n] = Paragraph(became=Became.MOVED, before=was.index + 1, after=now.after,
                             kind=now.kind, pieces=pieces)  # fmt: skip
    return [each for n, each in enumerate(found) if n not in taken]


def count_words(found: Sequence[Paragraph]) -> str:
    """Return how many paragraphs are reworded, new, gone and moved, in words."""
    counts = [(each, sum(one.became is each for one in found)) for each in Became]
    said = [f"{count} {each.value}" for each, count in counts if count and each is not Became.SAME]
    return ", ".join(said) or "the same words"


def _moved(
    old: Sequence[Block], new: Sequence[Block], ops: Sequence[tuple[str, int, int, int, int]]
) -> dict[int, int]:
    """Return for paragraphs that moved unchanged their index in the new and in the old version."""
    went: dict[str, list[int]] = {}
    came: dict[str, list[int]] = {}
    for kind, a, b, c, d in ops:
        if kind != "equal":
            for block in old[a:b]:
                went.setdefault(block.text, []).append(block.index)
            for block in new[c:d]:
                came.setdefault(block.text, []).append(block.index)
    return {
        came[text][0]: at[0]
        for text, at in went.items()
        if len(text) >= _MOVED_LEAST and len(at) == 1 and len(came.get(text, ())) == 1
    }


def _paired(
    old: Sequence[Block], new: Sequence[Block], moved: dict[int, int]
) -> Iterator[tuple[Block | None, Block | None]]:
    """Yield what stood and what stands of a changed stretch, None where there is no such one."""
    at, counts = 0, [word_counts(was.text) for was in old]
    for now in new:
        mine = word_counts(now.text)
        near = counts[at : at + AHEAD] if now.index not in moved else []
        alike = [likeness(each, mine) for each in near]
        best = max(range(len(near)), key=alike.__getitem__, default=None)
        if best is None or alike[best] < ALIKE:
            yield None, now
            continue
        for was in old[at : at + best]:
            yield was, None
        yield old[at + best], now
        at += best + 1
    for was in old[at:]:
        yield was, None


def _same(was: Block, now: Block) -> Paragraph:
    return Paragraph(
        became=Became.SAME, before=was.index + 1, after=now.index + 1, kind=now.kind,
        pieces=((now.text, ""),),
    )  # fmt: skip


def _paragraph(
    was: Block | None, now: Block | None, moved: dict[int, int], old: Sequence[Block]
) -> Paragraph:
    if now is None:
        assert was is not None  # noqa: S101 - one of the two stands
        gone = ((was.text, "-"),)
        return Paragraph(became=Became.GONE, before=was.index + 1, kind=was.kind, pieces=gone)
    if now.index in moved:
        same = _same(old[moved[now.index]], now)
        return Paragraph(became=Became.MOVED, before=same.before, after=same.after,
                         kind=same.kind, pieces=same.pieces)  # fmt: skip
    if was is None:
        came = ((now.text, "+"),)
        return Paragraph(became=Became.NEW, after=now.index + 1, kind=now.kind, pieces=came)
    return Paragraph(
        became=Became.REWORDED, before=was.index + 1, after=now.index + 1, kind=now.kind,
        pieces=worded_apart(was.text, now.text),
    )  # fmt: skip

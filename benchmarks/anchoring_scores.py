"""The figures of re-anchoring on revision pairs whose truth is known."""

import json
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

Span = tuple[int, int]
Found = tuple[int, int, float] | None
Method = Callable[[str, str, Sequence[Span]], list[Found]]
Pair = dict[str, Any]

SURE = 0.8
_LOST = ("orphan", "orphan_decoy")


class Row(NamedTuple):
    """One passage: its class, the truth, what was found, and how far the two overlap (0 to 1)."""

    kind: str
    lost: bool
    found: bool
    sure: float
    overlap: float
    exact: bool

    @property
    def right(self) -> bool:
        return not self.found if self.lost else self.overlap >= 0.8

    @property
    def wrong(self) -> bool:
        return self.found and self.overlap <= 0.1


def pairs(folder: Path) -> list[Pair]:
    """Return the revision pairs of a folder."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    return [each for each in found if "old_text" in each]


def rows(method: Method, all_pairs: Iterable[Pair]) -> tuple[list[Row], float]:
    """Return a row for each passage, and the seconds it took."""
    found: list[Row] = []
    seconds = 0.0
    for pair in all_pairs:
        old, new, passages = pair["old_text"], pair["new_text"], pair["passages"]
        began = time.perf_counter()
        places = method(old, new, [(each["start"], each["end"]) for each in passages])
        seconds += time.perf_counter() - began
        for passage, place in zip(passages, places, strict=True):
            found.append(_row(new, passage, place))
    return found, seconds


def figures(found: Sequence[Row]) -> dict[str, float]:
    """Return the shares of drafts.md, 0 to 1."""
    lost = [row for row in found if row.lost]
    refused = [row for row in found if not row.found]
    hits = sum(not row.found for row in lost)
    return {
        "exact": _share(not row.found if row.lost else row.exact for row in found),
        "overlap": _share(row.right for row in found),
        "edited": _share(row.right for row in found if row.kind == "edited"),
        "moved": _share(row.right for row in found if row.kind.startswith("moved")),
        "orphan P": hits / (len(refused) or 1),
        "orphan R": hits / (len(lost) or 1),
        "decoys": _share(row.right for row in found if row.kind == "orphan_decoy"),
        "wrong": _share(row.wrong for row in found),
        "silent": _share(row.wrong and row.sure >= SURE for row in found),
        "review": _share(not row.found or row.sure < SURE for row in found),
    }


def _share(found: Iterable[bool]) -> float:
    values = list(found)
    return sum(values) / (len(values) or 1)


def _row(new: str, passage: Pair, place: Found) -> Row:
    truth = passage["truth"] and _bare(new, *passage["truth"])
    there = _bare(new, place[0], place[1]) if place else None
    common = 0.0
    if truth and there:
        shared = min(truth[1], there[1]) - max(truth[0], there[0])
        common = max(0, shared) / (max(truth[1], there[1]) - min(truth[0], there[0]) or 1)
    return Row(
        kind=passage["cls"],
        lost=passage["truth"] is None,
        found=place is not None,
        sure=place[2] if place else 0.0,
        overlap=common,
        exact=truth == there,
    )


def _bare(text: str, start: int, end: int) -> Span:
    """Return a span without the signs and blanks at its edges."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end

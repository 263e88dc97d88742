"""Simple ways to find passages again, for comparison with ours; none of them is in the app.

Each takes the old text, the new text and the passages, and returns for each passage its place and
how sure it is, 0 to 1, or None if it is taken for gone.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from benchmarks.approximate_search import fewest_errors

Span = tuple[int, int]
Found = tuple[int, int, float] | None

_WORD = re.compile(r"\w+")
_AROUND = 32
"""Characters before and after a passage that the scoring of Hypothes.is looks at."""


def exact_text(old: str, new: str, passages: Sequence[Span]) -> list[Found]:
    """Find the very same characters; of several the one nearest to where it stood."""
    return [_exact(old, new, each) for each in passages]


def word_diff(old: str, new: str, passages: Sequence[Span]) -> list[Found]:
    """Align all words of both texts with difflib, and take what a passage's words span."""
    here, there = list(_WORD.finditer(old)), list(_WORD.finditer(new))
    one, other = ([hit.group().lower() for hit in hits] for hits in (here, there))
    to: dict[int, int] = {}
    for run in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
        to.update((run.a + step, run.b + step) for step in range(run.size))
    found: list[Found] = []
    for start, end in passages:
        mine = [at for at, hit in enumerate(here) if hit.end() > start and hit.start() < end]
        kept = [to[at] for at in mine if at in to]
        share = len(kept) / len(mine) if mine else 0.0
        gone = share < 0.5
        found.append(None if gone else (there[kept[0]].start(), there[kept[-1]].end(), share))
    return found


def partial_ratio(old: str, new: str, passages: Sequence[Span]) -> list[Found]:
    """Take the stretch that is likest to the passage by rapidfuzz, if it is at all like it."""
    return [_likest(old[start:end], new) for start, end in passages]


def hypothesis_scoring(old: str, new: str, passages: Sequence[Span]) -> list[Found]:
    """Score each exact place, or else each with the fewest errors, as the Hypothes.is client does:
    50 for the quote, 20 for what stands before, 20 for what stands after, 2 for the position; at
    most half of the quote, and at most 256 characters of it, may be wrong.
    """
    return [_scored(old, new, each) for each in passages]


def _exact(old: str, new: str, passage: Span) -> Found:
    quote = old[slice(*passage)]
    hits = list(_hits(new, quote))
    if not hits:
        return None
    at = min(hits, key=lambda hit: abs(hit - passage[0]))
    return at, at + len(quote), 1.0 / len(hits)


def _hits(text: str, quote: str) -> Iterator[int]:
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def _likest(quote: str, new: str) -> Found:
    best = fuzz.partial_ratio_alignment(quote, new, score_cutoff=60)
    return (best.dest_start, best.dest_end, best.score / 100) if best else None


def _scored(old: str, new: str, passage: Span) -> Found:
    quote = old[slice(*passage)]
    places = [(at, at + len(quote), 1.0) for at in _hits(new, quote)]
    if not places:
        errors, there = fewest_errors(quote, new, min(256, len(quote) // 2))
        places = [(start, end, 1 - errors / len(quote)) for start, end in there]
    scored = [(_score(old, new, passage, place), place) for place in places]
    if not scored:
        return None
    score, (start, end, _) = max(scored)
    return start, end, score


def _score(old: str, new: str, passage: Span, place: tuple[int, int, float]) -> float:
    before = old[max(0, passage[0] - _AROUND) : passage[0]]
    after = old[passage[1] : passage[1] + _AROUND]
    start, end, alike = place
    around = [
        (before, new[max(0, start - len(before)) : start]),
        (after, new[end : end + len(after)]),
    ]
    near = 1 - abs(start - passage[0]) / max(1, len(new))
    kept = sum(20 * fuzz.ratio(one, other) / 100 for one, other in around)
    return (50 * alike + kept + 2 * near) / 92

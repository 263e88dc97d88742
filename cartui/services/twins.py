"""Comments of several people that say near the same of one sentence: one card, one verdict."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from cartui.exchange.markdown_blocks import Block
from cartui.services.draft_words import ONE_BY_ONE
from cartui.services.names_alike import name_words
from cartui.services.remarks import Remark
from cartui.services.wording_likeness import likeness, word_counts

ALIKE = 0.75
"""The part of their words that two comments must share; of shorter ones it must be all."""
_SHORT = 4
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)\]*_]*(?=\s|$)|[。！？]+[」』）]*")  # noqa: RUF001
_counts = lru_cache(maxsize=4096)(word_counts)


def twins(remarks: Sequence[Remark], blocks: Sequence[Block]) -> dict[str, tuple[Remark, ...]]:
    """Return the cards that hold several comments: by the uid of the first, the others.

    They are of different people, of one lens, tone and verdict. Those on politics and ethics,
    private ones and those whose place is to be checked stand alone.
    """
    cards: dict[str, tuple[Remark, ...]] = {}
    for group in _of_one_sentence(remarks, blocks):
        firsts: list[Remark] = []
        for remark in group:
            first = next((one for one in firsts if _are_twins([one, *cards.get(one.uid, ())],
                         remark)), None)  # fmt: skip
            if first is None:
                firsts.append(remark)
            else:
                cards[first.uid] = (*cards.get(first.uid, ()), remark)
    return cards


def _of_one_sentence(remarks: Sequence[Remark], blocks: Sequence[Block]) -> Iterator[list[Remark]]:
    """Yield comments that begin in one sentence and may stand on one card, two or more."""
    by_block: dict[int, list[Remark]] = defaultdict(list)
    for remark in remarks:
        place = remark.passage
        alone = remark.private or remark.asks_a_look or remark.comment.lens in ONE_BY_ONE
        if place is not None and not alone and place.block < len(blocks):
            by_block[place.block].append(remark)
    for index, here in by_block.items():
        if len(here) < 2:
            continue
        ends = _ends(blocks[index].text)
        kinds: dict[tuple[object, ...], list[Remark]] = defaultdict(list)
        for remark in here:
            at = bisect_right(ends, remark.passage.start) if remark.passage is not None else 0
            kinds[at, remark.comment.lens, remark.comment.tone, remark.state].append(remark)
        yield from (group for group in kinds.values() if len(group) > 1)


@lru_cache(maxsize=4096)
def _ends(text: str) -> list[int]:
    """Return where the sentences of a block end: it is asked again at every verdict."""
    return [hit.end() for hit in _SENTENCE_END.finditer(text)]


def _are_twins(card: Sequence[Remark], remark: Remark) -> bool:
    """Whether a comment says near the same as the first of a card, and nobody of it said it."""
    if any(_same_speaker(remark, each) for each in card):
        return False
    mine, theirs = _counts(remark.comment.text), _counts(card[0].comment.text)
    least = 1.0 if min(mine.total(), theirs.total()) < _SHORT else ALIKE
    return likeness(mine, theirs) >= least


def _same_speaker(one: Remark, other: Remark) -> bool:
    """Whether one person says both: the same member, or a name that is another but for its order,
    accents and signs. What is only perhaps the same name is another person's.
    """
    if one.comment.by and other.comment.by:
        return one.comment.by == other.comment.by
    return _spelt(one.who) == _spelt(other.who)


def _spelt(name: str) -> list[str]:
    return sorted(name_words(name)) or [name]  # a name may be made of signs alone

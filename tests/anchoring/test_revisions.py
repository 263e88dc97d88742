"""Re-anchoring on made-up revisions whose truth is known: hundreds of passages of each kind."""

from collections import Counter
from functools import cache

import pytest

from cartui.anchoring.reanchor import reanchor
from tests.anchoring.revisions import Passage, revision
from tests.anchoring.scoring import Score, score

SEEDS = range(40)


@cache
def scores() -> dict[str, Score]:
    """Return how each kind of passage has fared over all the revisions."""
    kinds: dict[str, Score] = {}
    for seed in SEEDS:
        one = revision(seed)
        found = reanchor(one.old, one.new, [(each.start, each.end) for each in one.passages])
        for passage, standing in zip(one.passages, found, strict=True):
            kinds.setdefault(passage.act, Score()).add(score(passage.truth, standing))
    return kinds


KINDS = {
    "kept": 0.995,
    "kept phrase": 0.995,
    "edited": 0.96,
    "moved": 0.95,
    "moved phrase": 0.98,
    "moved_edited": 0.9,
    "split": 0.95,
    "merged": 0.9,
    "deleted": 0.99,
    "deleted phrase": 0.98,
    "look_alike_left": 0.95,
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_found_or_refused(kind: str) -> None:
    assert scores()[kind].right >= KINDS[kind]


def test_no_look_alike_is_taken_silently_and_few_passages_need_a_look() -> None:
    whole = sum(scores().values(), Score())
    assert whole.count > 3_000
    assert whole.silent <= 0.001
    assert whole.review <= 0.25


def test_the_revisions_are_what_they_say() -> None:
    acts: Counter[str] = Counter()
    for seed in SEEDS:
        one = revision(seed)
        acts.update(each.act for each in one.passages)
        assert all(in_place(one.old, one.new, each) for each in one.passages)
    assert min(acts[kind] for kind in KINDS) >= 60


def in_place(old: str, new: str, passage: Passage) -> bool:
    """Whether a passage that was not edited is, but for its first letter, what stands there."""
    here = old[passage.start : passage.end]
    if passage.truth is None or passage.act not in ("kept", "moved", "merged", "kept phrase"):
        return bool(here.strip())
    return new[slice(*passage.truth)].lower() == here.lower()

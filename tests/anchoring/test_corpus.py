"""The bars of re-anchoring on revision pairs of real prose, where that collection is at hand.

It is no part of the project: it lies beside it, or where CARTUI_CORPORA says.
"""

import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from cartui.anchoring.reanchor import reanchor
from tests.anchoring.scoring import Score, score

ROOT = Path(__file__).parents[2]
BESIDE = os.environ.get("CARTUI_CORPORA", str(ROOT.parent / "shared" / "corpora"))
PAIRS = sorted(Path(BESIDE, "reanchor").glob("[0-9a-f]*.json"))

pytestmark = pytest.mark.skipif(
    not PAIRS, reason="no revision pairs at ../shared/corpora/reanchor nor in CARTUI_CORPORA"
)


def pairs() -> Iterator[dict[str, Any]]:
    for path in PAIRS:
        yield json.loads(path.read_text(encoding="utf-8"))


@cache
def scores() -> dict[str, Score]:
    """Return how each class of passages has fared."""
    classes: dict[str, Score] = {}
    for pair in pairs():
        spans = [(each["start"], each["end"]) for each in pair["passages"]]
        found = reanchor(pair["old_text"], pair["new_text"], spans)
        for passage, standing in zip(pair["passages"], found, strict=True):
            truth = passage["truth"] and tuple(passage["truth"])
            classes.setdefault(passage["cls"], Score()).add(score(truth, standing))
    return classes


def test_most_passages_are_found_or_refused() -> None:
    whole = sum(scores().values(), Score())
    assert whole.right >= 0.975
    assert whole.silent <= 0.002
    assert whole.review <= 0.25


@pytest.mark.parametrize(
    ("kind", "bar"),
    [
        ("same", 0.99),
        ("edited", 0.95),
        ("moved", 0.9),
        ("moved_edited", 0.8),
        ("orphan", 0.97),
        ("orphan_decoy", 0.85),
    ],
)
def test_each_class_meets_its_bar(kind: str, bar: float) -> None:
    assert scores()[kind].right >= bar

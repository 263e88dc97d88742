"""A sample of `make canary`: a few pages of the large programme, a few keys on each."""

import random
from pathlib import Path

import pytest

from tests.canary.large_walk import (
    LARGE_PAGES,
    MEMBERS,
    PRESENT,
    PUBLIC,
    SECOND,
    SIZES,
    Step,
    exports,
    planted_large,
    steps,
    taken,
)

SAMPLE = [
    Step(MEMBERS, (80, 24), "5 enter"),
    Step(MEMBERS, (120, 40), "2 enter"),
    Step(MEMBERS, (200, 60), "1 down enter"),
    Step(PUBLIC, (60, 18), "3 enter"),
    Step(PRESENT, (100, 30), "3 enter panel"),
    Step(SECOND, (60, 18), "4"),
]
KEYS = 8
"""Keys of a page, chosen by the page's own name: other pages press others, and runs are alike."""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The large programme, the marker in every back field."""
    folder = tmp_path_factory.mktemp("canary-large") / "large"
    planted_large(folder)
    return folder


@pytest.mark.parametrize("step", SAMPLE, ids=str)
def test_a_few_keys_on_large_show_the_marker_nowhere(large: Path, step: Step) -> None:
    chance = random.Random(str(step))
    gone = taken(step, large, lambda keys: chance.sample(keys, min(KEYS, len(keys))))
    assert (gone.hits, gone.faults) == ([], [])
    assert gone.looks >= KEYS


def test_no_export_of_large_holds_it(large: Path) -> None:
    found = dict(exports(large))
    assert len(found) == 36
    assert {asked: wrong for asked, wrong in found.items() if wrong} == {}


def test_a_walk_of_large_would_sing(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same step with a marker that does stand on FRONT: it is seen."""
    monkeypatch.setattr("tests.canary.walking.MARK", "Gethin Breezeholt")
    gone = taken(SAMPLE[0], large, lambda keys: keys[:2])
    assert gone.hits


def test_every_page_is_walked_at_every_size_in_both_front_stages() -> None:
    every = {*steps()}
    assert {*SAMPLE} <= every
    for size in SIZES:
        assert {step.page for step in every if (step.stage, step.size) == (MEMBERS, size)} == {
            *LARGE_PAGES
        }
        assert any((step.stage, step.size) == (PUBLIC, size) for step in every)

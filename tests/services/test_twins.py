"""Comments of several people that say near the same of one sentence."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.services.twins import twins
from cartui.store.identity import Identity
from tests.services.draft_bench import DraftBench


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[DraftBench]:
    bench = DraftBench(workspace_folder, identity)
    bench.begin()
    yield bench
    bench.ws.close()


def cards(bench: DraftBench) -> list[list[str]]:
    """The people of each card that holds several comments."""
    (draft,) = bench.drafts.drafts()
    version = bench.newest(draft)
    found = twins(bench.feedback.remarks(draft, version), bench.drafts.blocks(version))
    names = {each.uid: each.who for each in bench.feedback.remarks(draft, version)}
    return [[names[first], *(each.who for each in more)] for first, more in found.items()]


def say(bench: DraftBench, name: str, text: str, words: str = "families slept", **how: str) -> None:
    (draft,) = bench.drafts.drafts()
    bench.comment(draft, words, text, name=name, **how)


def test_two_people_who_say_near_the_same_of_a_sentence_stand_on_one_card(
    bench: DraftBench,
) -> None:
    say(bench, "Ann", "How do we know it was the announcing?")
    say(bench, "Bob", "how do we know that it was the announcing", "Staff told us")
    say(bench, "Cem", "How do we know it was the announcing?", "slept better")
    assert [sorted(card) for card in cards(bench)] == [["Ann", "Bob", "Cem"]]


@pytest.mark.parametrize(
    ("one", "other", "are_two"),
    [
        ("Ana Moreno", "Moreno, Ana", False),
        ("José Núñez", "jose nunez", False),
        ("Ana Moreno", "Ana  MORENO", False),
        ("Ana Moreno", "A. Moreno", True),  # perhaps her brother
        ("Ana Moreno", "Ana Morena", True),
        ("Ana", "Moreno", True),
        ("***", "!!!", True),
    ],
)
def test_one_person_spelt_in_two_ways_is_not_two_who_agree(
    bench: DraftBench, one: str, other: str, *, are_two: bool
) -> None:
    for name in (one, other):
        say(bench, name, "How do we know it was the announcing?")
    assert bool(cards(bench)) == are_two


@pytest.mark.parametrize(
    "other",
    [
        {"name": "Ann"},  # the same person twice
        {"text": "Who are these families, and how many of them were asked?"},
        {"words": "Two families"},  # the next sentence
        {"lens": "analysis"},
        {"tone": "strength"},
    ],
)
def test_anything_else_stands_alone(bench: DraftBench, other: dict[str, str]) -> None:
    say(bench, "Ann", "How do we know it was the announcing?")
    said = {"name": "Bob", "text": "How do we know it was the announcing?"} | other
    say(bench, **said)
    assert cards(bench) == []


@pytest.mark.parametrize("lens", ["politics", "ethics"])
def test_politics_and_ethics_are_never_answered_together(bench: DraftBench, lens: str) -> None:
    for name in ("Ann", "Bob"):
        say(bench, name, "They could be recognised by this.", lens=lens)
    assert cards(bench) == []


def test_short_ones_must_read_alike(bench: DraftBench) -> None:
    say(bench, "Ann", "Not clear.")
    say(bench, "Bob", "Clear.")
    say(bench, "Cem", "not clear")
    assert cards(bench) == [["Ann", "Cem"]]


def test_once_one_is_answered_otherwise_they_part(bench: DraftBench) -> None:
    for name in ("Ann", "Bob"):
        say(bench, name, "How do we know?")
    assert len(cards(bench)) == 1
    (draft,) = bench.drafts.drafts()
    first = bench.feedback.remarks(draft, bench.newest(draft))[0]
    bench.feedback.answer([first.comment], "take")
    assert cards(bench) == []

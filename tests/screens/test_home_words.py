"""What Home says, word by word; and how its lists share the lines."""

import re
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cartui.services.glance_errands import Errand, Matter, Thing, Where
from screens.home.errand_lines import age, errand_face, next_words, owed_sum, waits_sum
from screens.home.sharing import LEAST, shared
from tests.screens.stage import NOON


def errand(matter: Matter, count: int = 1, **more: object) -> Errand:
    where = Where(thing=Thing.CARD, group="g", uid="c")
    said = {"name": "“Night visits”", "group": "North", **more}
    return Errand(matter=matter, where=where, count=count, **said)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("2026-03-02T09:00:00Z", "today"),
        ("2026-03-03T09:00:00Z", "today"),  # another machine's clock runs ahead
        ("2026-03-01T12:00:00Z", "1 day"),
        ("2026-02-21", "9 days"),
        ("2026-02-01", "4 weeks"),
        ("2025-12-01", "3 months"),
        ("2025-03-02", "12 months"),
        ("2023-03-01T12:00:00Z", "3 years"),
        ("2025-03", ""),
        ("", ""),
    ],
)
def test_ages(since: str, said: str) -> None:
    assert age(since, NOON) == said


ONE_EACH = {Matter.REVIEW, Matter.WHY, Matter.MEETING, Matter.ACTION, Matter.HOW, Matter.RECORD}
ONE_EACH |= {Matter.RAISED}
"""Matters of which each one stands in a line of its own."""


def test_each_matter_has_words_for_one_and_for_many() -> None:
    for matter in Matter:
        one, many = errand(matter), errand(matter, 3)
        steps = {next_words(one, 120, NOON), next_words(many, 120, NOON)}
        assert len(steps) == (1 if matter in ONE_EACH else 2), matter
        assert all(step.startswith("Next: ") and step.endswith("> opens it.") for step in steps)
        assert errand_face(many, NOON).cells[0]


@pytest.mark.parametrize("count", [0, 1])
def test_of_a_meeting_it_is_said_when_it_begins_and_no_age(count: int) -> None:
    coming = errand(Matter.MEETING, count, words="Wed 13:30", since="2026-03-04T13:30")
    assert errand_face(coming, NOON).cells == ("Wed 13:30", "“Night visits”", "", "", "North")


def test_the_oldest_is_said_where_there_is_room() -> None:
    one = errand(Matter.DRAFT, 11, since="2026-02-21")
    assert next_words(one, 100, NOON) == (
        "Next: 11 comments wait for you on “Night visits”, the oldest 9 days. > opens it."
    )
    assert "oldest" not in next_words(one, 60, NOON)


@given(st.text(min_size=1, max_size=200), st.integers(60, 200), st.sampled_from(list(Matter)))
def test_the_key_is_never_cut_off(name: str, wide: int, matter: Matter) -> None:
    said = next_words(errand(matter, 12, name=f"“{name}”"), wide, NOON)
    assert said.endswith("> opens it.")
    assert not re.search(r"[.?!…]”?\. > opens", said)


@pytest.mark.parametrize("name", ["“Start with what works.”", "“Who owns the data?”"])
def test_a_sentence_is_ended_once(name: str) -> None:
    said = next_words(errand(Matter.REVIEW, name=name), 120, NOON)
    assert said == f"Next: look again at the rule {name} > opens it."


def test_sums() -> None:
    waits = [errand(Matter.DRAFT, 4), errand(Matter.DRAFT, 0), errand(Matter.PLACE, 1)]
    assert waits_sum(waits) == "2 drafts, 4 to answer, 1 to place"
    assert waits_sum([]) == owed_sum([]) == ""
    owed = [errand(Matter.VERDICT, 2), errand(Matter.POSITION), errand(Matter.ANSWER)]
    assert owed_sum(owed) == "3 reasons, 1 answer"
    hows = [errand(Matter.HOW), errand(Matter.HOW)]
    assert owed_sum(hows) == "2 to say how"
    assert errand_face(hows[0], NOON).cells[:3] == ("? how", "“Night visits”", "it was decided")


@given(
    st.lists(st.integers(2, 300), min_size=1, max_size=5),
    st.integers(-1, 4),
    st.integers(2, 80),
)
def test_lines_are_shared_out_and_none_is_lost(wants: list[int], first: int, high: int) -> None:
    heights = shared(wants, first, high)
    assert all(LEAST <= got <= want for got, want in zip(heights, wants, strict=True))
    enough = LEAST * len(wants) <= high
    assert sum(heights) == (min(high, sum(wants)) if enough else LEAST * len(wants))
    if enough and 0 <= first < len(wants):
        assert heights[first] == min(wants[first], high - LEAST * (len(wants) - 1))


def test_dates_of_another_place_are_days_here() -> None:
    assert age("2026-03-01T23:30:00+00:00", datetime.fromisoformat("2026-03-02T00:10:00+00:00"))

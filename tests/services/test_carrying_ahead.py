"""Comments carried ahead of a version, and from where each is carried."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.anchoring.watching import Stopped
from cartui.model.drafts import DraftVersion, Place
from cartui.services import carrying
from cartui.services.draft_places import last_places
from cartui.store.identity import Identity
from tests.services.draft_bench import TEXT, DraftBench


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[DraftBench]:
    bench = DraftBench(workspace_folder, identity)
    yield bench
    bench.ws.close()


def long_text(week: str = "week") -> str:
    """A text of more than 60,000 characters."""
    return "\n\n".join(f"In {week} {n} the staff told us of visit {n * n}." for n in range(1600))


def test_a_short_draft_needs_no_work_ahead(bench: DraftBench) -> None:
    draft = bench.begin()
    bench.comment(draft, "families slept better")
    assert bench.feedback.carrying_ahead(draft, TEXT + " More.") is None


def test_work_ahead_writes_nothing_and_leaves_nothing_to_carry(
    bench: DraftBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = bench.begin(long_text())
    remark = bench.comment(draft, "the staff told us of visit 100.")
    changed = long_text().replace("In week 10 the staff", "In week 10 the night staff")
    ahead = bench.feedback.carrying_ahead(draft, changed)
    assert ahead is not None
    seen: list[float] = []

    def watch(done: float) -> bool:
        seen.append(done)
        return True

    ahead.run(watch)
    assert (seen[0], seen[-1]) == (0.0, 1.0)
    assert bench.newest(draft).number == 1

    def never(*_: object) -> None:
        raise AssertionError("aligned again")

    monkeypatch.setattr(carrying, "align", never)
    bench.drafts.new_version(draft, changed)
    carried = bench.remark(draft, remark.uid)
    assert carried.anchored == "exact"
    assert carried.place is not None
    assert carried.place.quote == "the night staff told us of visit 100."


def test_work_ahead_can_be_stopped_and_nothing_has_come_of_it(bench: DraftBench) -> None:
    draft = bench.begin(long_text("month"))
    bench.comment(draft, "visit 100.")
    ahead = bench.feedback.carrying_ahead(draft, long_text("moon"))
    assert ahead is not None
    before = bench.ws.mark()
    with pytest.raises(Stopped):
        ahead.run(lambda done: done < 0.1)
    assert bench.ws.mark() == before
    assert len(bench.drafts.versions(draft)) == 1


# --- from where each is carried (drafts: the last place that a person confirmed)


def numbers(bench: DraftBench) -> list[int]:
    """The numbers of the versions that comments would be carried from."""
    (draft,) = bench.drafts.drafts()
    versions = bench.ws.table(DraftVersion, "north")
    return [versions[each.version].number for each in last_places(bench.ws, "north", draft)]


def test_a_comment_is_carried_from_where_a_person_put_it(bench: DraftBench) -> None:
    draft = bench.begin()
    remark = bench.comment(draft, "families slept better")
    for more in ("Two.", "Three."):
        bench.drafts.new_version(draft, f"{TEXT}\n\n{more}")
    assert numbers(bench) == [1]
    passage = bench.passage(bench.newest(draft), "families slept")
    bench.feedback.place_by_hand(remark.comment, bench.newest(draft), passage)
    bench.drafts.new_version(draft, f"{TEXT}\n\nFour.")
    assert numbers(bench) == [3]


def test_where_that_way_ends_in_doubt_the_machines_last_certain_place_is_only_shown(
    bench: DraftBench,
) -> None:
    """Each step is small enough to be sure of; all of them together a person has to look at."""
    words = (
        "Night staff of both wards told us that families slept better when visits were announced"
    )
    others = "The nurse in one home wrote down how guests ate less while doors stayed shut"
    now, first = words.split(), f"{words}."
    draft = bench.begin(f"Before it.\n\n{first}\n\nAfter it.")
    remark = bench.comment(draft, first)
    for at in range(12):
        now[at] = others.split()[at]
        bench.drafts.new_version(draft, f"Before it.\n\n{' '.join(now)}.\n\nAfter it.")
    last = bench.remark(draft, remark.uid)
    assert last.asks_a_look
    assert last.place is not None
    assert last.place.quote == first  # what was really said of
    assert last.place.block == 1
    assert (last.anchored, last.place.how) == ("unsure", "chain")
    places = list(bench.ws.table(Place, "north").values())
    assert [each.how for each in places].count("hand") == 1

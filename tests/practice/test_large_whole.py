"""The large programme is built the same each time, holds together, and fits into the wheel."""

import re
import zlib
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

import data
from cartui.backstage.practice import back_half, build_anew
from cartui.practice import build, opening
from cartui.practice.large_people import FOLDER, PeopleStory, everybody
from cartui.practice.large_story import large_story
from cartui.store.identity import Identity
from tests.conftest import StillClock
from tests.practice.conftest import state
from tests.practice.large_hall import TOLD_ON, Large, large_copy, morning
from tests.practice.test_building import REBUILD, files, opened

SHIPPED = Path(str(data.place(f"{FOLDER}/workspace")))
UID = re.compile(r"\b[0-9a-f]{32}\b")


def test_what_is_shipped_is_what_the_story_builds_to(tmp_path: Path, identity: Identity) -> None:
    build_anew("large", tmp_path / "one")
    built = files(tmp_path / "one")
    assert built.keys() == files(SHIPPED).keys(), REBUILD
    assert [name for name, raw in files(SHIPPED).items() if built[name] != raw] == [], REBUILD


def test_its_journals_tell_all_of_it(tmp_path: Path, large: Large, identity: Identity) -> None:
    built = build("large", tmp_path / "built", back_half("large"))
    assert opened(built, identity) == state(large.back().ws)


def test_without_the_back_stage_there_is_no_back_stage(tmp_path: Path) -> None:
    assert not list(build("large", tmp_path / "built").rglob("*.back.*"))


def test_it_is_found_whole_and_healthy(large: Large) -> None:
    assert large.back().ws.findings == []
    assert large.ws.trouble() == []


def words_of(told: Any) -> Iterator[str]:
    if isinstance(told, dict):
        for value in told.values():
            yield from words_of(value)
    elif isinstance(told, list | tuple):
        for value in told:
            yield from words_of(value)
    elif isinstance(told, str):
        yield told


def test_no_record_speaks_of_one_that_is_not_there(large: Large) -> None:
    records = state(large.back().ws)
    there = {uid for _, _, uid in records} | set(large.ws.group_uids())
    for (group, kind, uid), record in records.items():
        for text in words_of(record):
            missing = set(UID.findall(text)) - there
            assert not missing, f"{kind} {uid} of {group}"


def test_every_version_has_its_text_and_no_text_is_without_a_version(large: Large) -> None:
    named = {
        f"{group}/{record['text']}"
        for (group, kind, _), record in state(large.ws).items()
        if kind == "draft_version"
    }
    kept = {f"{path.parents[1].name}/{path.stem}" for path in large.folder.rglob("texts/*.md")}
    assert kept == named
    assert len(kept) == 80


@pytest.mark.parametrize("weeks", [1, 480])
def test_it_is_told_again_in_other_weeks(
    tmp_path: Path, clock: StillClock, identity: Identity, weeks: int
) -> None:
    today = TOLD_ON + timedelta(weeks=weeks, days=2)
    clock.now = morning(today)
    with large_copy(tmp_path / "later", identity, today) as later:
        days = sorted(change.at[:10] for change in later.ws.changes_since({}))
        assert today - timedelta(days=9) <= date.fromisoformat(days[-1]) < today
        assert {group: len(later.members(group)) for group in later.groups}["Strategy"] == 12
        assert len(later.rules("Family").versions()) == 4


def test_names_are_put_together_from_plants_and_weather() -> None:
    told = data.load(f"{FOLDER}/people", PeopleStory)
    surnames = {first + last for first in told.surname_starts for last in told.surname_ends}
    firsts = {group.id: group.meetings[0] for group in large_story().groups}
    for person in everybody(firsts):
        first, last = person.name.split(" ")
        assert first in told.first_names
        assert last in surnames
    assert len({person.name.split(" ")[1] for person in everybody(firsts)}) == 86


def test_what_it_says_of_itself_is_known_before_it_is_opened() -> None:
    assert opening("large").told_on == large_story().told_on
    assert "eighty-seven" in opening("large").says


def test_it_weighs_less_than_two_megabytes_in_the_wheel(
    packed: Callable[[str], set[str]],
) -> None:
    folder = SHIPPED.parent
    wanted = {f"data/{FOLDER}/{name}" for name in files(folder)}
    assert wanted <= packed(f"data/{FOLDER}/")
    assert sum(len(zlib.compress(raw)) for raw in files(folder).values()) < 2_000_000

"""Nothing of the large programme's back stage stands in an open file, or is seen on FRONT."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from cartui.app.rooms import SCREENS
from cartui.backstage.kinds import BACK
from cartui.backstage.practice_large import large_back
from cartui.backstage.records import Constraint, PersonBack, PrivateComment, PrivateNote
from cartui.practice import fresh_copy
from cartui.store.identity import Identity
from tests.canary.opened import back_files, files_opened
from tests.canary.planting import MARK, plant
from tests.canary.walking import Walk, walking
from tests.canary.witness import painted
from tests.conftest import StillClock, counting_ids
from tests.practice.large_hall import Large

GROUPS = 4
KEPT_OPEN = ("quote", "before", "after", "headings")
"""Fields of a private comment that hold words of the open draft."""


def private_words(large: Large) -> Iterator[str]:
    """Yield every text that stands in a back record, but for dates, ids and words of a draft."""
    for uid in ("", *large.ws.group_uids()):
        for kind in BACK.by_name.values():
            for record in large.ws.table(kind.record, uid).values():
                told = msgspec.to_builtins(record)
                for field, value in told.items():
                    if field not in KEPT_OPEN and isinstance(value, str) and " " in value:
                        yield value


def text_of(folder: Path, *, back: bool) -> str:
    paths = [
        path
        for path in folder.rglob("*")
        if path.is_file() and (".back." in path.name) == back and "generations" not in path.parts
    ]
    assert paths
    return "\n".join(path.read_text("utf-8") for path in paths)


def test_no_private_word_stands_in_an_open_file(large: Large) -> None:
    large.back().ws.flush()
    words = set(private_words(large)) - {"Rowan Hathersage"}
    assert len(words) > 120
    front, back = (text_of(large.folder, back=side) for side in (False, True))
    assert [each for each in words if each in front] == []
    assert [each for each in words if each not in back] == []
    assert [each for each in large_back().managers if each in front] == []


def test_the_back_half_covers_everybody_and_every_inquiry(large: Large) -> None:
    ws = large.back().ws
    facts = ws.table(PersonBack)
    assert facts.keys() == {person.uid for person in large.people}
    assert sum(bool(each.exit_reason) for each in facts.values()) == 2
    assert sum(each.line_manager.endswith("sits here too") for each in facts.values()) == 3
    assert len(ws.table(Constraint)) == 43
    assert len(ws.table(PrivateNote)) >= 25
    asides = [each for uid in ws.group_uids() for each in ws.table(PrivateComment, uid).values()]
    assert len(asides) == len(large_back().asides)
    assert all(each.quote for each in asides)


def test_addresses_and_numbers_can_reach_nobody(large: Large) -> None:
    facts = large.back().ws.table(PersonBack).values()
    assert len({each.phone for each in facts}) == len({each.email for each in facts}) == 87
    assert all(re.fullmatch(r"01632 960\d{3}", each.phone) for each in facts)
    assert all(each.email.endswith("@example.invalid") for each in facts)


@pytest.fixture(scope="module")
def seedbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The programme with the marker in every back field beside every open record."""
    folder = tmp_path_factory.mktemp("canary") / "large"
    planter = Identity(device="abababab", clock=StillClock(), new_id=counting_ids("planted"))
    fresh_copy("large", folder, today=date(2026, 3, 2))
    return folder, plant(folder, planter)


@pytest.fixture
def planted(seedbed: tuple[Path, list[str]], workspace_folder: Path) -> Path:
    shutil.copytree(seedbed[0], workspace_folder)
    return workspace_folder


def test_the_marker_is_planted_in_every_back_field_and_in_no_open_file(
    seedbed: tuple[Path, list[str]],
) -> None:
    folder, fields = seedbed
    front, back = (text_of(folder, back=side) for side in (False, True))
    assert MARK not in front
    assert [each for each in fields if f"{MARK} {each.replace('.', ' ')}" not in back] == []
    wordless = {"spoken"}  # who, in which meeting, how often
    assert {each.partition(".")[0] for each in fields} == set(BACK.by_name) - wordless


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
async def test_every_board_of_every_group_opens_without_a_sight_of_the_back_stage(
    planted: Path, identity: Identity, size: tuple[int, int]
) -> None:
    with files_opened() as opened:
        async with walking(planted, identity, size) as walk:
            in_hand = [await look_round(walk, down) for down in range(GROUPS)]
            assert len(set(in_hand)) == GROUPS
            assert not walk.witness.hits
            assert walk.witness.looks > GROUPS * 10
    assert not back_files(opened)


async def look_round(walk: Walk, down: int) -> str:
    """Take a group in hand from Home and look at all of its screens, and into each; return it."""
    await walk.press("1", "home", *["down"] * down, "enter")
    assert walk.app.frame is not None
    assert walk.app.workroom is not None
    for each in SCREENS[1:]:
        await walk.look_after(each.key, "down", "end", "enter")
        assert each.word == walk.app.frame.TITLE_WORD
        await walk.press("escape")
        await walk.settle()
    return walk.app.workroom.group_in_hand


async def test_outsiders_see_no_name_of_anybody_who_did_not_agree(
    planted: Path, identity: Identity
) -> None:
    async with walking(planted, identity, (120, 40)) as walk:
        assert walk.app.workroom is not None
        people: list[Any] = walk.app.workroom.roster.people()
        hidden = {person.name for person in people if not person.may_be_named}
        assert len(hidden) == 82
        await walk.go_public()
        seen = ""
        for each in SCREENS:
            await walk.look_after(each.key, "down", "end")
            seen += painted(walk.app.screen)
        assert [name for name in hidden if name in seen] == []
        assert not walk.witness.hits

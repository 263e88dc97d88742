"""The private side of a meeting, and lines gathered blind: no key, window or file tells of them."""

import re
import zipfile
from pathlib import Path
from typing import cast

import pytest

from cartui.app import CartuiApp
from cartui.app.second_window import SecondWindow
from cartui.backstage.letterbox import BOX
from cartui.model.rooms import Room
from cartui.services.following import Following
from cartui.services.ground_rules_wall import BOWL
from cartui.store.identity import Identity
from screens.meeting.live_page import LivePage
from tests.canary.meeting_ground import TIMES, planted_meeting
from tests.canary.opened import back_files, files_opened
from tests.canary.planting import MARK
from tests.canary.test_canary_outside import run
from tests.canary.test_canary_present import followed
from tests.canary.walking import Walk, walking
from tests.canary.witness import Witness, files_holding, painted

SIZES = [(80, 24), (120, 40)]
SIGNS = (MARK, str(TIMES), "for your eyes only")
"""What must show nowhere on FRONT: the marker, a count, and the name of a private place."""


async def live(walk: Walk, *more: str) -> None:
    """Open the page of the meeting, begin it, and press more keys."""
    await walk.press("6", "enter")
    assert isinstance(walk.app.screen, LivePage)
    await walk.press("t", *more)


def told(walk: Walk) -> list[str]:
    """Return which signs stand on the screen now."""
    text = painted(walk.app.screen).lower()
    return [sign for sign in SIGNS if sign.lower() in text]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_no_key_on_a_meetings_page_shows_anything_private(
    planted: Path, identity: Identity, tmp_path: Path, size: tuple[int, int]
) -> None:
    planted_meeting(planted, identity)
    with files_opened() as opened:
        async with walking(planted, identity, size) as walk:
            await walk.press("6", "enter", "t")
            await walk.every_key("6")
            assert not walk.witness.hits
            assert walk.witness.looks > 30
    assert not back_files([each for each in opened if BOX not in each])
    assert not files_holding(tmp_path, MARK)


@pytest.mark.parametrize("size", [(60, 18), *SIZES], ids=str)
@pytest.mark.parametrize("closed", [False, True], ids=["on", "closed"])
async def test_each_part_and_its_page_for_the_room_show_nothing_private(
    planted: Path, identity: Identity, tmp_path: Path, size: tuple[int, int], *, closed: bool
) -> None:
    planted_meeting(planted, identity, closed=closed)
    async with walking(planted, identity, (120, 40)) as walk:
        await live(walk)
        for _ in range(4):
            for key in ("n", "x", "backspace", "l", "escape", "S", "w", "H", "1", "c", "escape"):
                await walk.look_after(key)
                assert not told(walk)
            await walk.press("p")
            await walk.pilot.resize_terminal(*size)
            for key in ("H", "3", "n", "pagedown", "pageup", "b", "b", "t"):
                await walk.look_after(key)
                assert not told(walk)
            await walk.press("q")
            await walk.pilot.resize_terminal(120, 40)
            await walk.look_after("greater_than_sign")
        assert not walk.witness.hits
    assert not files_holding(tmp_path, MARK)


OPEN_THERE = {
    "the panels": (), "the tally": ("S", "1"), "a hat to choose": ("H",),
    "a private note": ("c", *MARK), "a note in the panel": ("panel", "n", "1", *MARK),
    "somebody to raise": ("panel", "n", "2"), "words to raise": ("panel", "n", "2", "1", *MARK),
    "a hat to name": ("panel", "down", "e"), "the reflection": ("w",),
    "an answer": ("w", "enter", *MARK), "hats by month": ("colon", *"hats by", "enter"),
    "a page over it": ("w", "escape", "comma"),
}  # fmt: skip


@pytest.mark.parametrize("closed", [False, True], ids=["on", "closed"])
@pytest.mark.parametrize("moment", OPEN_THERE)
async def test_one_key_hides_all_of_it_and_nothing_comes_back_on_front(
    planted: Path, identity: Identity, tmp_path: Path, moment: str, *, closed: bool
) -> None:
    planted_meeting(planted, identity, closed=closed)
    async with walking(planted, identity, (120, 40)) as walk:
        await live(walk)
        await walk.go_back_stage()
        assert MARK in painted(walk.app.screen)
        for key in OPEN_THERE[moment]:
            if key == "panel":
                cast(LivePage, walk.app.screen).private.children[0].focus()
                await walk.quiet()
            else:
                await walk.press(key if key != " " else "space")
        walk.witness.forget()
        frames = await walk.go_front("ctrl+g")
        assert frames
        assert not [frame for frame in frames if MARK in frame or str(TIMES) in frame]
        for key in ("u", "U", "i", "escape", "q", "6", "1", "6", "colon", "escape", "f2", "escape"):
            await walk.look_after(key)
        assert not walk.witness.hits
    assert not files_holding(tmp_path, MARK)


async def test_the_second_window_shows_no_hat_no_count_and_no_name(
    planted: Path, identity: Identity, tmp_path: Path
) -> None:
    planted_meeting(planted, identity)
    async with walking(planted, identity, (120, 40)) as walk:
        await live(walk, "greater_than_sign", "n")
        await walk.go_back_stage()
        state = walk.app.places.state
        second = SecondWindow(Following(state), walk.app.places.reports, "stage", plain=False)
        witness = Witness(cast(CartuiApp, second), MARK)
        async with second.run_test(size=(60, 18)) as pilot:
            witness.watch_terminal()
            await followed(pilot)
            await walk.press("p")
            assert walk.app.stage is Room.BACK
            with witness.every_frame() as frames:
                for key in ("H", "escape", "pagedown", "enter", "S", "1", "H", "2", "c", *MARK):
                    await walk.press(key)
                    await followed(pilot)
                    witness.look(key)
            assert not witness.hits
            assert not [frame for frame in frames if str(TIMES) in frame or "private" in frame]
            assert "PRESENT" in painted(second.screen)
            names = re.compile("Ada|Callum|Nadia|Ewan|Priya|Bridie")
            assert not [frame for frame in frames if names.search(frame)]
        assert not files_holding(state, MARK)


@pytest.mark.parametrize("public", [False, True], ids=["members", "public"])
@pytest.mark.parametrize("what", ["json", "people", "board"])
def test_no_export_holds_anything_private_of_a_meeting(
    planted: Path, identity: Identity, what: str, public: bool
) -> None:
    planted_meeting(planted, identity, closed=True)
    with files_opened() as opened:
        said = run(planted, "export", what, "-", *(["--public"] if public else []))
    assert len(said) > 200
    assert MARK not in said
    assert str(TIMES) not in said
    assert not back_files(opened)


# --- lines gathered blind


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_line_gathered_blind_is_seen_by_nobody_until_all_are(
    planted: Path, identity: Identity, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with walking(planted, identity, size) as walk:
        await walk.press("4", "b", *MARK, "enter")
        walk.witness.forget()
        await walk.look_after("ctrl+u", "ctrl+z", "ctrl+c", *"Rest", "enter", "escape")
        await walk.look_after("u", "U", "i", "escape", "colon", "escape", "slash", *MARK[:-1])
        await walk.look_after("escape", "p", "q", "1", "i", "escape", "y", "6", "4", "W", "escape")
        await walk.go_back_stage()
        walk.witness.forget()  # the planted notes stand there
        await walk.go_front()
        await walk.look_after("b", "escape", "N", "escape")
        assert not walk.witness.hits
        assert [each.name for each in files_holding(planted, MARK)] == [f"{_group(walk)}.json"]
        assert not files_holding(tmp_path / "state", MARK)
        await walk.look_after("b", "s")
        assert walk.witness.hits  # the witness is awake: now it is the group's
    assert {each.parent.name for each in files_holding(planted, MARK)} >= {"journal"}
    assert [each.name for each in (planted / BOWL).iterdir()] == [f".{_group_of(planted)}.lock"]


async def test_what_is_half_written_is_in_no_file_at_all(
    planted: Path, identity: Identity, tmp_path: Path
) -> None:
    async with walking(planted, identity, (80, 24)) as walk:
        await walk.press("4", "b", *MARK)
        walk.witness.forget()
        await walk.look_after("escape", "ctrl+u", "ctrl+z", "left", "escape", "b", "escape")
        assert not walk.witness.hits
    assert not files_holding(tmp_path, MARK)


async def test_exports_leave_out_what_is_gathered_and_a_backup_takes_it_along(
    planted: Path, identity: Identity, tmp_path: Path
) -> None:
    async with walking(planted, identity, (80, 24)) as walk:
        await walk.press("4", "b", *MARK, "enter")
        group = _group(walk)
    for what in ("json", "people", "board", "rules"):
        assert MARK not in run(planted, "export", what, "-")
    run(planted, "backup", str(tmp_path / "copy.zip"))
    with zipfile.ZipFile(tmp_path / "copy.zip") as copy:
        assert MARK.encode() in copy.read(f"{BOWL}/{group}.json")


def _group(walk: Walk) -> str:
    assert walk.app.workroom is not None
    board = walk.app.workroom.board()
    assert board is not None
    return board.group_uid


def _group_of(folder: Path) -> str:
    return next(iter((folder / "groups").iterdir())).name

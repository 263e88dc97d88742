"""A canary that cannot sing proves nothing: every way of leaking is tried, and is noticed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.content import Content
from textual.widgets import Static

from cartui.app.stage_door import StageDoor
from cartui.store.identity import Identity
from tests.canary.planting import MARK
from tests.canary.walking import Walk, walking
from tests.canary.witness import files_holding


def in_the_title(walk: Walk) -> None:
    walk.app.title = f"cartui {MARK}"


def in_a_toast(walk: Walk) -> None:
    walk.app.notify(f"Wrote {MARK}")


def in_the_status_line(walk: Walk) -> None:
    frame = walk.app.frame
    assert frame is not None
    frame.say(f"Wrote {MARK}", aside="u undo")


def in_the_clipboard(walk: Walk) -> None:
    walk.app.copy_to_clipboard(MARK)


def to_the_terminal_title(walk: Walk) -> None:
    assert walk.app._driver is not None
    walk.app._driver.write(f"\x1b]0;{MARK}\x07")


def in_a_tooltip(walk: Walk) -> None:
    walk.app.screen.query("*").first().tooltip = MARK


def in_a_border(walk: Walk) -> None:
    walk.app.screen.query("Body").first().border_subtitle = MARK


async def behind_a_pop_up(walk: Walk) -> None:
    await walk.app.screen.mount(Static(Content(MARK)))
    await walk.press("question_mark")


LEAKS = [
    in_the_title, in_a_toast, in_the_status_line, in_the_clipboard, to_the_terminal_title,
    in_a_tooltip, in_a_border, behind_a_pop_up,
]  # fmt: skip


@pytest.mark.parametrize("leak", LEAKS)
async def test_each_way_of_leaking_is_noticed(
    planted: Path, identity: Identity, leak: Callable[[Walk], object]
) -> None:
    async with walking(planted, identity, (80, 24)) as walk:
        walk.witness.look("before")
        assert not walk.witness.hits
        waited = leak(walk)
        if waited is not None:
            await waited  # type: ignore[misc]
        await walk.quiet()
        walk.witness.look("after")
        assert walk.witness.hits


async def test_a_stage_door_that_forgets_to_clear_is_noticed(
    planted: Path, identity: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def leave_them(_door: StageDoor) -> None:
        return

    monkeypatch.setattr(StageDoor, "_clear_stage", lambda _door: None)
    monkeypatch.setattr(StageDoor, "_take_panels_out", leave_them)
    async with walking(planted, identity, (120, 40)) as walk:
        await walk.go_back_stage()
        await walk.press("2")
        frames = await walk.go_front()
        walk.witness.look("on FRONT")
        assert any(MARK in frame for frame in frames)
        assert any("screen" in hit for hit in walk.witness.hits)


def test_a_file_that_holds_the_marker_is_noticed(planted: Path, tmp_path: Path) -> None:
    assert not files_holding(tmp_path, MARK)
    (tmp_path / "people.csv").write_text(f"name,email\nAda,{MARK.upper()}@example.org\n", "utf-8")
    assert [path.name for path in files_holding(tmp_path, MARK)] == ["people.csv"]


@pytest.mark.parametrize("route", ["1", "2 enter", "3 enter", "4 enter"])
async def test_in_back_the_witness_sees_what_is_planted(
    planted: Path, identity: Identity, route: str
) -> None:
    async with walking(planted, identity, (120, 40)) as walk:
        await walk.go_back_stage()
        await walk.press(*route.split())
        await walk.pilot.pause(0.05)
        walk.witness.look("in BACK")
        assert walk.witness.hits

"""Keys typed ahead wait for the one before them, however long the app is busy with it."""

import time
from pathlib import Path
from typing import Any

import pytest
from textual import events

from cartui.model.people import Group
from screens.parts.ask_bar import AskBar
from tests.screens.stage import app_on, north, reopened


async def test_what_is_typed_ahead_goes_to_the_field_that_opens_late(
    workspace_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    north(workspace_folder)
    ask = AskBar.ask

    def late(self: AskBar, question: Any) -> None:
        time.sleep(0.6)  # the whole program stands, as on a machine that is busy
        ask(self, question)

    monkeypatch.setattr(AskBar, "ask", late)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ["e", *"xyz", "enter"]:
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        assert not app._keys._waiting
    assert [group.name for group in reopened(workspace_folder).table(Group).values()] == [
        "Northxyz"
    ]


async def test_a_key_that_got_lost_does_not_hold_up_the_others(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        app._keys._under_way = True  # as if its last message had never come
        await pilot.press("2")
        await pilot.pause(1.0)
        assert type(app.screen).__name__ == "PeopleScreen"

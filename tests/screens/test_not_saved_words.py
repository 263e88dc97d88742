"""While a change is not saved, what was typed stays in sight, and no older success beside it."""

import os
from pathlib import Path

import pytest

from cartui.store.identity import Identity
from tests.screens.test_panels_follow import app_on_practice


async def test_a_new_card_that_could_not_be_saved_is_still_read(
    tmp_path: Path, identity: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_on_practice(tmp_path, identity)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("3", ">")
        await pilot.pause()
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "full")))
            await pilot.press("n", *"Night", "enter")
            await pilot.pause()
            shown = screen_text(app)
            assert "NOT SAVED: the disk is full" in shown
            assert "“Night”" in shown
            assert "Moved Festival" not in shown
        await pilot.press("enter")
        await pilot.pause()
        assert "NOT SAVED" not in screen_text(app)
        assert "Night" in screen_text(app)


def screen_text(app: object) -> str:
    lines = app.screen._compositor.render_strips()  # type: ignore[attr-defined]
    return "\n".join("".join(segment.text for segment in line) for line in lines)

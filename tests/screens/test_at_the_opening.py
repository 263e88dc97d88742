"""What is said when a workspace is opened or the app falls: damage, changes by hand, a crash."""

import stat
from pathlib import Path
from typing import Any

import pytest

from cartui.model.people import Group
from tests.screens.stage import app_on, north, reopened, seen

SECRET = "kingfisher"  # noqa: S105 - a word to look for


async def test_a_crash_leaves_one_sentence_and_a_report_without_words(
    workspace_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    north(workspace_folder)
    app: Any = app_on(workspace_folder)

    def broken() -> None:
        private = SECRET
        raise ValueError(private)

    async def until_it_breaks() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("2", "1")
            monkeypatch.setattr(app.frame, "action_put_away", broken)
            await pilot.press("X")
            await pilot.pause()

    with pytest.raises(ValueError, match="kingfisher"):
        await until_it_breaks()
    (report,) = app.places.reports.glob("*.txt")
    text = report.read_text()
    assert "ValueError" in text
    assert "home.put_away" in text
    assert SECRET not in text
    assert "North" not in text
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert app.return_code == 1
    assert SECRET not in "".join(capsys.readouterr())


async def test_what_was_found_at_the_opening_is_said_first(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder, complaints=["The settings file was left aside."])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "Before you begin" in seen(app)
        assert "The settings file was left aside." in seen(app)


@pytest.mark.parametrize(("key", "name"), [("t", "Harbour"), ("p", "North"), ("escape", "North")])
async def test_a_file_changed_by_hand_is_offered(
    workspace_folder: Path, key: str, name: str
) -> None:
    north(workspace_folder)
    file = workspace_folder / "programme.json"
    file.write_text(file.read_text().replace("North", "Harbour"))
    app = app_on(workspace_folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "programme.json is not as cartui wrote it" in seen(app)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert "“North” became “Harbour”" in seen(app)
        await pilot.press(key)
        await pilot.pause()
        assert "Changed by hand" not in seen(app)
        assert name in seen(app)
    (group,) = reopened(workspace_folder).table(Group).values()
    assert group.name == name

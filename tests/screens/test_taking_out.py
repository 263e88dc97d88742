"""People and boards on their way to a file, by the real keys: what the file says counts."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from screens.parts.field import Line
from tests.screens.stage import app_on, north, seen


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


async def typed(pilot: Pilot[None], text: str) -> None:
    """Put a text in place of what stands in the line, and keep it."""
    field = pilot.app.focused
    assert isinstance(field, Line)
    field.value = ""
    await pilot.press(*text, "enter")
    await pilot.pause()


async def pasted(pilot: Pilot[None], text: str) -> None:
    """Put a text in place of what stands in the line all at once, and keep it."""
    field = pilot.app.focused
    assert isinstance(field, Line)
    field.value = text
    await pilot.press("enter")
    await pilot.pause()


async def taken_out(folder: Path, screen: str, way: str, name: str) -> str:
    """Press `o` on a screen, choose a way, give a name; return what was written there."""
    app = app_on(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(screen, "o", way)
        await pilot.pause()
        await typed(pilot, name)
    return Path(name).read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("screen", "way", "words"),
    [("2", "m", "Asha Rao"), ("3", "m", "Falls log"), ("3", "c", "Falls log")],
)
@pytest.mark.parametrize("ending", [".md", ".html"])
async def test_a_page_goes_out_in_the_form_its_name_asks_for(
    workspace_folder: Path, screen: str, way: str, words: str, ending: str
) -> None:
    north(workspace_folder)
    text = await taken_out(workspace_folder, screen, way, f"out{ending}")
    assert words in text
    assert text.startswith("<!doctype html>" if ending == ".html" else "#")
    assert Path(f"out{ending}").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(("screen", "way"), [("2", "x"), ("2", "y"), ("3", "x")])
async def test_what_is_for_outsiders_names_nobody(
    workspace_folder: Path, screen: str, way: str
) -> None:
    north(workspace_folder)
    text = await taken_out(workspace_folder, screen, way, "out.txt")
    assert "Asha" not in text
    assert "Ben Okoro" not in text


async def test_a_table_stays_a_table_whatever_its_name(workspace_folder: Path) -> None:
    north(workspace_folder)
    text = await taken_out(workspace_folder, "2", "c", "people.html")
    assert text.splitlines()[0].startswith("Name,")


async def test_a_file_that_is_there_is_never_written_over(workspace_folder: Path) -> None:
    north(workspace_folder)
    Path("out.md").write_text("mine")
    assert await taken_out(workspace_folder, "3", "m", "out.md") == "mine"
    assert "Falls log" in Path("out-2.md").read_text()


ODD = ("~nobody-of-this-name/a.md", "x" * 400, "no such folder/a.md")
"""Names that no disk could bear, and homes of nobody."""


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize(("screen", "way"), [("2", "m"), ("3", "m"), ("4", "m")])
async def test_a_place_that_cannot_be_is_said_and_nothing_is_written(
    workspace_folder: Path, tmp_path: Path, screen: str, way: str, name: str
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(screen, "o", way)
        await pilot.pause()
        await pasted(pilot, name)
        assert "Not written" in seen(app)
    assert [*tmp_path.rglob("*.md"), *tmp_path.glob("x*")] == []


@pytest.mark.parametrize("name", ODD)
async def test_a_list_or_a_workspace_that_cannot_be_is_said_too(
    workspace_folder: Path, name: str
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2", "I")
        await pilot.pause()
        await pasted(pilot, name)
        assert "There is no file" in seen(app) or "not read" in seen(app)
        await pilot.press("escape", "colon", *"open another", "enter")
        await pilot.pause()
        await pilot.press("end", "enter")
        await pilot.pause()
        await pasted(pilot, name)
        assert "There is no folder" in seen(app)

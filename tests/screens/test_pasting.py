"""A paste goes into the field that has the focus: whole, and nowhere else."""

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from cartui.app import CartuiApp
from cartui.model.notes import Note
from cartui.model.people import Person
from screens.people.bring_in import BringIn
from tests.screens.stage import app_on, lines, north, reopened, seen

LIST = "Cai Parry;cai@x.org{end}Dev Patel;dev@x.org{end}"
ENDS = pytest.mark.parametrize("end", ["\n", "\r", "\r\n"], ids=["lf", "cr", "crlf"])


async def paste(app: CartuiApp, pilot: Pilot[None], text: str) -> None:
    """Paste as a terminal does: to the app, which hands it to what has the focus."""
    app.post_message(events.Paste(text))
    await pilot.pause()
    await pilot.pause()


def notes(folder: Path) -> list[str]:
    workspace = reopened(folder)
    try:
        return [note.text for note in workspace.table(Note).values()]
    finally:
        workspace.close()


@ENDS
async def test_a_list_pasted_into_the_bring_in_box_is_never_a_note(
    workspace_folder: Path, end: str
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "I", "tab")
        await paste(app, pilot, LIST.format(end=end))
        assert isinstance(app.screen, BringIn)
        assert app.screen.step == "columns"
        assert "Make a note" not in seen(app)
        await pilot.press("enter", "enter")
        await pilot.pause()
    assert notes(workspace_folder) == []
    held = reopened(workspace_folder).table(Person).values()
    assert {"Cai Parry", "Dev Patel"} <= {person.name for person in held}


@ENDS
async def test_more_names_pasted_beside_typed_ones_stand_in_the_box_alone(
    workspace_folder: Path, end: str
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "I", "tab", "A", "l", "enter")
        await paste(app, pilot, f"Bo{end}Cy")
        assert isinstance(app.screen, BringIn)
        assert app.screen.source.names.text.splitlines() == ["Al", "Bo", "Cy"]
        await pilot.press("enter", "escape", "enter")
    assert notes(workspace_folder) == []


async def test_a_list_pasted_whole_can_be_gone_back_from_and_on_again(
    workspace_folder: Path,
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "I")
        await paste(app, pilot, LIST.format(end="\r"))
        await pilot.press("escape")
        assert isinstance(app.screen, BringIn)
        assert app.screen.step == "source"
        await pilot.press("enter")
        assert app.screen.step == "columns"
        assert "2 lines." in seen(app)


async def test_a_list_pasted_beside_the_fields_of_bring_in_is_a_list(
    workspace_folder: Path,
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "I")
        await paste(app, pilot, "Cai\rDev\r")
        await paste(app, pilot, "Emi\rFay\rGus\r")
        assert isinstance(app.screen, BringIn)
        assert "3 lines." in seen(app)


@ENDS
async def test_several_lines_pasted_into_a_line_are_joined_and_nothing_is_lost(
    workspace_folder: Path, end: str
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "c", "S", "o", "space")
        await paste(app, pilot, f"one {end}{end}  two{end}three{end}")
        assert "So one two three" in lines(app)[-3]
        await pilot.press("enter")
        await pilot.pause()
    assert notes(workspace_folder) == ["So one two three"]


async def test_a_very_long_paste_stays_whole(workspace_folder: Path) -> None:
    north(workspace_folder)
    long = "\r".join(f"word{number}" for number in range(20_000))
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "c")
        await paste(app, pilot, long)
        await pilot.press("enter")
        await pilot.pause()
    assert notes(workspace_folder) == [long.replace("\r", " ")]


async def test_a_paste_into_a_box_of_several_lines_goes_there_alone(
    workspace_folder: Path,
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "E", "enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await paste(app, pilot, "Gil Hay\rHal Ives\r")
        assert "Make a note" not in seen(app)
        await pilot.press("escape")
        await pilot.pause()
    assert notes(workspace_folder) == []
    held = reopened(workspace_folder).table(Person).values()
    assert {"Gil Hay", "Hal Ives"} <= {person.name for person in held}


async def test_a_paste_outside_any_field_is_offered_as_a_note_of_one_line(
    workspace_folder: Path,
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await paste(app, pilot, "one\r\ntwo\r\n")
        assert "Make a note of this?" in seen(app)
        await pilot.press("enter", "enter")
        await pilot.pause()
    assert notes(workspace_folder) == ["one two"]

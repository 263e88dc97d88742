"""Lines that cannot be understood: nothing is written until they are left out, all by one key."""

from pathlib import Path

import pytest

from tests.screens.people_hall import Kept, founded, hall, press, shown

LIST = b"Name;Joined\nAda;2025-03\nCai;32.13.2025\n;2025\nDev;2025-04\nEmi;someday\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "l.csv").write_bytes(LIST)
    folder = tmp_path / "w"
    founded(folder, "Asha Raman; Harbour")
    return folder


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_enter_writes_nothing_while_a_line_needs_a_look(
    folder: Path, size: tuple[int, int]
) -> None:
    before = Kept(folder).records()
    async with hall(folder, group="north", size=size) as (app, pilot):
        await press(pilot, "I", "'l.csv", "enter", "enter")
        assert "3 lines need a look" in shown(app)
        assert "L leaves these 3 lines out" in " ".join(shown(app).split())
        await press(pilot, "enter", "enter")
        said = "Nothing is written while lines 3, 4 and 6 need a look. L leaves them out."
        assert app.said == said
        assert said in " ".join(shown(app).split())
    assert Kept(folder).records() == before


async def test_one_key_leaves_exactly_those_lines_out_and_enter_writes_the_rest(
    folder: Path,
) -> None:
    async with hall(folder, group="north", size=(80, 24)) as (app, pilot):
        await press(pilot, "I", "'l.csv", "enter", "enter", "L")
        text = shown(app)
        assert "2 new people into North. 3 left out." in text
        assert text.count("left out") >= 4
        assert "“32.13.2025” is not a date" in text
        assert Kept(folder).names() == ["Asha Raman"]
        await press(pilot, "enter")
        assert app.said == "Brought in 2 people"
        assert Kept(folder).names("north") == ["Asha Raman", "Ada", "Dev"]
        app.ws.undo(app.room())
    assert Kept(folder).names() == ["Asha Raman"]


async def test_lines_left_out_are_taken_in_again_by_the_same_key(folder: Path) -> None:
    async with hall(folder, group="north") as (app, pilot):
        await press(pilot, "I", "'l.csv", "enter", "enter", "L", "L")
        assert "3 lines need a look" in shown(app)
        await press(pilot, "enter")
        assert "Nothing is written while" in app.said
    assert Kept(folder).names() == ["Asha Raman"]


async def test_looking_at_other_columns_leaves_nothing_out(folder: Path) -> None:
    async with hall(folder, group="north") as (app, pilot):
        await press(pilot, "I", "'l.csv", "enter", "enter", "L", "escape", "enter")
        assert "3 lines need a look" in shown(app)
        await press(pilot, "enter")
        assert "Nothing is written while" in app.said


async def test_where_every_line_is_understood_the_key_is_absent(folder: Path) -> None:
    (folder.parent / "l.csv").write_bytes(b"Name\nCai\n")
    async with hall(folder, group="north") as (app, pilot):
        await press(pilot, "I", "'l.csv", "enter", "enter", "L")
        assert "leave lines out" not in shown(app)
        await press(pilot, "enter")
    assert Kept(folder).names("north") == ["Asha Raman", "Cai"]


async def test_a_group_that_is_not_there_is_left_out_by_line_too(folder: Path) -> None:
    (folder.parent / "l.csv").write_bytes(b"Name;Groups\nCai;Falls\nDev;\n")
    async with hall(folder, group="north") as (app, pilot):
        await press(pilot, "I", "'l.csv", "enter", "enter", "L", "enter")
        assert app.said == "Brought in Dev"
    assert Kept(folder).names("north") == ["Asha Raman", "Dev"]

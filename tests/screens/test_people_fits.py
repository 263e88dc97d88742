"""People at every size, with every awkward name, and with strings that attack a terminal."""

from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.app import App

from cartui.exchange.people_csv import PersonRow
from cartui.model.people import Membership, Person
from cartui.model.rooms import Room
from cartui.services.bringing_in import BringingIn
from tests.hostile import HOSTILE
from tests.screens.people_hall import founded, hall, opened, press, shown

SIZES = [(80, 24), (100, 30), (120, 40), (200, 60)]
LONG = [
    "Donaudampfschifffahrtsgesellschaftskapitänswitwe Freifrau von und zu Überlingen",
    "山田太郎左衛門尉藤原朝臣長政・東京都港区地域福祉推進協議会",
    "e\u0301" * 60,
    "Asha",
]


def filled(folder: Path, count: int) -> None:
    """Make a workspace of so many people with long names, agencies, roles and areas."""
    founded(folder)
    ws = opened(folder)
    rows = [
        PersonRow(line=n, name=f"{LONG[n % 4]} {n}", agency=LONG[(n + 1) % 4], area=LONG[n % 3],
                  role=LONG[n % 2], why_joined=" ".join(LONG))
        for n in range(count)
    ]  # fmt: skip
    if rows:
        BringingIn(ws, lambda: Room.MEMBERS).bring_in(rows, group="north")
    ws.close()


def check(app: App[None], size: tuple[int, int]) -> list[str]:
    """Check that the frame stands whole and that no line is wider than the screen."""
    lines = shown(app).splitlines()
    assert len(lines) == size[1]
    assert {cell_len(line) for line in lines} == {size[0]}
    assert "FRONT members" in lines[0]
    return lines


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("count", [0, 1, 200, 10_000])
async def test_nothing_clips_without_an_ellipsis(
    tmp_path: Path, size: tuple[int, int], count: int
) -> None:
    filled(tmp_path / "w", count)
    async with hall(tmp_path / "w", group="north", size=size) as (app, pilot):
        lines = check(app, size)
        if not count:
            assert any("n adds" in line for line in lines)
            return
        assert sum(line.startswith("▸") for line in lines) == 1
        await press(pilot, "end", "e")
        check(app, size)
        await press(pilot, "escape", "enter", "z")
        check(app, size)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        check(app, (80, 24))


async def test_half_typed_text_outlives_a_resize(tmp_path: Path) -> None:
    filled(tmp_path / "w", 3)
    async with hall(tmp_path / "w", size=(200, 60)) as (app, pilot):
        await press(pilot, "e", "home", "'Dr ")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "Dr Donau" in shown(app)
        await press(pilot, "escape", "slash", "'dr")
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert app.people.rows.count == (1, 3)


async def test_hostile_strings_stand_as_plain_text_in_every_field(tmp_path: Path) -> None:
    founded(tmp_path / "w")
    ws = opened(tmp_path / "w")
    attacks = list(HOSTILE.values())
    draft = ws.draft("person.add")
    for number, text in enumerate(attacks):  # as another program might have written them
        uid, order = ws.new_uid(), float(number)
        draft.create(Person(uid=uid, name=text, agency=text, area=text, order=order))
        held = Membership(uid=ws.new_uid(), person=uid, group="north", role=text, why_joined=text)
        draft.create(held)
    ws.commit(draft, room=Room.MEMBERS)
    ws.close()
    async with hall(tmp_path / "w", group="north", size=(200, 60)) as (app, pilot):
        for text in attacks:
            page = shown(app)
            assert not any(sign in page for sign in "\x1b\x07\x9b\x9d\x08\r\x00\u202e")
            assert app.people.line is not None
            assert app.people.line.person.name == text
            await press(pilot, "down")
        await press(pilot, "home", "e")
        assert "\x1b" not in shown(app)
        await press(pilot, "escape", "end", "m")
        assert "tasks" in HOSTILE
        assert "[ ] task [x] done" in shown(app)


async def test_hostile_strings_typed_are_kept_as_plain_text(tmp_path: Path) -> None:
    founded(tmp_path / "w")
    async with hall(tmp_path / "w") as (app, pilot):
        for text in ("[@click=app.quit]x[/]", "[/", "[ ] task [x] done"):
            await press(pilot, "n", f"'{text}", "enter")
            assert text in shown(app)
            assert app.said == f"Added {text}"
    names = {person.name for person in opened(tmp_path / "w").table(Person).values()}
    assert names == {"[@click=app.quit]x[/]", "[/", "[ ] task [x] done"}

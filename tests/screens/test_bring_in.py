"""A list comes in by the keys: real bytes, real pastes, seen before written, all or nothing."""

from pathlib import Path

import pytest
from textual import events
from textual.app import App

from cartui.exchange.people_csv import PersonRow
from cartui.model.people import Person
from cartui.model.rooms import Room
from cartui.store.draft import Draft
from screens.people.bring_in import BringIn
from tests.screens.people_hall import Hall, Kept, founded, hall, press, shown


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "w"
    founded(folder, "Asha Raman; Harbour", "Ben Orr; Health")
    return folder


def page(app: Hall) -> BringIn:
    assert isinstance(app.screen, BringIn)
    return app.screen


def paste(app: App[None], text: str) -> None:
    assert app.screen.focused is not None
    app.screen.focused.post_message(events.Paste(text))


def saved(folder: Path, raw: bytes) -> str:
    """Save a list beside the workspace; return its name as something to type."""
    (folder.parent / "l.csv").write_bytes(raw)
    return "'l.csv"


SPREADSHEETS = {
    "cp1252 with semicolons": "Organisation;Name;Area\r\nGröße GmbH;Zoë Müller;Süd\r\n".encode(
        "cp1252"
    ),
    "utf-8 with a mark and commas": (
        "\ufeffArea,Agency,Full name\nSüd,Größe GmbH,Zoë Müller\n".encode()
    ),
    "tabs and blank lines": "\n\nName\tArea\tCompany\n\nZoë Müller\tSüd\tGröße GmbH\n\n\n".encode(),
    "first name and surname apart": (
        "Surname,First name,Organisation,Area\nMüller,Zoë,Größe GmbH,Süd\n".encode("utf-16")
    ),
    "quoted line breaks": '"Name","Area","Agency"\n"Zoë Müller","Süd","Größe\nGmbH"\n'.encode(),
}


@pytest.mark.parametrize("raw", SPREADSHEETS.values(), ids=SPREADSHEETS.keys())
async def test_a_file_as_spreadsheets_really_save_it_comes_in(folder: Path, raw: bytes) -> None:
    async with hall(folder, group="north") as (app, pilot):
        await press(pilot, "I", saved(folder, raw), "enter", "enter")
        assert "1 new person into North." in shown(app)
        assert Kept(folder).names() == ["Asha Raman", "Ben Orr"]
        await press(pilot, "enter")
        assert app.screen is app.people
        assert app.said == "Brought in Zoë Müller"
    line = Kept(folder).lines("north")[-1]
    assert (line.name, line.person.area) == ("Zoë Müller", "Süd")
    assert line.person.agency == "Größe GmbH"


async def test_a_pasted_column_of_names_comes_in_and_one_undo_takes_it_back(folder: Path) -> None:
    async with hall(folder, group="north") as (app, pilot):
        await press(pilot, "I")
        paste(app, "Cai Parry\r\nDev Patel\r\n\r\nEmi Ito\r\n")
        await pilot.pause()
        assert "3 lines." in shown(app)
        await press(pilot, "enter", "enter")
        assert app.said == "Brought in 3 people"
        assert Kept(folder).names("north")[2:] == ["Cai Parry", "Dev Patel", "Emi Ito"]
        app.ws.undo(Room.MEMBERS)
    assert Kept(folder).names() == ["Asha Raman", "Ben Orr"]


async def test_names_can_be_typed_and_are_kept_when_the_page_is_left(folder: Path) -> None:
    async with hall(folder) as (app, pilot):
        await press(pilot, "I", "tab", "'Cai", "enter", "'Dev", "escape", "escape")
        assert app.screen is app.people
        await press(pilot, "I")
        assert page(app).source.names.text == "Cai\nDev"
        await press(pilot, "enter", "m", "2", "enter", "enter")
    assert Kept(folder).names("east") == ["Cai", "Dev"]


async def test_escape_goes_back_step_by_step_and_writes_nothing(folder: Path) -> None:
    before = Kept(folder).records()
    async with hall(folder) as (app, pilot):
        await press(pilot, "I", saved(folder, b"Cai\nDev\n"), "enter", "enter")
        assert page(app).step == "preview"
        await press(pilot, "escape")
        assert page(app).step == "columns"
        await press(pilot, "escape", "escape")
        assert app.screen is app.people
    assert Kept(folder).records() == before


async def test_columns_are_given_their_meaning_by_keys(folder: Path) -> None:
    raw = b"Anna,Red,Dundee\nBert,Blue,Perth\n"
    async with hall(folder, group="north") as (app, pilot):
        await press(pilot, "I", saved(folder, raw), "enter")
        page(app).columns.mapping = ["", "", ""]
        page(app).show_again()
        await press(pilot, "enter")
        assert "No column is marked as the name" in app.said
        await press(pilot, "right", "down", "e", "4", "end", "left", "left", "left")
        titles = [page(app).columns.mapping]
        assert titles == [["name", "agency", "why_joined"]]
        await press(pilot, "left", "left", "left", "left", "left", "enter", "enter")
    lines = Kept(folder).lines("north")[2:]
    assert [(line.name, line.person.agency, line.person.area) for line in lines] == [
        ("Anna", "Red", "Dundee"),
        ("Bert", "Blue", "Perth"),
    ]


async def test_a_field_is_taken_from_the_other_column(folder: Path) -> None:
    async with hall(folder) as (app, pilot):
        await press(pilot, "I", saved(folder, b"Name,Other\nAnna,Berta\n"), "enter")
        await press(pilot, "down", "e", "1")
        assert page(app).columns.mapping == ["", "name"]


async def test_headings_are_a_person_when_told_so(folder: Path) -> None:
    async with hall(folder) as (app, pilot):
        await press(pilot, "I", saved(folder, b"Name\nAnna\n"), "enter", "h", "enter")
        assert "2 new people" in shown(app)
        await press(pilot, "escape", "h", "enter")
        assert "1 new person." in shown(app)


async def test_doubles_are_shown_and_each_goes_its_chosen_way(folder: Path) -> None:
    raw = b"Name,Agency,Area\nasha raman,,Quay\nBen Orr,Police,\nCai,,\nCai,Zoo,\n"
    async with hall(folder, group="north", size=(80, 24)) as (app, pilot):
        await press(pilot, "I", saved(folder, raw), "enter", "enter")
        text = shown(app)
        assert "same as Asha Raman here; fills in area" in text
        assert "another person than Ben Orr here" in text
        assert "same as line 4; fills in agency" in text
        assert "2 new people into North." in text
        await press(pilot, "down", "s")
        assert "keeps agency" in shown(app)
        await press(pilot, "down", "X")
        assert "left out: like line 4" in shown(app)
        await press(pilot, "enter")
        assert app.said == "Brought in Cai" or "1 people" in app.said
    people = {line.name: line.person for line in Kept(folder).lines("north")}
    assert list(people) == ["Asha Raman", "Ben Orr", "Cai"]
    assert (people["Asha Raman"].area, people["Ben Orr"].agency) == ("Quay", "Health")
    assert people["Cai"].agency == ""


async def test_complaints_name_their_line_and_stand_first(folder: Path) -> None:
    raw = b"Name;Joined\nCai;32.13.2025\n;2025\nDev;2025-03\n"
    async with hall(folder, size=(80, 24)) as (app, pilot):
        await press(pilot, "I", saved(folder, raw), "enter", "enter")
        rows = shown(app).splitlines()
        assert any("2" in row and "“32.13.2025” is not a date" in row for row in rows)
        assert any("3" in row and "there is no name" in row for row in rows)
        assert "Write it as 2025-03-31" in shown(app)
        assert "2 lines need a look" in shown(app)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"PK\x03\x04rest", "Excel workbook"),
        (b"", ""),
        (b'Name\n"Anna', "never closed"),
    ],
)
async def test_what_is_no_list_is_said_and_the_path_can_be_mended(
    folder: Path, raw: bytes, says: str
) -> None:
    async with hall(folder) as (app, pilot):
        await press(pilot, "I", saved(folder, raw), "enter")
        assert page(app).step == "source"
        assert says in app.said
        assert app.said
        await press(pilot, "'x", "enter")
        assert "There is no file" in app.said


async def test_addresses_are_never_shown_or_kept_on_front(folder: Path) -> None:
    raw = b"Name,E-mail,Note,Mobile\nCai,cai@example.org,dev@example.org,07700 900123\n"
    async with hall(folder, size=(200, 60)) as (app, pilot):
        await press(pilot, "I", saved(folder, raw), "enter")
        assert "example.org" not in shown(app)
        assert "900123" not in shown(app)
        assert "(private)" in shown(app)
        await press(pilot, "enter")
        assert "E-mail and telephone are private" in shown(app)
        assert "example.org" not in shown(app)
        await press(pilot, "enter")
    everything = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert b"example.org" not in everything
    assert Kept(folder).names()[-1] == "Cai"


async def test_back_stage_addresses_go_to_the_back_wing_in_the_same_change(folder: Path) -> None:
    kept: list[tuple[str, str]] = []

    def facts(draft: Draft, uid: str, row: PersonRow) -> None:
        kept.append((row.email, row.phone))
        draft.set(Person(uid=uid), label="reachable")

    raw = b"Name,E-mail,Mobile\nCai,cai@example.org,07700 900123\n"
    async with hall(folder, size=(200, 60), private_facts=facts) as (app, pilot):
        app.go(Room.BACK)
        await press(pilot, "I", saved(folder, raw), "enter")
        assert "cai@example.org" in shown(app)
        app.go(Room.MEMBERS)
        await pilot.pause()
        assert "cai@example.org" not in shown(app)
        app.go(Room.BACK)
        await press(pilot, "enter")
        assert "of 1 people are kept back stage" in shown(app)
        await press(pilot, "enter")
    assert kept == [("cai@example.org", "07700 900123")]
    assert Kept(folder).lines()[-1].person.label == "reachable"


async def test_a_thousand_lines_come_in_as_one_change(folder: Path) -> None:
    raw = ("Name;Agency\n" + "".join(f"Person {n};Agency {n % 9}\n" for n in range(1000))).encode()
    async with hall(folder, group="north") as (app, pilot):
        await press(pilot, "I", saved(folder, raw), "enter", "enter", "enter")
        assert app.said == "Brought in 1000 people"
        assert app.people.rows.count == (1002, 1002)
        app.ws.undo(Room.MEMBERS)
    assert Kept(folder).names() == ["Asha Raman", "Ben Orr"]


async def test_where_they_go_is_said_as_their_lines_have_it(folder: Path) -> None:
    raw = b"Name,Group\nCai,East\nDev,East; North\nEmi,\n"
    async with hall(folder, group="north") as (app, pilot):
        await press(pilot, "I", saved(folder, raw), "enter")
        assert "groups that their lines name; those that name none join North (m" in shown(app)
        await press(pilot, "enter")
        assert "3 new people: 2 into East, 2 into North." in shown(app)
        await press(pilot, "enter")
    kept = Kept(folder)
    assert kept.names("east")[-2:] == ["Cai", "Dev"]
    assert kept.names("north")[-2:] == ["Dev", "Emi"]


async def test_the_group_in_hand_is_not_named_where_nobody_goes_there(folder: Path) -> None:
    raw = b"Name,Group\nCai,East\nDev,West\n"
    async with hall(folder, group="north") as (app, pilot):
        await press(pilot, "I", saved(folder, raw), "enter")
        assert "They join the groups that their lines name." in shown(app)
        await press(pilot, "enter", "G")
        assert "2 new people: 1 into East, 1 into West." in shown(app)
        assert "into North" not in shown(app)

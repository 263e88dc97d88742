"""Bringing people in: seen before it is written, written in one change, taken back by one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from cartui.exchange.people_csv import PersonRow, guess_mapping, read_people, read_sheet
from cartui.model.kinds import OPEN
from cartui.model.people import Group, Membership, Person
from cartui.model.rooms import Room
from cartui.model.text import inert
from cartui.services.bringing_in import BringingIn, LinesNeedALook, NothingToBringIn
from cartui.services.doubles import Choice
from cartui.services.people_out import people_rows, public_rows
from cartui.services.people_sieve import Sieve
from cartui.services.roster import Roster
from cartui.store.draft import Draft
from cartui.store.identity import Identity
from cartui.store.problems import SaveFailed
from cartui.store.workspace import Workspace
from tests.hostile import CONTROL, HOSTILE


class Door:
    """A workspace with a group, people brought in through the one service."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ws = self._open()
        draft = self.ws.draft("group.start")
        draft.create(Group(uid="north", name="North", order=1.0))
        draft.create(Group(uid="east", name="East Side", order=2.0))
        self.ws.commit(draft, room=Room.MEMBERS)
        self._meet()

    def _open(self) -> Workspace:
        return Workspace.open(self.folder, open_kinds=OPEN, identity=Identity(device="d" * 16))

    def _meet(self) -> None:
        self.roster = Roster(self.ws, lambda: Room.MEMBERS)
        self.bringing = BringingIn(self.ws, lambda: Room.MEMBERS)

    def again(self) -> Roster:
        self.ws.close()
        self.ws = self._open()
        self._meet()
        return self.roster

    def names(self, group: str = "") -> list[str]:
        return [line.name for line in self.again().lines(Sieve(group=group))]


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    made = Door(tmp_path / "w")
    yield made
    made.ws.close()


def rows(*texts: str) -> list[PersonRow]:
    """Return rows from "name|agency|role" texts, lines counted from 2 as under headings."""
    found = []
    for line, text in enumerate(texts, start=2):
        name, agency, role = (*text.split("|"), "", "")[:3]
        found.append(PersonRow(line=line, name=name, agency=agency, role=role))
    return found


def test_a_list_comes_in_as_one_change_and_one_undo_takes_all_back(door: Door) -> None:
    wanted = rows("Asha|Harbour|community activist", "Ben|Health", "Cai")
    preview = door.bringing.preview(wanted, "north")
    assert (preview.new, preview.doubles, preview.complaints, preview.remarks) == (3, (), (), ())
    assert door.names() == []
    change = door.bringing.bring_in(wanted, group="north")
    assert change.about == ("3",)
    assert door.names("north") == ["Asha", "Ben", "Cai"]
    assert door.roster.lines(Sieve())[0].unpaid
    door.ws.undo(Room.MEMBERS)
    assert door.names() == []
    door.ws.redo(Room.MEMBERS)
    assert door.names("north") == ["Asha", "Ben", "Cai"]


def test_a_double_is_shown_and_merging_fills_only_what_is_missing(door: Door) -> None:
    door.roster.add("José Muñoz; Harbour", "north")
    row = PersonRow(
        line=4, name="jose  munoz".replace("  ", " "), agency="harbour", area="Quay", role="chair"
    )
    preview = door.bringing.preview([row], "north")
    (double,) = preview.doubles
    assert (preview.new, double.line, double.fills, double.differs) == (0, 4, ("area",), ())
    assert double.choice is Choice.MERGE
    change = door.bringing.bring_in([row], group="north")
    assert change.about == ("1",)
    (line,) = door.again().lines(Sieve(group="north"))
    assert (line.person.name, line.person.agency) == ("José Muñoz", "Harbour")
    assert (line.person.area, line.role(), len(line.memberships)) == ("Quay", "chair", 1)


def test_another_agency_is_proposed_as_another_person(door: Door) -> None:
    door.roster.add("Kim Reid; Harbour", "north")
    wanted = rows("Kim Reid|Health")
    assert door.bringing.preview(wanted).doubles[0].choice is Choice.NEW
    door.bringing.bring_in(wanted, group="north")
    assert door.names() == ["Kim Reid (Harbour)", "Kim Reid (Health)"]


@pytest.mark.parametrize(
    ("choice", "names"),
    [
        (Choice.SKIP, ["Asha", "Ben"]),
        (Choice.MERGE, ["Asha", "Ben"]),
        (Choice.NEW, ["Asha", "Asha 2", "Ben"]),
    ],
)
def test_each_double_goes_the_way_that_was_chosen(
    door: Door, choice: Choice, names: list[str]
) -> None:
    door.roster.add("Asha", "north")
    door.bringing.bring_in(rows("Asha", "Ben"), {2: choice}, "north")
    assert door.names("north") == names


def test_a_double_within_the_list_merges_into_the_line_before(door: Door) -> None:
    wanted = [
        PersonRow(line=2, name="Asha", group="North", role="chair"),
        PersonRow(line=3, name="ASHA", agency="Harbour", group="East Side; North"),
    ]
    (double,) = door.bringing.preview(wanted).doubles
    assert (double.line, double.earlier_line, double.person) == (3, 2, "")
    door.bringing.bring_in(wanted)
    (line,) = door.again().lines(Sieve())
    assert (line.name, line.person.agency, line.groups) == (
        "Asha",
        "Harbour",
        ("North", "East Side"),
    )
    assert line.role("north") == "chair"


def test_when_the_line_before_is_left_out_its_double_still_comes(door: Door) -> None:
    door.roster.add("Asha", "north")
    door.bringing.bring_in(rows("Asha", "Ben", "ben"), {2: Choice.SKIP, 4: Choice.NEW}, "north")
    assert door.names() == ["Asha", "Ben", "ben"]


def test_merging_brings_back_who_was_put_away(door: Door) -> None:
    person = door.roster.person(door.roster.add("Asha", "north").about[0])
    door.roster.put_away(person)
    (double,) = door.bringing.preview(rows("Asha")).doubles
    assert double.away
    door.bringing.bring_in(rows("Asha"), group="north")
    assert door.names("north") == ["Asha"]


def test_nothing_new_writes_nothing(door: Door) -> None:
    door.bringing.bring_in(rows("Asha|Harbour"), group="north")
    with pytest.raises(NothingToBringIn):
        door.bringing.bring_in(rows("Asha|Harbour"), group="north")
    with pytest.raises(NothingToBringIn):
        door.bringing.bring_in([], group="north")
    door.ws.undo(Room.MEMBERS)
    assert door.names() == []


def test_rows_go_to_the_groups_they_name_and_unknown_ones_are_told_by_line(door: Door) -> None:
    wanted = [
        PersonRow(line=2, name="Asha", group="east side"),
        PersonRow(line=3, name="Ben"),
        PersonRow(line=9, name="Cai", group="West; North"),
    ]
    preview = door.bringing.preview(wanted, "north")
    assert [(c.line, "West" in c.says) for c in preview.complaints] == [(9, True)]
    with pytest.raises(LinesNeedALook) as refused:
        door.bringing.bring_in(wanted, group="north")
    assert refused.value.lines == (9,)
    assert door.names() == []
    door.bringing.bring_in(wanted, group="north", leave_out=[9])
    assert door.names("north") == ["Ben"]
    assert door.names("east") == ["Asha"]


def test_what_is_private_or_has_no_group_is_said_before(door: Door) -> None:
    row = PersonRow(line=2, name="Asha", email="a@example.org", role="chair", why_joined="to see")
    remarks = " ".join(door.bringing.preview([row]).remarks)
    for said in ("private", "seen by the group", "belong to a group"):
        assert said in remarks
    door.bringing.bring_in([row])
    everything = b"".join(p.read_bytes() for p in door.folder.rglob("*") if p.is_file())
    assert b"a@example.org" not in everything


def test_back_stage_keeps_addresses_within_the_same_change(door: Door) -> None:
    kept: list[tuple[str, str]] = []

    def hook(draft: Draft, uid: str, row: PersonRow) -> None:
        kept.append((uid, row.email))
        draft.set(Person(uid=uid), label="has an address")

    bringing = BringingIn(door.ws, lambda: Room.MEMBERS, hook)
    row = PersonRow(line=2, name="Asha", email="a@example.org")
    assert "kept back stage" in bringing.preview([row]).remarks[0]
    bringing.bring_in([row])
    (person,) = door.again().people()
    assert kept == [(person.uid, "a@example.org")]
    assert person.label == "has an address"
    door.ws.undo(Room.MEMBERS)
    assert door.again().people() == []


def test_a_failed_save_leaves_nothing_half_written(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise SaveFailed("the disk is full")

    with monkeypatch.context() as context:
        context.setattr(door.ws, "commit", full)
        with pytest.raises(SaveFailed):
            door.bringing.bring_in(rows("Asha", "Ben"), group="north")
    assert door.roster.people() == []
    door.bringing.bring_in(rows("Asha", "Ben"), group="north")
    assert door.names() == ["Asha", "Ben"]


def test_what_goes_out_comes_in_again_the_same(door: Door, tmp_path: Path) -> None:
    door.bringing.bring_in(rows("Asha|Harbour|chair", "=Ben|Health", "Cai"), group="north")
    asha = door.roster.people()[0]
    door.roster.join([asha], "east", role="volunteer")
    out = people_rows(door.roster.lines(Sieve()), door.roster.groups())
    assert [(row.name, row.group, row.role) for row in out][:2] == [
        ("Asha", "North", "chair"),
        ("Asha", "East Side", "volunteer"),
    ]
    other = Door(tmp_path / "other")
    other.bringing.bring_in([replace(row, line=n) for n, row in enumerate(out)])
    again = people_rows(other.again().lines(Sieve()), other.roster.groups())
    assert again == out
    other.ws.close()


def test_outsiders_get_roles_and_agencies_and_no_name_unless_agreed(door: Door) -> None:
    door.bringing.bring_in(rows("Asha|Harbour|chair", "Ben|Health"), group="north")
    asha = door.roster.people()[0]
    door.roster.edit(asha, may_be_named=True)
    out = public_rows(door.roster.lines(Sieve()))
    assert [(row.name, row.agency, row.role) for row in out] == [
        ("Asha", "Harbour", "chair"),
        ("", "Health", ""),
    ]


ANYTHING = st.text(min_size=1, max_size=30)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    cells=st.lists(st.tuples(ANYTHING, ANYTHING), min_size=1, max_size=8),
    choice=st.sampled_from(list(Choice)),
)
def test_any_list_twice_over_is_taken_back_whole(
    cells: list[tuple[str, str]], choice: Choice, tmp_path_factory: pytest.TempPathFactory
) -> None:
    door = Door(tmp_path_factory.mktemp("w") / "w")
    wanted = [
        PersonRow(line=line, name=" ".join(name.split()) or "x", agency=agency)
        for line, (name, agency) in enumerate(cells)
    ]
    done = 0
    for _ in range(2):
        preview = door.bringing.preview(wanted, "north")
        assert preview.new + len(preview.doubles) == len(wanted)
        try:
            door.bringing.bring_in(wanted, dict.fromkeys(range(9), choice), "north")
        except NothingToBringIn:
            continue
        done += 1
    for _ in range(done):
        door.ws.undo(Room.MEMBERS)
    door.again()
    assert not door.ws.table(Person)
    assert not door.ws.table(Membership)
    door.ws.close()


def test_real_bytes_come_through_the_exchange(door: Door) -> None:
    raw = (
        "\r\nOrganisation;Full name;Why did you join?;Area\r\n"
        'Größe & Söhne;"Łucja ""Lu"" Brandt";"to see\nwhat works";\r\n'
        ";;;\r\n"
        "Caf\u00e9;Ren\u00e9e;;Quay\r\n"
    ).replace("Ł", "L")
    sheet = read_sheet(raw.encode("cp1252"))
    people, complaints = read_people(sheet, guess_mapping(sheet))
    assert complaints == ()
    door.bringing.bring_in(people, group="north")
    lines = door.again().lines(Sieve())
    assert [line.name for line in lines] == ['Lucja "Lu" Brandt', "Renée"]
    assert lines[0].memberships[0].why_joined == "to see\nwhat works"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_would_attack_a_terminal_comes_in_as_plain_text(door: Door, text: str) -> None:
    row = PersonRow(line=1, name=text, agency=text, role=text, why_joined=f"{text}\n{text}")
    door.bringing.bring_in([row], group="north")
    (line,) = door.again().lines(Sieve())
    kept = (line.name, line.person.agency, line.role(), line.memberships[0].why_joined)
    assert [inert(each) for each in kept] == list(kept)
    assert text not in CONTROL.values() or line.name != text

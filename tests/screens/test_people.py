"""People by the keys, read back from the disk."""

from pathlib import Path

import pytest

from cartui.model.people import Group
from cartui.model.rooms import Room
from cartui.services.people_sieve import Standing
from screens.parts.rows import RowList
from tests.screens.people_hall import TODAY, Kept, founded, hall, opened, press, shown


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "w"
    founded(folder, "Asha Raman; Harbour", "Ben Orr; Health", "Cai Parry; Harbour")
    return folder


async def test_a_person_is_added_by_one_line_and_outlives_the_process(folder: Path) -> None:
    async with hall(folder, group="north") as (app, pilot):
        await press(pilot, "n", "'Dev Patel; Charity", "enter")
        assert app.said == "Added Dev Patel"
        assert app.people.rows.highlighted == app.people.roster.people()[-1].uid
    (line,) = (line for line in Kept(folder).lines("north") if line.name == "Dev Patel")
    assert (line.person.agency, line.joined()) == ("Charity", TODAY)


async def test_the_first_person_is_called_for_by_an_empty_list(tmp_path: Path) -> None:
    async with hall(tmp_path / "w") as (app, pilot):
        assert "n adds the first person" in shown(app)
        await press(pilot, "e", "X", "m", "W", "J", "n", "'Asha", "enter")
    assert Kept(tmp_path / "w").names() == ["Asha"]


async def test_a_name_is_asked_for_again_with_what_was_typed(folder: Path) -> None:
    async with hall(folder) as (_, pilot):
        await press(pilot, "n", "'Dev Pat", "escape", "n", "'el", "enter")
    assert Kept(folder).names()[-1] == "Dev Patel"


async def test_a_second_person_of_one_name_is_told_apart(folder: Path) -> None:
    async with hall(folder) as (app, pilot):
        await press(pilot, "n", "'Asha Raman; Health", "enter")
        assert "Asha Raman (Health)" in app.said
        assert "Asha Raman (Harbour)" in shown(app)
        await press(pilot, "e", "down", "'the elder", "escape")
        assert "Asha Raman (the elder)" in shown(app)


async def test_finding_narrows_counts_and_comes_back(folder: Path) -> None:
    async with hall(folder) as (app, pilot):
        await press(pilot, "slash", "'harb")
        assert app.people.rows.count == (2, 3)
        assert "2 of 3" in shown(app)
        assert "Ben Orr" not in shown(app)
        await press(pilot, "enter", "down")
        assert app.people.line is not None
        assert app.people.line.name == "Cai Parry"
        await press(pilot, "escape")
        assert app.people.rows.count == (3, 3)
        assert app.people.line.name == "Cai Parry"


async def test_acts_after_finding_are_for_whom_is_found(folder: Path) -> None:
    async with hall(folder) as (_, pilot):
        await press(pilot, "slash", "'orr", "enter", "X", "escape")
    assert Kept(folder).names() == ["Asha Raman", "Cai Parry"]


async def test_many_are_put_away_in_one_change_and_brought_back(folder: Path) -> None:
    async with hall(folder) as (app, pilot):
        await press(pilot, "space", "space")
        assert "2 selected" in app.said
        await press(pilot, "X")
        assert app.said == "Put away 2 people"
        assert Kept(folder).names() == ["Cai Parry"]
        assert Kept(folder).names(standing=Standing.AWAY) == ["Asha Raman", "Ben Orr"]
        app.ws.undo(Room.MEMBERS)
        app.people.show_again()
        assert app.people.rows.count == (3, 3)
        app.ws.redo(Room.MEMBERS)
        await press(pilot, "v", "6")
        assert "put away" in app.people.heading()
        await press(pilot, "A", "X", "escape")
        assert app.people.rows.count == (3, 3)
    assert Kept(folder).names() == ["Asha Raman", "Ben Orr", "Cai Parry"]


async def test_people_move_up_and_down_in_their_own_order_only(folder: Path) -> None:
    async with hall(folder) as (app, pilot):
        await press(pilot, "J", "J", "K")
        assert app.people.line is not None
        assert app.people.line.name == "Asha Raman"
        await press(pilot, "s", "2")
        assert next(iter(app.people.lines.values())).name == "Asha Raman"
        await press(pilot, "J")
    assert Kept(folder).names() == ["Ben Orr", "Asha Raman", "Cai Parry"]


async def test_a_role_is_taken_by_its_letter_or_in_other_words(folder: Path) -> None:
    async with hall(folder, group="north") as (app, pilot):
        await press(pilot, "space", "space", "w", "5")
        assert app.said == "Made 2 people community activist"
        await press(pilot, "end", "w", "7", "'chair of the hall", "enter")
        assert "chair of the hall" in shown(app)
    roles = [(line.role(), line.unpaid) for line in Kept(folder).lines("north")]
    assert roles == [
        ("community activist", True),
        ("community activist", True),
        ("chair of the hall", False),
    ]


async def test_unpaid_people_have_a_mark_and_a_word(folder: Path) -> None:
    async with hall(folder, group="north") as (app, pilot):
        await press(pilot, "w", "6")
        assert "◇ volunteer" in shown(app)
        assert "◇ volunteer, unpaid" in shown(app)
        await press(pilot, "v", "4")
        assert app.people.rows.count == (1, 1)


async def test_groups_are_joined_left_with_a_date_and_moved_between(folder: Path) -> None:
    async with hall(folder) as (app, pilot):
        await press(pilot, "m", "1")
        assert app.said == "Added Asha Raman to East"
        await press(pilot, "m", "1", *["backspace"] * 10, "'2027-01", "enter")
        assert app.said == "Asha Raman left North"
        await press(pilot, "down", "m", "2")
        assert app.said == "Moved Ben Orr from North to East"
    kept = Kept(folder)
    assert kept.names("east") == ["Asha Raman", "Ben Orr"]
    # A day that has not come yet is not a day on which somebody has left.
    assert kept.names("north") == ["Asha Raman", "Cai Parry"]
    assert kept.lines("north")[0].memberships[0].left == "2027-01"


async def test_who_left_is_shown_with_the_day(folder: Path) -> None:
    async with hall(folder, group="north") as (app, pilot):
        await press(pilot, "m", "3", "enter")
        assert app.people.rows.count == (2, 2)
        await press(pilot, "v", "5")
        assert "who left" in app.people.heading()
        assert TODAY in shown(app)
    assert Kept(folder).names("north", Standing.LEFT) == ["Asha Raman"]


async def test_a_facet_narrows_to_one_agency(folder: Path) -> None:
    async with hall(folder) as (app, pilot):
        await press(pilot, "v", "8", "1")
        assert app.people.heading() == "All groups, 2 people, Harbour"
        await press(pilot, "escape")
        assert app.people.heading() == "All groups, 3 people"


async def test_why_somebody_joined_is_the_groups_on_front(folder: Path) -> None:
    async with hall(folder) as (app, pilot):
        await press(pilot, "W", "'to show what works", "enter")
        assert "“to show what works”" in shown(app)
    assert Kept(folder).lines()[0].memberships[0].why_joined == "to show what works"


@pytest.mark.parametrize(("answer", "open_side"), [("y", "my own reasons"), ("n", "")])
async def test_back_stage_asks_whether_the_group_may_see_why(
    folder: Path, answer: str, open_side: str
) -> None:
    async with hall(folder) as (app, pilot):
        app.go(Room.BACK)
        await press(pilot, "W", "'my own reasons", "enter")
        assert "May the group see these words?" in shown(app)
        await press(pilot, answer)
        told = [text for _, text in app.told]
        assert told == ([] if open_side else ["my own reasons"])
    assert Kept(folder).lines()[0].memberships[0].why_joined == open_side


async def test_the_person_stands_beside_the_list_or_on_a_page(folder: Path) -> None:
    async with hall(folder, size=(120, 40)) as (app, pilot):
        assert "In no group" not in shown(app)
        assert f"joined {TODAY}" in shown(app)
        await press(pilot, "z")
        assert not app.people.rows.display or app.people.has_class("-page")
        await press(pilot, "escape")
    async with hall(folder, size=(80, 24)) as (app, pilot):
        assert f"joined {TODAY}" not in shown(app)
        await press(pilot, "down", "enter")
        assert f"joined {TODAY}" in shown(app)
        assert "Asha Raman" not in shown(app)
        await press(pilot, "escape")
        assert "Asha Raman" in shown(app)
        assert app.people.rows.has_focus


async def test_group_notes_stand_on_the_persons_page(folder: Path) -> None:
    async with hall(folder) as (app, _):
        uid = app.people.rows.highlighted or ""
        app.people._notebook.write(uid, "bring [bold]paper[/]")
        app.people.show_again()
        assert "bring [bold]paper[/]" in shown(app)


async def test_the_slot_hears_who_is_highlighted(folder: Path) -> None:
    async with hall(folder, group="north") as (app, pilot):
        await press(pilot, "down")
        slot = app.people.pane.slot
        assert slot.name == "beside-person"
        assert slot.subject == (app.people.rows.highlighted, "north")


async def test_front_public_shows_nobody_and_takes_no_key(folder: Path) -> None:
    before = Kept(folder).records()
    async with hall(folder) as (app, pilot):
        await press(pilot, "slash", "'asha")
        app.go(Room.PUBLIC)
        await pilot.pause()
        assert "Members only" in shown(app)
        for secret in ("Asha", "Harbour", "people"):
            assert secret not in shown(app).replace("2 People", "")
        await press(pilot, "n", "X", "e", "m", "w", "W", "J", "A", "o", "I", "enter")
        assert "Asha" not in shown(app)
        app.go(Room.MEMBERS)
        await pilot.pause()
        assert "Asha Raman" in shown(app)
        assert app.people.rows.has_focus
    assert Kept(folder).records() == before


async def test_half_typed_text_waits_while_the_room_is_public(folder: Path) -> None:
    async with hall(folder) as (app, pilot):
        await press(pilot, "e", "end", "'ovich")
        app.go(Room.PUBLIC)
        await pilot.pause()
        assert "ovich" not in shown(app)
        app.go(Room.MEMBERS)
        await pilot.pause()
        await press(pilot, "escape")
    assert Kept(folder).names()[0] == "Asha Ramanovich"


async def test_people_go_out_to_a_new_file_and_never_over_another(folder: Path) -> None:
    async with hall(folder, group="north") as (app, pilot):
        await press(pilot, "o", "c", "enter")
        await press(pilot, "o", "c", "enter")
        assert app.said.endswith(f"people-{TODAY}-2.csv")
        await press(pilot, "o", "x", "enter")
        await press(pilot, "o", "m", "home", "'/no", "enter")
        assert app.said.startswith("Not written")
    written = folder.parent / f"people-{TODAY}.csv"
    assert written.read_text("utf-8-sig").splitlines()[1].startswith("Asha Raman,Harbour")
    assert written.stat().st_mode & 0o077 == 0
    public = (folder.parent / f"people-{TODAY}-public.csv").read_text("utf-8-sig")
    assert "Asha" not in public
    assert "Harbour" in public


async def test_a_click_highlights_and_a_second_click_opens(folder: Path) -> None:
    async with hall(folder, size=(80, 24)) as (app, pilot):
        await pilot.click(RowList, offset=(6, 2))
        assert app.people.line is not None
        assert app.people.line.name == "Ben Orr"
        await pilot.click(RowList, offset=(6, 2), times=2)
        await pilot.pause()
        assert app.people.has_class("-page")


async def test_newcomers_join_the_only_group_there_is(tmp_path: Path) -> None:
    ws = opened(tmp_path / "w")
    draft = ws.draft("group.start")
    draft.create(Group(uid="north", name="North"))
    ws.commit(draft, room=Room.MEMBERS)
    ws.close()
    async with hall(tmp_path / "w") as (_, pilot):
        await press(pilot, "n", "'Asha", "enter")
    assert Kept(tmp_path / "w").names("north") == ["Asha"]


async def test_what_another_cartui_changes_is_shown_and_the_highlight_stays(folder: Path) -> None:
    async with hall(folder) as (app, pilot):
        await press(pilot, "down")
        other = Kept(folder)
        other.roster.put_away(other.roster.people()[0])
        other.ws.close()
        assert app.ws.poll()
        app.people.read_again()
        assert app.people.rows.count == (2, 2)
        assert app.people.line is not None
        assert app.people.line.name == "Ben Orr"

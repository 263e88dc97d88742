"""The series by real keys: planning, the form, groups, slots, away, out; then the disk."""

from pathlib import Path

import pytest
from icalendar import Calendar
from textual.widgets import Input

from cartui.model.rooms import Room
from screens.meeting.screen import MeetingScreen
from screens.parts.choice import Choice
from screens.parts.form import Form
from tests.screens.series_hall import LARGE, SMALL, Kept, filled, seated, two_groups
from tests.screens.stage import app_on, seen


async def test_the_first_meeting_is_planned_by_two_keys(workspace_folder: Path) -> None:
    group = two_groups(workspace_folder)
    async with seated(workspace_folder) as seat:
        assert "No meetings yet." in seat.seen()
        await seat.press("n", "enter")
        assert seat.told == "Planned the meeting no. 1"
        assert "▸   1  Mon 9 Mar 2026 14:00-16:00" in seat.seen()
        await seat.press("n")
        assert isinstance(seat.app.focused, Input)
        assert seat.app.focused.value == "2026-03-23 14:00 "
        await seat.press("ctrl+u", "'24 Mar 9.30 Mill Braes", "enter")
    kept = Kept(workspace_folder, group).meetings.meetings()
    assert [(each.on, each.start, each.venue) for each in kept] == [
        ("2026-03-09", "14:00", ""), ("2026-03-24", "09:30", "Mill Braes"),
    ]  # fmt: skip


async def test_wrong_words_are_said_in_a_sentence_and_nothing_is_planned(
    workspace_folder: Path,
) -> None:
    group = two_groups(workspace_folder)
    async with seated(workspace_folder) as seat:
        await seat.press("n", "ctrl+u", "'some day", "enter")
        assert "“some day” does not begin with a day. Nothing was changed" in seat.told
    assert Kept(workspace_folder, group).meetings.meetings() == []


async def test_a_day_typed_on_to_the_proposed_one_is_read_as_a_second_day(
    workspace_folder: Path,
) -> None:
    filled(workspace_folder)
    async with seated(workspace_folder) as seat:
        await seat.press("n", "'tue 6pm", "enter")
        assert "tue 6pm” says two days. Nothing was changed; Ctrl+U empties" in seat.told


async def test_the_series_opens_on_the_coming_meeting(workspace_folder: Path) -> None:
    filled(workspace_folder)
    async with seated(workspace_folder, LARGE) as seat:
        seen = seat.seen()
        assert "▸   3  Tue 3 Mar 2026 14:00-16:00" in seen
        assert seen.count("✓ held") == 2
        assert seen.count("1 of 2") == 2  # beside the pane too: where it was gives way first
        assert "14:35  Critique A, 25 min" in seen
        assert "       on draft “Night visits, a first draft”" in seen
        assert "Time and place: agreed by everybody" in seen
        assert "? card “Night visits”" in seen
    async with seated(workspace_folder, (200, 50)) as seat:
        assert seat.seen().count("1 of 2") == 2
    async with seated(workspace_folder, LARGE, "home") as seat:
        assert "It has no agenda. d opens one." in seat.seen()
    async with seated(workspace_folder, (200, 50), "down") as seat:
        assert "No agenda yet. d opens it; there t takes a template." in seat.seen()


async def test_the_form_keeps_every_field(workspace_folder: Path) -> None:
    group = filled(workspace_folder)
    async with seated(workspace_folder, SMALL, "e") as seat:
        typed = ("'Gathering", "'2026-03-05", "'3pm", "'1h30", "'Hall", "'Easter Loan", "'diss",
                 "'8", "'all of us")  # fmt: skip
        for text in typed:
            await seat.press("ctrl+u", text, "down")
        assert seat.told == "Changed the meeting Gathering"
        await seat.press("u")
        assert seat.told == "Took back: changed the meeting no. 3"
        await seat.press("U")
    kept = Kept(workspace_folder, group).coming()
    assert (kept.title, kept.on, kept.start, kept.minutes) == (
        "Gathering",
        "2026-03-05",
        "15:00",
        90,
    )
    assert (kept.venue, kept.area, kept.kind, kept.number, kept.slot_agreed_by) == (
        "Hall", "Easter Loan", "dissemination", 8, "all of us",
    )  # fmt: skip


async def test_a_wrong_field_is_said_and_esc_again_puts_it_back(workspace_folder: Path) -> None:
    group = filled(workspace_folder)
    async with seated(workspace_folder, SMALL, "e") as seat:
        await seat.press("'Gathering", "down", "ctrl+u", "'soon", "down", "down", "escape")
        assert "“soon” is not a day. Nothing was changed" in seat.told
        assert seat.series.has_class("-form")
        assert isinstance(seat.app.focused, Input)
        assert seat.app.focused.value == "soon"
        await seat.press("escape")
        assert not seat.series.has_class("-form")
        assert "Changed the meeting" in seat.told
    kept = Kept(workspace_folder, group).coming()
    assert (kept.title, kept.on) == ("Gathering", "2026-03-03")


async def test_a_form_that_is_closed_leaves_no_words_of_its_own(workspace_folder: Path) -> None:
    filled(workspace_folder)
    async with seated(workspace_folder, SMALL, "e") as seat:
        assert "Esc keeps what you typed and closes" in seat.told
        await seat.press("escape")
        assert seat.told == ""
        await seat.press("e", "down", "ctrl+u", "'soon", "escape", "escape")
        assert not seat.series.has_class("-form")
        assert seat.told == ""


async def test_a_form_half_filled_in_back_is_out_of_sight_on_front(workspace_folder: Path) -> None:
    filled(workspace_folder)
    async with seated(workspace_folder, SMALL, "B", "enter", "e", "'Secret plan") as seat:
        assert "Secret plan" in seat.seen()
        await seat.press("f9")
        assert "Secret plan" not in seat.seen()
        assert not seat.series.has_class("-form")
        await seat.press("B", "enter")
        assert "Secret plan" in seat.seen()
        assert seat.series.query_one(Form).first.has_focus


async def test_two_windows_fill_in_the_same_field(workspace_folder: Path) -> None:
    group = filled(workspace_folder)
    async with seated(workspace_folder, SMALL, "e") as seat:
        other = Kept(workspace_folder, group)
        other.meetings.edit(other.coming(), title="Theirs")
        other.ws.close()
        await seat.press("'Mine", "escape")
        assert "Changed meanwhile in the other window" in seat.seen()
        assert "title: Theirs" in seat.seen()
        assert "title: Mine" in seat.seen()
        await seat.press("m")
        assert seat.told == "Changed the meeting Mine"
    assert Kept(workspace_folder, group).coming().title == "Mine"


async def test_groups_of_a_retreat_are_marked(workspace_folder: Path) -> None:
    group = filled(workspace_folder)
    async with seated(workspace_folder, LARGE, "m", "space", "enter") as seat:
        assert seat.told == "Said which groups take part in the meeting no. 3"
        assert "With East" in seat.seen()
    assert len(Kept(workspace_folder, group).coming().others) == 1


async def test_a_retreat_is_worked_on_from_each_group_in_it(
    workspace_folder: Path,
) -> None:
    group = filled(workspace_folder)
    async with seated(workspace_folder, LARGE, "1", "down", "enter", "6") as seat:
        assert "Mon 20 Apr 2026 09:30-15:30" in seat.seen()
        assert "With North" in seat.seen()
        await seat.press("e", "ctrl+u", "'Days together", "escape")
        assert seat.told == "Changed the meeting Days together"
        await seat.press("d", "t", "4")
        assert "▸ 09:30   20  Arriving, coffee" in seat.seen()
    kept = Kept(workspace_folder, group).meetings
    retreat = next(each for each in kept.meetings() if each.title == "Days together")
    assert len(kept.agenda(retreat)) > 10


async def test_a_slot_is_picked_by_its_digit(workspace_folder: Path) -> None:
    group = filled(workspace_folder)
    async with seated(workspace_folder, SMALL, "S") as seat:
        assert "1  Tue 17 Mar 2026 14:00 Mill Braes library" in seat.seen()
        await seat.press("n", "ctrl+u", "'31 Mar 10:00 Room 5", "enter")
        assert "3  Tue 31 Mar 2026 10:00 Room 5" in seat.seen()
        await seat.press("3")
        assert seat.told == "The next meeting is no. 6: 2026-03-31 10:00 Room 5"
        assert "▸   6  Tue 31 Mar 2026" in seat.seen()
        await seat.press("u")
        assert "Tue 31 Mar 2026 10:00-12:00" not in seat.seen()
        await seat.press("U")
    days = [each.on for each in Kept(workspace_folder, group).meetings.meetings()]
    assert days == ["2026-02-03", "2026-02-17", "2026-03-03", "2026-03-31", "2026-04-20", ""]


async def test_a_slot_is_no_longer_offered(workspace_folder: Path) -> None:
    group = filled(workspace_folder)
    async with seated(workspace_folder, SMALL, "S", "x", "2", "escape"):
        pass
    slots = Kept(workspace_folder, group).coming().slots
    assert [slot.on for slot in slots] == ["2026-03-17"]


async def test_what_is_raised_is_taken_in_put_back_and_let_go(workspace_folder: Path) -> None:
    group = filled(workspace_folder)
    async with seated(workspace_folder, SMALL, "R") as seat:
        assert "take 1 thing into this agenda" in seat.seen()
        await seat.press("t")
        assert seat.told == "Took what was raised into the agenda of the meeting no. 3"
        await seat.press("R", "enter")
        assert seat.told.startswith("Put back, to be raised later: ")
        await seat.press("R", "down", "enter")
        assert seat.told.startswith("No longer to raise: ")
    kept = Kept(workspace_folder, group)
    assert kept.meetings.waiting() == []
    assert len(kept.meetings.taken_in(kept.coming())) == 2


async def test_put_away_and_back(workspace_folder: Path) -> None:
    group = filled(workspace_folder)
    async with seated(workspace_folder, SMALL, "X") as seat:
        assert seat.told == "Put away the meeting no. 3"
        await seat.press("v")
        assert "Tue 3 Mar 2026" in seat.seen()
        assert "▸ next" not in seat.seen()
        assert "Town hall" not in seat.seen()
        await seat.press("X", "escape")
        assert seat.told == "Brought back the meeting no. 3"
        assert "Town hall" in seat.seen()
    assert Kept(workspace_folder, group).coming().number == 3


async def test_found_and_sorted(workspace_folder: Path) -> None:
    filled(workspace_folder)
    async with seated(workspace_folder, SMALL, "slash", "'braes") as seat:
        assert "2 of 5" in seat.seen()
        await seat.press("escape", "s", "n")
        first = seat.seen().split("\n")[2]
        assert "Sharing day" in first
        await seat.press("s", "p")
        assert seat.series.rows.highlighted is not None


async def test_a_calendar_file_is_written(workspace_folder: Path, tmp_path: Path) -> None:
    filled(workspace_folder)
    file = tmp_path / "north.ics"
    async with seated(workspace_folder, SMALL, "o", "c", "ctrl+u", f"'{file}", "enter") as seat:
        assert seat.told == f"Written to {file}"
        await seat.press("o", "i", "ctrl+u", f"'{tmp_path / 'one.ics'}", "enter")
        await seat.press("o", "s", "ctrl+u", f"'{tmp_path / 'series.md'}", "enter")
        await seat.press("end", "o", "i", "ctrl+u", f"'{tmp_path / 'none.ics'}", "enter")
        assert "No day is set yet" in seat.told
    assert len(Calendar.from_ical(file.read_bytes()).walk("VEVENT")) == 4
    assert len(Calendar.from_ical((tmp_path / "one.ics").read_bytes()).walk("VEVENT")) == 1
    assert "Owner: Asha Rao" in (tmp_path / "series.md").read_text()
    assert not (tmp_path / "none.ics").exists()


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_before_outsiders_it_is_read_only_and_holds_nothing_of_the_groups_own(
    workspace_folder: Path, size: tuple[int, int]
) -> None:
    filled(workspace_folder)
    async with seated(workspace_folder, size, "F", "enter") as seat:
        assert seat.app.stage is Room.PUBLIC
        seen = seat.seen()
        await seat.press("enter")
        seen += seat.seen()
        for key in ("n", "e", "X", "m", "S", "R", "d", "o", "v", "s", "slash", "r", "c", "u"):
            await seat.press(key)
            assert not isinstance(seat.app.screen, Choice)
            assert len(seat.app.screen_stack) == 1
            seen += seat.seen()
        assert "14:35  Critique A, 25 min" in seen
        assert "1  Tue 17 Mar 2026 14:00 Mill Braes library" in seen
        for own in (
            "agreed by everybody",
            "Asha",
            "Falls log",
            "Night visits",
            "1 of 2",
            "To raise",
        ):
            assert own not in seen


async def test_home_opens_where_what_was_raised_in_words_stands(workspace_folder: Path) -> None:
    filled(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=LARGE) as pilot:
        for key in ("colon", *"raise words", "enter", *"the letter", "enter", "tab", "tab", "end"):
            await pilot.press("space" if key == " " else key)
            await pilot.pause()
        assert "▸ to raise" in seen(app)
        assert "the letter" in seen(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, MeetingScreen)

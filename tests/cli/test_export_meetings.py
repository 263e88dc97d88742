"""`cartui export meetings`: a calendar, a page, a page to print; outsiders get what is theirs."""

from pathlib import Path

import pytest
from icalendar import Calendar

from tests.cli.conftest import Shell
from tests.screens.series_hall import filled


@pytest.fixture
def folder(workspace_folder: Path) -> Path:
    filled(workspace_folder)
    return workspace_folder


@pytest.mark.usefixtures("folder")
def test_a_calendar_has_every_meeting_with_a_day(shell: Shell, tmp_path: Path) -> None:
    ran = shell("export", "meetings", "-", "--format", "ics")
    events = Calendar.from_ical(ran.stdout).walk("VEVENT")
    assert [str(each["SUMMARY"]) for each in events] == [
        "North: meeting 1", "North: meeting 2", "North: meeting 3",
        "North: meeting 4, Home retreat",
    ]  # fmt: skip
    assert "1 meeting has no day yet and stands in no calendar." in ran.stderr
    shell("export", "meetings", str(tmp_path / "north.ics"))
    raw = (tmp_path / "north.ics").read_bytes()
    assert raw.startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"\r\r\n" not in raw


@pytest.mark.usefixtures("folder")
def test_a_calendar_holds_nothing_that_is_the_groups_own(shell: Shell) -> None:
    for more in ((), ("--public",)):
        said = shell("export", "meetings", "-", "--format", "ics", *more).stdout
        for own in ("Asha Rao", "Falls log", "agreed by everybody", "Ben Okoro"):
            assert own not in said
        assert "Welcome and ground rules" in said


@pytest.mark.usefixtures("folder")
def test_one_meeting_by_its_number(shell: Shell) -> None:
    said = shell("export", "meetings", "-", "--format", "ics", "--number", "2").stdout
    assert [str(each["SUMMARY"]) for each in Calendar.from_ical(said).walk("VEVENT")] == [
        "North: meeting 2"
    ]
    ran = shell("export", "meetings", "-", "--number", "9")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "There is no meeting 9" in ran.stderr


@pytest.mark.usefixtures("folder")
def test_a_page_for_members_names_owners_and_what_was_raised_and_a_public_one_does_not(
    shell: Shell, tmp_path: Path
) -> None:
    page = shell("export", "meetings", "-", "--format", "markdown").stdout
    assert page.startswith("# Meetings of North")
    assert "## Meeting 3" in page
    assert "14:00 Welcome and ground rules, 8 min" in page
    assert "Owner: Asha Rao" in page
    assert "card “Falls log”" in page
    public = shell("export", "meetings", "-", "--format", "md", "--public").stdout
    assert "14:00 Welcome and ground rules, 8 min" in public
    assert "Asha Rao" not in public
    assert "Falls log" not in public
    shell("export", "meetings", str(tmp_path / "meetings.html"))
    assert (tmp_path / "meetings.html").read_text().startswith("<!doctype html>")


@pytest.mark.usefixtures("folder")
def test_a_retreat_of_two_groups_stands_in_each_series_and_once_in_all(shell: Shell) -> None:
    east = shell("export", "meetings", "-", "--format", "ics", "--group", "East").stdout
    assert [str(each["SUMMARY"]) for each in Calendar.from_ical(east).walk("VEVENT")] == [
        "North: meeting 4, Home retreat"
    ]
    whole = shell("export", "meetings", "-", "--format", "ics").stdout
    uids = [str(each["UID"]) for each in Calendar.from_ical(whole).walk("VEVENT")]
    assert len(uids) == len(set(uids)) == 4


@pytest.mark.usefixtures("folder")
def test_the_shells_manners(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "north.ics"
    assert shell("export", "meetings", str(file), "--group", "north").returncode == 0
    again = shell("export", "meetings", str(file))
    assert again.returncode == 1
    assert "was left as it is" in again.stderr
    assert shell("export", "meetings", str(file), "--replace").returncode == 0
    assert shell("export", "meetings", "-", "--group", "Nowhere").returncode == 1
    assert shell("export", "meetings", "-", "--format", "pdf").returncode == 2

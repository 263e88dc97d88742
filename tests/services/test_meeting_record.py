"""The record: compiled from what was captured, in every form, and before outsiders next to none."""

import io
from pathlib import Path

import docx
import pytest

from cartui.backstage.attendance_reasons import AttendanceReasons
from cartui.backstage.kinds import BACK
from cartui.exchange.page_html import page_html_out
from cartui.exchange.record_csv import captures_csv_out
from cartui.exchange.record_pages import record_markdown_out, record_text_out
from cartui.exchange.record_word import record_word_out
from cartui.model.meetings import CaptureKind, Outcome
from cartui.model.rooms import Room
from cartui.services.meeting_record import MeetingRecord
from tests.screens.attendance_hall import NAMES, Kept, met

HOSTILE = "<script>alert(1)</script> =1+1 [bold]x[/] **b** | \x1b[31m \u202eabc"


class Desk(Kept):
    """A meeting with something of every kind, and the desk where its record is compiled."""

    def __init__(self, folder: Path, group: str) -> None:
        super().__init__(folder, group)
        self.records = MeetingRecord(self.ws, lambda: Room.MEMBERS, group)

    def catch(self, kind: CaptureKind, typed: str, place: int = -1) -> str:
        return self.records.capture(self.meeting(place), "", kind, typed).about[0]

    def full(self) -> None:
        """Fill the last meeting."""
        old = self.catch(CaptureKind.ACTION, "dev: bring the old map", 0)
        self.records.settle(self.records.find(old), Outcome.DONE, self.meeting())
        self.presences.mark(self.meeting(), {self.uid(NAMES[1]): "apologies"})
        self.presences.mark(self.meeting(), {self.uid(NAMES[2]): "late"})
        self.presences.rest(self.meeting())
        self.catch(CaptureKind.ACTION, "asha: ask for the log, 9 mar")
        self.catch(CaptureKind.DECISION, "two topics go on; all agreed")
        self.catch(CaptureKind.DECISION, "one rests")
        self.catch(CaptureKind.PARKED, "parking charges")
        self.catch(CaptureKind.QUESTION, "who owns the data")
        self.catch(CaptureKind.NOTE, "a good first hour")


@pytest.fixture
def desk(workspace_folder: Path) -> Desk:
    return Desk(workspace_folder, met(workspace_folder))


def test_a_record_says_all_that_was_captured(desk: Desk) -> None:
    desk.full()
    text = record_text_out(desk.records.page(desk.meeting()))
    for words in (
        "Record of Meeting 3, North",
        "Mon 2 Mar 2026 14:00-16:00",
        "Not confirmed by the group yet.",
        "11 of 12: Asha Rao, Carys Tudor (late), Dev Patel",
        "Apologies: Ben Okoro",
        "- Asha Rao: ask for the log, by Mon 9 Mar 2026",
        "- two topics go on (all agreed)",
        "- one rests (how it was reached is not written down yet)",
        "- Dev Patel: bring the old map, done",
        "- parking charges",
        "- who owns the data",
        "- a good first hour",
        "- What counts as evidence?, 20 min",
    ):
        assert words in text


def test_before_outsiders_there_is_nobody_and_nothing_that_was_said(desk: Desk) -> None:
    desk.full()
    text = record_text_out(desk.records.page(desk.meeting(), Room.PUBLIC))
    assert "What counts as evidence?, 20 min" in text
    for words in (*NAMES, "of 12", "log", "topics", "parking", "owns", "good first", "onfirmed"):
        assert words not in text


def test_an_owner_of_a_part_is_role_and_agency_before_outsiders(desk: Desk) -> None:
    asha = desk.roster.person(desk.uid("Asha Rao"))
    draft = desk.ws.draft("segment.edit", group=desk.records.group_uid)
    draft.set(desk.records.agenda(desk.meeting())[0], owner=asha.uid)
    desk.ws.commit(draft, room=Room.MEMBERS)
    inside, outside = (
        record_text_out(desk.records.page(desk.meeting(), room))
        for room in (Room.MEMBERS, Room.PUBLIC)
    )
    assert "with Asha Rao" in inside
    assert "with member, Harbour council" in outside
    assert "Asha" not in outside


def test_a_reason_kept_back_stage_is_in_no_record(desk: Desk) -> None:
    desk.full()
    desk.ws.open_back(BACK)
    reasons = AttendanceReasons(desk.ws, lambda: Room.BACK)
    [missed] = [m for m in reasons.missed(desk.uid(NAMES[1])) if m.meeting == desk.meeting()]
    reasons.write(missed, "zyxplover")
    assert reasons.missed(desk.uid(NAMES[1]))[0].reason == "zyxplover"
    for room in Room:
        page = desk.records.page(desk.meeting(), room)
        assert "zyxplover" not in record_text_out(page) + record_markdown_out(page)
    assert "zyxplover" not in captures_csv_out(desk.records.rows(desk.records.held()))
    desk.ws.close_back()


def test_hostile_words_are_dead_in_every_form(desk: Desk) -> None:
    for kind in CaptureKind:
        desk.catch(kind, HOSTILE)
    page = desk.records.page(desk.meeting())
    html = page_html_out(record_markdown_out(page))
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "\x1b" not in record_text_out(page) + html
    table = captures_csv_out(desk.records.rows([desk.meeting()]))
    assert len(table.splitlines()) == 1 + len(CaptureKind)
    document = docx.Document(io.BytesIO(record_word_out(page)))
    assert any("<script>alert(1)</script> =1+1 [bold]x[/]" in p.text for p in document.paragraphs)


def test_a_table_holds_no_formula(desk: Desk) -> None:
    desk.catch(CaptureKind.PARKED, "=HYPERLINK(1)")
    assert "'=HYPERLINK(1)" in captures_csv_out(desk.records.rows([desk.meeting()]))


def test_a_word_file_holds_the_record_and_no_author(desk: Desk) -> None:
    desk.full()
    document = docx.Document(io.BytesIO(record_word_out(desk.records.page(desk.meeting()))))
    text = [paragraph.text for paragraph in document.paragraphs]
    assert text[0] == "Record of Meeting 3, North"
    assert "Asha Rao: ask for the log, by Mon 9 Mar 2026" in text
    assert document.core_properties.author == ""


def test_the_actions_alone_and_those_still_open_from_before(desk: Desk) -> None:
    desk.full()
    desk.catch(CaptureKind.ACTION, "esi: send the list", 1)
    text = desk.records.actions_text(desk.meeting())
    assert "- Asha Rao: ask for the log, by Mon 9 Mar 2026" in text
    assert "Still open from before\n- Esi Mensah: send the list" in text
    assert "old map" not in text  # that is done
    assert "topics" not in text


def test_a_meeting_without_anything_has_a_record_too(desk: Desk) -> None:
    text = desk.records.text(desk.meeting(0))
    assert "Attendance was not taken." in text
    assert "No action was agreed." in text
    assert "Next meeting\n- Mon 9 Feb 2026 14:00, room 2" in text

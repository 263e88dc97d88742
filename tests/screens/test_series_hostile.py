"""Texts that attack a terminal, in every field of meetings: shown, never obeyed."""

from pathlib import Path

import pytest

from cartui.model.meetings import AgendaTemplate, Attendance, Meeting, Part, Raised, Segment, Slot
from cartui.model.people import Group, Membership, Person
from cartui.model.rooms import Room
from cartui.model.text import ALIVE
from cartui.services.meetings import Meetings
from cartui.services.meetings_out import calendar, sheets
from screens.meeting.taking_out import WAYS, taken_out
from tests.hostile import CONTROL, HOSTILE, MARKUP, alive
from tests.screens.series_hall import LARGE, SMALL, SeriesSeat, seated
from tests.screens.stage import members, north, reopened

TEXTS = list(HOSTILE.values())


@pytest.fixture
def attacked(workspace_folder: Path) -> tuple[Path, str]:
    """Twenty meetings, each with one of the texts in all its fields; written past all cleaning."""
    group = north(workspace_folder)
    ws = reopened(workspace_folder)
    draft = ws.draft("test.attack", about=(TEXTS[0],))
    draft.set(ws.table(Group)[group], name=TEXTS[12])
    for n, text in enumerate(TEXTS):
        draft.create(Group(uid=f"g{n}", name=text, area=text))
        draft.create(Person(uid=f"p{n}", name=text, label=text))
        draft.create(Membership(uid=f"m{n}", person=f"p{n}", group=group))
    ws.commit(draft, room=Room.MEMBERS)
    draft = ws.draft("test.attack", about=TEXTS[:2], group=group)
    for n, text in enumerate(TEXTS):
        slot = Slot(on=text, start=text, venue=text)
        draft.create(Meeting(
            uid=f"e{n}", number=n, title=text if n % 2 else "", kind=text, start=text,
            on=text if n % 3 else f"2026-04-{n + 1:02}", venue=text, area=text, others=(f"g{n}",),
            slot_agreed_by=text, slots=(slot,), away=n % 10 == 9,
        ))  # fmt: skip
        draft.create(Attendance(uid=f"a{n}", meeting=f"e{n}", person=f"p{n}", state=text))
        draft.create(Raised(uid=f"r{n}", about=text, words=text, at=text))
        draft.create(Raised(uid=f"t{n}", words=text, at=text, meeting=f"e{n}"))
        draft.create(AgendaTemplate(
            uid=f"k{n}", name=text, parts=(Part(title=text, kind=text, questions=(text,)),)
        ))  # fmt: skip
        for kind in (text, "raised"):
            draft.create(Segment(
                uid=f"s{n}.{kind[:3]}", meeting=f"e{n}", title=text, kind=kind, owner=f"p{n}",
                questions=(text, text), resource=text, about=f"e{n}", protected=True,
            ))  # fmt: skip
    ws.commit(draft, room=Room.MEMBERS)
    ws.close()
    return workspace_folder, group


async def look(seat: SeriesSeat) -> str:
    """Return what stands on the terminal. Nothing in it may be alive."""
    await seat.pilot.pause()
    seen = seat.seen()
    assert ALIVE.findall(seen.replace("\n", "")) == []
    assert seat.app.is_running
    return seen


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_series_forms_agendas_and_choices(
    attacked: tuple[Path, str], size: tuple[int, int]
) -> None:
    async with seated(attacked[0], size, "home") as seat:
        seen = await look(seat)
        for n in range(18):
            agenda = ("d", "e", "escape", "w", "escape", "escape")
            others = (
                ("e", "escape"),
                ("S", "escape"),
                ("R", "escape"),
                ("z", "z"),
                ("m", "escape"),
            )
            opens = (agenda, *others)[n % 6]
            for key in opens:
                await seat.press(key)
                seen += await look(seat)
            await seat.press("down")
            seen += await look(seat)
        await seat.press("d", "t")
        seen += await look(seat)
        await seat.press("1", "escape", "escape", "v", "slash", "'A")
        seen += await look(seat)
        assert all(text in seen for text in MARKUP.values())


async def test_verbs_and_what_is_said(attacked: tuple[Path, str]) -> None:
    async with seated(attacked[0], LARGE, "home") as seat:
        for n in range(12):
            await seat.press(*(("r",), ("X", "u"), ("d", "n", "'x", "enter", "u", "escape"))[n % 3])
            await look(seat)
            await seat.press("down")
        await seat.press("f2")
        await look(seat)
        await seat.press("escape", "i")
        await look(seat)
        await seat.press("escape", "F", "enter")
        await look(seat)


def test_files_hold_text_as_text(attacked: tuple[Path, str], tmp_path: Path) -> None:
    ws = reopened(attacked[0])
    meetings = Meetings(ws, members, attacked[1])
    given = [calendar(meetings)]
    for room in (Room.MEMBERS, Room.PUBLIC):
        assert len(sheets(meetings, room)) == 18
    for way in WAYS:
        one = None if way.whole else meetings.meetings()[0]
        for name in (f"x{way.ending}", "x.html"):
            given.append(taken_out(way, meetings, one, tmp_path / name))
    for text in given:
        assert alive(text) == []
        assert CONTROL["bidi"] not in text
    ws.close()

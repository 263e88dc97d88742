"""The series of meetings in the whole app, on a real workspace; afterwards the disk is read."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

from cartui.app import CartuiApp
from cartui.model.cycles import Card
from cartui.model.kinds import OPEN
from cartui.model.meetings import Attendance, Meeting
from cartui.model.people import Person
from cartui.model.rooms import Room
from cartui.services.drafts import Drafts
from cartui.services.ground_rules import GroundRules
from cartui.services.meetings import Meetings
from cartui.services.programmes import Programmes
from cartui.store.workspace import Workspace
from screens.meeting.agenda_page import AgendaPage
from screens.meeting.screen import MeetingScreen
from tests.screens.rules_hall import LARGE, SMALL, Seat
from tests.screens.stage import app_on, identity, members, north

__all__ = ["LARGE", "SMALL", "Kept", "SeriesSeat", "filled", "opened", "seated", "two_groups"]


def opened(folder: Path, prefix: str) -> Workspace:
    """Open a workspace with uids of its own."""
    return Workspace.open(folder, open_kinds=OPEN, identity=identity("f0f0f0f0", prefix=prefix))


def two_groups(folder: Path) -> str:
    """Begin a workspace with two groups and no meetings; return the first group's uid."""
    group = north(folder)
    ws = opened(folder, "g")
    Programmes(ws, members).start_group("East")
    ws.close()
    return group


def filled(folder: Path) -> str:
    """Give North five meetings: two held, one coming with its agenda, a retreat, one undated."""
    group = two_groups(folder)
    ws = opened(folder, "m")
    meetings = Meetings(ws, members, group)
    for on, venue in (("2026-02-03", "Town hall"), ("2026-02-17", "Mill Braes library")):
        held = meetings.meeting(meetings.add(on=on, start="14:00", venue=venue).about[0])
        _marked(ws, group, held)
        meetings.begin(held)
        meetings.close(held)
    coming = meetings.meeting(meetings.plan("2026-03-03 14:00 Room 2").about[0])
    meetings.edit(coming, slot_agreed_by="agreed by everybody", area="North Quay")
    east = next(each.uid for each in meetings.groups() if each.name == "East")
    retreat = meetings.add(on="2026-04-20", start="9:30", minutes=360, title="Home retreat",
                           kind="home retreat", venue="Braes House")  # fmt: skip
    meetings.set_groups(meetings.meeting(retreat.about[0]), [east])
    meetings.add(title="Sharing day", kind="dissemination")
    _agenda(ws, meetings, coming)
    ws.close()
    return group


def _marked(ws: Workspace, group: str, meeting: Meeting) -> None:
    draft = ws.draft("attendance", group=group)
    for n, person in enumerate(ws.table(Person)):
        draft.create(Attendance(uid=f"{meeting.uid}.{person}", meeting=meeting.uid, person=person,
                                state="absent" if n else "present"))  # fmt: skip
    ws.commit(draft, room=Room.MEMBERS)


def _agenda(ws: Workspace, meetings: Meetings, coming: Meeting) -> None:
    cards = {card.title: card.uid for card in ws.table(Card, meetings.group_uid).values()}
    meetings.raise_this(cards["Falls log"])
    rules = GroundRules(ws, members, meetings.group_uid)
    rules.propose("What is said here stays here unless the speaker agrees.")
    rules.set_review("2026-02-20", rules.rules()[0].rule)
    drafts = Drafts(ws, members, meetings.group_uid)
    drafts.add(None, "Night visits, a first draft", "Staff told us that families slept.")
    agenda = next(each for each in meetings.templates() if each.name == "critique meeting")
    meetings.use_template(coming, agenda)
    people = {person.name: person.uid for person in ws.table(Person).values()}
    check_in = meetings.agenda(coming)[3]
    meetings.edit_segment(check_in, owner=people["Asha Rao"])
    meetings.offer_slot(coming, "17 Mar 14:00 Mill Braes library")
    meetings.offer_slot(coming, "24 Mar 10:00 Town hall")
    meetings.raise_this(cards["Night visits"])


class SeriesSeat(Seat):
    """Somebody at the keyboard in front of the meetings."""

    @property
    def series(self) -> MeetingScreen:
        """The series, wherever it stands in the stack."""
        return cast(MeetingScreen, self.app.screen_stack[0])

    @property
    def page(self) -> AgendaPage:
        """The agenda that is open."""
        return next(each for each in self.app.screen_stack if isinstance(each, AgendaPage))

    @property
    def told(self) -> str:
        """What stands on the status line of the page in front."""
        frame = next(x for x in reversed(self.app.screen_stack) if hasattr(x, "_status"))
        return str(frame._status.text)


@asynccontextmanager
async def seated(
    folder: Path, size: tuple[int, int] = SMALL, *keys: str
) -> AsyncIterator[SeriesSeat]:
    """Open the app at its meetings, and press keys."""
    app: CartuiApp = app_on(folder)
    async with app.run_test(size=size) as pilot:
        seat = SeriesSeat(app, pilot)
        await seat.press("6", *keys)
        yield seat


class Kept:
    """What stands on the disk after the app was left."""

    def __init__(self, folder: Path, group: str) -> None:
        self.ws = opened(folder, "k")
        self.meetings = Meetings(self.ws, members, group)

    def coming(self) -> Meeting:
        """The coming meeting."""
        found = self.meetings.coming()
        assert found is not None
        return found

    def titles(self, meeting: Meeting | None = None) -> list[str]:
        """Return the titles of the coming meeting's agenda."""
        return [each.title for each in self.meetings.agenda(meeting or self.coming())]

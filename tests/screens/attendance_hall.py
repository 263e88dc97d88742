"""A group of twelve with three meetings, in the whole app; afterwards the disk is read again."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from cartui.app import CartuiApp
from cartui.model.meetings import Meeting
from cartui.model.people import Membership, Person
from cartui.services.captures import Captures
from cartui.services.meetings import Meetings
from cartui.services.presences import Presences
from cartui.services.roster import Roster
from tests.screens.rules_hall import LARGE, NAMES, SMALL, opened, twelve
from tests.screens.stage import app_on, members, seen

TODAY = "2026-03-02"
DAYS = ("2026-01-12", "2026-02-09", TODAY)
"""Two meetings held, and the one of the day on which every test takes place."""


def met(folder: Path, days: tuple[str, ...] = DAYS) -> str:
    """Begin a workspace with a group of twelve and its meetings; all but the last were held."""
    group = twelve(folder)
    ws = opened(folder, "m")
    joined = ws.draft("group.dates")
    for held in ws.table(Membership).values():
        joined.set(held, joined="2025-11-01")
    ws.commit(joined, room=members())
    meetings = Meetings(ws, members, group)
    for day in days:
        meetings.add(on=day, start="14:00", venue="room 2")
    for each in meetings.meetings()[:-1]:
        meetings.begin(each)
        meetings.add_segment(each, "Welcome")
        meetings.close(meetings.meeting(each.uid), {})
    last = meetings.meetings()[-1]
    for title, minutes in (("Welcome and rules", 10), ("What counts as evidence?", 20)):
        meetings.add_segment(last, title, minutes=minutes)
    ws.close()
    return group


class Kept:
    """What stands on the disk after the app was left."""

    def __init__(self, folder: Path, group: str) -> None:
        self.ws = opened(folder, "k")
        self.presences = Presences(self.ws, members, group)
        self.captures = Captures(self.ws, members, group)
        self.roster = Roster(self.ws, members)

    def meeting(self, place: int = -1) -> Meeting:
        """Return a meeting of the series."""
        return self.presences.meetings()[place]

    def states(self, place: int = -1) -> dict[str, str]:
        """Return how people were at a meeting, by name."""
        people = self.ws.table(Person)
        taken = self.presences.pass_over(self.meeting(place)).taken
        return {people[uid].name: state for uid, state in taken.items()}

    def uid(self, name: str) -> str:
        """Return a person's uid."""
        return next(uid for uid, each in self.ws.table(Person).items() if each.name == name)


class Seat:
    """Somebody at the keyboard; `keys` counts what was pressed."""

    def __init__(self, app: CartuiApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot
        self.keys = 0

    async def press(self, *keys: str) -> None:
        """Press keys; what begins with an apostrophe is a text to be typed, and not counted."""
        for key in keys:
            typed = len(key) > 1 and key[0] == "'"
            signs = key[1:] if typed else [key]
            self.keys += 0 if typed else 1
            await self.pilot.press(*("space" if sign == " " else sign for sign in signs))
            await self.pilot.pause()

    def seen(self) -> str:
        """Return the text on the terminal, line by line."""
        return seen(self.app)


@asynccontextmanager
async def seated(folder: Path, *keys: str, size: tuple[int, int] = SMALL) -> AsyncIterator[Seat]:
    """Open the app and press these keys first; they are not counted."""
    app = app_on(folder)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        seat = Seat(app, pilot)
        await seat.press(*keys)
        seat.keys = 0
        yield seat


__all__ = ["DAYS", "LARGE", "NAMES", "SMALL", "TODAY", "Kept", "Seat", "met", "seated"]

"""The Rules screen in the whole app, on a real workspace; afterwards the disk is read again."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from cartui.app import CartuiApp
from cartui.model.kinds import OPEN
from cartui.model.people import Person
from cartui.model.rooms import Room
from cartui.model.rules import Position
from cartui.services.ground_rules import GroundRules
from cartui.services.notebook import Notebook
from cartui.services.roster import Roster
from cartui.store.workspace import Workspace
from screens.rules.screen import RulesScreen
from tests.screens.stage import app_on, identity, members, north

SMALL, LARGE = (80, 24), (120, 40)
NAMES = (
    "Asha Rao", "Ben Okoro", "Carys Tudor", "Dev Patel", "Esi Mensah", "Finn O'Hara",
    "Gwen Lloyd", "Hana Sato", "Ivo Novak", "Jana Berg", "Kim Reid", "Lena Wolf",
)  # fmt: skip
RULES = (
    ("confidentiality", "What is said here stays here unless the speaker agrees."),
    ("challenge", "Challenge the idea, and say what evidence would change your mind."),
    ("", "Job titles stay at the door."),
    ("time", "Read the draft or say you have not."),
    ("", "Start with what works."),
    ("time", "Leaving early or late is fine, no reasons needed."),
    ("", "We say when a rule is not working."),
)


def opened(folder: Path, prefix: str) -> Workspace:
    """Open a workspace with uids of its own: no two things of a group may share one."""
    return Workspace.open(folder, open_kinds=OPEN, identity=identity("f0f0f0f0", prefix=prefix))


def twelve(folder: Path) -> str:
    """Begin a workspace with a group of twelve and no rules; return the group's uid."""
    group = north(folder)
    ws = opened(folder, "t")
    roster = Roster(ws, members)
    for name in NAMES[2:]:
        roster.add(name, group)
    ws.close()
    return group


def seven(folder: Path) -> str:
    """Give the twelve seven rules: adopted ones, reworded ones, one objected to, one proposed."""
    group = twelve(folder)
    ws = opened(folder, "r")
    rules = GroundRules(ws, members, group)
    for purpose, text in RULES:
        rules.propose(text, purpose, meeting=1)
    lines = rules.rules()
    people = {person.name: person.uid for person in ws.table(Person).values()}
    rules.adopt(lines[1].rule, {people["Ben Okoro"]: Position.LIVE_WITH})
    rules.give_reason(lines[1].rule, people["Ben Okoro"], "not in front of managers")
    rules.adopt(lines[2].rule, {people["Dev Patel"]: Position.OBJECT})
    rules.adopt(lines[5].rule, {people["Kim Reid"]: Position.ASIDE})
    for line in lines[:6]:
        rules.rest_agree(line.rule, meeting=1)
    rules.reword(lines[3].rule, "Read two pages or say you have not.")
    for line in (lines[0], lines[0], lines[3]):
        rules.use(line.rule)
    rules.set_review("2026-02-01", lines[1].rule)
    rules.set_review("2026-06-01", lines[0].rule)
    Notebook(ws, members).write(lines[1].uid, "Came up after the visit.", group)
    Roster(ws, members).add("Mina Park", group)
    ws.close()
    return group


class Seat:
    """Somebody at the keyboard in front of the rules."""

    def __init__(self, app: CartuiApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def screen(self) -> RulesScreen:
        """The list of rules, wherever it stands in the stack."""
        found = self.app.screen_stack[0]
        assert isinstance(found, RulesScreen)
        return found

    async def press(self, *keys: str) -> None:
        """Press keys; what begins with an apostrophe is a text to be typed."""
        for key in keys:
            signs = key[1:] if len(key) > 1 and key[0] == "'" else [key]
            await self.pilot.press(*("space" if sign == " " else sign for sign in signs))
            await self.pilot.pause()

    def seen(self) -> str:
        """Return the text on the terminal, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(part.text for part in strip) for strip in strips)

    @property
    def said(self) -> str:
        """What stands on the status line."""
        return self.screen._status.text


@asynccontextmanager
async def seated(folder: Path, size: tuple[int, int] = SMALL) -> AsyncIterator[Seat]:
    """Open the app at its rules."""
    app = app_on(folder)
    async with app.run_test(size=size) as pilot:
        await pilot.press("4")
        await pilot.pause()
        yield Seat(app, pilot)


class Kept:
    """What stands on the disk after the app was left."""

    def __init__(self, folder: Path, group: str) -> None:
        self.ws = opened(folder, "k")
        self.rules = GroundRules(self.ws, lambda: Room.MEMBERS, group)

    def texts(self, *, away: bool = False) -> list[str]:
        """Return the words of the rules in order."""
        return [line.text for line in self.rules.rules(away=away)]

    def stand(self, place: int = 0) -> dict[str, str]:
        """Return who stands where on a rule, by name."""
        line = self.rules.rules()[place]
        names = {member.uid: member.name for member in line.asked}
        return {names[uid]: each.position for uid, each in line.taken.items()}

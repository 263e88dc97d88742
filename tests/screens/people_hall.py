"""A hall for the People screen: the real store on the disk, the frame, and nothing else."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from textual.app import App
from textual.pilot import Pilot

from cartui.app.themes import THEMES
from cartui.model.kinds import OPEN
from cartui.model.people import Group, Membership, Person
from cartui.model.rooms import Room
from cartui.services import bringing_in, notebook, roster
from cartui.services.bringing_in import BringingIn, PrivateFacts
from cartui.services.notebook import Notebook
from cartui.services.people_lines import PersonLine
from cartui.services.people_sieve import Sieve, Standing
from cartui.services.roster import Roster
from cartui.services.wording import Wording
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace
from screens.parts.surroundings import Surroundings
from screens.people.acts import PeopleActs
from screens.people.screen import PeopleScreen

NOW = datetime(2026, 11, 24, 13, 5, tzinfo=UTC)
TODAY = "2026-11-24"


def opened(folder: Path) -> Workspace:
    """Open the workspace of a hall, or another eye on it."""
    identity = Identity(device="d" * 16, actor="Rowan", clock=lambda: NOW)
    return Workspace.open(folder, open_kinds=OPEN, identity=identity)


class Hall(App[None], inherit_bindings=False):
    """An app with one screen. `room` is set by the test; `told` are words kept back stage."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, folder: Path, group: str, private_facts: PrivateFacts | None) -> None:
        super().__init__()
        self.folder = folder
        self.ws = opened(folder)
        self.stage = Room.MEMBERS
        self.told: list[tuple[str, str]] = []
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = "paper"
        self._group = group
        self._private_facts = private_facts
        self.people = self._made()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(THEMES["paper"].variables)

    def room(self) -> Room:
        return self.stage

    def _made(self) -> PeopleScreen:
        words = Wording(roster.WORDS, bringing_in.WORDS, notebook.WORDS)
        screen = PeopleScreen(
            Roster(self.ws, self.room),
            Notebook(self.ws, self.room),
            lambda: BringingIn(self.ws, self.room, self._private_facts),
            lambda: self._group,
            lambda: self.folder.parent,
        )
        screen.around = Surroundings(
            room=self.room,
            clock=lambda: NOW,
            sentence=lambda change: words.sentence(change, self.ws),
        )
        return screen

    def on_mount(self) -> None:
        self.push_screen(self.people)

    def on_people_acts_why_kept_private(self, event: PeopleActs.WhyKeptPrivate) -> None:
        self.told.append((event.membership.person, event.text))

    def on_unmount(self) -> None:
        self.ws.close()

    def go(self, room: Room) -> None:
        """Go to a stage of the room as the app does."""
        self.stage = room
        for screen in self.screen_stack[1:]:
            screen.enter_room(room)  # type: ignore[attr-defined]

    @property
    def said(self) -> str:
        return self.screen._status.text  # type: ignore[attr-defined, no-any-return]


class Kept:
    """What stands on the disk after the hall was left."""

    def __init__(self, folder: Path) -> None:
        self.ws = opened(folder)
        self.roster = Roster(self.ws, lambda: Room.MEMBERS)

    def names(self, group: str = "", standing: Standing = Standing.HERE) -> list[str]:
        return [line.name for line in self.lines(group, standing)]

    def lines(self, group: str = "", standing: Standing = Standing.HERE) -> list[PersonLine]:
        return self.roster.lines(Sieve(group=group, standing=standing))

    def records(self) -> tuple[dict[str, Person], dict[str, Membership]]:
        return dict(self.ws.table(Person)), dict(self.ws.table(Membership))


def founded(folder: Path, *texts: str, group: str = "north") -> None:
    """Make a workspace with the groups North and East and these people in one of them."""
    ws = opened(folder)
    draft = ws.draft("group.start")
    draft.create(Group(uid="north", name="North", order=1.0))
    draft.create(Group(uid="east", name="East", order=2.0))
    ws.commit(draft, room=Room.MEMBERS)
    people = Roster(ws, lambda: Room.MEMBERS)
    for text in texts:
        people.add(text, group)
    ws.close()


@asynccontextmanager
async def hall(
    folder: Path,
    *,
    group: str = "",
    size: tuple[int, int] = (120, 40),
    private_facts: PrivateFacts | None = None,
) -> AsyncIterator[tuple[Hall, Pilot[None]]]:
    """Open the People screen of a workspace."""
    app = Hall(folder, group, private_facts)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys; what begins with an apostrophe is a text to be typed."""
    for key in keys:
        signs = key[1:] if key[0] == "'" else [key]
        await pilot.press(*("space" if sign == " " else sign for sign in signs))
        await pilot.pause()


def shown(app: App[None]) -> str:
    """Return the text on the screen, line by line."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)

"""Which screens there are, and how each is made from what hangs on the workroom's walls."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import partial
from importlib import import_module

from msgspec import Struct
from textual.app import App

from cartui.app.kept_place import KeptPlace
from cartui.app.workroom import Workroom
from cartui.services.rehearsal import SetClock
from cartui.services.tour import Tour
from screens.parts.frame import FrameScreen
from screens.parts.surroundings import Surroundings, Tab

FIRST = "first"
"""The mode the program begins in, so that no empty screen is built and left before it."""
COVERED = "Meeting"
"""Begun at, this screen is covered by the page of the meeting that is on."""


class ScreenPlace(Struct, frozen=True):
    """A screen's key and word in the top bar, and where its class stands; a shorter word if the
    bar of a window of 80 columns would not hold the other.
    """

    key: str
    word: str
    module: str
    name: str
    short: str = ""

    def screen(self) -> type[FrameScreen]:
        """Import the screen's class; a screen nobody opens is never imported."""
        found: type[FrameScreen] = getattr(import_module(self.module), self.name)
        return found


SCREENS = (
    ScreenPlace("1", "Home", "screens.home.screen", "HomeScreen"),
    ScreenPlace("2", "People", "screens.people.screen", "PeopleScreen"),
    ScreenPlace("3", "Cycle", "screens.cycle.screen", "CycleScreen"),
    ScreenPlace("4", "Rules", "screens.rules.screen", "RulesScreen"),
    ScreenPlace("5", "Drafts", "screens.drafts.screen", "DraftsScreen"),
    ScreenPlace("6", "Meeting", "screens.meeting.screen", "MeetingScreen", "Meet"),
)


class Rooms:
    """The modes of the app. A new workspace gets new ones; `first` is the mode to begin with, and
    `home` the one from which cartui is left.
    """

    def __init__(self, app: App[None], tour: Tour) -> None:
        self._app = app
        self._tour = tour
        self._count = 0
        self._modes: dict[str, str] = {}
        self.around = Surroundings()
        self.first = self.home = ""

    def add_first(self, clock: Callable[[], datetime]) -> None:
        """Add the page of the first start alone."""
        from screens.home.first_run import FirstRun  # noqa: PLC0415 - seen once

        self.around = Surroundings(clock=clock)
        self._modes = {"Welcome": FIRST}
        self.first = self.home = FIRST
        self._app.add_mode(FIRST, lambda: self._placed(FirstRun()))

    def add_all(self, room: Workroom, at: str = "Home") -> None:
        """Add every screen, made from this workroom when it is first shown; begin `at` one.

        Where the program itself begins at the one that is covered, its place is kept.
        """
        self._count += 1
        begun = bool(self.first)
        self._modes = {each.word: f"{each.word.lower()}-{self._count}" for each in SCREENS}
        if not begun:
            self._modes[at] = FIRST
        self.first, self.home = self._modes[at], self._modes["Home"]
        self.around = Surroundings(
            room=room.room,
            clock=room.workspace.moment,
            practice=room.programmes.is_practice,
            rehearsal=isinstance(room.workspace.identity.clock, SetClock),
            cosy=lambda: room.cosy,
            sentence=room.sentence,
            next_undo=lambda: room.workspace.next_undo(room.stage),
            next_redo=lambda: room.workspace.next_redo(room.stage),
            tabs=tuple(
                Tab(each.key, each.word, self._modes[each.word], each.short) for each in SCREENS
            ),
            tour=self._tour,
        )
        for each in SCREENS:
            make = self._maker(_MAKERS[each.word], room)
            keeps = not begun and each.word == at == COVERED
            self._app.add_mode(self._modes[each.word], partial(KeptPlace, make) if keeps else make)

    def _maker(
        self, make: Callable[[Workroom], FrameScreen], room: Workroom
    ) -> Callable[[], FrameScreen]:
        return lambda: self._placed(make(room))

    def _placed(self, screen: FrameScreen) -> FrameScreen:
        screen.around = self.around
        return screen

    def modes(self) -> list[str]:
        """Return the names of all modes there are now."""
        return list(self._modes.values())

    def mode_of(self, word: str) -> str | None:
        """Return the mode of a screen by its word in the top bar."""
        return self._modes.get(word)

    def others(self, mode: str) -> Iterable[tuple[str, str, type[FrameScreen]]]:
        """Yield (mode, word, class) of the screens but the one in front."""
        for place in SCREENS:
            its = self._modes.get(place.word)
            if its is not None and its != mode:
                yield its, place.word, place.screen()


def _home(room: Workroom) -> FrameScreen:
    from cartui.services.glance import Glance  # noqa: PLC0415
    from screens.home.screen import HomeScreen  # noqa: PLC0415

    return HomeScreen(Glance(room.workspace, room.room), room.programmes, room.looking)


def _people(room: Workroom) -> FrameScreen:
    from cartui.services.bringing_in import BringingIn  # noqa: PLC0415
    from cartui.services.presences import Presences  # noqa: PLC0415
    from cartui.services.presences_series import Strips  # noqa: PLC0415
    from screens.people.attending import Attending  # noqa: PLC0415
    from screens.people.screen import PeopleScreen  # noqa: PLC0415

    def bringing_in() -> BringingIn:
        return BringingIn(room.workspace, room.room, room.private_facts)

    attending = Attending(
        Strips(room.workspace, room.room), lambda uid: Presences(room.workspace, room.room, uid)
    )
    return PeopleScreen(
        room.roster,
        room.notebook,
        bringing_in,
        lambda: room.group_in_hand,
        attending=attending,
    )


def _cycle(room: Workroom) -> FrameScreen:
    from screens.cycle.card_screen import CycleServices  # noqa: PLC0415
    from screens.cycle.screen import CycleScreen  # noqa: PLC0415

    return CycleScreen(CycleServices(room.board, room.roster, room.notebook))


def _rules(room: Workroom) -> FrameScreen:
    from screens.rules.screen import RulesScreen  # noqa: PLC0415

    return RulesScreen(room.rules, room.notebook)


def _drafts(room: Workroom) -> FrameScreen:
    from screens.drafts.draft_screen import DraftServices  # noqa: PLC0415
    from screens.drafts.screen import DraftsScreen  # noqa: PLC0415

    services = DraftServices(
        room.drafts,
        room.feedback,
        room.board,
        room.roster,
        room.feedback_out,
        room.private_remarks,
    )
    return DraftsScreen(services)


def _meeting(room: Workroom) -> FrameScreen:
    from screens.meeting.screen import MeetingScreen  # noqa: PLC0415

    return MeetingScreen(room.meetings)


_MAKERS: Mapping[str, Callable[[Workroom], FrameScreen]] = {
    "Home": _home,
    "People": _people,
    "Cycle": _cycle,
    "Rules": _rules,
    "Drafts": _drafts,
    "Meeting": _meeting,
}

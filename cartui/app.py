"""CartuiApp: one terminal, one workspace, one screen at a time, one stage of the room."""

import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import ClassVar

from msgspec.structs import replace
from textual import on, work
from textual.binding import BindingType
from textual.message import Message

from cartui import everywhere
from cartui.doors import Doors
from cartui.model.problems import CartuiProblem
from cartui.model.rooms import Room
from cartui.rooms import SCREENS, Rooms
from cartui.settings import Settings, read, write
from cartui.stage_door import StageDoor
from cartui.store.identity import Identity
from cartui.store.places import Places, here
from cartui.workroom import Workroom
from screens.home.first_run import FirstRun
from screens.home.screen import HomeScreen
from screens.parts.frame import FrameScreen
from screens.parts.keys import EVERYWHERE, verb
from screens.parts.popup import Sure, Told
from screens.parts.symbols import use_ascii
from screens.parts.top_bar import TopBar

PULSE = 0.5
Practice = Callable[[], Path]


class CartuiApp(Doors):
    """Opens the workspace in `folder`, or the page of the first start if that is None.

    `settings` are read from `places.config` unless given; `complaints` are sentences to be said
    at the start; `practice` makes a fresh practice workspace and returns its folder. Raises what
    `Workspace.open` raises, before anything is painted.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *everywhere.BINDINGS,
        *everywhere.WORKSPACES,
        *(
            verb(each.key, f"show('{each.word}')", each.word, f"Go to {each.word}",
                 f"screen.{each.word.lower()}", group="Screens", show=False, rooms=EVERYWHERE)
            for each in SCREENS
        ),
    ]  # fmt: skip

    def __init__(
        self,
        folder: Path | None = None,
        *,
        places: Places | None = None,
        settings: Settings | None = None,
        complaints: Sequence[str] = (),
        identity: Identity | None = None,
        practice: Practice | None = None,
        pace: Callable[[], float] = time.monotonic,
    ) -> None:
        self.places = places or here()
        super().__init__(self.places.reports, pace)
        found, wrong = (settings, []) if settings is not None else read(self.places.config)
        self.settings = found or Settings()
        self._to_tell = [*complaints, *wrong]
        self._identity = identity or Identity(device=self.places.device(), actor=self.settings.name)
        self.practice = practice
        self.rooms = Rooms(self)
        self.theme = self.settings.theme
        self._wear_symbols()
        if folder is None:
            self.rooms.add_first()
        else:
            self._open(folder)
        self._take_keys()

    def _open(self, folder: Path) -> None:
        room = Workroom(folder, self._identity, self.places)
        if self.workroom is not None:
            self.workroom.close()
        self.workroom = room
        self._door = StageDoor(self, room, lambda: self.settings)
        self._to_tell += [room.workspace.read_only] if room.workspace.read_only else []
        self._to_tell += room.workspace.findings
        self.rooms.add_all(room)

    def _take_keys(self) -> None:
        if self.settings.keys:
            from cartui.remapping import checked  # noqa: PLC0415 - most people never remap a key

            keys, wrong = checked(self.settings.keys, type(self), self.rooms.classes())
            self._to_tell += wrong
            self.set_keymap(keys)

    # --- starting, going on, leaving

    async def on_mount(self) -> None:
        """Show the first screen, say what was found, and begin to look at what others do."""
        await self.switch_mode(self.rooms.first)
        self.set_interval(PULSE, self._pulse)
        self.call_after_refresh(self._tell)

    def _tell(self) -> None:
        if self._to_tell:
            self.push_screen(Told("\n\n".join(self._to_tell), "Before you begin"))
            self._to_tell = []

    def _pulse(self) -> None:
        if (frame := self.frame) is None:
            return
        frame.tick()
        if self.workroom is not None and self.workroom.workspace.poll():
            self.read_again()

    async def open_folder(self, folder: Path) -> None:
        """Open another workspace in place of this one; if it cannot be opened, nothing changes."""
        try:
            if self._door is not None and self.stage is not Room.MEMBERS:
                await self._door.to_front(Room.MEMBERS)
            old = self.rooms.modes()
            self._open(folder)
        except CartuiProblem as problem:
            if self.frame is not None:
                self.frame.say(str(problem), tone="problem")
            return
        await self.switch_mode(self.rooms.first)
        for mode in old:
            await self.remove_mode(mode)
        self.call_after_refresh(self._tell)

    def action_leave(self) -> None:
        """Go back one level; on Home ask whether to leave."""
        frame = self.frame
        if len(self.screen_stack) > 1:
            self.pop_screen()
        elif frame is not None and self.current_mode != self.rooms.first:
            self.action_show("Home")
        else:
            unsaved = frame.unsaved if frame is not None else 0
            words = "All saved. Leave?"
            if unsaved:
                words = f"{unsaved} change is NOT SAVED and will be lost. Leave all the same?"
            self.push_screen(Sure(words, yes="leaves", no="stays"), self._left)

    def _left(self, yes: bool | None) -> None:
        if yes:
            self.exit()

    def on_unmount(self) -> None:
        """Let the tables be written."""
        if self.workroom is not None:
            self.workroom.close()

    # --- screens

    def action_show(self, word: str) -> None:
        """Go to a screen by the word in the top bar."""
        if (mode := self.rooms.mode_of(word)) is not None:
            self.switch_mode(mode)

    @on(TopBar.Chosen)
    def _tab_clicked(self, event: TopBar.Chosen) -> None:
        self.switch_mode(event.tab.mode)

    async def switch_to(self, word: str) -> None:
        """Go to a screen and wait until it stands."""
        if (mode := self.rooms.mode_of(word)) is not None:
            await self.switch_mode(mode)

    def other_screens(self) -> Iterable[tuple[str, str, type[FrameScreen]]]:
        """Yield the screens that are not in front."""
        return self.rooms.others(self.current_mode)

    # --- beginning, and the groups

    @on(FirstRun.Chosen)
    @work
    async def _begin(self, event: FirstRun.Chosen) -> None:
        from cartui.beginning import begin  # noqa: PLC0415 - once in a lifetime

        await begin(self, event.way)

    @on(HomeScreen.GroupWanted)
    @work
    async def _start_group(self) -> None:
        from cartui.beginning import start_group  # noqa: PLC0415

        await start_group(self)

    @on(HomeScreen.GroupOpened)
    def _open_group(self, event: HomeScreen.GroupOpened) -> None:
        if self.workroom is not None:
            self.workroom.group_in_hand = event.group
            self.action_show("Cycle")

    @work
    async def action_workspace(self, act: str) -> None:
        """Rename this workspace, open another, start one, or practise."""
        from cartui import beginning  # noqa: PLC0415

        await beginning.ACTS[act](self)

    # --- settings

    def action_settings(self) -> None:
        """Open the settings page."""
        from cartui.choosing import rows_of  # noqa: PLC0415
        from screens.settings.screen import SettingsScreen  # noqa: PLC0415

        if not isinstance(self.frame, SettingsScreen):
            page = SettingsScreen(lambda: rows_of(self))
            page.around = self.rooms.around
            self.push_screen(page)

    def change_setting(self, name: str, value: str) -> None:
        """Keep a setting in the file and act on it; if it cannot be kept it holds for now."""
        try:
            self.settings = write(self.places.config, self.settings, **{name: value})
        except OSError:
            self.settings = replace(self.settings, **{name: value})
            if self.frame is not None:
                self.frame.say("The settings file cannot be written. This holds until you leave.")
        self.wear_settings()

    @work
    async def on_settings_screen_changed(self, event: Message) -> None:
        """Act on a change made on the settings page."""
        name, value = getattr(event, "name", ""), getattr(event, "value", "")
        if name == "programme" and (room := self.workroom) is not None and self.frame is not None:
            self.frame.do(lambda: room.programmes.rename(value))
            self.read_again()
        else:
            self.change_setting(name, value)

    def wear_settings(self) -> None:
        """Act on the settings as they are now."""
        self._wear_symbols()
        if self.workroom is not None:
            self.workroom.called(self.settings.name)
            self.workroom.cosy = self.settings.density == "cosy"
        if self._door is not None:
            self._door.wear_again()
        else:
            self.theme = self.settings.theme
        self.read_again()

    def _wear_symbols(self) -> None:
        plain = self.settings.symbols == "ascii"
        use_ascii(plain)
        self.guard.plain = plain

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a workspace's verbs only where they make sense."""
        if action == "workspace" and parameters == ("rename",):
            return self.workroom is not None
        return super().check_action(action, parameters)

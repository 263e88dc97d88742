"""CartuiApp: one terminal, one workspace, one screen at a time, one stage of the room."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType

from cartui.app import everywhere
from cartui.app.hung_up import keep_when_hung_up
from cartui.app.opening import Practice
from cartui.app.rooms import FIRST, SCREENS, Rooms
from cartui.app.touring import Touring
from cartui.model.rooms import Room
from cartui.services.tour import Tour
from cartui.settings import Settings, read
from cartui.store.identity import Identity
from cartui.store.places import Places, here
from screens.home.screen import HomeScreen
from screens.parts.frame import FrameScreen
from screens.parts.keys import EVERYWHERE, verb
from screens.parts.neutral import Neutral
from screens.parts.popup import Sure

if TYPE_CHECKING:
    from screens.home.first_run import FirstRun

PULSE = 0.5


class CartuiApp(Touring):
    """Opens the workspace in `folder`, or the page of the first start if that is None.

    `settings` are read from `places.config` unless given; `complaints` are sentences to be said
    at the start; `practice` makes a fresh practice workspace and returns its folder;
    `looking_round` says that `folder` is such a one. Raises what `Workspace.open` raises, before
    anything is painted.
    """

    DEFAULT_MODE = FIRST
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
        looking_round: bool = False,
        pace: Callable[[], float] = time.monotonic,
    ) -> None:
        self.places = places or here()
        super().__init__(self.places.reports, pace)
        found, wrong = (settings, []) if settings is not None else read(self.places.config)
        self.settings = found
        self.to_tell = [*complaints, *wrong]
        self.identity = identity or Identity(device=self.places.device(), actor=found.name)
        self.practice = practice
        self.tour = Tour(self.places.state)
        self.rooms = Rooms(self, self.tour)
        self.theme = found.theme
        self._wear_symbols()
        self._begin_with(folder, looking_round=looking_round)

    def _begin_with(self, folder: Path | None, *, looking_round: bool) -> None:
        if folder is None:
            self.rooms.add_first(self.identity.clock)
        else:
            self.take_in(folder, looking_round=looking_round)
        self._take_keys()

    def _take_keys(self) -> None:
        if self.settings.keys:
            from cartui.app.every_verb import every_class  # noqa: PLC0415
            from cartui.app.remapping import checked  # noqa: PLC0415 - most people never remap a key

            keys, wrong = checked(self.settings.keys, type(self), every_class())
            self.to_tell += wrong
            self.set_keymap(keys)

    # --- starting, going on, leaving

    async def on_mount(self) -> None:
        """Say what was found, and begin to look at what others do."""
        await self.begin_in_meeting()
        if not self.is_headless:
            keep_when_hung_up(self)
        self.set_interval(PULSE, self._pulse)
        self.call_after_refresh(self.tell)
        self.set_timer(PULSE, self._prepare_undo)

    @work(thread=True, exit_on_error=False)
    def _prepare_undo(self) -> None:
        """Read the journal for undo while nobody waits, so that the first `u` is as quick."""
        if self.workroom is not None:
            self.call_from_thread(self.workroom.workspace.prepare_undo())

    def told(self) -> None:
        """Say what stands open, and ask what should become of files that were changed by hand."""
        super().told()
        if self.workroom is not None:
            from cartui.app.changed_by_hand import ask_about_edits  # noqa: PLC0415

            self.run_worker(ask_about_edits(self))

    def _pulse(self) -> None:
        if (frame := self.frame) is None:
            return
        if not getattr(self.screen, "COVERS", False):
            frame.tick()  # under a page for the room it would have all of that painted again
        if (
            self.stage is Room.BACK
            and not isinstance(self.screen, Neutral)
            and self._idle.is_long()
        ):
            self.push_screen(Neutral(), self._woken)
        if self.workroom is not None and self.workroom.workspace.poll():
            self.read_again()

    async def _woken(self, front: bool | None) -> None:
        if front:
            await self.action_front()

    def action_leave(self) -> None:
        """Go back one level; on Home ask whether to leave."""
        frame = self.frame
        if self.leave_page():
            return
        if len(self.screen_stack) > 1:
            self.pop_screen()
        elif frame is not None and self.current_mode != self.rooms.home:
            self.action_show("Home")
        else:
            unsaved = frame.unsaved if frame is not None else 0
            words = self.leaving_asks()
            if unsaved:
                many = "1 change is" if unsaved == 1 else f"{unsaved} changes are"
                words = f"{many} NOT SAVED and will be lost. Leave all the same?"
            self.push_screen(Sure(words, yes="leaves", no="stays"), self._left)

    def _left(self, yes: bool | None) -> None:
        if yes:
            self.exit()

    def on_unmount(self) -> None:
        """Let the tables be written; the second window is left with nothing."""
        self._stop_showing()
        if self.workroom is not None:
            self.workroom.close()

    # --- beginning, and the groups

    @work
    async def on_first_run_chosen(self, event: "FirstRun.Chosen") -> None:
        """Begin in the way that was chosen."""
        from cartui.app.beginning import begin  # noqa: PLC0415 - once in a lifetime

        await begin(self, event.way)

    @on(HomeScreen.GroupWanted)
    @work
    async def _start_group(self) -> None:
        from cartui.app.beginning import start_group  # noqa: PLC0415

        await start_group(self)

    @on(FrameScreen.ThingWanted)
    async def _open_thing(self, event: FrameScreen.ThingWanted) -> None:
        from cartui.app.turning import open_thing  # noqa: PLC0415 - no start waits for it

        if self.workroom is not None:
            await open_thing(self, self.workroom, event.where)

    @work
    async def action_workspace(self, act: str) -> None:
        """Rename this workspace, open another, start one, or practise."""
        from cartui.app import beginning  # noqa: PLC0415

        await beginning.ACTS[act](self)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a workspace's verbs only where they make sense."""
        if action == "workspace" and parameters == ("rename",):
            return self.workroom is not None
        return super().check_action(action, parameters)

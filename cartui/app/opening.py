"""Opening a workspace, in place of another or as the first; and going to its screens."""

from collections.abc import Callable, Iterable
from pathlib import Path

from textual import on

from cartui.app.setting_up import SettingUp
from cartui.app.stage_door import StageDoor
from cartui.app.workroom import Workroom
from cartui.model.problems import CartuiProblem
from cartui.model.rooms import Room
from cartui.store.durable import reason
from screens.parts.frame import FrameScreen
from screens.parts.popup import Told
from screens.parts.top_bar import TopBar

Practice = Callable[[], Path]


class Opening(SettingUp):
    """An app that has a workspace open, or none yet. `practice` makes a made-up one."""

    practice: Practice | None = None
    to_tell: list[str]

    def take_in(self, folder: Path, *, looking_round: bool = False) -> None:
        """Open a workspace and make its screens. Raises what `Workspace.open` raises.

        `looking_round` begins at the board, if this is one made-up group to look round in.
        """
        room = Workroom(folder, self.identity, self.places)
        if self.workroom is not None:
            self.workroom.close()
        self.workroom = room
        self._door = StageDoor(self, room, lambda: self.settings)
        self.to_tell += [room.workspace.read_only] if room.workspace.read_only else []
        self.to_tell += room.workspace.findings
        room.cosy = self.settings.density == "cosy"
        self.rooms.add_all(room, self.begins_at(room, looking_round=looking_round))

    def begins_at(self, room: Workroom, *, looking_round: bool) -> str:
        """Return the word of the screen to begin at."""
        one_group = room.programmes.is_practice() and len(room.programmes.groups()) == 1
        return "Cycle" if looking_round and one_group else "Home"

    async def open_folder(self, folder: Path, *, looking_round: bool = False) -> bool:
        """Open another workspace in place of this one; if it cannot be opened, nothing changes.

        `looking_round` is as in `take_in`. Returns whether it was opened.
        """
        if self.frame is not None and self.frame.unsaved:
            self.frame.say("Not opened: something here is NOT SAVED yet.", tone="problem")
            return False
        try:
            if self._door is not None and self.stage is not Room.MEMBERS:
                await self._door.to_front(Room.MEMBERS)
            old = self.rooms.modes()
            self.take_in(folder, looking_round=looking_round)
        except (CartuiProblem, OSError) as problem:
            self.cannot_open(problem)
            return False
        await self.switch_mode(self.rooms.first)
        for mode in old:
            await self.remove_mode(mode)
        self.call_after_refresh(self.tell)
        return True

    def cannot_open(self, problem: Exception) -> None:
        """Say why a workspace was not opened; what is on the screen stays as it is."""
        words, fault = str(problem), problem.__cause__ or problem
        if isinstance(fault, OSError):
            words = f"Not opened: {reason(fault)}. cartui --data FOLDER chooses another place."
        if self.frame is not None:
            self.frame.say(words, tone="problem")

    def tell(self) -> None:
        """Say what was found at the opening, before anything is done."""
        if self.to_tell:
            words, self.to_tell = "\n\n".join(self.to_tell), []
            self.push_screen(Told(words, "Before you begin"), lambda _: self.told())
        else:
            self.told()

    def told(self) -> None:
        """Go on when everything has been said; the app has more to ask."""

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

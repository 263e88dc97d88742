"""Going FRONT and BACK: the one place that opens the back wing and fills and empties its slots."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import events
from textual.screen import Screen
from textual.widget import Widget

from cartui.app.keeping import Keeping
from cartui.app.workroom import Workroom
from cartui.model.people import Membership
from cartui.model.rooms import Room
from cartui.settings import Settings
from cartui.store.events import Change
from screens.parts.frame import FrameScreen
from screens.parts.popup import Popup
from screens.parts.slots import Slot

if TYPE_CHECKING:
    from cartui.backstage.letterbox import Letterbox
    from screens.backstage.meeting_wing import MeetingWing

TRUTH = "We cannot see your projector. FRONT hides; unplugging is surer."

WRITTEN = 0.02
"""Seconds in which a frame is written to the terminal."""


class StageDoor:
    """Moves an app between the stages of the room. BACK's panels and pop-ups live only here."""

    def __init__(self, app: Keeping, workroom: Workroom, settings: Callable[[], Settings]) -> None:
        self._app, self._workroom, self._settings = app, workroom, settings
        self._makers: Mapping[str, Callable[[], Any]] = {}
        self._panels: dict[tuple[int, str], Any] = {}
        self._aside: list[tuple[list[Screen[Any]], Screen[Any]]] = []
        self._told = False
        self._undressed = False
        self.write_note: Callable[[str, str, str], Change] | None = None
        self.raise_privately: Callable[[str, str], Change] | None = None
        self.reminder: Callable[[], str] | None = None
        self.keep_why: Callable[[Membership, str], Change | None] | None = None
        self.private_clock: Callable[..., Widget] | None = None
        self.meeting_wing: MeetingWing | None = None

    # --- the two ways

    async def to_front(self, room: Room, *, whole: bool = False) -> None:
        """Show `room`, a stage of FRONT. The next frame painted has nothing of BACK in it.

        Colours and borders follow after that frame: they take far longer than hiding does. With
        `whole` they are done before it, because something else is to cover the screen.
        """
        was_back = self._workroom.stage is Room.BACK
        self._app.terminal_picture.forget()  # whatever the terminal made of it: all is sent anew
        with self._app.batch_update():
            self._workroom.stage = room
            if was_back:
                self._clear_stage()
            if room is Room.PUBLIC:
                self._close_pages()
            self._tell_frames(room)
        self._undressed = True
        if was_back and not whole:
            self._app.screen.call_after_refresh(self._finish_soon)
        else:
            await self._finish_front()

    def _finish_soon(self) -> None:
        """Let the frame go to the terminal first: it is written beside what runs here, and waits
        as long as this thread is busy.
        """
        self._app.set_timer(WRITTEN, self._finish_front)

    async def _finish_front(self) -> None:
        """Wear the colours of FRONT, and shut the wing."""
        if not self._undressed:
            return
        self._undressed = False
        with self._app.batch_update():
            for frame in self._frames():
                frame.dress(self._workroom.stage)
                for slot in frame.query(Slot):
                    slot.remove_class("-filled")
            self._wear(self._settings().theme)
        await self._take_panels_out()
        self._workroom.workspace.close_back()
        self._tell_truth()

    async def to_back(self) -> None:
        """Open the back wing, and show what is private."""
        await self._finish_front()
        app, workroom = self._app, self._workroom
        self._open_wing()
        with app.batch_update():
            workroom.stage = Room.BACK
            self._wear(self._settings().theme_on_back)
            self._put_popups_back()
            self._tell_frames(Room.BACK)
            for frame in self._frames():
                frame.show_half_typed()
                await self.fill(frame)

    def wear_again(self) -> None:
        """Wear the theme of this stage after the settings have changed."""
        back = self._workroom.stage is Room.BACK
        self._wear(self._settings().theme_on_back if back else self._settings().theme)

    # --- what FRONT must not show

    def _clear_stage(self) -> None:
        """Take everything of BACK out of sight, before a frame is painted."""
        app = self._app
        app.clear_notifications()
        app.clear_selection()
        app.copy_to_clipboard("")
        self._workroom.back_wording = self._workroom.private_facts = None
        self.raise_privately = None
        self.write_note = self.keep_why = self.reminder = self.private_clock = None
        self.meeting_wing = None
        self._workroom.private_comments = None
        for panel in self._panels.values():
            panel.go_dark()
        self._lift_popups()
        for frame in self._frames():
            frame.hide_half_typed()
            for slot in frame.query(Slot):
                slot.display = False
            focused = frame.focused
            if focused and any(isinstance(each, Slot) for each in focused.ancestors_with_self):
                frame.set_focus(None)

    def _lift_popups(self) -> None:
        """Close the pop-ups; those in which something may be half typed are kept unseen, and so
        are pages of that kind, on every screen.
        """
        for stack in self._app._screen_stacks.values():
            while len(stack) > 1 and (getattr(stack[-1], "KEEPS", False) or not _framed(stack[-1])):
                self._lift(stack)

    def _lift(self, stack: list[Screen[Any]]) -> None:
        top, in_front = stack[-1], stack is self._app._screen_stack
        if in_front and isinstance(top, Popup) and not top.KEEPS:
            top.dismiss(None)
            _paint_whole(stack[-1])
            return
        self._aside.insert(0, (stack, stack.pop()))
        if in_front:
            _paint_whole(stack[-1])
            top.post_message(events.ScreenSuspend())
            stack[-1].post_message(events.ScreenResume())

    def _put_popups_back(self) -> None:
        aside, self._aside = self._aside, []
        for stack, popup in aside:
            stack.append(popup)
            if stack is self._app._screen_stack:
                popup.post_message(events.ScreenResume())

    def _close_pages(self) -> None:
        """Before outsiders, leave every page that has nothing for them."""
        stack = self._app._screen_stack
        while len(stack) > 1 and not getattr(stack[-1], "PUBLIC", False):
            self._app.pop_screen()

    async def _take_panels_out(self) -> None:
        panels, self._panels = self._panels, {}
        for panel in panels.values():
            if panel.is_attached:
                await panel.remove()

    def _tell_truth(self) -> None:
        if not self._told and (frame := self._app.frame) is not None:
            self._told = True
            frame.say(TRUTH)

    # --- what BACK adds

    def _open_wing(self) -> None:
        from cartui.backstage.comments import PrivateComments  # noqa: PLC0415
        from cartui.backstage.letterbox import open_wing  # noqa: PLC0415 - only when going BACK
        from cartui.backstage.private_facts import FactsFromList  # noqa: PLC0415
        from cartui.backstage.private_notebook import PrivateNotebook  # noqa: PLC0415
        from cartui.backstage.private_whys import PrivateWhys  # noqa: PLC0415
        from cartui.backstage.wording import BACK_WORDS  # noqa: PLC0415
        from cartui.services.house_words import house_wording  # noqa: PLC0415
        from screens.backstage import panels  # noqa: PLC0415
        from screens.backstage.live_clock import LiveClock  # noqa: PLC0415
        from screens.backstage.meeting_wing import MeetingWing  # noqa: PLC0415
        from screens.backstage.note_box import reminder  # noqa: PLC0415
        from screens.backstage.private_clock import PrivateClock  # noqa: PLC0415

        room = self._workroom
        open_wing(room.workspace)
        room.back_wording = house_wording(BACK_WORDS)
        self.write_note = PrivateNotebook(room.workspace, room.room).write
        self.keep_why = PrivateWhys(room.workspace, room.room).write
        self.raise_privately = self._raise_person
        self.reminder, self.private_clock = reminder, PrivateClock
        self.meeting_wing = MeetingWing(room.workspace, room.room)
        room.private_facts = FactsFromList(room.workspace)
        room.private_comments = partial(PrivateComments, room.workspace, room.room)
        self._makers = {**panels(room.workspace, room.room), "live-clock": LiveClock}

    @property
    def letterbox(self) -> "Letterbox":
        """Where is dropped in, on FRONT, what only BACK is to read. Nothing is read there."""
        from cartui.backstage.letterbox import Letterbox  # noqa: PLC0415

        return Letterbox(self._workroom.workspace)

    def _raise_person(self, uid: str, group: str) -> Change:
        from cartui.backstage.raising import PrivateRaising  # noqa: PLC0415

        return PrivateRaising(self._workroom.workspace, self._workroom.room, group).raise_person(
            uid
        )

    async def fill(self, frame: FrameScreen) -> None:
        """Put panels into the slots of a screen; on FRONT there is nothing to put."""
        if self._workroom.stage is not Room.BACK or not frame.is_mounted:
            return
        for slot in frame.query(Slot):
            name = slot.name or ""
            known = self._panels.get((id(frame), name))
            if name not in self._makers or (known is not None and known.is_attached):
                continue
            panel = self._makers[name]()
            self._panels[id(frame), name] = panel
            slot.display = True
            slot.add_class("-filled")
            await slot.mount(panel)
            panel.show(*slot.subject)

    def about(self, frame: FrameScreen, subject: Slot.Subject) -> None:
        """Tell a panel that its slot is about something else now."""
        if (panel := self._panels.get((id(frame), subject.name))) is not None:
            panel.show(subject.uid, subject.group)

    def read_again(self, frame: FrameScreen) -> None:
        """Let the panels of a screen read anew."""
        for (owner, _), panel in self._panels.items():
            if owner == id(frame) and panel.is_attached:
                panel.show_again()

    # --- all stages

    def _frames(self) -> Iterator[FrameScreen]:
        for stack in self._app._screen_stacks.values():
            for screen in stack:
                if isinstance(screen, FrameScreen) and screen.is_mounted:
                    yield screen

    def _tell_frames(self, room: Room) -> None:
        for frame in self._frames():
            frame.enter_room(room)

    def _wear(self, theme: str) -> None:
        """Put a theme on at once, within the frame that is being prepared."""
        app = self._app
        if app.theme != theme:
            app.theme = theme
            app.refresh_css(animate=False)


def _paint_whole(screen: Screen[Any]) -> None:
    """Have the next frame of a screen paint all of it: what stood over it must not outlive it.

    A refresh would be taken up a frame later if the screen is about to paint something of its own.
    """
    screen._compositor._dirty_regions.add(screen._compositor.size.region)


def _framed(screen: Screen[Any]) -> bool:
    return isinstance(screen, FrameScreen)

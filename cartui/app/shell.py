"""The app as a terminal program: colours, output guard, keys in order, what a crash says."""

import gc
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from rich.console import RenderableType
from rich.text import Text
from textual import events
from textual._compositor import CompositorUpdate
from textual.app import App
from textual.dom import DOMNode
from textual.driver import Driver
from textual.filter import LineFilter
from textual.screen import Screen

from cartui.app.guard import InOnePass, OutputGuard
from cartui.app.idle import Idle
from cartui.app.one_by_one import OneByOne
from cartui.app.pace import Pace
from cartui.app.style_sheet import ReadOnce
from cartui.app.terminal_picture import TerminalPicture
from cartui.app.themes import THEMES
from cartui.model.rooms import Room
from screens.parts.frame import FrameScreen
from screens.parts.keys import VERBS, typing_in
from screens.parts.popup import Sure

ANY_SIZE = ("stage.front", "stage.front_now", "app.present", "app.leave", "screen.")
"""What a key may do in a window too small for the frame: hide, turn to a screen, present there."""
SORRY = "cartui met a fault of its own and stopped. What was said to be saved is saved."


class Shell(App[None], inherit_bindings=False):
    """What is true of the program whatever stands on its screens.

    `reports` is the folder of crash reports; `pace` gives seconds, for noticing hasty typing.
    """

    ENABLE_COMMAND_PALETTE = False
    CSS_PATH: ClassVar[str] = "app.tcss"
    TITLE = "cartui"

    def __init__(self, reports: Path, pace: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self.stylesheet = ReadOnce(variables=self.get_css_variables())
        self.guard = OutputGuard()
        self._filters.append(self.guard)
        self._in_one_pass = InOnePass(())
        # Nothing here pops up by itself, so no screen carries the places for it.
        self._disable_notifications = self._disable_tooltips = True
        for theme in THEMES.values():
            self.register_theme(theme)
        self.terminal_picture = TerminalPicture()
        self._reports = reports
        self._pace = Pace(pace)
        self._idle = Idle(pace)
        self._keys = OneByOne(self, self._send_key)
        self._last_actions: deque[str] = deque(maxlen=20)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our own variables a value in every theme."""
        return dict(THEMES["paper"].variables)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what is done to every line painted, as one."""
        wanted = super().get_line_filters()
        if wanted != self._in_one_pass.filters:
            self._in_one_pass = InOnePass(wanted)
        return [self._in_one_pass]

    def get_driver_class(self) -> type[Driver]:
        """Use the quick driver where Textual would use its own for Linux and macOS."""
        found = super().get_driver_class()
        if found.__name__ != "LinuxDriver":
            return found
        from cartui.app.quick_driver import QuickDriver  # noqa: PLC0415 - not on Windows

        return QuickDriver

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Paint what does not stand on the terminal yet; nothing while several changes are made."""
        if isinstance(renderable, CompositorUpdate) and not self._batch_count:
            renderable = self.terminal_picture.left_of(renderable)
        self._to_terminal(screen, renderable)

    def _to_terminal(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        super()._display(screen, renderable)

    def action_paint_anew(self) -> None:
        """Send the whole screen to the terminal, whatever stands there."""
        self.screen.refresh()

    @property
    def stage(self) -> Room:
        """The stage of the room; the shell alone knows only FRONT members."""
        return Room.MEMBERS

    async def on_event(self, event: events.Event) -> None:
        """Take keys one by one; everything else as Textual does."""
        if isinstance(event, events.InputEvent):
            self._idle.touched()
        if isinstance(event, events.Key) and not event.is_forwarded:
            await self._keys.take(event)
        else:
            await super().on_event(event)

    async def _send_key(self, key: events.Key) -> DOMNode:
        target = self.focused or self.screen
        if not self._hasty(key.key) and self._seen(key.key):
            await super().on_event(key)
        return target

    def _seen(self, key: str) -> bool:
        """Whether what a key does can be seen: a window too small for the frame shows nothing."""
        top = self.screen
        if not (isinstance(top, FrameScreen) and top.too_small) or typing_in(top):
            return True
        found = top.active_bindings.get(key)
        return found is not None and (found.binding.id or "").startswith(ANY_SIZE)

    def _hasty(self, key: str) -> bool:
        """Whether somebody seems to type for another window; then the keys rest."""
        if typing_in(self.screen) or isinstance(self.screen, Typing):
            return False
        if not self._pace.too_fast(key):
            return False
        self.push_screen(Typing())
        return True

    async def run_action(
        self,
        action: object,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do an action if this stage of the room allows the verb, and remember its name."""
        space = default_namespace or self
        if isinstance(action, str):
            for _, binding in space._bindings:
                if binding.action == action and (verb := VERBS.get(binding.id or "")) is not None:
                    if self.stage not in verb.rooms:
                        return False
                    self._last_actions.append(verb.id)
                    break
        return await super().run_action(action, default_namespace, namespaces)  # type: ignore[arg-type]

    def on_ready(self) -> None:
        """Let the collector forget what stays for good: its full pass was the slowest key.

        There is no pass over it before: it costs a fifth of a start, and finds next to nothing.
        Where it was not put to rest for the start, there is more in the house than this program.
        """
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def _handle_exception(self, error: Exception) -> None:
        """Leave after a fault of ours: one sentence, and a report that holds nobody's words."""
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        from cartui.crash import keep_report  # noqa: PLC0415 - only when it is needed

        kept = keep_report(error, self._reports, actions=self._last_actions)
        where = f"\nA report without any of your words is in {kept}" if kept else ""
        self._exit_renderables.append(Text(SORRY + where))
        self._close_messages_no_wait()


class Typing(Sure):
    """The keys rest: somebody seems to type into the wrong window."""

    def __init__(self) -> None:
        super().__init__("Were you typing? The keys rest so that nothing happens by itself.\n\n"
                         "Press Esc to go on.")  # fmt: skip
        self._foot = "Esc goes on"

    def action_yes(self) -> None:
        """Enter may be part of what is typed: it does nothing here."""

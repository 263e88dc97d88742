"""What is done to lines that were caught: changed, put away, how a decision was reached."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType

from cartui.model.meetings import Capture, CaptureKind
from cartui.services.captures import Captures, owes_how
from cartui.store.events import Change
from screens.meeting.captured_pane import CapturedPane
from screens.parts.frame import FrameScreen
from screens.parts.keys import verb
from screens.parts.meanwhile import reword
from screens.parts.rows import RowList
from screens.parts.unsaved import Act

GROUP = "What was said"
ON_A_LINE = frozenset({"edit_line", "line_away", "how"})


class CaptureActs(FrameScreen):
    """`e` changes, `h` says how, `X` puts away. A screen gives `captures` and `captured`."""

    captures: Captures
    captured: CapturedPane
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("e", "edit_line", "edit", "Change the highlighted line", "live.edit_line",
             group=GROUP, rank=30, also="correct reword owner due"),
        verb("h", "how", "how", "Say how the highlighted decision was reached", "live.how",
             group=GROUP, rank=31, also="decision consensus vote agreed"),
        verb("X", "line_away", "put away", "Put the highlighted line away; u brings it back",
             "live.line_away", group=GROUP, rank=32, also="delete remove drop"),
    ]  # fmt: skip

    def can_be_done(self, action: str) -> bool | None:
        """A line can be changed where there is one, and only a decision was reached somehow."""
        here = self.captured.in_hand
        if action == "how":
            return (here is not None and here.kind == CaptureKind.DECISION.value) or None
        return here is not None or None

    def act(self, verb_: Act, place: object = None) -> Change | None:
        """Do a verb, and show what has become of it."""
        if (change := self.do(verb_, place)) is not None:
            self.show_again()
            self.refresh_frame()
        return change

    # --- the line in hand

    @on(RowList.Opened)
    def _line_opened(self, event: RowList.Opened) -> None:
        if isinstance(event.rows, CapturedPane):
            event.stop()
            self.action_edit_line()

    @on(RowList.Highlighted)
    def _line_highlighted(self, event: RowList.Highlighted) -> None:
        self.refresh_bindings()

    def action_edit_line(self) -> None:
        """Write the highlighted line anew."""
        if (here := self.captured.in_hand) is not None:
            self.ask_line_again(here, self.captures.line_of(here))

    def ask_line_again(self, line: Capture, now: str, typed: str | None = None) -> None:
        """Ask for a line that reads `now`; `typed` is what was typed since."""
        captures = self.captures

        def write(text: str, was: str | None) -> Change:
            return captures.edit(line, text, was=was)

        def again(text: str) -> None:
            self.ask_line_again(line, now, text)

        def then(text: str | None) -> None:
            if text is not None and text != now:
                reword(self, write, text, now, again, do=self.act)

        value = now if typed is None else typed
        self.ask("In other words", then, value=value, id=f"live.edit.{line.uid}")

    def action_how(self) -> None:
        """Say how a decision was reached."""
        if (here := self.captured.in_hand) is not None:
            captures, owed = self.captures, owes_how(here)

            def then(text: str | None) -> None:
                if text is not None and text != here.how:
                    self.act(lambda: captures.say_how(here, text))

            asks = "How was it reached?" if owed else "How it was reached"
            self.ask(asks, then, value=here.how, id=f"live.how.{here.uid}")

    def action_line_away(self) -> None:
        """Put the highlighted line away."""
        if (here := self.captured.in_hand) is not None:
            captures = self.captures
            self.act(lambda: captures.put_away(here))

"""The third step of bringing a list in: what would happen, and what becomes of doubles."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from cartui.services.bringing_in import Preview
from cartui.services.doubles import Choice
from screens.parts.keys import verb
from screens.parts.rows import Face, RowList
from screens.people.bring_in_rows import PREVIEW_COLUMNS, preview_rows, summary, waiting_words


class PreviewRows(RowList):
    """Complaints, doubles and new people, one in a row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("enter", "open", "write all of it", "Bring them all in, as one change",
             "bring_in.write", group="Doubles", rank=3),
        verb("enter", "ask_why", "why not yet", "Say why nothing can be written yet",
             "bring_in.why_not", group="Doubles", rank=3),
    ]  # fmt: skip
    waits = False

    def action_ask_why(self) -> None:
        """Ask to write all the same: the answer says what is in the way."""
        self.action_open()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter writes, or says why it does not."""
        if action in ("open", "ask_why"):
            return self.waits is (action == "ask_why")
        return super().check_action(action, parameters)


class PreviewStep(Vertical):
    """Shows a preview. `choices` are by line, where the facilitator has chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("s", "choose('MERGE')", "same person", "The same person: fill in what is missing",
             "bring_in.same", group="Doubles", rank=11),
        verb("a", "choose('NEW')", "another person", "Another person of the same name",
             "bring_in.another", group="Doubles", rank=12),
        verb("X", "choose('SKIP')", "leave out", "Leave this line out",
             "bring_in.leave_out", group="Doubles", rank=13),
        verb("G", "start_groups", "start groups",
             "Start the groups that the list names, in the same change; G again leaves it",
             "bring_in.start_groups", group="Doubles", rank=4, also="missing"),
        verb("G", "start_no_groups", "start no groups",
             "Start no groups after all", "bring_in.no_groups", group="Doubles", rank=4),
        verb("L", "leave_lines", "leave lines out",
             "Leave out the lines that need a look, so that the rest can be written;"
             " L again takes them back in",
             "bring_in.leave_lines", group="Doubles", rank=4),
        verb("L", "take_lines", "take lines back",
             "Take back in the lines that were left out", "bring_in.take_lines",
             group="Doubles", rank=4),
    ]  # fmt: skip

    class Write(Message):
        """Enter was pressed: all of it is to be written."""

    class Decided(Message):
        """`G` or `L` was pressed: `starting` says whether the missing groups are to be started,
        `leaving` which lines are to be left out.
        """

    def __init__(self, called: Callable[[str], str]) -> None:
        super().__init__(classes="bring-in--step")
        self._called = called
        self.choices: dict[int, Choice] = {}
        self.starting = False
        self.leaving: frozenset[int] = frozenset()
        self._preview: Preview | None = None
        self._faces: dict[str, Face] = {}
        self._about = Static("", markup=False, classes="bring-in--about")
        self._whole = Static("", markup=False, classes="bring-in--whole")
        self.rows = PreviewRows(PREVIEW_COLUMNS, id="people", empty="Nobody is on this list.")

    def compose(self) -> ComposeResult:
        """The sum of it, the rows, and the highlighted row in full."""
        yield self._about
        yield self.rows
        yield self._whole

    def show(self, preview: Preview) -> None:
        """Show what would happen."""
        self._preview = preview
        called = {each.person: self._called(each.person) for each in preview.doubles if each.person}
        self._faces = preview_rows(preview, self.choices, called)
        self._about.update(Content(summary(preview, self.choices, starting=self.starting)))
        self.rows.waits = bool(preview.complaints)
        self.rows.show(list(self._faces), self._faces.__getitem__)
        self._show_whole(self.rows.highlighted)

    @on(RowList.Highlighted)
    def _highlighted(self, event: RowList.Highlighted) -> None:
        event.stop()
        self._show_whole(event.uid)

    def _show_whole(self, uid: str | None) -> None:
        face = self._faces.get(uid or "")
        line, name, what, agency = face.cells if face is not None else ("", "", "", "")
        who = ", ".join(filter(None, (name, agency)))
        self._whole.update(Content(f"Line {line}, {who}: {what}" if line else what))

    @on(RowList.Marked)
    def _marked(self, event: RowList.Marked) -> None:
        event.stop()

    @on(RowList.Opened)
    def _opened(self, event: RowList.Opened) -> None:
        event.stop()
        self.post_message(self.Write())

    def action_choose(self, choice: str) -> None:
        """Say what becomes of the selected doubles, or of the highlighted one."""
        doubles = {str(each.line) for each in self._preview.doubles} if self._preview else set()
        lines = [int(uid) for uid in self.rows.chosen if uid in doubles]
        self.choices |= dict.fromkeys(lines, Choice[choice])
        self.rows.clear_marks()
        if self._preview is not None:
            self.show(self._preview)

    @property
    def waits(self) -> str:
        """Why nothing is written yet, or "" if nothing is in the way."""
        preview = self._preview
        if preview is None or not preview.complaints:
            return ""
        return waiting_words(preview, starting=self.starting)

    def begin(self) -> None:
        """Forget what was chosen for another list."""
        self.choices.clear()
        self.starting, self.leaving = False, frozenset()

    def action_start_groups(self) -> None:
        """Start the missing groups with the list, or leave that again."""
        self.starting = not self.starting
        self.leaving = frozenset()
        self.post_message(self.Decided())

    def action_start_no_groups(self) -> None:
        """Start no groups after all."""
        self.action_start_groups()

    def action_take_lines(self) -> None:
        """Take back in the lines that were left out."""
        self.leaving = frozenset()
        self.post_message(self.Decided())

    def action_leave_lines(self) -> None:
        """Leave out exactly the lines that need a look now."""
        if (preview := self._preview) is not None:
            self.leaving |= frozenset(preview.blocked) - {0}
            self.post_message(self.Decided())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is something to choose only where somebody is known, or a group is not."""
        if action == "choose":
            return bool(self._preview and self._preview.doubles) or None
        preview = self._preview
        if action in ("start_groups", "start_no_groups"):
            there = preview is not None and bool(preview.missing_groups)
            return there and self.starting is (action == "start_no_groups")
        blocked = preview is not None and any(preview.blocked)
        if action == "leave_lines":
            return blocked
        if action == "take_lines":
            return preview is not None and bool(preview.left_out) and not blocked
        return True

"""Bringing people in, in three steps: the list, its columns, what would happen. All or none."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType

from cartui.exchange.people_csv import Complaint, PersonRow, Sheet, read_people, read_sheet
from cartui.model.people import Group
from cartui.model.problems import CartuiProblem
from cartui.model.rooms import Room
from cartui.services.bringing_in import BringingIn
from cartui.store.events import Change
from cartui.store.typed_path import typed_path
from screens.parts.frame import FrameScreen
from screens.parts.keys import verb
from screens.people.bring_in_columns import ColumnsStep
from screens.people.bring_in_preview import PreviewStep
from screens.people.bring_in_source import PathLine, Source, bytes_of, is_list

STEPS = {
    "source": "1 of 3: the list",
    "columns": "2 of 3: its columns",
    "preview": "3 of 3: look first",
}
BEFORE = {"preview": "columns", "columns": "source"}


class BringIn(FrameScreen):
    """A list becomes people. `bringing_in` gives the service of the present stage of the room.

    `done` hears of the change when it is saved; `called` names a person; `typed` are names half
    typed before, and `keep_typed` gets those that are half typed when the screen is left.
    """

    TITLE_WORD = "People"
    KEEPS = True
    CSS_PATH = "bring_in.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("escape", "back", "back", "One step back; nothing is written",
             "bring_in.back", group="Look around", rank=40),
    ]  # fmt: skip

    def __init__(
        self,
        bringing_in: Callable[[], BringingIn],
        groups: Sequence[Group],
        group: str,
        done: Callable[[Change], None],
        called: Callable[[str], str] = str,
        typed: str = "",
        keep_typed: Callable[[str], object] = len,
    ) -> None:
        super().__init__()
        self._bringing_in = bringing_in
        self._groups = {each.uid: each.name for each in groups}
        self._done = done
        self._keep_typed = keep_typed
        self._people: tuple[PersonRow, ...] = ()
        self._complaints: tuple[Complaint, ...] = ()
        self._change: Change | None = None
        self._written = False
        self._list: object = None
        self.step = "source"
        self.source = Source(typed)
        self.columns = ColumnsStep(self._groups, group, lambda: self.room is Room.BACK)
        self.preview = PreviewStep(called)

    def compose_body(self) -> ComposeResult:
        """The three steps; one is shown."""
        yield self.source
        yield self.columns
        yield self.preview

    def on_mount(self) -> None:
        """Begin with the list."""
        self._go("source")

    def _go(self, step: str) -> None:
        self.step = step
        shown = {"source": self.source, "columns": self.columns, "preview": self.preview}
        for name, widget in shown.items():
            widget.display = name == step
        self.say("")
        self.show_again()
        focus = {
            "source": self.source.path, "columns": self.columns.rows, "preview": self.preview.rows
        }  # fmt: skip
        focus[step].focus()
        self.refresh_frame()

    def heading(self) -> str:
        """Which step this is."""
        return f"Bring in, {STEPS[self.step]}"

    def on_unmount(self) -> None:
        """Keep the names typed in the first step, unless they were brought in."""
        self._keep_typed("" if self._written else self.source.names.text)

    def show_again(self) -> None:
        """Show the step; when the change has been saved, go back to the people."""
        if self._change is not None:
            change, self._change, self._written = self._change, None, True
            self.dismiss()
            self._done(change)
        elif self.step == "columns":
            self.columns.show()
        elif self.step == "preview":
            group = self.columns.group
            preview = self._bringing_in().preview(
                self._people, group, self._complaints,
                leave_out=self.preview.leaving, start_groups=self.preview.starting,
            )  # fmt: skip
            self.preview.show(preview)

    def action_back(self) -> None:
        """Go one step back, and from the first to where we came from. Nothing is written."""
        if self.step in BEFORE:
            self._go(BEFORE[self.step])
        else:
            self.dismiss()

    @on(Source.Chosen)
    def _chosen(self, event: Source.Chosen) -> None:
        event.stop()
        if event.path.strip():
            self._read(lambda: read_sheet(bytes_of(typed_path(event.path))))
        elif event.typed.strip():
            self._read(lambda: read_sheet(event.typed))
        elif self.columns.sheet is not None:
            self._go("columns")  # the list that was pasted
        else:
            self.say("Write a file's name, or paste the list. Esc goes back.", tone="problem")

    @on(PathLine.Pasted)
    def _pasted(self, event: PathLine.Pasted) -> None:
        event.stop()
        self._read(lambda: read_sheet(event.text))

    def on_paste(self, event: events.Paste) -> None:
        """A list pasted outside the fields is another list to bring in: never a note."""
        if is_list(event.text):
            event.stop()
            event.prevent_default()
            self._read(lambda: read_sheet(event.text))

    def _read(self, read: Callable[[], Sheet]) -> None:
        try:
            sheet = read()
        except CartuiProblem as problem:
            self.say(str(problem), tone="problem")
            return
        self._list = object()
        self.columns.take(sheet)
        self.preview.begin()
        self._go("columns")

    @on(ColumnsStep.Trouble)
    def _trouble(self, event: ColumnsStep.Trouble) -> None:
        event.stop()
        self.say(event.says, tone="problem")

    @on(ColumnsStep.GoOn)
    def _look(self, event: ColumnsStep.GoOn) -> None:
        event.stop()
        if self.columns.sheet is None:
            return
        mapping = self.columns.mapping
        self._people, self._complaints = read_people(self.columns.sheet, mapping)
        self.preview.leaving = frozenset()  # it was said of other lines, perhaps
        if self._people:
            self._go("preview")
        else:
            said = [complaint.says for complaint in self._complaints]
            self.say(said[0] if said else "Nobody is on this list.", tone="problem")

    @on(PreviewStep.Decided)
    def _decided(self, event: PreviewStep.Decided) -> None:
        event.stop()
        self.say("")
        self.show_again()
        self.refresh_frame()

    @on(PreviewStep.Write)
    def _write(self, event: PreviewStep.Write) -> None:
        event.stop()
        if waits := self.preview.waits:
            self.say(waits, tone="problem")
            return
        people, group, complaints = self._people, self.columns.group, self._complaints
        choices, start = dict(self.preview.choices), self.preview.starting
        leaving = self.preview.leaving

        def write() -> Change:
            bringing = self._bringing_in()
            self._change = bringing.bring_in(
                people, choices, group,
                complaints=complaints, leave_out=leaving, start_groups=start,
            )  # fmt: skip
            return self._change

        if self.do(write, self._list) is not None:
            self.show_again()

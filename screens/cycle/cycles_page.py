"""The cycles to choose from: shipped ones and own ones, each with a line of help."""

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from cartui.model.cycles import CycleTemplate, Stage
from cartui.services.cycles import Cycles
from cartui.store.events import Change
from screens.cycle.card_screen import CardScreen, CycleServices
from screens.cycle.entries import Entries, Entry
from screens.cycle.mapping_page import MappingPage
from screens.cycle.template_editor import TemplateEditor
from screens.parts.keys import verb
from screens.parts.rows import Column, Face, RowList

GROUP = "The cycle"
COLUMNS = (
    Column(key="name", title="Cycle", least=20, share=1, most=36),
    Column(key="stages", title="Stages", least=6, right=True),
    Column(key="help", title="What it is for", least=20, share=3, rank=1),
)


class CycleRows(RowList):
    """The cycles, one in a row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("enter", "open", "choose this", "Let the group work in the highlighted cycle",
             "cycle.choose", group=GROUP, rank=4),
    ]  # fmt: skip


class CyclesPage(CardScreen):
    """A list above, the stages of the highlighted cycle below.

    `done` gets the change when the group's cycle was changed.
    """

    TITLE_WORD = "Cycle"
    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("escape", "leave_cycles", "back to the board", "Go back to the board",
             "cycle.leave", group="Look around", rank=5),
        verb("n", "copy", "own from this", "Make a cycle of your own from a copy of this one",
             "cycle.copy", group=GROUP, rank=20, also="new template create"),
        verb("e", "edit", "edit", "Change a cycle of your own", "cycle.edit", group=GROUP,
             rank=21, also="stages rename"),
        verb("X", "put_away", "put away", "Put a cycle of your own away, or bring it back",
             "cycle.put_away", group=GROUP, rank=22, also="delete remove"),
    ]  # fmt: skip

    def __init__(self, services: CycleServices, done: Callable[[Change], None]) -> None:
        super().__init__(services)
        self._done = done
        self.rows = CycleRows(COLUMNS)
        self.stages = Entries()
        self.stages.can_focus = False
        self._shown = False

    def compose_body(self) -> ComposeResult:
        """The list, and what is highlighted."""
        yield self.rows
        yield self.stages

    @property
    def cycles(self) -> Cycles:
        """The programme's cycles."""
        return self.board.cycles

    def heading(self) -> str:
        """Which cycle the group works in."""
        board = self.services.board()
        if board is None:
            return ""
        return f"Works in: {board.template.name}, {board.group.name}"

    def show_again(self) -> None:
        """Read the cycles anew."""
        if self.services.board() is None:
            return
        known = [*self.cycles.all(), *self.cycles.all(away=True)]
        faces = {one.uid: self._face(one) for one in known}
        self.rows.show(list(faces), faces.__getitem__)
        if not self._shown:
            self._shown = self.rows.highlight(self.board.template.uid)
        self._show_stages()

    def _face(self, template: CycleTemplate) -> Face:
        name = template.name
        if template.away:
            name += " (put away)"
        elif self.cycles.is_own(template.uid):
            name += " (own)"
        tone = "strong" if template.uid == self.board.template.uid else ""
        return Face((name, str(len(template.stages)), template.help), tone)

    def _show_stages(self) -> None:
        uid = self.rows.highlighted
        if uid is not None:
            self.stages.show(list(_about(self.cycles.find(uid), self.cycles.credit(uid))))

    @on(RowList.Highlighted)
    def _highlighted(self) -> None:
        self._show_stages()
        self.refresh_bindings()

    def possible(self, action: str) -> bool | None:
        """Grey out what a shipped cycle does not allow."""
        uid = self.rows.highlighted
        if action in ("edit", "put_away"):
            return (uid is not None and self.cycles.is_own(uid)) or None
        return True

    @on(RowList.Opened)
    def _chosen(self, event: RowList.Opened) -> None:
        if event.uid == self.board.template.uid:
            self.say("The group works in this cycle already.")
        else:
            self.open_page(MappingPage(self.services, event.uid, self._changed))

    def _changed(self, change: Change) -> None:
        self.app.pop_screen()
        self._done(change)

    def action_leave_cycles(self) -> None:
        """Go back to the board."""
        self.app.pop_screen()

    def action_copy(self) -> None:
        """Ask for a name and make a copy under it."""
        uid, cycles = self.rows.highlighted, self.cycles
        if uid is None:
            return
        old = cycles.find(uid)

        def then(name: str | None) -> None:
            if not name:
                return
            change = self.act(
                lambda: cycles.make_own(name, old.stages, copy_of=uid, cyclic=old.cyclic)
            )
            if change is not None:
                self.rows.highlight(change.about[0])
                self.open_page(TemplateEditor(self.services, change.about[0]))

        self.ask(f"Name of your cycle, from {old.name}", then, id="own cycle")

    def action_edit(self) -> None:
        """Change the stages and names of an own cycle."""
        if (uid := self.rows.highlighted) is not None:
            self.open_page(TemplateEditor(self.services, uid))

    def action_put_away(self) -> None:
        """Put away; what is away comes back."""
        uid, cycles = self.rows.highlighted, self.cycles
        if uid is None:
            return
        away = cycles.find(uid).away
        self.act(lambda: cycles.bring_back(uid) if away else cycles.put_away(uid))


def _told(stage: Stage) -> str:
    """Return what a stage is for; before it its whole name, if a shorter one stands beside."""
    name = stage.name if stage.short and stage.short != stage.name else ""
    return ". ".join(filter(None, (name, stage.help))) or stage.name


def _about(template: CycleTemplate, credit: str) -> Iterator[Entry]:
    yield Entry(label=template.name, text=credit)
    for number, stage in enumerate(template.stages, 1):
        yield Entry(key=stage.id, label=f"{number:>2} {stage.short or stage.name}",
                    text=_told(stage))  # fmt: skip
    if template.centre_rule:
        yield Entry(key="rule", label="Centre rule", text=template.centre_rule)
    if template.base:
        yield Entry(key="base", label="Base", text=template.base)
    if template.around:
        yield Entry(key="around", label="Around it", text="; ".join(template.around))

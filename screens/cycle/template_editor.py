"""A cycle of one's own: its name, its help, its stages. Each edit is saved as it is made."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from cartui.model.cycles import CycleTemplate, Stage
from cartui.services.cycles import Cycles, new_stage
from screens.cycle.card_screen import CardScreen, CycleServices
from screens.cycle.entries import Entries, Entry
from screens.parts.choice import Choice, Option
from screens.parts.keys import verb

GROUP = "The cycle"


class TemplateEditor(CardScreen):
    """Enter rewords what is highlighted; `n` adds a stage after it, `X` leaves one out."""

    TITLE_WORD = "Cycle"
    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("n", "add_stage", "new stage", "Add a stage after the highlighted one",
             "cycle.add_stage", group=GROUP, rank=10),
        verb("X", "leave_out", "leave out", "Leave the highlighted stage out",
             "cycle.leave_out", group=GROUP, rank=11, also="delete remove stage"),
        verb("J", "step(1)", "down", "Move the stage down", "cycle.stage_down", group=GROUP,
             rank=12, also="order"),
        verb("K", "step(-1)", "up", "Move the stage up", "cycle.stage_up", group=GROUP, rank=13,
             also="order"),
        verb("escape", "leave_editor", "back", "Go back to the cycles", "cycle.leave_editor",
             group="Look around", rank=5),
    ]  # fmt: skip

    def __init__(self, services: CycleServices, uid: str) -> None:
        super().__init__(services)
        self.uid = uid
        self.entries = Entries()

    def compose_body(self) -> ComposeResult:
        """Name, help, stages."""
        yield self.entries

    @property
    def cycles(self) -> Cycles:
        """The programme's cycles."""
        return self.board.cycles

    @property
    def template(self) -> CycleTemplate:
        """The cycle as it is now."""
        return self.cycles.find(self.uid)

    def heading(self) -> str:
        """The cycle's name."""
        return self.template.name if self.services.board() is not None else ""

    def show_again(self) -> None:
        """Read the cycle anew; if it is gone (its making was taken back), go back."""
        if self.services.board() is None or not self.cycles.is_own(self.uid):
            self.call_later(self.action_leave_editor)
            return
        self.entries.show(list(_entries(self.template)))

    def action_leave_editor(self) -> None:
        """Go back to the cycles."""
        if self.is_attached and self.app.screen is self:
            self.app.pop_screen()

    def possible(self, action: str) -> bool | None:
        """Grey out what only a stage can be asked for."""
        if action in ("leave_out", "step"):
            return (self._stage_at() is not None) or None
        return True

    def _stage_at(self) -> int | None:
        what, _, stage_id = self.entries.highlighted.partition(":")
        ids = [stage.id for stage in self.template.stages]
        return ids.index(stage_id) if what == "stage" and stage_id in ids else None

    def _save(self, stages: Sequence[Stage] | None = None, **words: Any) -> None:
        old, cycles = self.template, self.cycles
        fields: dict[str, Any] = {
            "name": old.name, "about": old.help, "cyclic": old.cyclic, **words,
            "stages": old.stages if stages is None else stages,
        }  # fmt: skip
        self.act(lambda: cycles.edit(old.uid, **fields))

    @on(Entries.Highlighted)
    def _highlighted(self) -> None:
        self.refresh_bindings()

    @on(Entries.Opened)
    def _opened(self, event: Entries.Opened) -> None:
        old = self.template
        if event.key == "name":
            self._ask_words("Name", "name", old.name)
        elif event.key == "help":
            self._ask_words("What it is for, in one line", "help", old.help)
        elif event.key == "cyclic":
            self._save(cyclic=not old.cyclic)
        elif (at := self._stage_at()) is not None:
            self._reword(at)

    def _ask_words(self, words: str, field: str, value: str, stage: str = "") -> None:
        """Ask for other words of the cycle, or of one of its stages."""
        uid, cycles = self.uid, self.cycles
        self.reword_line(
            words, value, lambda text, was: cycles.reword(uid, field, text, stage=stage, was=was),
            id=f"{words} {uid} {stage}",
        )  # fmt: skip

    def _reword(self, at: int) -> None:
        """Ask which words of a stage to change."""
        stage = self.template.stages[at]
        fields = {
            "name": ("Name", stage.name),
            "short": ("Short label (14 letters)", stage.short),
            "help": ("What the stage is for", stage.help),
            "exit_prompt": ("Asked before moving on", stage.exit_prompt),
        }
        names = list(fields)
        options = [Option(words, str(n), now) for n, (words, now) in enumerate(fields.values(), 1)]

        def taken(index: int | None) -> None:
            if index is not None:
                name = names[index]
                words, now = fields[name]
                self._ask_words(words, name, now, stage.id)

        self.app.push_screen(Choice(stage.name, options), taken)

    def action_add_stage(self) -> None:
        """Ask for a name; the stage comes after the highlighted one, or last."""
        stages = list(self.template.stages)
        at = self._stage_at()
        place = len(stages) if at is None else at + 1

        def then(name: str | None) -> None:
            if not name:
                return
            made = new_stage(name, stages)
            self._save([*stages[:place], made, *stages[place:]])
            self.entries.highlight(f"stage:{made.id}")

        self.ask("Name of the new stage", then, id=f"new stage {self.uid}")

    def action_leave_out(self) -> None:
        """Leave a stage out."""
        if (at := self._stage_at()) is not None:
            stages = list(self.template.stages)
            self._save([*stages[:at], *stages[at + 1 :]])

    def action_step(self, way: int) -> None:
        """Move a stage among the others."""
        at, stages = self._stage_at(), list(self.template.stages)
        if at is not None and 0 <= at + way < len(stages):
            stages[at], stages[at + way] = stages[at + way], stages[at]
            self._save(stages)


def _entries(template: CycleTemplate) -> Iterator[Entry]:
    yield Entry(label="Your cycle", text="Enter changes what is highlighted; each edit is saved")
    yield Entry(key="name", label="Name", text=template.name)
    tone = "" if template.help else "muted"
    yield Entry(key="help", label="What it is for", text=template.help or "not said", tone=tone)
    again = "begins again, as the next round" if template.cyclic else "ends there"
    yield Entry(key="cyclic", label="After the last", text=again)
    yield Entry(label=f"{len(template.stages)} stages", text="n adds one after this, J K order")
    for number, stage in enumerate(template.stages, 1):
        words = f"{stage.name}\n{stage.help}" if stage.help else stage.name
        yield Entry(key=f"stage:{stage.id}", label=f"{number:>2} {stage.short}", text=words)

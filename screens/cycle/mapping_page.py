"""From one cycle to another: which new stage each old stage becomes, proposed and changeable."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from cartui.model.cycles import CycleTemplate
from cartui.store.events import Change
from screens.cycle.card_screen import CardScreen, CycleServices
from screens.parts.keys import verb
from screens.parts.one_line import OneLine, Piece
from screens.parts.rows import Column, Face, RowList
from screens.parts.symbols import mark

COLUMNS = (
    Column(key="old", title="Stage now", least=20, share=1),
    Column(key="cards", title="Cards", least=5, right=True),
    Column(key="new", title="Becomes", least=20, share=1),
)


class StageRows(RowList):
    """The stages now and what each becomes; Enter agrees to it all."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("enter", "open", "change the cycle", "Change the group's cycle as it is shown here",
             "rows.agree", group="The cycle", rank=1, also="agree confirm"),
    ]  # fmt: skip


class Deciding(OneLine):
    """The line under the stages: what will happen, and that it has not yet."""

    DEFAULT_CSS = """
    Deciding { background: $panel; }
    """

    def pieces(self, width: int) -> list[Piece]:
        """Return one sentence."""
        return [(" Each card goes to the stage at the right. Nothing changes before Enter.", "")]


class MappingPage(CardScreen):
    """`>` `<` choose the new stage of the highlighted old one; Enter changes the cycle.

    `done` gets the change when it was made.
    """

    TITLE_WORD = "Cycle"
    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("greater_than_sign,right", "turn(1)", "next stage", "Let this stage become the next "
             "one of the new cycle", "cycle.map_on", group="The cycle", rank=11),
        verb("less_than_sign,left", "turn(-1)", "stage before", "Let this stage become the one "
             "before", "cycle.map_back", group="The cycle", rank=12),
        verb("escape", "leave_mapping", "leave it as it is", "Go back; nothing is changed",
             "cycle.leave_mapping", group="Look around", rank=20),
    ]  # fmt: skip

    def __init__(self, services: CycleServices, new: str, done: Callable[[Change], None]) -> None:
        super().__init__(services)
        self._done = done
        self.new: CycleTemplate = self.board.cycles.find(new)
        self.mapping = self.board.propose_mapping(self.new)
        self.rows = StageRows(COLUMNS)

    def compose_body(self) -> ComposeResult:
        """The old stages, what each becomes, and the keys that decide it."""
        yield self.rows
        yield Deciding()

    def heading(self) -> str:
        """From which cycle to which."""
        board = self.services.board()
        old = board.template.name if board is not None else ""
        return f"{old} {mark('arrow')} {self.new.name}"

    def show_again(self) -> None:
        """Show the mapping as it is now."""
        board = self.services.board()
        if board is None:
            return
        old = {stage.id: stage.name for stage in (*board.stages(), *board.stages_in_use())}
        held = [card.stage for card in (*board.cards(), *board.cards(away=True))]
        new = {stage.id: f"{n} {stage.name}" for n, stage in enumerate(self.new.stages, 1)}
        faces = {
            uid: Face((name, str(held.count(uid)), new[self.mapping[uid]]))
            for uid, name in old.items()
        }
        self.rows.show(list(faces), faces.__getitem__)

    def action_turn(self, way: int) -> None:
        """Choose the next stage of the new cycle, or the one before, for the highlighted row."""
        uid = self.rows.highlighted
        if uid is None:
            return
        ids = [stage.id for stage in self.new.stages]
        at = ids.index(self.mapping[uid]) + way
        self.mapping[uid] = ids[max(0, min(len(ids) - 1, at))]
        self.show_again()

    @on(RowList.Opened)
    def _agreed(self) -> None:
        board, new, mapping = self.board, self.new, dict(self.mapping)
        change = self.do(lambda: board.change_template(new, mapping))
        if change is not None:
            self.app.pop_screen()
            self._done(change)

    def action_leave_mapping(self) -> None:
        """Go back; nothing is changed."""
        self.app.pop_screen()

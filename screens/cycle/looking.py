"""Looking around a board: find, sort, other views, what a stage is for."""

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import on
from textual.binding import BindingType

from cartui.model.rooms import Room
from screens.cycle.card_page import CardPage
from screens.cycle.card_screen import CardScreen, CycleServices
from screens.cycle.faces import Sorting, View
from screens.cycle.stage_board import StageBoard
from screens.cycle.why_line import WhyLine
from screens.parts.find_bar import FindBar
from screens.parts.keys import EVERYWHERE, verb
from screens.parts.popup import Told

LOOK = "Look around"
T = TypeVar("T")


class LookingVerbs(CardScreen):
    """`/` `s` `v` `h` and Esc. Nothing here changes a card."""

    why_line: WhyLine
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("slash,ctrl+f", "find", "find", "Find cards on this board", "board.find",
             group=LOOK, rank=70, rooms=EVERYWHERE, also="filter search"),
        verb("s", "sort", "sort", "Sort the cards within each stage", "board.sort", group=LOOK,
             rank=72, also="order"),
        verb("v", "view", "view", "Go round the views: columns, dense, ended and more",
             "board.view", group=LOOK, rank=71, rooms=EVERYWHERE, also="published stopped away"),
        verb("h", "explain", "this stage", "Explain the highlighted stage", "board.explain",
             group=LOOK, rank=73, rooms=EVERYWHERE, also="help what is stage"),
        verb("escape", "settle", "show all", "Show all cards again; drop the selection",
             "board.settle", group=LOOK, rank=90, show=False, rooms=EVERYWHERE),
    ]  # fmt: skip

    def __init__(self, services: CycleServices) -> None:
        super().__init__(services)
        self.stage_board = StageBoard()
        self.find_bar = FindBar()
        self.view = View.COLUMNS
        self.sorting = Sorting.OWN
        self._stood = ""

    @property
    def is_public(self) -> bool:
        """Whether outsiders are looking."""
        return self.room is Room.PUBLIC

    def presented_uid(self) -> str:
        """Return the highlighted card, for outsiders too."""
        return self.stage_board.highlighted or ""

    def turn_to(self, uid: str, within: str = "") -> None:
        """Open a card's page, perhaps at one of its moves; the board is left on the card."""
        if self.board.find_card(uid) is not None:
            self.stage_board.highlight(uid)
            self.open_page(CardPage(self.services, uid, f"move:{within}" if within else ""))

    def action_find(self) -> None:
        """Open the line to find in."""
        self.find_bar.open()
        self.find_bar.say(*self.stage_board.count)

    @on(FindBar.Typed)
    def _found(self, event: FindBar.Typed) -> None:
        self.find_bar.say(*self.stage_board.sift(event.text))

    @on(FindBar.Done)
    def _find_done(self) -> None:
        self.stage_board.focus()

    def action_sort(self) -> None:
        """Sort by the next order."""
        self.sorting = _next(list(Sorting), self.sorting)
        self.show_again()
        self.refresh_frame()
        self.say(f"Sorted by: {self.sorting.value}. s changes it.")

    def action_view(self) -> None:
        """Show the next view."""
        views = [view for view in View if not (self.is_public and view is View.OWED)]
        if self.view is not View.ENDED:
            self._stood = self.stage_board.highlighted or ""
        self.view = _next(views, self.view)
        self.stage_board.clear_marks()
        self.show_again()
        if self.view is not View.ENDED:
            self.stage_board.highlight(self._stood)
        self.stage_board.highlight_any()
        self.refresh_frame()
        self.say(f"View: {self.view.value}. v changes it.")

    def action_explain(self) -> None:
        """Say what the highlighted stage is for."""
        stages = self.board.stages()
        if self.view is View.ENDED or self.stage_board.column >= len(stages):
            self.say("Cards here have left the cycle; they stay readable. v goes on.")
            return
        stage = stages[self.stage_board.column]
        text = stage.help or "Nothing is written about this stage."
        if stage.exit_prompt and not self.is_public:
            text += f"\n\nBefore moving on: {stage.exit_prompt}"
        self.app.push_screen(Told(text, stage.name))

    def action_settle(self) -> None:
        """Show all again, or drop the selection, or leave the why owed."""
        if self.find_bar.clear() or self.stage_board.count[0] < self.stage_board.count[1]:
            self.stage_board.sift("")
            self.stage_board.focus()
        elif not self.stage_board.clear_marks():
            self.why_line.leave()


def _next(among: Sequence[T], now: T) -> T:
    return among[(among.index(now) + 1) % len(among)]

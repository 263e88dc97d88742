"""The line under the board: the highlighted card in whole, or "why now?" after a move.

It never takes the focus. `l` writes the why; any other key leaves it owed.
"""

from collections.abc import Sequence

from cartui.model.cycles import Move
from screens.parts.cells import clip, fit
from screens.parts.one_line import OneLine, Piece
from screens.parts.symbols import mark


class WhyLine(OneLine):
    """Two uses of one line; a why that is asked for stands until the highlight goes elsewhere."""

    DEFAULT_CSS = """
    WhyLine { background: $panel; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.moves: tuple[Move, ...] = ()
        self._words = self._asks = ""
        self._about = ""
        self.folds = False

    def _fold(self) -> None:
        """Take no room while there is nothing to say, where the screen wants it so."""
        if self.folds:
            self.display = bool(self.moves or self._about)
        self.refresh()

    def on_mount(self) -> None:
        """Begin folded where nothing is to be said."""
        self._fold()

    def tell(self, about: str) -> None:
        """Say what is highlighted; nothing changes while a why is asked for."""
        if about != self._about:
            self._about = about
            self._fold()

    def ask(self, moves: Sequence[Move], what: str) -> None:
        """Ask why `what` moved."""
        self.moves = tuple(moves)
        learned = bool(moves) and all(move.backward for move in moves)
        self._words, self._asks = what, question(learned) if moves else ""
        self._fold()

    def leave(self) -> None:
        """Ask no longer; the why stays owed."""
        if self.moves:
            self.moves = ()
            self._fold()

    def pieces(self, width: int) -> list[Piece]:
        """The question with its key, or the card."""
        if not self.moves:
            return [(fit(" " + clip(self._about, width - 2), width), "muted")]
        way = "writes it, other keys leave it owed" if width >= 100 else "writes it"
        asks = f".  {self._asks}" if self._asks else ""  # this is never cut, the title may be
        words = clip(self._words, width - len(way) - 7 - len(asks)) + asks
        return [(f" {mark('owed')} {words}", "strong"), ("  l", "key"), (f" {way}", "muted")]


def question(learned: bool) -> str:
    """Return what is asked: going back asks what was learned."""
    return "What did we learn?" if learned else "Why now?"


def told(moves: Sequence[Move], title: str, short: dict[str, str]) -> str:
    """Return what moved and where, in words; `short` are the stages' short labels by id."""
    if len(moves) > 1:
        where = {short.get(move.to_stage, move.to_name) for move in moves}
        return f"{len(moves)} cards moved" + (f" to {where.pop()}" if len(where) == 1 else "")
    move = moves[0]
    before = short.get(move.from_stage, move.from_name)
    after = short.get(move.to_stage, move.to_name)
    if move.status:
        return f"{title} is now {move.status}"
    begun = f" (round {move.round})" if move.round > 1 else ""
    return f"{title} moved {before} {mark('arrow')} {after}{begun}"

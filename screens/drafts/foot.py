"""The line under a draft: how far we are, or what is asked for. It never takes the focus."""

from screens.parts.cells import clip, fit
from screens.parts.one_line import OneLine, Piece
from screens.parts.symbols import mark


class Foot(OneLine):
    """Says what is told, until something is asked; what is asked stands until it is left."""

    DEFAULT_CSS = """
    Foot { background: $panel; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.asked = ""
        self._key, self._way = "", ""
        self._words, self._aside = "", ""

    def tell(self, words: str, aside: str = "") -> None:
        """Say what stands here while nothing is asked; `aside` at the right, if there is room."""
        if (words, aside) != (self._words, self._aside):
            self._words, self._aside = words, aside
            self.refresh()

    def ask(self, words: str, key: str, way: str) -> None:
        """Ask; `key` does what is asked for, and `way` says how."""
        self.asked, self._key, self._way = words, key, way
        self.refresh()

    def leave(self) -> None:
        """Ask no longer."""
        if self.asked:
            self.asked = ""
            self.refresh()

    def pieces(self, width: int) -> list[Piece]:
        """The question with its key, or what is told."""
        if self.asked:
            first = self._way if width >= 100 else self._way.partition(",")[0]
            words = clip(self.asked, width - len(first) - len(self._key) - 6)
            return [(f" {mark('owed')} {words}", "strong"), (f"  {self._key}", "key"),
                    (f" {first}", "muted")]  # fmt: skip
        aside = self._aside if len(self._words) + len(self._aside) + 4 <= width else ""
        room = width - len(aside) - 2
        return [(" " + fit(clip(self._words, room), room) + aside + " ", "muted")]

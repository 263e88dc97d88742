"""The footer: which keys work here and now, in whole words or not at all."""

from itertools import takewhile

from textual import events
from textual.geometry import Region
from textual.message import Message

from screens.parts.keys import Living, shown
from screens.parts.one_line import OneLine, Piece

GAP = 3


class KeyHints(OneLine):
    """One line of hints by priority; what does not fit whole is left out. Clicking one does it."""

    DEFAULT_CSS = """
    KeyHints { background: $panel; }
    """

    class Pressed(Message):
        """A hint was clicked."""

        def __init__(self, hint: Living) -> None:
            super().__init__()
            self.hint = hint

    def __init__(self) -> None:
        super().__init__()
        self._hints: list[Living] = []
        self._laid: list[tuple[int, int, Living]] = []

    @property
    def offered(self) -> list[Living]:
        """What was offered last."""
        return self._hints

    def show(self, hints: list[Living]) -> None:
        """Offer these verbs, the most wanted first; repaint from the first that is another."""
        width, before = self.size.width, self._drawn()
        self._hints = sorted(hints, key=lambda hint: hint.verb.rank)
        self._laid = self._lay_out(width)
        now = self._drawn()
        if before != now:
            pairs = zip(before, now, strict=False)
            kept = [one[0] for one, other in takewhile(lambda pair: pair[0] == pair[1], pairs)]
            left = kept[-1] if kept else 0
            self.refresh(Region(left, 0, width - left, 1))

    def _drawn(self) -> list[tuple[int, str, str]]:
        """Return where each hint stands: its first cell, its key, its words."""
        return [(start, hint.key, hint.verb.words) for start, _, hint in self._laid]

    def _lay_out(self, width: int) -> list[tuple[int, int, Living]]:
        """Return (start, end, hint) of each hint that fits whole in `width` cells."""
        laid, at = [], 1
        for hint in self._hints:
            length = len(shown(hint.key)) + 1 + len(hint.verb.words)
            if at + length < width:
                laid.append((at, at + length, hint))
                at += length + GAP
        return laid

    def pieces(self, width: int) -> list[Piece]:
        """The hints that fit."""
        self._laid = self._lay_out(width)
        drawn: list[Piece] = [(" ", "")]
        for _, _, hint in self._laid:
            drawn += [(shown(hint.key), "key"), (" " + hint.verb.words + " " * GAP, "")]
        return drawn

    def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        for start, end, hint in self._laid:
            if start <= event.x < end:
                self.post_message(self.Pressed(hint))

"""The facilitator's own clock in a critique round: over the plan, ahead or behind. BACK alone."""

from collections.abc import Callable

from screens.parts.one_line import OneLine, Piece

PULSE = 0.5


class PrivateClock(OneLine):
    """Says how the round stands to its plan. `overrun` and `behind` give seconds now."""

    DEFAULT_CSS = """
    PrivateClock { height: 1; width: 100%; background: $panel; }
    """

    def __init__(self, overrun: Callable[[], float], behind: Callable[[], float]) -> None:
        super().__init__()
        self._overrun, self._behind = overrun, behind
        self._words = ""

    def on_mount(self) -> None:
        """Begin to look."""
        self.set_interval(PULSE, self._tick)
        self._tick()

    def _tick(self) -> None:
        words = private_words(self._overrun(), self._behind())
        if words != self._words:
            self._words = words
            self.refresh()

    def pieces(self, width: int) -> list[Piece]:
        """The one sentence."""
        return [(f" private: {self._words}", "strong")]


def private_words(overrun: float, behind: float) -> str:
    """Return how a round stands to its plan: whole seconds over, whole minutes ahead or behind."""
    over = (
        f"over the plan by {int(overrun) // 60:02}:{int(overrun) % 60:02}" if overrun >= 1 else ""
    )
    minutes = int(abs(behind) // 60)
    side = "behind" if behind > 0 else "ahead"
    stands = f"{minutes} min {side}" if minutes else "on time"
    return ", ".join(filter(None, (over, stands)))

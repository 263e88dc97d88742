"""The output guard: nothing that a terminal might obey reaches it, wherever the text came from."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from cartui.model.text import ALIVE, inert


class OutputGuard(LineFilter):
    """Replaces control and bidi characters in every segment of every line that is painted."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with nothing alive in them."""
        if not any(ALIVE.search(text) for text, _, _ in segments):
            return segments
        return [
            Segment(inert(text), style, control) if not control else Segment("", style, control)
            for text, style, control in segments
        ]

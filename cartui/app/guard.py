"""The output guard: nothing that a terminal might obey reaches it, wherever the text came from."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from cartui.model.text import ALIVE, inert


def _twins() -> dict[int, str]:
    """Return what stands for lines, blocks and quotation marks on a terminal without them."""
    twins = dict.fromkeys(range(0x2500, 0x2580), "+") | dict.fromkeys(range(0x2580, 0x25A0), "#")
    twins |= dict.fromkeys(map(ord, "─━┄┅┈┉╌╍═╴╶╸╺▁▔"), "-")
    twins |= dict.fromkeys(map(ord, "│┃┆┇┊┋╎╏║╵╷╹╻▏▕▎▍▌▐"), "|")
    twins |= dict(zip(map(ord, "…·“”‘’–—→▸×"), "~.\"\"''-->>x", strict=True))  # noqa: RUF001
    return twins


TWINS = _twins()


class OutputGuard(LineFilter):
    """Replaces control and bidi characters in every segment of every line that is painted.

    With `plain` it also puts ASCII twins, one cell each, in the place of what is only drawing.
    """

    plain = False

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with nothing alive in them."""
        if self.plain:
            segments = [
                Segment(text.translate(TWINS), style, control) for text, style, control in segments
            ]
        if not ALIVE.search("".join([text for text, *_ in segments])):
            return segments
        return [
            Segment(inert(text) if not control else "", style, control)
            for text, style, control in segments
        ]


class InOnePass(LineFilter):
    """Does what several filters do, one after the other: each line is gone over and kept once."""

    def __init__(self, filters: Sequence[LineFilter]) -> None:
        super().__init__()
        self.filters = filters

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments as the last of the filters leaves them."""
        for each in self.filters:
            segments = each.apply(segments, background)
        return segments

"""Below the prompt: a few lines that the parts of a meeting's page add, for members to read."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from screens.parts.cells import clip, wrap
from screens.parts.symbols import mark

MOST = 6
"""Lines; what is longer ends in an ellipsis."""


class Aside(Widget):
    """Takes no room while there is nothing to say."""

    DEFAULT_CSS = """
    Aside { height: auto; display: none; border-top: solid $text-muted; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._said: Sequence[str] = ()

    def tell(self, lines: Sequence[str]) -> None:
        """Say these lines and nothing else."""
        if lines != self._said:
            self._said = lines
            self.display = bool(lines)
            self.refresh(layout=True)

    def render(self) -> Content:
        """Return what there is to say, as far as it has room."""
        width, high = self.content_size
        return Content("\n".join(self._shown(width, min(MOST, high))))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines are shown in `width` cells."""
        return len(self._shown(width, MOST))

    def _shown(self, width: int, most: int) -> list[str]:
        lines = [part for line in self._said for part in wrap(line, width)]
        if len(lines) > most > 0:
            last, more = clip(lines[most - 1], width - 2), mark("more")
            lines[most - 1 :] = [last if last.endswith(more) else f"{last} {more}"]
        return lines

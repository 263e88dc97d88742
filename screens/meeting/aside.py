"""Below the prompt: a few lines that the parts of a meeting's page add, for members to read."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static


class Aside(Static):
    """Takes no room while there is nothing to say."""

    DEFAULT_CSS = """
    Aside { height: auto; max-height: 7; display: none; border-top: solid $text-muted; }
    """

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self._said: Sequence[str] = ()

    def tell(self, lines: Sequence[str]) -> None:
        """Say these lines and nothing else."""
        if lines != self._said:
            self._said = lines
            self.update(Content("\n".join(lines)))
            self.display = bool(lines)

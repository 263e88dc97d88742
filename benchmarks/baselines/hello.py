"""The floor of a start and of a key: the smallest Textual app."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Static


class Hello(App[None]):
    """One line; x changes it."""

    BINDINGS: ClassVar[list[BindingType]] = [("x", "flip", "Flip")]
    flips = 0

    def compose(self) -> ComposeResult:
        """One widget."""
        yield Static("Hello ready", id="line")

    def action_flip(self) -> None:
        """Change the line."""
        self.flips += 1
        self.query_one("#line", Static).update(f"Hello flip {self.flips}")


if __name__ == "__main__":
    Hello().run()

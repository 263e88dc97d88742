"""The floor of a keystroke in a field: Textual's own Input and nothing else."""

from textual.app import App, ComposeResult
from textual.widgets import Input


class BareInput(App[None]):
    """One field."""

    def compose(self) -> ComposeResult:
        """One widget."""
        yield Input(placeholder="Input ready")


if __name__ == "__main__":
    BareInput().run()

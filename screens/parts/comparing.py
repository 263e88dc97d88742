"""A page on which two wordings are compared: read by the arrows, left by Esc."""

from screens.parts.frame import FrameScreen
from screens.parts.reading import Reading

LEGEND = "[-words that went-]   [+words that came+]"
"""What the signs mean, on every page that has them."""


class ComparingPage(FrameScreen):
    """Put first among the bases. `reading` shows both wordings; the arrows scroll it at once."""

    def __init__(self, *given: object) -> None:
        super().__init__(*given)
        self.reading = Reading()

    def on_mount(self) -> None:
        """The arrows scroll at once."""
        self.reading.focus()

    def action_leave(self) -> None:
        """Go back to where it was opened."""
        if self.is_attached and self.app.screen is self:
            self.app.pop_screen()

"""The place below the prompt, and what the parts of the page have to say there."""

from screens.meeting.aside import Aside
from screens.meeting.live_screen import LiveScreen, LiveServices


class LiveAsides(LiveScreen):
    """A part adds to `asides` by calling `super()` first."""

    def __init__(self, services: LiveServices) -> None:
        super().__init__(services)
        self.aside = Aside()
        self.prompt.add(self.aside, after=self.prompt.words)

    def asides(self) -> list[str]:
        """Return what there is to say now, a line each."""
        return []

    def show_again(self) -> None:
        """Read anew."""
        super().show_again()
        self.aside.tell(self.asides() if not self.meeting.closed_at else [])

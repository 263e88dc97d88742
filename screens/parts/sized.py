"""A screen that knows whether the window holds it; in a smaller one it asks for more room."""

from textual import events

from screens.parts.body import TooSmall, put_up
from screens.parts.doing import DoingScreen


class SizedScreen(DoingScreen, inherit_bindings=False):
    """Wears `-small` while the window is too small, and shows one line then."""

    def __init__(self) -> None:
        super().__init__()
        self._small = TooSmall()

    def on_resize(self, event: events.Resize) -> None:
        """In a window too small for the frame, say so and nothing else."""
        small = self._small.measure(*event.size)
        if small:
            put_up(self._small, self)
        self.set_class(small, "-small")

    @property
    def too_small(self) -> bool:
        """Whether the window shows one line in place of the frame."""
        return self.has_class("-small")

"""A place kept below the page that cartui begins at: what stands there is made when it shows."""

from collections.abc import Callable

from textual.screen import Screen

from screens.parts.frame import FrameScreen


class KeptPlace(Screen[None]):
    """Stands under a page for a screen that nobody has looked at yet; `made` makes that screen."""

    AUTO_FOCUS = ""

    def __init__(self, made: Callable[[], FrameScreen]) -> None:
        super().__init__()
        self.made = made

    def _compositor_refresh(self) -> None:
        """Paint nothing: a page covers it."""

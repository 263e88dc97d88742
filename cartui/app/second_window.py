"""`cartui present`: a window of its own for the projector. It opens no workspace, ever."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from textual.screen import Screen

from cartui.app.shell import Shell
from cartui.services.following import Following
from cartui.store.identity import now
from screens.parts.symbols import use_ascii
from screens.present.second import SecondScreen


class SecondWindow(Shell):
    """Shows what the first window presents. `theme` is worn all the time."""

    def __init__(
        self, following: Following, reports: Path, theme: str, *, plain: bool,
        clock: Callable[[], datetime] = now,
    ) -> None:  # fmt: skip
        super().__init__(reports)
        self._following, self._instant = following, clock
        self.theme = theme
        use_ascii(plain)
        self.guard.plain = plain

    def get_default_screen(self) -> Screen[None]:
        """Return the page that follows."""
        return SecondScreen(self._following, self._instant)

    def _hasty(self, key: str) -> bool:
        """No key does anything here that could be hasty."""
        return False

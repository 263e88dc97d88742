"""Comments being carried on to a long new version: how far it is, while keys answer."""

import asyncio
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from cartui.anchoring.watching import Stopped
from cartui.services.carrying_ahead import Ahead
from screens.drafts.pace import bar
from screens.parts.popup import Popup

OFTEN = 0.1
"""Seconds between two looks at how far it is."""


class CarryingBox(Popup[bool]):
    """Answers True when all are carried, None when it was stopped; nothing is written here."""

    TITLE_WORD: ClassVar[str] = "New version"
    FOOT: ClassVar[str] = "Esc stops; nothing is brought in then"

    def __init__(self, ahead: Ahead) -> None:
        super().__init__()
        self._ahead = ahead
        self._done = 0.0
        self._stopped = False
        self._words = Static(markup=False)

    def compose_box(self) -> ComposeResult:
        """How far it is."""
        yield self._words

    def on_mount(self) -> None:
        """Begin in another thread."""
        self._tell()
        self.set_interval(OFTEN, self._tell)
        self._carry()

    def on_unmount(self) -> None:
        """Let the other thread end, however this was closed."""
        self._stopped = True

    @work
    async def _carry(self) -> None:
        try:
            await asyncio.to_thread(self._ahead.run, self._watch)
        except Stopped:
            return
        if self.is_current:
            self.dismiss(True)

    def _watch(self, done: float) -> bool:
        """Called from the other thread."""
        self._done = max(self._done, done)
        return not self._stopped

    def _tell(self) -> None:
        count = self._ahead.comments
        what = "1 comment" if count == 1 else f"{count:,} comments"
        percent = int(100 * self._done)
        words = f"Carrying {what} on to the new text: {percent} %  {bar(percent, 100)}"
        self._words.update(Content(words))

"""A screen that paints in one frame what changes at one time.

A widget says what of it is to be painted when its own turn comes. Textual paints with the first
that speaks: the others follow a frame later, and with them the lines that one key has moved. This
touches what is private to Textual; tests count the frames, and read the first after a key.
"""

import asyncio
from collections.abc import Iterator

from textual import events
from textual.message_pump import MessagePump
from textual.screen import Screen

from screens.parts.exact_paint import ExactCompositor

TURNS = 10
"""So many turns of the loop at most a frame waits; who has more to do comes in a later one."""


class WholeFrames(Screen[None], inherit_bindings=False):
    """Waits with a frame until every widget on it has spoken, if one of them is about to; paints
    what has changed and no more.
    """

    def __init__(self) -> None:
        super().__init__()
        self._compositor = ExactCompositor()

    async def _on_idle(self, event: events.Idle) -> None:
        if not (self._layout_required or self._repaint_required or self._dirty_widgets):
            return
        for _ in range(TURNS):
            if not any(self._about_to_speak()):
                break
            await asyncio.sleep(0)
        if not self._message_queue.empty():
            event.prevent_default()  # they have spoken: once that is taken in, this comes again

    def _compositor_refresh(self) -> None:
        """Draw what has changed, once. While several changes are made nothing would be shown: it
        stays to be drawn when they are done. And what asked for all of the screen has it then.
        """
        if self.app._batch_count:
            return
        whole = self.is_active and self._compositor.size.region in self._compositor._dirty_regions
        super()._compositor_refresh()
        if whole:
            self._repaint_required = False

    def _about_to_speak(self) -> Iterator[bool]:
        """Yield for every widget on this screen whether it has something to take in."""
        widgets: set[MessagePump] = {*self._compositor.widgets}
        return (not each._message_queue.empty() for each in widgets - {self})

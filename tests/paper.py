"""A terminal that is fed, frame by frame, what an app paints: what a person would see, no more.

The app's own picture of its screen is ahead of that: a word can stand there and not be sent yet.
"""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pyte
from rich.console import Console
from textual._compositor import CompositorUpdate
from textual.app import App


class Paper:
    """What stands on the terminal of an app from now on. `frames` holds its text after each frame,
    `updates` and `sent` what made it.
    """

    def __init__(self, app: App[Any]) -> None:
        self._app, self._size = app, app.size
        self.frames: list[str] = []
        self.updates: list[CompositorUpdate] = []
        self.sent: list[str] = []
        self._console = Console(
            file=io.StringIO(), color_system="truecolor", force_terminal=True, legacy_windows=False
        )
        self._screen = pyte.Screen(*self._size)
        self._stream = pyte.Stream(self._screen)
        self._stream.feed(self._whole())

    def take(self, update: object) -> None:
        """Take a frame in; one that is held back by the app is none."""
        if isinstance(update, CompositorUpdate) and not self._app._batch_count:
            text = update.render_segments(self._console)
            self._stream.feed(text)
            self.updates.append(update)
            self.sent.append(text)
            self.frames.append("\n".join(self._screen.display))

    def forget(self) -> None:
        """Let go of the frames that were taken in."""
        for kept in (self.frames, self.updates, self.sent):
            kept.clear()

    def cells(self) -> list[list[Any]]:
        """Return every cell as it stands there, line by line."""
        return self._cells_of(self._screen)

    def cells_anew(self) -> list[list[Any]]:
        """Return every cell as it would stand there if all were painted anew."""
        fresh = pyte.Screen(*self._size)
        pyte.Stream(fresh).feed(self._whole())
        return self._cells_of(fresh)

    def _whole(self) -> str:
        return self._app.screen._compositor.render_full_update().render_segments(self._console)

    def _cells_of(self, screen: pyte.Screen) -> list[list[Any]]:
        wide, high = self._size
        return [[screen.buffer[y][x] for x in range(wide)] for y in range(high)]


@contextmanager
def on_paper(app: App[Any]) -> Iterator[Paper]:
    """Put on paper what an app paints meanwhile."""
    paper = Paper(app)
    stop = watch(app, paper.take)
    try:
        yield paper
    finally:
        stop()


def watch(app: App[Any], take: Callable[[Any], None]) -> Callable[[], None]:
    """Give `take` what an app sends to its terminal, without what stands there already, until the
    function that is returned is called.
    """
    door = "_to_terminal" if hasattr(app, "_to_terminal") else "_display"
    display = getattr(app, door)

    def watched(screen: Any, renderable: Any) -> None:
        take(renderable)
        display(screen, renderable)

    setattr(app, door, watched)
    return lambda: setattr(app, door, display)

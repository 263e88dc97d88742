"""Everything that a person in the room, or a program beside cartui, could get to see."""

import base64
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from cartui.app import CartuiApp
from tests.paper import on_paper

_CLIPBOARD = re.compile(r"\x1b\]52;[^;]*;([A-Za-z0-9+/=]*)")


class Witness:
    """Watches an app from its start: what stands on its screens, and each byte it would send.

    `hits` says where the needle was found, and when.
    """

    def __init__(self, app: CartuiApp, needle: str) -> None:
        self.app, self.needle = app, needle.lower()
        self.hits: list[str] = []
        self.looks = 0
        self._sent: list[str] = []

    @contextmanager
    def every_frame(self) -> Iterator[list[str]]:
        """Keep what stands on the terminal after every frame sent meanwhile, oldest first."""
        with on_paper(self.app) as paper:
            yield paper.frames

    def watch_terminal(self) -> None:
        """Keep what is sent to the terminal from now on: text, titles, clipboard."""
        driver = self.app._driver
        assert driver is not None
        write = driver.write

        def watched(data: str) -> None:
            self._sent.append(data)
            write(data)

        driver.write = watched  # type: ignore[method-assign]

    def look(self, when: str) -> None:
        """Search everything that is there now, and what was sent since the last look."""
        self.looks += 1
        self.hits += [f"{when}: {where}" for where, text in self.everything() if self._holds(text)]
        self._sent.clear()

    def forget(self) -> None:
        """Let go of what was seen and sent up to now, while it was allowed."""
        self.hits.clear()
        self._sent.clear()

    def _holds(self, text: str) -> bool:
        return self.needle in text.lower()

    def everything(self) -> Iterator[tuple[str, str]]:
        """Yield (where, text) of all there is to be seen, heard of or copied."""
        app = self.app
        for screen in [*app.screen_stack]:
            yield f"screen {type(screen).__name__}", painted(screen)
            yield "screen title", f"{screen.title} {screen.sub_title}"
            for widget in screen.walk_children(Widget):
                yield f"{type(widget).__name__}", " ".join(spoken(widget))
        yield "title", f"{app.title} {app.sub_title}"
        for toast in app._notifications:
            yield "toast", f"{toast.title} {toast.message}"
        yield "clipboard", app.clipboard
        sent = "".join(self._sent)
        yield "terminal", sent
        for copied in _CLIPBOARD.findall(sent):
            yield "terminal clipboard", base64.b64decode(copied).decode(errors="replace")


def painted(screen: Screen[Any]) -> str:
    """Return the text of a screen as its compositor has it, line by line."""
    return "\n".join(strip.text for strip in screen._compositor.render_strips())


def spoken(widget: Widget) -> Iterator[str]:
    """Yield what a widget would say if it were asked: even what is scrolled out of sight."""
    yield from (str(widget.border_title), str(widget.border_subtitle), str(widget.tooltip))
    if not all(getattr(node, "display", True) for node in widget.ancestors_with_self):
        return  # half typed and put out of sight: it waits in memory, as it should
    if isinstance(widget, Input) and not getattr(widget, "veiled", False):
        yield widget.value  # of a veiled line, what is painted is all that can be had of it
    if isinstance(widget, TextArea):
        yield widget.text
    if widget.size.area:
        region = Region(0, 0, widget.size.width, widget.size.height)
        yield "\n".join(strip.text for strip in widget.render_lines(region))


def files_holding(folder: Path, needle: str) -> list[Path]:
    """Return the files under a folder that hold the needle, but for back files."""
    return [
        path
        for path in folder.rglob("*")
        if path.is_file()
        and ".back" not in str(path.relative_to(folder))
        and needle.lower().encode() in path.read_bytes().lower()
    ]

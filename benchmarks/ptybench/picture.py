"""The screen as a program has painted it, parsed after the event."""

from __future__ import annotations

import codecs
import re

import msgspec
import pyte

# What pyte does not know and would print.
STRIP = re.compile(
    r"\x1b\[[<>=][0-9;:]*[A-Za-z]|\x1b\[\??[0-9;]*\$[a-z]|\x1b\[[0-9;]*[ !\"'][a-zA-Z]"
    r"|\x1b\[\?[0-9;]*u|\x1b[P_^X][^\x1b]*\x1b\\|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
)
PARTIAL = re.compile(r"\x1b(?:|\[[0-9;:<>=? $!\"']*|[\]P_^X][^\x07\x1b]*\x1b?|[()#%])$")
FRAME_END = b"\x1b[?2026l"


class Chunk(msgspec.Struct, frozen=True):
    """One read: when, how many bytes, whether it changed the screen, ended a frame, and whether
    the text waited for stands on the screen by now."""

    at: float
    size: int
    changed: bool
    frame_end: bool
    matched: bool


class Picture:
    """A screen that is fed what was read."""

    def __init__(self, cols: int, rows: int) -> None:
        self._screen = pyte.Screen(cols, rows)
        self._stream = pyte.Stream(self._screen)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._pending = ""
        self._rows: list[object] = [None] * rows
        self._cursor: tuple[int, int] | None = None

    @property
    def cursor(self) -> tuple[int, int]:
        """Where the cursor stands, x and y from 0."""
        return self._screen.cursor.x, self._screen.cursor.y

    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self._screen.display)

    def replay(
        self, read: list[tuple[float, bytes]], pattern: re.Pattern[str] | None = None
    ) -> list[Chunk]:
        """Parse what was read, in order."""
        out, hit = [], False
        for at, raw in read:
            self._feed(raw)
            changed = self._has_changed()
            if pattern is not None and not hit and changed:
                hit = bool(pattern.search(self.text()))
            out.append(Chunk(at, len(raw), changed, FRAME_END in raw, hit))
        return out

    def _feed(self, raw: bytes) -> None:
        text = self._pending + self._decode(raw)
        cut = PARTIAL.search(text, max(0, len(text) - 4096))
        self._pending = text[cut.start() :] if cut else ""
        whole = text[: cut.start()] if cut else text
        try:
            self._stream.feed(STRIP.sub("", whole))
        except Exception:  # pyte trips over something exotic: never stop a measurement
            self._stream = pyte.Stream(self._screen)

    def _has_changed(self) -> bool:
        screen, changed = self._screen, False
        for y in screen.dirty:
            if 0 <= y < screen.lines:
                line = screen.buffer[y]
                row = tuple(line[x] for x in range(screen.columns))
                if row != self._rows[y]:
                    self._rows[y] = row
                    changed = True
        screen.dirty.clear()
        cursor = None if screen.cursor.hidden else self.cursor
        if cursor != self._cursor:
            self._cursor, changed = cursor, True
        return changed

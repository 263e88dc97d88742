"""What a terminal answers when a program asks it something at its start."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

QUERY = re.compile(
    rb"\x1b\[\?(?P<mode>\d+)\$p|\x1b\[(?P<dsr>[56])n|\x1b\[(?P<da>[>=]?)0?c"
    rb"|\x1b\[>0?q(?P<version>)|\x1b\[(?P<window>1[468])t|\x1b\](?P<colour>1[01]);\?(?:\x07|\x1b\\)"
    rb"|\x1b\[\?(?P<kitty>)u|\x1bP\+q(?P<capability>[0-9A-Fa-f;]*)\x1b\\"
)
DEVICE = {b"": b"\x1b[?62;22c", b">": b"\x1b[>1;10;0c", b"=": b""}
WHITE, BLACK = b"ffff/ffff/ffff", b"0000/0000/0000"


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """The terminal that is asked: columns and rows, the cursor's x and y from 0, and whether it
    knows synchronised output (mode 2026)."""

    cols: int
    rows: int
    cursor: tuple[int, int]
    sync: bool


def answer(match: re.Match[bytes], asked: Asked) -> bytes:
    """The reply to one query, empty if a terminal would be silent."""
    kind = match.lastgroup or ""
    reply = ANSWERS.get(kind)
    return reply(match[kind], asked) if reply else b""


def _mode(mode: bytes, asked: Asked) -> bytes:
    known = b"2" if mode == b"2026" and asked.sync else b"0"
    return b"\x1b[?" + mode + b";" + known + b"$y"


def _status(kind: bytes, asked: Asked) -> bytes:
    if kind == b"5":
        return b"\x1b[0n"
    return b"\x1b[%d;%dR" % (asked.cursor[1] + 1, asked.cursor[0] + 1)


def _window(kind: bytes, asked: Asked) -> bytes:
    rows, cols = asked.rows, asked.cols
    sizes = {b"18": (8, rows, cols), b"14": (4, rows * 16, cols * 8), b"16": (6, 16, 8)}
    return b"\x1b[%d;%d;%dt" % sizes[kind]


def _colour(kind: bytes, _asked: Asked) -> bytes:
    return b"\x1b]" + kind + b";rgb:" + (WHITE if kind == b"10" else BLACK) + b"\x1b\\"


ANSWERS: dict[str, Callable[[bytes, Asked], bytes]] = {
    "mode": _mode,
    "dsr": _status,
    "da": lambda kind, _: DEVICE[kind],
    "version": lambda _kind, _: b"\x1bP>|ptybench 1\x1b\\",
    "window": _window,
    "colour": _colour,
    "capability": lambda name, _: b"\x1bP0+r" + name + b"\x1b\\",
}

"""One program that is measured: how it is started and driven, and what came of it."""

from __future__ import annotations

import msgspec


class Terms(msgspec.Struct, frozen=True, kw_only=True):
    """The same for all programs of a run. Times in ms unless they say otherwise."""

    rounds: int = 5
    warm: int = 1
    presses: int = 30
    burst: int = 0
    hz: float = 30.0
    cols: int = 120
    rows: int = 40
    quiet: float = 150
    settle: float = 60
    timeout_s: float = 60
    key_timeout_s: float = 3
    solo: bool = False
    sync: bool = True


class Start(msgspec.Struct, kw_only=True):
    """ms from exec to the first byte, to the text waited for, to silence; CPU ms until then."""

    first_out: float | None = None
    match: float | None = None
    quiet: float | None = None
    cpu: float | None = None


class Press(msgspec.Struct, kw_only=True):
    """ms from the key to the end of the first frame that changes the screen (or shows what was
    expected), and to the last change; CPU ms, bytes and frames for it."""

    paint: float | None = None
    done: float | None = None
    cpu: float = 0.0
    size: int = 0
    frames: int = 0


class Burst(msgspec.Struct, kw_only=True):
    """ms from the last key of a held key to the last change; CPU ms a key."""

    lag: float | None = None
    cpu_per_key: float = 0.0


class Contender(msgspec.Struct, kw_only=True):
    """`wait` and `expect` are regexes for the screen, `keys` and `pre` key names with spaces.

    `expect` may hold {n}, the number of the press. `copy` is a list of (from, to), made afresh
    before each launch. `once` is for a program that is run until it exits.
    """

    name: str
    command: str
    wait: str = ""
    keys: str = ""
    expect: str = ""
    pre: str = ""
    pre_wait: str = ""
    quit: str = ""
    cwd: str | None = None
    once: bool = False
    env: dict[str, str] = {}
    copy: list[tuple[str, str]] = []

    starts: list[Start] = []
    presses: list[Press] = []
    bursts: list[Burst] = []
    rss: list[float] = []
    exits: list[float] = []
    notes: list[str] = []
    last_screen: str = ""

    def forget(self) -> None:
        """After the rounds that only warm up."""
        self.starts, self.rss, self.exits = [], [], []

    def note(self, text: str) -> None:
        """Something went wrong; said once."""
        if text not in self.notes:
            self.notes.append(text)

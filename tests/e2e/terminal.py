"""A terminal for tests: the installed `cartui` in a real pseudo-terminal, and what it shows."""

import os
import re
import signal
import sys
import time
from pathlib import Path

import pexpect
import pyte

PROGRAM = Path(sys.executable).with_name("cartui")
KEYS = {
    "enter": "\r", "esc": "\x1b", "tab": "\t", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C",
    "left": "\x1b[D", "f1": "\x1bOP", "f2": "\x1bOQ", "f9": "\x1b[20~", "backspace": "\x7f",
    "ctrl+g": "\x07",
}  # fmt: skip
# What pyte does not know, and would show as text: questions to the terminal, and key protocols.
UNKNOWN = re.compile(rb"\x1b\[[<>=][\d;]*[a-zA-Z]|\x1b\[\?[\d;]*\$p|\x1bP.*?\x1b\\", re.DOTALL)
OTHERS = ("CARTUI_", "LINES", "COLUMNS")
"""What a runner of tests may have set, and no terminal of a person has."""
PAUSE = 0.08
"""Seconds between two keys: a person's pace, so that cartui does not take us for a cat."""


def _as_in_a_window() -> None:
    """A runner of tests may be deaf to a closed terminal (`nohup`); a person's shell is not."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


class Terminal:
    """One run of cartui. `sent` is every byte that reached the terminal; `presses` counts keys.

    `clock` is the file of a clock that is set.
    """

    def __init__(
        self, home: Path, *words: str, size: tuple[int, int] = (24, 80), clock: Path | None = None
    ) -> None:
        mine = {name: kept for name, kept in os.environ.items() if not name.startswith(OTHERS)}
        env = mine | {"HOME": str(home), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        env |= {"CARTUI_CLOCK": str(clock)} if clock is not None else {}
        self.sent = bytearray()
        self.presses = 0
        self._fed = 0
        self._screen = pyte.Screen(size[1], size[0])
        self._stream = pyte.ByteStream(self._screen)
        self._child = pexpect.spawn(
            str(PROGRAM), list(words), env=env, dimensions=size, cwd=str(home), timeout=10,
            preexec_fn=_as_in_a_window,
        )  # fmt: skip

    def text(self) -> str:
        """Return what stands on the screen now."""
        self._listen()
        return "\n".join(line.rstrip() for line in self._screen.display)

    def _listen(self) -> None:
        """Take in what was sent, until the program has said all for now."""
        quiet = 0.05
        while True:
            try:
                self.sent += self._child.read_nonblocking(65536, timeout=quiet)
            except (pexpect.TIMEOUT, pexpect.EOF, ValueError):  # over, or closed already
                break
        self._stream.feed(UNKNOWN.sub(b"", bytes(self.sent[self._fed :])))
        self._fed = len(self.sent)

    def wait_for(self, words: str, seconds: float = 20) -> str:
        """Wait until some words stand on the screen; return all of it."""
        end = time.monotonic() + seconds
        while words not in (shown := self.text()):
            if time.monotonic() > end or not self._child.isalive():
                raise AssertionError(f"{words!r} did not show:\n{shown}")
        return shown

    def wait_until_gone(self, words: str, seconds: float = 20) -> None:
        """Wait until some words stand on the screen no more."""
        end = time.monotonic() + seconds
        while words in (shown := self.text()):
            if time.monotonic() > end or not self._child.isalive():
                raise AssertionError(f"{words!r} still stands there:\n{shown}")

    def wait_for_blank(self, seconds: float = 20) -> None:
        """Wait until nothing at all stands on the screen."""
        end = time.monotonic() + seconds
        while (shown := self.text()).strip():
            if time.monotonic() > end or not self._child.isalive():
                raise AssertionError(f"it is not blank:\n{shown}")

    def press(self, *keys: str) -> None:
        """Press keys one by one, by name or letter."""
        for key in keys:
            self.presses += 1
            self._child.send(KEYS.get(key, key))
            time.sleep(PAUSE)

    def type(self, text: str) -> None:
        """Type into a field that stands open."""
        self._child.send(text)
        time.sleep(PAUSE)

    def paste(self, text: str) -> None:
        """Paste as a terminal does."""
        self.type(f"\x1b[200~{text}\x1b[201~")

    def kill(self) -> None:
        """Pull the plug: SIGKILL."""
        self._child.kill(signal.SIGKILL)
        self._child.wait()

    def close_window(self) -> None:
        """Close the terminal over the program, as its window's cross does: SIGHUP."""
        self._child.ptyproc.fileobj.close()
        self._child.closed = True
        self._child.wait()

    def wait_for_end(self) -> int:
        """Wait until the program has ended; return its exit code."""
        end = time.monotonic() + 20
        while self._child.isalive() and time.monotonic() < end:
            self._listen()
        self._listen()  # its last words
        self._child.close()
        return int(self._child.exitstatus if self._child.exitstatus is not None else -1)

    def close(self) -> None:
        """Leave nothing running."""
        self._listen()
        self._child.ptyproc.delayafterterminate = 2.0  # a busy machine buries slowly
        self._child.close(force=True)

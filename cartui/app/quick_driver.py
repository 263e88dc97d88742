"""A terminal driver that waits exactly as long as it must, so that Esc is felt at once.

Textual's own waits in steps of 0.1 s: a lone Esc costs 100 ms, and leaving up to 200 ms. This one
sleeps until there is input, until the parser's own deadline, or until a byte in a pipe says stop.
It overrides a private loop of Textual 8.2; a test watches it.
"""

import os
import select
from codecs import getincrementaldecoder
from collections.abc import Callable

from textual._parser import ParseError
from textual._time import get_time
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver


class QuickDriver(LinuxDriver):
    """The driver of Linux and macOS with another way to wait."""

    _wake_read: int = -1
    _wake_write: int | None = None

    def start_application_mode(self) -> None:
        """Open the pipe that can wake the input thread, then do as Textual does."""
        if self._wake_write is None:
            self._wake_read, self._wake_write = os.pipe()
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def disable_input(self) -> None:
        """Wake the input thread so that it can end at once."""
        if self._wake_write is not None and not self.exit_event.is_set():
            os.write(self._wake_write, b"x")
        super().disable_input()

    def run_input_thread(self) -> None:
        """Read keys until told to stop."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")().decode
        try:
            while not self.exit_event.is_set() and self._read_once(parser, decode):
                pass
        finally:
            try:
                for _ in parser.feed(""):
                    pass
            except (EOFError, ParseError):
                pass

    def _read_once(self, parser: XTermParser, decode: Callable[[bytes], str]) -> bool:
        """Wait for input and hand it on; return whether to go on."""
        due = parser._timeout_time
        wait = None if due is None else max(0.0, due - get_time() + 0.0005)
        ready, _, _ = select.select([self.fileno, self._wake_read], [], [], wait)
        if self.fileno in ready:
            text = decode(os.read(self.fileno, 4096))
            if not text:
                return False
            for event in parser.feed(text):
                self.process_message(event)
        for event in parser.tick():
            self.process_message(event)
        if self._wake_read in ready:
            os.read(self._wake_read, 1)
            return False
        return True

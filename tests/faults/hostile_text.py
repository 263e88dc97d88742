"""Terminal escape sequences in what people type, bring in and are sent.

A program is run in a pseudo-terminal, keys are pressed, and every byte it sent is looked through
for a hostile sequence that is still alive. For cartui the strings of `tests/hostile.py` are brought
in through its own command line (notes, and a list of people), and its screens and its commands'
output are walked through. --scan COMMAND... looks at any other program.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec

from tests.faults.faultlib import Verdict
from tests.faults.tally import Plan, Tally, finish, scratch
from tests.faults.target_cartui import program, surroundings
from tests.hostile import HOSTILE, alive

NAMED = {
    "enter": "\r",
    "esc": "\x1b",
    "tab": "\t",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "f2": "\x1bOQ",
}
WALK = (
    "1 down tab down i esc f2 esc : esc ? esc g esc",
    "2 down down enter esc i esc f2 esc / A esc esc c x enter u",
    "3 down enter esc i esc right f2 esc g esc",
)
START, STEP, LAST = 2.5, 0.12, 0.8


class Scan(msgspec.Struct, frozen=True, kw_only=True):
    """What one run in a terminal sent."""

    sent: bytes
    ended: bool

    def verdict(self, *, shows: bool = True) -> Verdict:
        """Bad: something alive, or, where strings must be shown, none of the plain ones seen."""
        if living := alive(self.sent):
            return Verdict(word="ALIVE", detail=", ".join(living))
        if shows and b"csi" not in self.sent and b"evil" not in self.sent:
            return Verdict(word="NOT-SHOWN", detail=f"{len(self.sent)} bytes, no string among them")
        return Verdict()


def scan(command: Sequence[str], env: dict[str, str], keys: str = "", start: float = START) -> Scan:
    """Run in a pseudo-terminal of 120x40, press the keys, keep every byte."""
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], list(command), env | {"TERM": "xterm-256color"})  # noqa: S606
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    sent = bytearray()
    try:
        ended = listen(terminal, sent, start)
        for key in keys.split():
            if ended:
                break
            os.write(terminal, NAMED.get(key, key).encode())
            ended = listen(terminal, sent, STEP)
        ended = ended or listen(terminal, sent, LAST)
    finally:
        os.close(terminal)
        end(child)
    return Scan(sent=bytes(sent), ended=ended)


def end(child: int) -> None:
    """Let the program go; it has lost its terminal."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, sign)
        for _ in range(60):
            if os.waitpid(child, os.WNOHANG)[0]:
                return
            time.sleep(0.05)


def listen(terminal: int, sent: bytearray, seconds: float) -> bool:
    """Take in what comes for so long; True when the program has gone."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        if select.select([terminal], [], [], left)[0]:
            try:
                got = os.read(terminal, 65536)
            except OSError:
                return True
            if not got:
                return True
            sent += got
    return False


def attacked(folder: Path) -> None:
    """A workspace with every string in its notes and in a list of people, by the commands."""
    env = surroundings(folder)
    notes = "\n".join(f"{name} {text}" for name, text in HOSTILE.items())
    to = ["--data", str(folder)]
    subprocess.run(
        [*program(), "note", "add", "--stdin", *to], input=notes.encode(), env=env, check=True,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
    sheet = folder.parent / "people.csv"
    with sheet.open("w", newline="", encoding="utf-8") as file:
        rows = [(f"{n} {t}", t, t) for n, t in HOSTILE.items() if "\0" not in t]
        csv.writer(file).writerows([("Name", "Agency", "Role"), *rows])
    subprocess.run(
        [*program(), "import", "people", str(sheet), "--yes", *to], env=env, check=True,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip


def terminals(plan: Plan) -> Tally:
    """The screens and the commands of the installed program."""
    tally = Tally(script="hostile_text", target="cartui")
    with scratch(plan) as root:
        folder = root / "ws"
        attacked(folder)
        env = surroundings(folder)
        to = ["--data", str(folder)]
        for keys in WALK:
            said = scan([*program(), *to], env, keys)
            tally.add(said.verdict(shows=keys.startswith("2")), f"keys {keys}")
        for what in ("json", "people", "board"):
            said = scan([*program(), "export", what, "-", *to], env)
            tally.add(said.verdict(shows=what != "board"), f"export {what}")
        for odd in HOSTILE.values():
            if "\0" not in odd:
                said = scan([*program(), odd, *to], env, start=5)
                tally.add(said.verdict(shows=False), f"the command {odd!r}")
    return tally


def main() -> int:
    """Run from the command line."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--keys", default="", help="names and letters with spaces between")
    words.add_argument("--scan", nargs=argparse.REMAINDER)
    options = words.parse_args()
    if not options.scan:
        return finish(terminals(Plan()))
    tally = Tally(script="hostile_text", target=" ".join(options.scan)[-60:])
    tally.add(scan(options.scan, dict(os.environ), options.keys).verdict(), "the run")
    return finish(tally)


if __name__ == "__main__":
    sys.exit(main())

"""`make fuzz`: ten thousand hostile texts in every field, and through the output guard.

First they are spread over every field of every open kind, at least 50 a field, and the installed
cartui is driven through its screens on a pseudo-terminal. Then all of them go through the guard on
one. Exit code 1 if one lives, or if the program stops. Linux and macOS.
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

import pexpect

from cartui.store.identity import Identity
from tests.e2e.terminal import KEYS, OTHERS, PROGRAM
from tests.fuzz.attacks import Attack, attacks, living, seen
from tests.fuzz.fields import Spread, write

LEAST = 50
"""Texts in each field, at least."""
ROWS, PAGES = 50, 12
PAGE_ON = "\x1b[6~"
SCREENS = {
    "1": ("down", "tab", "down", "tab", "i", "esc", "f2", "esc"),
    "2": ("enter", "esc", "i", "esc", "f2", "esc"),
    "3": ("enter", "esc", "i", "esc", "f2", "esc", "v", "v", "v"),
    "4": ("a", "esc", "v", "esc", "i", "esc", "f2", "esc"),
    "5": ("enter", "v", ">", "z", "z", "enter", "esc", "i", "esc", "esc"),
    "6": ("d", "down", "e", "esc", "t", "esc", "esc", "R", "esc", "S", "esc", "a", "esc", "i",
          "esc", "enter", "v", PAGE_ON, "esc", "L", "esc", "i", "esc", "f2", "esc", "esc"),
}  # fmt: skip
EACH_ROW = {
    "2": ("down", "enter", "i", "esc", "esc"), "3": ("down", "enter", PAGE_ON, "i", "esc", "esc"),
    "4": ("down", "enter", "esc"), "5": ("down", "enter", "v", ">", "i", "esc", "esc"),
    "6": ("down", "enter", "v", PAGE_ON, "esc", "esc"),
}  # fmt: skip
"""What is pressed on each of so many rows: the record opened, and its history."""
EVERYWHERE = (":", "esc", "?", "esc", "g", "esc", "p", ">", "q", "esc")


def fields(texts: list[Attack], home: Path, each: int, rows: int = 0) -> tuple[list[str], int, int]:
    """Drive the screens, and open so many rows of each list.

    Returns what lived, how many texts showed, and the fewest a field has.
    """
    spread = Spread([attack.text for attack in texts])
    write(home / "ws", Identity(device="f0" * 8, actor="Rowan"), spread, each)
    child = _opened([str(PROGRAM), "--data", str(home / "ws")], home)
    sent = bytearray(_until(child, b"FRONT"))
    for screen, keys in SCREENS.items():
        opened = EACH_ROW.get(screen, ()) * rows
        for key in (screen, *opened, *keys, *[PAGE_ON] * PAGES, *EVERYWHERE):
            child.send(KEYS.get(key, key))
            sent += _heard(child, 0.3)
        _still_there(child, sent)
    for key in ("1", "q"):
        child.send(key)
        sent += _heard(child, 0.5)
    _still_there(child, sent)
    child.send(KEYS["enter"])
    child.expect(pexpect.EOF)
    child.close()
    if child.exitstatus != 0:
        raise SystemExit(f"it ended with {child.exitstatus}")
    return living(bytes(sent), texts), len(seen(bytes(sent))), min(spread.given.values())


def guard(texts: list[Attack], home: Path) -> tuple[list[str], int]:
    """Send every text through the guard; return what lived and how many texts showed."""
    file = home / "texts.jsonl"
    file.write_text("".join(json.dumps(attack.text) + "\n" for attack in texts), encoding="utf-8")
    child = _opened([sys.executable, "-m", "tests.fuzz.guarded", str(file)], Path.cwd())
    sent = bytearray(_until(child, b"Q0"))
    for _ in range(len(texts)):
        child.send(PAGE_ON)
        page = _heard(child, 3.0)
        sent += page
        if not page:  # the last page stands
            break
    _still_there(child, sent)
    child.close(force=True)
    return living(bytes(sent), texts), len(seen(bytes(sent)))


def _opened(command: list[str], home: Path) -> "pexpect.spawn[bytes]":
    mine = {name: kept for name, kept in os.environ.items() if not name.startswith(OTHERS)}
    env = mine | {"HOME": str(home), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    return pexpect.spawn(
        command[0], command[1:], env=env, cwd=str(home), dimensions=(ROWS, 200), timeout=20
    )


def _until(child: "pexpect.spawn[bytes]", words: bytes) -> bytes:
    """Return what the program sends until these words have come, and it has fallen silent."""
    heard = bytearray()
    for _ in range(60):
        heard += _heard(child, 1.0)
        if words in heard:
            break
    return bytes(heard)


def _heard(child: "pexpect.spawn[bytes]", patience: float) -> bytes:
    """Return what the program sends until it falls silent; wait so many seconds for the first."""
    heard = bytearray()
    while True:
        try:
            heard += child.read_nonblocking(1 << 16, timeout=0.09 if heard else patience)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return bytes(heard)


def _still_there(child: "pexpect.spawn[bytes]", sent: bytearray) -> None:
    """End with the last that was sent if the program has stopped."""
    sent += _heard(child, 0.5)
    if not child.isalive():
        raise SystemExit("it is no longer well:\n" + sent[-3000:].decode(errors="replace"))


def main() -> int:
    """Run from the command line."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--count", type=int, default=10_000)
    words.add_argument("--each", type=int, default=130, help="records of each kind")
    words.add_argument("--rows", type=int, default=60, help="rows opened of each list")
    words.add_argument("--seed", type=int, default=1)
    said = words.parse_args()
    texts = attacks(said.count, said.seed)
    with tempfile.TemporaryDirectory() as home:
        lived, shown, fewest = fields(texts, Path(home), said.each, said.rows)
        through, passed = guard(texts, Path(home))
    print(f"in the fields: {len(texts)} texts, at least {fewest} a field, {shown} shown, "
          f"{len(lived)} alive")  # fmt: skip
    print(f"through the guard: {len(texts)} texts, {passed} shown, {len(through)} alive")
    for sting in (*lived, *through):
        print("alive:", sting)
    return 1 if lived or through else 0


if __name__ == "__main__":
    sys.exit(main())

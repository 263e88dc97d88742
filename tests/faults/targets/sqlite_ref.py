"""Anchor: SQLite (journal_mode=DELETE, synchronous=EXTRA), an engine everybody trusts.

It keeps no page checksums and does not notice a replaced file, so bitrot and swapped may bite.
"""

import os
import sqlite3
import sys
from pathlib import Path

from tests.faults.targets import verbs


class Lite:
    """One SQLite file."""

    def __init__(self, folder: Path, writing: bool) -> None:
        file = folder / "groups" / "one" / "state.sqlite"
        if writing:
            made(file.parent)
        name = str(file) if writing else f"file:{file}?mode=rw"
        self._db = sqlite3.connect(name, uri=not writing, timeout=30, isolation_level=None)
        self._db.execute("pragma synchronous=extra")
        if writing:
            self._db.execute("create table if not exists notes(token integer primary key, t text)")
            self._db.execute("create table if not exists filler(pad text)")

    def change(self, token: int) -> None:
        """One transaction."""
        self._db.execute("begin immediate")
        self._db.execute("insert into notes values(?,?)", (token, f"practice note {token}"))
        if token % 2:
            self._db.execute("insert into filler values(?)", (verbs.filler(token),))
        else:
            self._db.execute("delete from filler")
        self._db.execute("commit")

    def content(self) -> list[verbs.Doc]:
        """Every row."""
        notes = self._db.execute("select token, t from notes order by token").fetchall()
        pads = self._db.execute("select pad from filler").fetchall()
        return [{"token": a, "text": b} for a, b in notes] + [{"pad": pad} for (pad,) in pads]

    def close(self) -> None:
        """Close the file."""
        self._db.close()


def made(folder: Path) -> None:
    """Make a folder with its parents, each entry made lasting."""
    if folder.is_dir():
        return
    made(folder.parent)
    folder.mkdir(exist_ok=True)
    entry = os.open(folder.parent, os.O_RDONLY)
    os.fsync(entry)
    os.close(entry)


if __name__ == "__main__":
    sys.exit(verbs.main(Lite))

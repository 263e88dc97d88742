"""Known bad: TinyDB with its own JSONStorage."""

import sys
from pathlib import Path

from tinydb import TinyDB

from tests.faults.targets import verbs


class Plain:
    """One TinyDB file, written in place."""

    def __init__(self, folder: Path, writing: bool) -> None:
        file = folder / "groups" / "one" / "state.json"
        if not writing and not file.exists():
            raise FileNotFoundError("no state file")
        file.parent.mkdir(parents=True, exist_ok=True)
        self._db = TinyDB(file, access_mode="r+" if writing else "r")

    def change(self, token: int) -> None:
        """Two tables, so two writes of the whole file."""
        self._db.table("notes").insert({"token": token, "text": f"practice note {token} \u00e9"})
        if token % 2:
            self._db.table("filler").insert({"pad": verbs.filler(token)})
        else:
            self._db.table("filler").truncate()

    def content(self) -> list[verbs.Doc]:
        """Every document of every table."""
        return [dict(doc) for name in sorted(self._db.tables()) for doc in self._db.table(name)]

    def close(self) -> None:
        """Close the file."""
        self._db.close()


if __name__ == "__main__":
    sys.exit(verbs.main(Plain))

"""Slips of paper in a bowl: lines laid in without order, time or name, until they are taken out."""

import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from cartui.store.durable import move_over, read_file, saving, sync_folder, write_beside
from cartui.store.folders import prepare
from cartui.store.locking import Lock
from cartui.store.problems import Damaged

PATIENCE = 5.0


class Slips:
    """The file `<name>.json` in `folder`, 0600: words by a random uid, in the order of the uids.

    All of it is written anew with every slip, so that neither a place in the file nor the number,
    the age or the name of a file tells which came first. Its time is the day's.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._folder, self._path = folder, folder / f"{name}.json"
        self._lock = Lock(folder / f".{name}.lock", patience=PATIENCE)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep other cartuis away meanwhile. Raises SaveFailed."""
        with saving():
            prepare(self._folder)
        with self._lock.held("what is gathered"):
            yield

    def read(self) -> dict[str, str]:
        """Return the words by uid. Raises Damaged if the file is not whole."""
        try:
            found = read_file(self._path)
            return msgspec.json.decode(found[0], type=dict[str, str]) if found else {}
        except (OSError, ValueError) as error:
            raise Damaged(
                f"{self._path.name} in the folder {self._folder.name} cannot be read. "
                "It was left as it is."
            ) from error

    def lay(self, uid: str, words: str, today: str) -> None:
        """Lay a slip in: after this it is on the disk. `today` is an ISO date. Raises SaveFailed
        and Damaged.
        """
        with self.held():
            self._write({**self.read(), uid: words}, today)

    def take_out(self, uids: Collection[str], today: str) -> None:
        """Take slips out for good; the caller has them safe. Raises SaveFailed and Damaged."""
        with self.held():
            left = {uid: words for uid, words in self.read().items() if uid not in uids}
            self._write(left, today)

    def _write(self, slips: Mapping[str, str], today: str) -> None:
        with saving():
            if not slips:
                self._path.unlink(missing_ok=True)
            else:
                raw = msgspec.json.encode(dict(sorted(slips.items())))
                temporary, _ = write_beside(self._path, raw)
                self._to_the_day(temporary, today)
                move_over(temporary, self._path)
            sync_folder(self._folder)
            self._to_the_day(self._folder, today)

    @staticmethod
    def _to_the_day(path: Path, today: str) -> None:
        day = datetime.fromisoformat(today).replace(tzinfo=UTC).timestamp()
        with suppress(OSError):
            os.utime(path, (day, day))

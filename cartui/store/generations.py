"""Earlier states of every table file: the last ten, and one a day for thirty days.

One folder for the whole workspace. Names are made, never taken:
`groups~<id>~group.json.<generation>.<yyyymmddThhmmssZ>`. A generation may share its bytes with
the live file (a hard link), so it is only ever removed or replaced, never written into.
"""

import errno
import os
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import count
from pathlib import Path, PurePosixPath
from typing import Literal

from msgspec import Struct

from cartui.store.durable import read_file, remove, sync_folder, write_new
from cartui.store.folders import prepare
from cartui.store.problems import Damaged, NewerFormat, UnsafePlace
from cartui.store.sealing import Reading, decode

KEPT = 10
DAYS = 30
_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_NAME = re.compile(r"(?P<file>.+)\.(?P<number>\d{1,18})\.(?P<stamp>\d{8}T\d{6}Z)(-\d+)?")
_STAMP = "%Y%m%dT%H%M%SZ"
_NO_LINKS_HERE = {
    getattr(errno, name)
    for name in ("EPERM", "EACCES", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EXDEV", "EINVAL")
}


class Generation(Struct, frozen=True, order=True):
    """One earlier state of a file; `number` counts its saves, `kept_at` is UTC."""

    number: int
    kept_at: datetime
    path: Path


@lru_cache(maxsize=1024)
def flat_name(relative: str) -> str:
    """Return a path inside the workspace as one file name. Raises UnsafePlace for any other."""
    parts = PurePosixPath(relative).parts
    if not parts or not all(_PART.fullmatch(part) for part in parts):
        raise UnsafePlace("A file of a workspace must stand inside it, under a plain name.")
    return "~".join(parts)


class Generations:
    """The `generations/` folder of one workspace. `clock` returns an aware moment."""

    def __init__(self, folder: Path, *, clock: Callable[[], datetime]) -> None:
        self.folder = folder
        self._clock = clock
        self._known: dict[str, list[Generation]] = {}

    def listing(self, relative: str) -> list[Generation]:
        """Return the earlier states of a file as they stand on disk, newest first."""
        flat, found = flat_name(relative), []
        try:
            names = os.listdir(self.folder)
        except FileNotFoundError:
            names = []
        for name in names:
            match = _NAME.fullmatch(name)
            if match and match["file"] == flat:
                kept_at = datetime.strptime(match["stamp"], _STAMP).replace(tzinfo=UTC)
                found.append(Generation(int(match["number"]), kept_at, self.folder / name))
        self._known[flat] = sorted(found, reverse=True)
        return list(self._known[flat])

    def sound(self, relative: str) -> Iterator[tuple[Generation, Reading]]:
        """Yield the earlier states that prove themselves, newest first."""
        for generation in self.listing(relative):
            try:
                found = read_file(generation.path)
                reading = decode(found[0]) if found else None
            except (Damaged, NewerFormat, UnsafePlace, OSError):
                continue
            if reading is not None and reading.sealed:
                yield generation, reading

    def newest_number(self, relative: str) -> int:
        """Return the highest save that is kept here; 0 if none."""
        return max((each.number for each in self._of(relative)), default=0)

    def keep(self, path: Path, relative: str, number: int) -> None:
        """Keep the file as it is now, before it is replaced. Raises OSError.

        A hard link: no byte is copied, unless the disk knows no links.
        """
        known = self._of(relative)
        now = self._clock().astimezone(UTC).replace(microsecond=0)
        prepare(self.folder)
        kept = self._linked(path, f"{flat_name(relative)}.{number}.{now.strftime(_STAMP)}")
        if kept is not None:
            known.insert(0, Generation(number, now, kept))

    def prune(self, relative: str) -> None:
        """Remove what is neither among the last ten nor the last of one of thirty days."""
        known, oldest = self._of(relative), self._clock().astimezone(UTC) - timedelta(days=DAYS)
        days = {each.kept_at.date() for each in known[:KEPT]}
        stay = known[:KEPT]
        for each in known[KEPT:]:
            if each.kept_at.date() not in days and each.kept_at >= oldest:
                days.add(each.kept_at.date())
                stay.append(each)
            else:
                remove(each.path)
        self._known[flat_name(relative)] = stay

    def set_aside(self, raw: bytes, relative: str, why: Literal["damaged", "outside"]) -> Path:
        """Keep bytes that are about to be replaced, durably, and return where. Raises OSError."""
        prepare(self.folder)
        name = f"{flat_name(relative)}.{why}-"
        for known in os.listdir(self.folder):
            if known.startswith(name) and (self.folder / known).read_bytes() == raw:
                return self.folder / known  # a save that is tried again
        for path in self._free(name + self._clock().astimezone(UTC).strftime(_STAMP)):
            try:
                write_new(path, raw)
            except FileExistsError:
                continue
            sync_folder(self.folder)
            return path
        raise AssertionError("unreachable: there is always another name")

    def _of(self, relative: str) -> list[Generation]:
        # read once: a save must not list a folder that thousands of files share
        flat = flat_name(relative)
        if flat not in self._known:
            self.listing(relative)
        return self._known[flat]

    def _free(self, name: str) -> Iterator[Path]:
        yield self.folder / name
        yield from (self.folder / f"{name}-{again}" for again in count(2))

    def _linked(self, path: Path, name: str) -> Path | None:
        for kept in self._free(name):
            try:
                os.link(path, kept)
            except FileExistsError:
                if os.path.samefile(path, kept):
                    return None
                continue
            except FileNotFoundError:
                return None
            except (OSError, NotImplementedError) as error:
                if isinstance(error, OSError) and error.errno not in _NO_LINKS_HERE:
                    raise
                return self._copied(path, kept)
            return kept
        return None

    @staticmethod
    def _copied(path: Path, kept: Path) -> Path | None:
        found = read_file(path)
        if found is None:
            return None
        write_new(kept, found[0])
        return kept

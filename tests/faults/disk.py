"""A model disk: what is surely on it, what is still on its way, and what a power cut could leave.

After ALICE (OSDI 2014). Data written but not synced may be missing, cut, zeros, or have a hole; a
folder's new entries may be missing until the folder is synced. As on ext4, xfs and btrfs, syncing a
new file also makes its own entries last, up the chain of new folders; `strict` leaves that out.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from tests.faults.steps import DataStep, EntryStep, applied, enter_into

Lasting = Callable[[int], str]
"""How much of a file's unsynced data is there: none, all, zero, half or hole."""


class Inode(msgspec.Struct):
    """A file or folder: what is sure, what the program sees, what is on its way."""

    sure: bytes = b""
    steps: list[DataStep] = []
    entries: dict[str, int] | None = None
    sure_entries: dict[str, int] = {}


class Disk:
    """A tree of inodes under one root."""

    def __init__(self, base: Path, *, strict: bool = False) -> None:
        self.inodes: list[Inode] = []
        self.coming: list[EntryStep] = []
        self.version = 0
        self._strict = strict
        self.root = self._load(base)

    def _load(self, path: Path) -> int:
        number = len(self.inodes)
        self.inodes.append(Inode())
        node = self.inodes[number]
        if path.is_dir():
            node.entries = {f.name: self._load(f) for f in sorted(path.iterdir())}
            node.sure_entries = dict(node.entries)
        else:
            node.sure = path.read_bytes()
        return number

    # ---- what the program sees
    def find(self, path: str) -> int | None:
        """The inode of a path relative to the root ('' is the root), or None."""
        number: int | None = self.root
        for part in [p for p in path.split("/") if p]:
            entries = None if number is None else self.inodes[number].entries
            number = None if entries is None else entries.get(part)
        return number

    def make(self, path: str, ended: int, *, folder: bool = False) -> int:
        """A new file or folder at that path."""
        self.inodes.append(Inode(entries={} if folder else None))
        self.enter(path, len(self.inodes) - 1, ended)
        return len(self.inodes) - 1

    def enter(self, path: str, inode: int | None, ended: int) -> None:
        """Let the path stand for this inode, or for none."""
        self._do(EntryStep(*self._place(path), inode, ended))

    def move(self, old: str, new: str, inode: int, ended: int) -> None:
        """A rename."""
        self._do(EntryStep(*self._place(new), inode, ended, self._place(old)))

    def _place(self, path: str) -> tuple[int, str]:
        parent, name = os.path.split(path)
        folder = self.find(parent)
        assert folder is not None, f"no folder for {path}"
        return folder, name

    def _do(self, step: EntryStep) -> None:
        enter_into(self._seen, step)
        self.coming.append(step)
        self.version += 1

    def _seen(self, folder: int) -> dict[str, int]:
        entries = self.inodes[folder].entries
        assert entries is not None
        return entries

    def write(self, inode: int, at: int, data: bytes | None, ended: int) -> None:
        """A write, or a cut."""
        self.inodes[inode].steps.append(DataStep(at, data, ended))
        self.version += 1

    def sync(self, inode: int, begun: int) -> None:
        """What ended before the sync began is sure now."""
        node = self.inodes[inode]
        self.version += 1
        if node.entries is None:
            done = [s for s in node.steps if s.ended < begun]
            node.sure = applied(node.sure, done, "all")
            node.steps = [s for s in node.steps if s.ended >= begun]
            if not self._strict:
                self._settle_chain(inode, begun)
        else:
            self._settle(lambda step: step.folder == inode and step.ended < begun)

    def _settle_chain(self, inode: int, begun: int) -> None:
        while True:
            own = [s for s in self.coming if s.inode == inode and s.ended < begun]
            if not own:
                return
            self._settle(own.__contains__)
            inode = own[-1].folder

    def _settle(self, which: Callable[[EntryStep], bool]) -> None:
        for step in [s for s in self.coming if which(s)]:
            enter_into(lambda folder: self.inodes[folder].sure_entries, step)
        self.coming = [s for s in self.coming if not which(s)]

    # ---- what a power cut could leave
    def content(self, inode: int, how: str = "all") -> bytes:
        """A file's bytes, with so much of what is on its way."""
        return applied(self.inodes[inode].sure, self.inodes[inode].steps, how)

    def tree(self, steps: list[EntryStep], lasting: Lasting) -> dict[str, bytes | None]:
        """Path -> bytes (None: a folder) when only these entry steps reached the disk."""
        sure: dict[int, dict[str, int]] = {}

        def entries(folder: int) -> dict[str, int]:
            return sure.setdefault(folder, dict(self.inodes[folder].sure_entries))

        for step in steps:
            enter_into(entries, step)

        def walk(folder: int, at: str) -> Iterator[tuple[str, bytes | None]]:
            for name, inode in entries(folder).items():
                if self.inodes[inode].entries is None:
                    yield at + name, self.content(inode, lasting(inode))
                else:
                    yield at + name, None
                    yield from walk(inode, at + name + "/")

        return dict(walk(self.root, ""))

    def states(self) -> Iterator[tuple[str, dict[str, bytes | None]]]:
        """Every order tried here, by name: (order, tree)."""
        every = list(self.coming)
        for how in ("none", "all", "zero", "half", "hole"):
            yield f"data {how}, entries all", self.tree(every, alike(how))
            yield f"data {how}, entries none", self.tree([], alike(how))
        for i in range(1, len(every)):
            yield f"the first {i} entries", self.tree(every[:i], alike("all"))
            yield f"the first {i} entries, no data", self.tree(every[:i], alike("none"))
        folders = {s.folder for s in every}
        for folder in folders if len(folders) > 1 else ():
            some = [s for s in every if s.folder == folder]
            yield "entries of one folder", self.tree(some, alike("all"))
        late = [n for n, node in enumerate(self.inodes) if node.steps]
        for one in late if len(late) > 1 else ():
            yield "data of one file", self.tree(every, but(one, "all", "none"))
            yield "data of all but one", self.tree(every, but(one, "none", "all"))


def alike(how: str) -> Lasting:
    """The same for every file."""
    return lambda _: how


def but(one: int, how: str, others: str) -> Lasting:
    """One file apart."""
    return lambda inode: how if inode == one else others

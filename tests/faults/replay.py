"""Playing a traced run onto the model disk: descriptors, places in files, paths in the room."""

from __future__ import annotations

import os
from collections.abc import Callable

import msgspec

from tests.faults.disk import Disk
from tests.faults.straceread import Call

UNMODELLED = ("truncate", "fallocate", "symlink", "symlinkat", "pwritev", "pwritev2")


class Open(msgspec.Struct):
    """An open file: its inode in the room, or None when it lies outside."""

    path: str
    inode: int | None
    append: bool = False
    place: int = 0


class Replay:
    """Gives each call to the disk; `acked` counts the lines the program has printed."""

    def __init__(self, disk: Disk, room: str) -> None:
        self.disk = disk
        self.acked = 0
        self._room = room.rstrip("/")
        self._open: dict[int, Open] = {}
        self._verbs: dict[str, Callable[[Call], None]] = {
            "openat": self._openat,
            "close": lambda c: self._forget(c.number(0)),
            "write": self._write,
            "writev": self._write,
            "pwrite64": self._pwrite,
            "read": lambda c: self._move(c.number(0), c.result),
            "lseek": lambda c: self._seek(c.number(0), c.result),
            "ftruncate": self._cut,
            "fsync": self._sync,
            "fdatasync": self._sync,
            "sendfile": self._copied,
            "copy_file_range": self._copied,
        }
        for name in ("dup", "dup2", "dup3", "fcntl"):
            self._verbs[name] = self._double
        for name in ("rename", "renameat", "renameat2"):
            self._verbs[name] = self._rename
        for name in ("link", "linkat"):
            self._verbs[name] = self._link
        for name in ("unlink", "unlinkat", "rmdir"):
            self._verbs[name] = self._unlink
        for name in ("mkdir", "mkdirat"):
            self._verbs[name] = self._mkdir

    def play(self, call: Call) -> bool:
        """Do one call; True when it changed the disk or printed a line."""
        before = self.acked, self.disk.version
        if call.name in self._verbs:
            self._verbs[call.name](call)
        elif call.name in UNMODELLED and self._touches(call):
            raise NotImplementedError(f"{call.name} is not modelled: {call.args[:80]}")
        return before != (self.acked, self.disk.version)

    # ---- paths
    def _path(self, call: Call, which: int = 0) -> str | None:
        """The which-th path relative to the room ('' is the room), or None outside."""
        text = call.texts()[which].decode(errors="surrogateescape")
        folder = call.folder(which)
        if folder is not None and not os.path.isabs(text) and folder in self._open:
            text = os.path.join(self._open[folder].path, text)
        text = os.path.normpath(text)
        inside = text == self._room or text.startswith(self._room + "/")
        return text[len(self._room) + 1 :] if inside else None

    def _touches(self, call: Call) -> bool:
        if call.texts() and call.name != "pwritev":
            return self._path(call) is not None
        return self._inode(call.number(0)) is not None

    # ---- descriptors
    def _inode(self, handle: int) -> int | None:
        return self._open[handle].inode if handle in self._open else None

    def _forget(self, handle: int) -> None:
        self._open.pop(handle, None)

    def _move(self, handle: int, by: int) -> None:
        if handle in self._open:
            self._open[handle].place += by

    def _seek(self, handle: int, to: int) -> None:
        if handle in self._open:
            self._open[handle].place = to

    def _double(self, call: Call) -> None:
        if call.name == "fcntl" and "F_DUPFD" not in call.args:
            return
        if call.number(0) in self._open:
            self._open[call.result] = self._open[call.number(0)]

    def _openat(self, call: Call) -> None:
        path, flags = self._path(call), call.args.rsplit('"', 1)[1]
        if path is None:
            self._open[call.result] = Open("", None)
            return
        inode = self.disk.find(path)
        if inode is None:
            inode = self.disk.make(path, call.ended)
        elif "O_TRUNC" in flags:
            self.disk.write(inode, 0, None, call.ended)
        full = os.path.join(self._room, path)
        self._open[call.result] = Open(full, inode, append="O_APPEND" in flags)

    # ---- data
    def _write(self, call: Call) -> None:
        handle, data = call.number(0), b"".join(call.texts())[: call.result]
        if handle == 1 and handle not in self._open:
            self.acked += data.count(b"\n")
        opened = self._open.get(handle)
        if opened is not None and opened.inode is not None:
            at = -1 if opened.append else opened.place
            self.disk.write(opened.inode, at, data, call.ended)
            opened.place += call.result

    def _pwrite(self, call: Call) -> None:
        inode = self._inode(call.number(0))
        if inode is not None:
            data = call.texts()[0][: call.result]
            self.disk.write(inode, call.last_number(), data, call.ended)

    def _cut(self, call: Call) -> None:
        inode = self._inode(call.number(0))
        if inode is not None:
            self.disk.write(inode, call.number(1), None, call.ended)

    def _copied(self, call: Call) -> None:
        """sendfile(out, in, ...) and copy_file_range(in, ..., out, ...)."""
        swap = call.name == "copy_file_range"
        to, source = (call.number(2), call.number(0)) if swap else (call.number(0), call.number(1))
        target, origin = self._open.get(to), self._open.get(source)
        if target is None or target.inode is None:
            return
        if origin is None or origin.inode is None:
            raise NotImplementedError("a copy from outside the room is not modelled")
        whole = self.disk.content(origin.inode)
        data = whole[origin.place : origin.place + call.result]
        self.disk.write(target.inode, target.place, data, call.ended)
        target.place += call.result
        origin.place += call.result

    def _sync(self, call: Call) -> None:
        inode = self._inode(call.number(0))
        if inode is not None:
            self.disk.sync(inode, call.begun)

    # ---- entries
    def _rename(self, call: Call) -> None:
        old, new = self._path(call, 0), self._path(call, 1)
        inode = None if old is None else self.disk.find(old)
        if old is None or new is None or inode is None:
            if old is not None or new is not None:
                raise NotImplementedError(f"a move across the room's wall: {call.args[:80]}")
            return
        self.disk.move(old, new, inode, call.ended)

    def _link(self, call: Call) -> None:
        old, new = self._path(call, 0), self._path(call, 1)
        if old is not None and new is not None:
            self.disk.enter(new, self.disk.find(old), call.ended)

    def _unlink(self, call: Call) -> None:
        path = self._path(call)
        if path is not None:
            self.disk.enter(path, None, call.ended)

    def _mkdir(self, call: Call) -> None:
        path = self._path(call)
        if path is not None:
            self.disk.make(path, call.ended, folder=True)

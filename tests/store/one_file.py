"""One table file to try things on: opened, added to, listed, its system calls watched."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from cartui.store.safe_storage import SafeStorage


def opened(path: Path, **options: Any) -> TinyDB:
    return TinyDB(path, storage=SafeStorage, **options)


def names(path: Path) -> list[str]:
    return [doc["name"] for doc in opened(path).table("person")]


def add(path: Path, name: str = "Mòrag") -> None:
    opened(path).table("person").insert({"uid": name, "name": name})


def leavings(path: Path) -> list[str]:
    known = {path.name, f"{path.name}.lock", "generations"}
    return [name for name in os.listdir(path.parent) if name not in known]


class Kernel:
    """Notes each call that matters, and can make the n-th of them fail."""

    CALLS = ("open", "write", "fsync", "link", "replace", "unlink", "mkdir", "lstat", "listdir")

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls: list[str] = []
        self.places: dict[int, str] = {}
        self.failing: tuple[int, int] | None = None
        self.on = False
        for name in self.CALLS:
            monkeypatch.setattr(os, name, self._watched(name, getattr(os, name)))

    def _watched(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            if not self.on:
                return real(*args, **options)
            place = self.places.get(args[0]) if name in ("write", "fsync") else args[0]
            self.calls.append(f"{name} {os.path.basename(str(place))}")
            if self.failing is not None and len(self.calls) == self.failing[0]:
                raise OSError(self.failing[1], os.strerror(self.failing[1]))
            result = real(*args, **options)
            if name == "open":
                self.places[result] = str(place)
            return result

        return call

    @contextmanager
    def watching(self, failing: tuple[int, int] | None = None) -> Iterator[list[str]]:
        self.calls, self.failing, self.on = [], failing, True
        try:
            yield self.calls
        finally:
            self.on = False

"""A mark kept for one workspace on this machine alone: never in the workspace, never shared."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec

from cartui.store.folders import prepare
from cartui.store.problems import UnsafePlace
from cartui.store.workspace import Workspace

T = TypeVar("T")


class OwnMark:
    """A file in this machine's `state` folder, under `kind`; one for each workspace."""

    def __init__(self, state: Path, kind: str, workspace: Workspace) -> None:
        name = hashlib.sha256(str(workspace.folder.absolute()).encode()).hexdigest()[:24]
        self._file = state / kind / f"{name}.json"

    def read(self, type_: type[T]) -> T | None:
        """Return the mark; None if there is none, or what stands there is no such mark."""
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=type_)
        except (OSError, ValueError):
            return None

    def write(self, mark: object) -> None:
        """Keep a mark whole or not at all. A state folder that cannot be written is no harm."""
        with suppress(OSError, UnsafePlace):
            prepare(self._file.parent.parent)
            prepare(self._file.parent)
            beside = self._file.with_suffix(f".{os.getpid()}")
            descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(msgspec.json.encode(mark))
            os.replace(beside, self._file)

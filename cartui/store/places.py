"""Where things stand on this machine: workspaces, settings, and what is remembered of the device.

A workspace may be carried, synced and shared; what belongs to this machine alone (its device id,
the last workspace, crash reports) stands in the state folder and never travels with it.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path

import msgspec
import platformdirs
from msgspec import Struct

from cartui.store.folders import prepare
from cartui.store.problems import UnsafePlace
from cartui.store.typed_path import at_home

_APP = "cartui"
_DEVICE = "device"
_LAST = "last.json"
_DEVICE_SIGNS = 32


class _Last(Struct, frozen=True):
    folder: str


class Places(Struct, frozen=True):
    """The folders of this account. `config` is a TOML file; the others are folders.

    `chosen` is the workspace that was asked for by name, if one was.
    """

    data: Path
    config: Path
    state: Path
    chosen: Path | None = None

    @property
    def workspaces(self) -> Path:
        """The folder in which a facilitator's own workspaces stand, unless kept elsewhere."""
        return self.data / "workspaces"

    @property
    def practice(self) -> Path:
        """The folder in which copies of the practice programmes stand."""
        return self.data / "practice"

    @property
    def reports(self) -> Path:
        """The folder of the reports that a crash leaves."""
        return self.state / "reports"

    def workspace(self) -> Path | None:
        """Return the workspace to open: the one asked for, or the last one if it still stands."""
        if self.chosen is not None:
            return self.chosen
        last = self._last()
        return last if last is not None and last.is_dir() else None

    def new_workspace(self) -> Path:
        """Return a folder for a new workspace; nothing stands there yet."""
        return free_name(self.workspaces, "programme")

    def remember(self, folder: Path) -> None:
        """Take note of the workspace opened last, unless it is a practice copy.

        Where the state folder cannot be written, nothing is noted and nothing else is lost.
        """
        if self.practice in folder.absolute().parents:
            return
        with suppress(OSError, UnsafePlace):
            prepare(self.state)
            note = msgspec.json.encode(_Last(str(folder.absolute())))
            _write_private(self.state / _LAST, note)

    def _last(self) -> Path | None:
        try:
            note = (self.state / _LAST).read_bytes()
            return Path(msgspec.json.decode(note, type=_Last).folder)
        except (OSError, ValueError):
            return None

    def device(self) -> str:
        """Return this machine's id, made at random the first time it is asked for.

        Where the state folder cannot be written the id lasts for this run alone: the changes are
        kept all the same, but a later run cannot take them back.
        """
        fresh = os.urandom(_DEVICE_SIGNS // 2).hex()
        try:
            prepare(self.state)
            return _kept_or_made(self.state / _DEVICE, fresh)
        except (OSError, UnsafePlace):
            return fresh


def here(
    *, data: Path | None = None, config: Path | None = None, env: Mapping[str, str] = os.environ
) -> Places:
    """Return the places of this account, as the arguments, the environment and the platform say."""
    chosen = data or _path(env, "CARTUI_DATA")
    return Places(
        data=platformdirs.user_data_path(_APP, appauthor=False),
        config=config
        or _path(env, "CARTUI_CONFIG")
        or platformdirs.user_config_path(_APP, appauthor=False) / "config.toml",
        state=_path(env, "CARTUI_STATE") or platformdirs.user_state_path(_APP, appauthor=False),
        chosen=None if chosen is None else chosen.absolute(),
    )


def free_name(folder: Path, name: str) -> Path:
    """Return the first of name-1, name-2 ... that does not stand in `folder`."""
    numbered = (folder / f"{name}-{number}" for number in count(1))
    return next(path for path in numbered if not os.path.lexists(path))


def _path(env: Mapping[str, str], name: str) -> Path | None:
    return at_home(env[name]) if env.get(name) else None


def _kept_or_made(path: Path, fresh: str) -> str:
    """Return the id in a file; make the file whole at once, so that two first runs agree."""
    if (kept := _read_device(path)) is not None:
        return kept
    draft = path.with_name(f"{_DEVICE}.{fresh}")
    _write_private(draft, fresh.encode() + b"\n")
    try:
        os.link(draft, path)
    except FileExistsError:  # another first run was quicker, or what stands there is no id
        if (kept := _read_device(path)) is not None:
            return kept
        os.replace(draft, path)
    except OSError:  # a disk without hard links
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    return fresh


def _read_device(path: Path) -> str | None:
    try:
        kept = path.read_text(encoding="ascii").strip()
    except (FileNotFoundError, UnicodeDecodeError):
        return None
    whole = len(kept) == _DEVICE_SIGNS and all(sign in "0123456789abcdef" for sign in kept)
    return kept if whole else None


def _write_private(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())

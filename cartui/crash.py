"""The report a crash leaves: what failed and where in our own code, and nobody's words.

It names types, our own files and lines, versions and the terminal. It holds no message of an
exception, no value, no path of a workspace: those may carry what people have written.
"""

import os
import platform
import sys
import traceback
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from cartui import __version__
from cartui.model.problems import CartuiProblem
from cartui.store.folders import prepare

_HOUSE = Path(__file__).resolve().parents[1]
_ROOMS = ("cartui", "screens", "data")
_BESIDE = ("textual", "rich", "tinydb", "msgspec", "click")
_LAST_ACTIONS = 20


def keep_report(error: BaseException, folder: Path, *, actions: Iterable[str] = ()) -> Path | None:
    """Write a report into `folder` (0600) and return its path; None if it cannot be written.

    `actions` are the ids of the last actions, oldest first, such as "board.advance".
    """
    lines = [*_surroundings(), "", *_failures(error), "", "Last actions"]
    lines += [f"  {action}" for action in list(actions)[-_LAST_ACTIONS:]] or ["  none"]
    path = folder / f"crash-{datetime.now(UTC):%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    try:
        prepare(folder)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    except (OSError, CartuiProblem):
        return None
    return path


def _surroundings() -> Iterator[str]:
    yield f"cartui {__version__}, Python {platform.python_version()}, {platform.platform()}"
    yield ", ".join(f"{name} {_version(name)}" for name in _BESIDE)
    try:
        columns, rows = os.get_terminal_size()
        size = f"{columns}x{rows}"
    except OSError:
        size = "no terminal"
    known = ("TERM", "COLORTERM", "TERM_PROGRAM", "LANG")
    yield ", ".join([size, *(f"{name}={os.environ.get(name, '')[:40]}" for name in known)])
    # While screens are shown, sys.stdout is not the terminal.
    yield f"encoding {getattr(sys.__stdout__, 'encoding', 'unknown')}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"


def _failures(error: BaseException) -> Iterator[str]:
    """Say each exception of the chain by its type, and where in our code it passed."""
    seen: set[int] = set()
    each: BaseException | None = error
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        yield f"{type(each).__module__}.{type(each).__qualname__}"
        yield from _our_frames(each)
        each = each.__cause__ or each.__context__


def _our_frames(error: BaseException) -> Iterator[str]:
    for frame, line in traceback.walk_tb(error.__traceback__):
        code = frame.f_code
        try:
            inside = Path(code.co_filename).resolve().relative_to(_HOUSE)
        except ValueError:
            continue
        if inside.parts[0] in _ROOMS:
            yield f"  {inside.as_posix()}:{line} in {code.co_name}"

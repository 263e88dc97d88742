"""A fresh copy of a practice programme, its story moved to these weeks; never over real work."""

import os
import shutil
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from importlib.resources.abc import Traversable
from pathlib import Path

import data
from cartui.model.problems import CartuiProblem
from cartui.practice.moving import moved
from cartui.practice.story import known, opening
from cartui.store.durable import saving, write_new
from cartui.store.events import Change
from cartui.store.folders import prepare, prepare_below
from cartui.store.journal import Journal
from cartui.store.problems import UnsafePlace

SHIPPED = "workspace"
_OURS = frozenset(
    {"programme.json", "programme.back.json", "groups", "journal", "generations", ".DS_Store"}
)


class NotAPracticeFolder(CartuiProblem):
    """A practice programme was to be put where other things stand."""


class PracticeHere(CartuiProblem):
    """A practice copy stands there already, and nobody said that it may go."""


def fresh_copy(
    programme: str, target: Path, *, today: date | None = None, replace: bool = False
) -> Path:
    """Put a fresh copy of a shipped practice programme into `target`, for this person alone.

    All its dates are moved by whole weeks, so that it was told in the seven days up to `today`;
    nothing else differs from what is shipped. With `replace` a practice copy that stands there
    goes; anything else never does. Raises NoSuchProgramme, PracticeHere, NotAPracticeFolder,
    UnsafePlace and SaveFailed, and then nothing was changed.
    """
    source = data.place(f"{known(programme)}/{SHIPPED}")
    told = date.fromisoformat(opening(programme).told_on)
    days = ((today or datetime.now(UTC).astimezone().date()) - told).days // 7 * 7
    files = {
        f"journal/{each.name}": moved(each.read_bytes(), days)
        for each in source.joinpath("journal").iterdir()
        if each.name.endswith(".jsonl")
    } | dict(_texts(source))
    with saving():
        if _to_replace(target) if replace else empty_place(target):
            fresh = target.with_name(f".{target.name}.new")
            shutil.rmtree(fresh, ignore_errors=True)
            _set_down(fresh, files)
            _swap(fresh, target)
        else:
            _set_down(target, files)
    return target


def _texts(source: Traversable) -> Iterator[tuple[str, bytes]]:
    """Yield the draft texts of a shipped workspace: no date in them is moved, names prove them."""
    for group in source.joinpath("groups").iterdir():
        texts = group.joinpath("texts")
        if texts.is_dir():
            for each in texts.iterdir():
                yield f"groups/{group.name}/texts/{each.name}", each.read_bytes()


def _set_down(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write journals and texts into a folder. The tables come from them when it is opened first."""
    prepare(folder)
    try:
        for relative, raw in files.items():
            prepare_below(folder, relative)
            write_new(folder / relative, raw)
    except BaseException:  # half a story is none: the next try finds the folder empty
        for each in ("journal", "groups"):
            shutil.rmtree(folder / each, ignore_errors=True)
        raise


def is_practice(folder: Path) -> bool:
    """Whether a folder holds a workspace that says of itself that it is for practice.

    Reads the open journals and writes nothing. What cannot be read is taken for real work.
    """
    marked = False
    for change in _open_changes(folder):
        for event in change.events:
            if event.kind == "programme":
                fields = event.value if event.op == "create" else {event.field: event.value}
                marked = bool((fields or {}).get("practice", marked))
    return marked


def empty_place(target: Path) -> bool:
    """Make sure that nothing stands in a folder. Raises PracticeHere, NotAPracticeFolder."""
    if not _holds_anything(target):
        return False
    if is_practice(target):
        raise PracticeHere(
            f"A practice copy stands in {target} already. Nothing was changed; open it, or choose "
            "another folder."
        )
    raise _not_for_practice(target)


def _to_replace(target: Path) -> bool:
    """Whether a practice copy has to go first. Raises NotAPracticeFolder for anything else."""
    if not _holds_anything(target):
        return False
    if not is_practice(target) or any(_strangers(target)):
        raise _not_for_practice(target)
    return True


def _holds_anything(target: Path) -> bool:
    if target.is_symlink():
        raise UnsafePlace(f"{target} is a link. Choose the folder that it leads to instead.")
    if target.exists() and not target.is_dir():
        raise UnsafePlace(f"{target} is not a folder.")
    return target.is_dir() and any(target.iterdir())


def _strangers(target: Path) -> Iterator[str]:
    for each in os.listdir(target):
        if each not in _OURS and not each.endswith(".lock"):
            yield each


def _not_for_practice(target: Path) -> NotAPracticeFolder:
    return NotAPracticeFolder(
        f"{target} holds files that are not a practice programme. Nothing was touched; choose an "
        "empty folder, or one that does not exist yet."
    )


def _open_changes(folder: Path) -> Iterator[Change]:
    for path in sorted((folder / "journal").glob("*.jsonl")):
        name = path.name.removesuffix(".jsonl")
        if not name.endswith(".back"):
            for line in Journal(path.parent, name).read():
                if isinstance(line, Change):
                    yield line


def _swap(fresh: Path, target: Path) -> None:
    """Put one folder in the place of another; if that fails, the old one stands there again."""
    old = target.with_name(f".{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    os.rename(target, old)
    try:
        os.rename(fresh, target)
    except OSError:
        os.rename(old, target)
        raise
    shutil.rmtree(old, ignore_errors=True)

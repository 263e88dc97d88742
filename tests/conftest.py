"""What every test may ask for: a folder, a fixed identity, and no way to the real home folder."""

import gc
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from textual.app import App

from cartui.store.identity import Identity
from tests.settling import noting_apps, settled

LONGEST_FIRST = (
    "tests/wheel", "tests/fuzz", "tests/e2e/test_hostile", "tests/faults/test_faults",
    "_hostile.py", "tests/canary", "tests/practice/test_large", "tests/e2e", "tests/faults",
    "tests/pictures", "tests/screens",
)  # fmt: skip
"""Parts of the suite by how long one test of them takes. What is not named here is over at once."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest: no worker is left alone with it while the others are done."""

    def turn(item: pytest.Item) -> int:
        named = (place for place, part in enumerate(LONGEST_FIRST) if part in item.nodeid)
        return next(named, len(LONGEST_FIRST))

    items.sort(key=turn)


def pytest_make_parametrize_id(val: object) -> str | None:
    """Name the bytes of a file by their number: in a file made just now the time stands, too, and
    workers that begin in different seconds would not speak of the same test.
    """
    return f"{len(val)} bytes" if isinstance(val, bytes) and len(val) > 40 else None


def pytest_collection_finish() -> None:
    """Let the collector pass over what the suite itself is made of, and come less often.

    It took a tenth to a quarter of the time: every app is built from many thousand small things.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int | None:
    """Run one worker more than there are cores: some tests wait for a terminal or a disk."""
    if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ:
        return None  # xdist takes that itself
    share = getattr(os, "sched_getaffinity", None)
    return (len(share(0)) if share else os.cpu_count() or 1) + 1


class StillClock:
    """A clock that stands at one moment until a test moves it on."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_time(self, **time: float) -> None:
        """Go on by so many `days`, `hours`, `minutes` or `seconds`."""
        self.now += timedelta(**time)


def counting_ids(prefix: str = "u") -> Callable[[], str]:
    """Return uids that are the same in every run: u0001, u0002 ..."""
    numbers = count(1)
    return lambda: f"{prefix}{next(numbers):04d}"


@pytest.fixture(autouse=True, scope="session")
def pilots_wait_for_the_app() -> Iterator[None]:
    """Let Textual's pilot wait until an app has nothing left to do, and not by the clock."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("textual.app.wait_for_idle", settled)
        patched.setattr("textual.pilot.wait_for_idle", settled)
        patched.setattr(App, "__init__", noting_apps(App.__init__))
        yield


@pytest.fixture(autouse=True)
def own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep this test's settings and state in a folder of its own, and no workspace by default."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "CARTUI_DATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CARTUI_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("CARTUI_CONFIG", str(tmp_path / "config.toml"))
    return home


@pytest.fixture(autouse=True)
def nothing_was_said_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what the program says once be said once in each test, whichever came before it."""
    monkeypatch.setattr("screens.backstage.note_box._said", [])


@pytest.fixture
def workspace_folder(tmp_path: Path) -> Path:
    """A place for a workspace; nothing stands there yet."""
    return tmp_path / "workspace"


@pytest.fixture
def clock() -> StillClock:
    """The clock that `identity` reads."""
    return StillClock()


@pytest.fixture
def identity(clock: StillClock) -> Identity:
    """A facilitator at a device, at 10 o'clock on 2 March 2026, with countable uids."""
    return Identity(device="d0d0d0d0", actor="Rowan", clock=clock, new_id=counting_ids())

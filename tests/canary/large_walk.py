"""The canary on the large practice programme: each page at each size, from both FRONT stages.

A step is one page at one size in one stage, on a copy of its own. `tests.canary.run` goes all the
steps with every key; `test_canary_large` goes a few of them with a few keys.
"""

import asyncio
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, cast
from unittest.mock import patch

from click.testing import CliRunner
from msgspec import Struct

from cartui.app import CartuiApp
from cartui.app.second_window import SecondWindow
from cartui.cli import cartui
from cartui.practice import fresh_copy
from cartui.services.following import Following
from cartui.store.identity import Identity
from screens.parts.body import LEAST
from tests.canary.opened import back_files, files_opened
from tests.canary.planting import MARK, plant
from tests.canary.test_canary import PAGES, PUBLIC_PAGES
from tests.canary.test_canary_present import PAGE, ROUTES, go, present
from tests.canary.walking import Walk, walking
from tests.canary.witness import Witness, files_holding
from tests.conftest import StillClock, counting_ids

SIZES = [(80, 24), (120, 40), (60, 18), (100, 30), (200, 60)]
LARGE_PAGES = [
    *PAGES, "5 enter z", "5 enter v", "5 enter D", "1 down enter", "1 down 4", "1 down 5 enter",
]  # fmt: skip
"""The pages there are, and those of the second group, and of a draft's other faces."""
MEMBERS, PUBLIC, PRESENT, SECOND = "members", "public", "present", "second window"
FORMATS = {
    "json": ["json"], "people": ["csv", "md", "html"], "board": ["md", "html"],
    "rules": ["md", "csv", "html"], "feedback": ["md", "csv", "html"],
    "meetings": ["ics", "md"], "record": ["md", "html", "csv", "txt"],
}  # fmt: skip
MEMBERS_ONLY = ("rules", "feedback", "record.csv")
"""What is refused to outsiders."""


class Step(Struct, frozen=True):
    """One page at one size in one stage."""

    stage: str
    size: tuple[int, int]
    page: str

    def __str__(self) -> str:
        return f"{self.stage} {self.size[0]}x{self.size[1]} {self.page!r}"


class Gone(Struct):
    """What a step came to: keys pressed, looks taken, where the marker was found, what broke."""

    keys: int = 0
    looks: int = 0
    hits: list[str] = []
    faults: list[str] = []


def steps() -> Iterator[Step]:
    """Yield every step there is, the two usual sizes first."""
    for size in SIZES:
        for stage, pages in ((MEMBERS, LARGE_PAGES), (PUBLIC, PUBLIC_PAGES), (PRESENT, ROUTES)):
            yield from (Step(stage, size, page) for page in pages)
    yield from (Step(SECOND, (60, 18), route) for route in ROUTES)


def planted_large(folder: Path) -> None:
    """Put the large programme there, the marker in every back field beside every open record."""
    planter = Identity(device="abababab", clock=StillClock(), new_id=counting_ids("planted"))
    fresh_copy("large", folder, today=date(2026, 3, 2))
    plant(folder, planter)


def taken(step: Step, seedbed: Path, few: Callable[[list[str]], list[str]] | None = None) -> Gone:
    """Take a step on a copy of its own; `few` chooses among the keys of its page."""
    with tempfile.TemporaryDirectory() as place, _at_home(Path(place)):
        folder, gone = Path(place) / "workspace", Gone()
        shutil.copytree(seedbed, folder)
        with files_opened() as opened:
            try:
                asyncio.run(_walk(step, folder, gone, few))
            except Exception as fault:  # told beside the hits: the other steps go on
                gone.faults.append(repr(fault))
        if step.stage in (MEMBERS, PUBLIC):
            gone.hits += [f"opened {path}" for path in back_files(opened)]
        gone.hits += [f"written {path}" for path in files_holding(Path(place), MARK)]
    return gone


@contextmanager
def _at_home(place: Path) -> Iterator[None]:
    """Leave no way to anybody's own settings or state."""
    names = {"HOME": "home", "CARTUI_STATE": "state", "CARTUI_CONFIG": "config.toml"}
    with patch.dict(os.environ, {name: str(place / part) for name, part in names.items()}):
        yield


async def _walk(
    step: Step, folder: Path, gone: Gone, few: Callable[[list[str]], list[str]] | None
) -> None:
    walker = Identity(device="cdcdcdcd", actor="Rowan", clock=StillClock(), new_id=counting_ids())
    async with walking(folder, walker, max(LEAST, step.size)) as walk:
        _count(walk, gone)
        if few is not None:
            here = walk.keys_here
            walk.keys_here = lambda: few(here())
        await WAYS[step.stage](walk, step)
        gone.looks += walk.witness.looks
        gone.hits += walk.witness.hits


def _count(walk: Walk, gone: Gone) -> None:
    press = walk.press

    async def counted(*keys: str) -> None:
        gone.keys += len(keys)
        await press(*keys)

    walk.press = counted  # type: ignore[method-assign]


async def _members(walk: Walk, step: Step) -> None:
    """Press every key of the page."""
    walk.size = step.size
    await walk.every_key(*step.page.split())


async def _public(walk: Walk, step: Step) -> None:
    await walk.go_public()
    await _members(walk, step)


async def _present(walk: Walk, step: Step) -> None:
    """Press `p` in BACK; then every key of the page, and some that must rest."""
    await walk.go_back_stage()
    await go(walk, step.page)
    await walk.pilot.resize_terminal(*step.size)
    await present(walk)
    walk.witness.forget()
    await walk.look_after(*PAGE)
    await walk.press("q")
    walk.witness.look("after the page")


async def _second(walk: Walk, step: Step) -> None:
    """Show things on the second window, the first one staying BACK."""
    await walk.go_back_stage()
    await go(walk, step.page)
    state = walk.app.places.state
    second = SecondWindow(Following(state), walk.app.places.reports, "stage", plain=False)
    witness = Witness(cast(CartuiApp, second), MARK)
    async with second.run_test(size=step.size) as pilot:
        witness.watch_terminal()
        await present(walk)
        for key in PAGE:
            if key not in ("ctrl+g", "enter"):  # those two leave the bar
                await walk.press(key)
                await asyncio.sleep(0.25)
                await pilot.pause()
                witness.look(f"second window, {step.page} {key}")
        await walk.press("q")
    walk.witness.forget()  # the first one stood BACK, as it may
    walk.witness.looks += witness.looks
    walk.witness.hits += witness.hits


WAYS: dict[str, Callable[[Walk, Step], Any]] = {
    MEMBERS: _members, PUBLIC: _public, PRESENT: _present, SECOND: _second
}  # fmt: skip


def exports(seedbed: Path) -> Iterator[tuple[str, str]]:
    """Yield (what was asked for, what is wrong with it) of every export, as files and for both."""
    for what, forms in FORMATS.items():
        for form in forms:
            for public in (False, True):
                with tempfile.TemporaryDirectory() as place, _at_home(Path(place)):
                    file = Path(place) / f"out.{form}"
                    words = ["export", what, str(file), *(["--public"] if public else [])]
                    yield f"{what} {form} {public=}", _exported(seedbed, words, file)


def _exported(seedbed: Path, words: list[str], file: Path) -> str:
    with files_opened() as opened:
        ran = CliRunner().invoke(cartui, ["--data", str(seedbed), *words])
    came = file.read_text("utf-8") if file.exists() else ""
    if MARK in ran.output + ran.stderr + str(ran.exception or "") + came:
        return "the marker"
    if back := back_files(opened):
        return f"opened {back}"
    asked = (words[1], f"{words[1]}{file.suffix}")
    refused = "--public" in words and any(each in MEMBERS_ONLY for each in asked)
    return "" if (len(came) > 200) != refused else f"{len(came)} signs: {ran.output}{ran.stderr}"

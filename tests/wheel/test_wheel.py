"""The wheel as a stranger gets it: whole, in an empty environment, every screen opened."""

import json
import os
import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = [pytest.mark.wheel, pytest.mark.xdist_group("wheel")]  # one worker builds it once

ROOT = Path(__file__).parents[2]
PACKAGES = ("cartui", "screens", "data")
NO_NETWORK = (
    "No matching distribution found for",
    "Could not find a version",
    "Network is unreach",
)


def run(*command: str | Path, cwd: Path, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, input=given, capture_output=True, text=True)


def pip(python: Path, *words: str | Path, cwd: Path) -> None:
    """Run pip. Without a network the test is skipped, except in CI."""
    ran = run(python, "-m", "pip", "--disable-pip-version-check", "--quiet", *words, cwd=cwd)
    may_skip = ran.returncode and "CARTUI_CI" not in os.environ
    if may_skip and any(sign in ran.stderr for sign in NO_NETWORK):
        pytest.skip("pip reaches no package index from here")
    assert ran.returncode == 0, ran.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel."""
    folder = tmp_path_factory.mktemp("built")
    build = ("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT)
    pip(Path(sys.executable), *build, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install it into an environment in which nothing else is; return its folder of programs."""
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    pip(programs / "python", "install", wheel, cwd=folder)
    return programs


def shipped() -> Iterator[str]:
    """Yield every file that belongs in the wheel."""
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path.relative_to(ROOT).as_posix()


def test_the_wheel_holds_everything_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    inside = {name for name in names if ".dist-info/" not in name}
    assert inside == set(shipped())
    assert {f"{package}/py.typed" for package in PACKAGES} <= inside
    assert any(name.endswith(".tcss") for name in inside)
    assert "data/cycles/CS5.json" in inside
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_program_runs_from_there(environment: Path, tmp_path: Path) -> None:
    program = environment / "cartui"
    assert run(program, "--version", cwd=tmp_path).stdout.startswith("cartui ")
    added = run(program, "--data", "ws", "note", "add", "--stdin", cwd=tmp_path, given="one\ntwo\n")
    given = json.loads(run(program, "--data", "ws", "export", "json", "-", cwd=tmp_path).stdout)
    assert {note["uid"] for note in given["records"]["note"]} == set(added.stdout.split())
    calendar = ("export", "meetings", "-", "--format", "ics")
    assert run(program, "--data", "ws", *calendar, cwd=tmp_path).stdout.startswith(
        "BEGIN:VCALENDAR"
    )


OPEN_ALL = """
import asyncio, sys
from pathlib import Path
import cartui.app, screens, data
from cartui.app import CartuiApp
from cartui.practice import fresh_copy, programmes
from cartui.app.rooms import SCREENS

async def look(app, *keys):
    shown = []
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        shown.append(type(app.screen).__name__)
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
            shown.append(type(app.screen).__name__)
    assert app.return_code in (0, None), app.return_code
    return shown

async def main():
    assert all("site-packages" in m.__file__ for m in (cartui.app, screens, data))
    print(*await look(CartuiApp(None)))
    for programme in programmes():
        folder = fresh_copy(programme, Path(programme))
        print(*await look(CartuiApp(folder), *(each.key for each in SCREENS)))
        print(*await look(CartuiApp(folder), ",", "escape", "question_mark", "escape", "colon"))
        print(*await look(CartuiApp(folder), "B", "enter", *(each.key for each in SCREENS)))
        pages = ("5", "enter", "escape", "4", "p", "q", "6", "enter")
        print(*await look(CartuiApp(folder), *pages))

asyncio.run(main())
"""


def test_every_screen_opens_from_there(environment: Path, tmp_path: Path) -> None:
    ran = run(environment / "python", "-c", OPEN_ALL, cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr + ran.stdout
    first, *shown = ran.stdout.splitlines()
    assert first == "FirstRun"
    every = {"HomeScreen", "PeopleScreen", "CycleScreen", "RulesScreen", "DraftsScreen"}
    every |= {"MeetingScreen"}
    for of_one in (shown[:4], shown[4:]):  # each of the two programmes
        screens, asides, back, pages = (set(line.split()) for line in of_one)
        assert every <= screens & back
        assert {"SettingsScreen", "KeysHelp", "Palette"} <= asides
        assert {"DraftPage", "PresentScreen", "LivePage"} <= pages

"""What runs side by side: two bare programs, and cartui on each workspace and screen."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path

from benchmarks.ptybench.contender import Contender
from benchmarks.workspaces import begin, copied

BARE = Path(__file__).parent / "baselines"
HOME = "Since you last looked"
"""On Home once it stands there whole."""

SCREENS = {
    "people": ("2", r"2 People.*\d+ people"),
    "board": ("3", "cards?"),
    "filter": ("2 /", "Find"),
    "home": ("1", "since|Since"),
    "rules": ("4", "Where people stand"),
    "drafts": ("5", "Whose turn"),
    "draft": ("5 enter", r"\d+ to answer"),
    "verdict": ("5 enter", r"\d+ to answer"),
    "meetings": ("6", "Where"),
}
"""The keys that open a screen from Home, and what stands there then."""

KEYS = {
    "filter": "k backspace",
    "home": "tab shift+tab",
    "rules": "down down up up",
    "drafts": "down down up up",
    "draft": "> > > > > < < < < <",
    "verdict": "t u",
    "meetings": "down down down up up up",
    "meeting": "> > > < < <",
}
"""Keys that change these screens at every press."""


def there_and_back(key: str, back: str, steps: int) -> str:
    """So many steps one way, and the same back."""
    return " ".join([key] * steps + [back] * steps)


def keys_for(workspace: str, screen: str) -> str:
    """Keys that change the screen at every press: the practice programme is soon at its end."""
    if screen in KEYS:
        return KEYS[screen]
    if workspace != "practice":
        return there_and_back("down", "up", 15)
    key, back = ("right", "left") if screen == "board" else ("down", "up")
    return there_and_back(key, back, 3)


def installed() -> str:
    """The cartui beside this interpreter, or the one on the path."""
    found = shutil.which("cartui", path=str(Path(sys.executable).parent)) or shutil.which("cartui")
    if found is None:
        raise SystemExit("cartui is not installed here")
    return found


def bare(name: str, file: str, wait: str, keys: str) -> Contender:
    """A bare program."""
    command = shlex.join([sys.executable, str(BARE / file)])
    return Contender(name=name, command=command, wait=wait, keys=keys, quit="ctrl+q")


def cartui(workspace: str, screen: str, shelf: Path, scratch: Path) -> Contender:
    """The installed program on a copy of a workspace, opened on a screen."""
    place = scratch / f"{workspace}-{screen}".replace(" ", "-").replace(",", "")
    folder = copied(workspace, shelf, place / "ws")
    pre, pre_wait = SCREENS[screen]
    return Contender(
        name=f"{workspace} {screen}",
        command=installed(),  # as it is started every day
        wait=HOME,
        pre=pre,
        pre_wait=pre_wait,
        keys=keys_for(workspace, screen),
        env={
            "HOME": str(place),
            "CARTUI_DATA": str(folder),
            "CARTUI_STATE": str(place / "state"),
            "CARTUI_CONFIG": str(place / "config.toml"),
        },
    )


def in_meeting(workspace: str, shelf: Path, scratch: Path) -> Contender:
    """The same in the middle of a meeting: it starts on the meeting's own page."""
    program = cartui(workspace, "meetings", shelf, scratch / "running")
    begin(Path(program.env["CARTUI_DATA"]), Path(program.env["CARTUI_STATE"]))
    program.name, program.keys = f"{workspace} meeting", KEYS["meeting"]
    program.pre = program.pre_wait = ""
    program.wait = "running|Time is over"
    return program


def all_programs(shelf: Path, scratch: Path) -> dict[str, Contender]:
    """By name; the first is what all starts and keys are compared with."""
    some = [
        bare("hello", "hello.py", "Hello ready", "x"),
        bare("input", "bare_input.py", "Input ready", "a backspace"),
    ]
    for workspace in ("practice", "small", "middle", "large"):
        some += [cartui(workspace, screen, shelf, scratch) for screen in ("board", "people")]
    some.append(cartui("small", "draft", shelf, scratch))
    for screen in ("home", "rules", "drafts", "draft", "verdict"):
        some.append(cartui("programme", screen, shelf, scratch))
    some += [cartui("large", screen, shelf, scratch) for screen in ("rules", "draft", "verdict")]
    some += [cartui("review", screen, shelf, scratch) for screen in ("draft", "verdict")]
    some += [cartui(workspace, "meetings", shelf, scratch) for workspace in ("middle", "large")]
    some += [in_meeting(workspace, shelf, scratch) for workspace in ("middle", "large")]
    some.append(cartui("5,000 records", "filter", shelf, scratch))
    saving = cartui("middle", "board", shelf, scratch / "saving")
    saving.name, saving.keys = "middle board, saving", "> u down up"
    return {program.name: program for program in [*some, saving]}

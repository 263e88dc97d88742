"""The quick driver in a real pseudo-terminal: Esc, arrows, a burst of keys, and leaving."""

import os
import sys
from contextlib import suppress
from pathlib import Path

import pexpect
import pyte
import pytest

from cartui.model.people import Group
from tests.screens.stage import north, reopened

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")


def _own() -> dict[str, str]:
    """What a person's terminal has: a runner of tests may have set a size of its own."""
    return {name: kept for name, kept in os.environ.items() if name not in ("LINES", "COLUMNS")}


class Terminal:
    """cartui on a pseudo-terminal of 100 by 30, and what a person would see there."""

    def __init__(self, folder: Path) -> None:
        self._screen = pyte.Screen(100, 30)
        self._stream = pyte.ByteStream(self._screen)
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "cartui", "--data", str(folder)],
            dimensions=(30, 100),
            env={**_own(), "TERM": "xterm-256color", "LANG": "C.UTF-8"},
            timeout=30,
        )

    def until(self, words: str) -> str:
        """Read until these words stand on the screen; return all that stands there."""
        for _ in range(600):
            try:
                self._stream.feed(self.child.read_nonblocking(65536, timeout=0.1))
            except pexpect.TIMEOUT:
                pass
            except pexpect.EOF:
                break
            shown = "\n".join(self._screen.display)
            if words in shown:
                return shown
        pytest.fail(f"{words!r} never stood on the screen:\n" + "\n".join(self._screen.display))

    def until_gone(self, words: str) -> None:
        """Read until these words have left the screen: Esc and a letter in one breath are Alt."""
        for _ in range(600):
            if words not in "\n".join(self._screen.display):
                return
            with suppress(pexpect.TIMEOUT):
                self._stream.feed(self.child.read_nonblocking(65536, timeout=0.1))
        pytest.fail(f"{words!r} never left the screen")


def test_keys_in_a_real_terminal(workspace_folder: Path) -> None:
    north(workspace_folder)
    terminal = Terminal(workspace_folder)
    terminal.until("Group")
    terminal.child.send("?")
    terminal.until("Keys on this screen")
    terminal.child.send("\x1b")
    terminal.until_gone("Keys on this screen")
    terminal.until("n new group")
    terminal.child.send("nQuay side\r")
    terminal.until("Which cycle does the group work in?")
    terminal.child.send("\x1b[B\r")
    terminal.until("Who is in Quay side?")
    terminal.child.send("\x1b")
    terminal.until_gone("Who is in Quay side?")
    terminal.until("Started the group Quay side")
    terminal.child.send("q")
    terminal.until("All saved. Leave?")
    terminal.child.send("\r")
    terminal.child.expect(pexpect.EOF)
    terminal.child.close()
    assert terminal.child.exitstatus == 0
    groups = reopened(workspace_folder).table(Group)
    assert [(group.name, group.cycle) for group in groups.values()] == [
        ("North", "CS5"),
        ("Quay side", "AR4"),
    ]


BREAKS = """
import sys
from pathlib import Path
from cartui.app import CartuiApp
from screens.home.screen import HomeScreen

def broken(self):
    private = "kingfisher"
    raise ValueError(private)

HomeScreen.action_put_away = broken
app = CartuiApp(Path(sys.argv[1]))
app.run()
sys.exit(app.return_code)
"""


def test_a_crash_gives_the_terminal_back_and_says_one_sentence(workspace_folder: Path) -> None:
    north(workspace_folder)
    child = pexpect.spawn(
        sys.executable,
        ["-c", BREAKS, str(workspace_folder)],
        dimensions=(30, 200),
        env={**_own(), "TERM": "xterm-256color", "LANG": "C.UTF-8"},
        timeout=60,
    )
    child.expect("put away")
    child.send("X")
    child.expect(pexpect.EOF)
    output = child.before.decode(errors="replace")
    child.close()
    _, left, after = output.rpartition("\x1b[?1049l")
    assert left
    assert "cartui met a fault of its own and stopped." in after
    assert "A report without any of your words is in" in after
    assert "kingfisher" not in after
    assert "Traceback" not in after
    assert child.exitstatus == 1

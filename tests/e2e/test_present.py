"""Two windows in two real terminals: the second follows, and knows when the first is gone."""

from pathlib import Path

from tests.e2e.conftest import Open
from tests.hostile import alive

CLICKER = {"next": "\x1b[6~", "before": "\x1b[5~", "F5": "\x1b[15~", "blank": ".", "Esc": "\x1b"}
"""What a presenter's clicker sends."""


def test_the_second_window_follows_while_the_first_stays_back(
    open_cartui: Open, practice: Path
) -> None:
    first = open_cartui("--data", str(practice))
    first.wait_for("Home")
    second = open_cartui("present", size=(18, 60))
    second.wait_for("Nothing is shown just now.")

    first.press("3", "B", "enter")
    first.wait_for("BACK private")
    first.press("p")
    first.wait_for("On the second window: ")
    second.wait_for("Topic")
    second.wait_for("PRESENT")
    assert "BACK private" in first.text()
    first.press(CLICKER["blank"])
    first.wait_for("blank now")
    second.wait_for_blank()
    first.press(CLICKER["F5"])
    second.wait_for("Topic")
    first.press("enter")
    first.wait_for("It stays on the second window")
    first.press("p", "q")
    second.wait_for("Nothing is shown just now.")

    first.press("p")
    second.wait_for("Topic")
    first.kill()
    second.wait_for("The first window is gone.")
    assert b"BACK" not in second.sent
    assert str(practice).encode() not in second.sent
    second.press("q")
    assert second.wait_for_end() == 0


def test_one_window_is_driven_by_a_clicker(open_cartui: Open, practice: Path) -> None:
    terminal = open_cartui("--data", str(practice), size=(24, 80))
    terminal.wait_for("Home")
    terminal.press(":")
    terminal.wait_for("What would you like to do?")
    terminal.type("show words")
    terminal.press("enter")
    terminal.wait_for("Words for the room")
    terminal.type("listen " * 100)
    terminal.press("enter")
    terminal.wait_for("page 1 of 2")
    terminal.press(CLICKER["next"])
    terminal.wait_for("page 2 of 2")
    terminal.press(CLICKER["before"])
    terminal.wait_for("page 1 of 2")
    for blank in ("F5", "Esc", "blank"):
        terminal.press(CLICKER[blank])
        terminal.wait_for_blank()
        terminal.press(CLICKER[blank])
        terminal.wait_for("page 1 of 2")
    terminal.press("q")
    assert "FRONT members" in terminal.wait_for("Home")
    assert alive(bytes(terminal.sent)) == []


def test_a_second_window_opened_later_follows_too(open_cartui: Open, practice: Path) -> None:
    first = open_cartui("--data", str(practice))
    first.wait_for("Home")
    first.press("p")
    first.wait_for("PRESENT")
    second = open_cartui("--data", str(practice), "present", size=(18, 60))
    second.wait_for("Case study group")
    other = open_cartui("--data", str(practice.parent), "present", size=(18, 60))
    other.wait_for("Nothing is shown just now.")
    first.press("q")
    second.wait_for("Nothing is shown just now.")

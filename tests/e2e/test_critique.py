"""A critique round in real terminals: the second window follows, and kill -9 takes nothing."""

from pathlib import Path

from cartui.services.critique_words import critique_words
from tests.e2e.conftest import Open
from tests.hostile import alive

STEPS = [step.title for step in critique_words().steps]
SAID = "the numbers are from one ward"


def test_killed_in_the_middle_it_goes_on_in_the_same_place_with_all_that_was_said(
    open_cartui: Open, practice: Path
) -> None:
    first = open_cartui("--data", str(practice))
    first.wait_for("Home")
    first.press("5", "enter")
    first.wait_for("to answer")
    first.press("P")
    first.wait_for(STEPS[0])
    second = open_cartui("present", size=(18, 60))
    second.wait_for(STEPS[0])
    first.press("t", ">")
    first.wait_for(STEPS[1])
    second.wait_for(STEPS[1])
    for key, words in (("2", SAID), ("4", "not for this room")):
        first.press(key)
        first.wait_for("Enter keeps it")
        first.type(words)
        first.press("enter")
        first.wait_for(critique_words().kept)
    first.press("1")
    first.wait_for("Enter keeps it")
    first.type("half")
    first.kill()
    second.wait_for("The first window is gone.")
    for window in (first, second):
        assert alive(bytes(window.sent)) == []
        assert b"from one ward" not in bytes(window.sent)
        assert b"not for this room" not in bytes(window.sent)
    assert b"olitics" not in bytes(second.sent)

    again = open_cartui("--data", str(practice))
    again.wait_for(f"A critique round stands at “{STEPS[1]}”")
    again.press("5", "enter")
    again.wait_for("to answer")
    again.press("P")
    again.wait_for("go on at")
    again.press("enter")
    again.wait_for(STEPS[1])
    assert "The clock is stopped" not in again.text()
    again.press("q")
    again.wait_for("Left at")
    assert SAID in (practice / "journal").joinpath(_open_journal(practice)).read_text()
    again.press("B", "enter")
    again.wait_for("BACK private")
    again.wait_for("[p2")  # beside the one that stood there before


def _open_journal(practice: Path) -> str:
    """Return the name of the journal that was written to last, of the open side."""
    found = [each for each in (practice / "journal").glob("*.jsonl") if ".back" not in each.name]
    return max(found, key=lambda each: each.stat().st_mtime_ns).name

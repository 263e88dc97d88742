"""A quick review of forty comments in a real terminal: every key counted, the plug pulled midway.

One window is 80x24, as on a projector. What was decided is read back by the shell command.
"""

import csv
import json
import os
import re
import subprocess
import time
from pathlib import Path
from typing import Any

from tests.e2e.conftest import Open
from tests.e2e.terminal import PROGRAM, Terminal

TITLE = "One letter, four agencies"
BEFORE, AFTER = "tadlttatdttlt", "ttlttdtttttttatttdttttatttt"
"""The verdict keys before the plug is pulled, and after it: forty, three of them `l`."""
DECIDED = {"t": "take", "a": "adapt", "d": "decline", "l": "later"}
IN_HAND = re.compile(r"^ (\d+)  [!?>+] \w", re.MULTILINE)
"""The number of the comment under the text, before its tone."""


class Review:
    """One facilitator's review, over as many windows as it takes; `keys` counts each press."""

    def __init__(self) -> None:
        self.given: dict[int, str] = {}
        self.keys = 0

    def open(self, terminal: Terminal, waiting: str) -> int:
        """Open what waits by Home's one next step; return the comment that is then in hand."""
        assert TITLE in terminal.wait_for(f"Next: {waiting}")
        self.press(terminal, ">")
        terminal.wait_for(" done ")
        return shown_in_hand(terminal)

    def press(self, terminal: Terminal, *keys: str) -> None:
        """Press keys, and count them."""
        self.keys += len(keys)
        terminal.press(*keys)

    def answer(self, terminal: Terminal, keys: str) -> None:
        """Give a comment for each key its verdict, and see each one taken in."""
        for key in keys:
            number = shown_in_hand(terminal)
            self.press(terminal, key)
            shown_in_hand(terminal, other_than=number)
            self.given[number] = key


def shown_in_hand(terminal: Terminal, other_than: int = 0) -> int:
    """Return the number of the comment in hand, once one is; 0 if none waits any more."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        shown = terminal.text()
        found = IN_HAND.search(shown)
        if "All answered." in shown:
            return 0
        if found is not None and int(found[1]) != other_than:
            return int(found[1])
    raise AssertionError(f"no other comment than {other_than}:\n{terminal.text()}")


def shell(home: Path, *words: str) -> str:
    """Return what cartui answers in the shell."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("CARTUI_")}
    ran = subprocess.run(
        [PROGRAM, "--data", str(home / "play"), *words], env=env | {"HOME": str(home)},
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return ran.stdout


def feedback(home: Path) -> list[dict[str, str]]:
    """Return the table of the draft's comments, in the order of their numbers."""
    words = ("export", "feedback", "-", "--draft", TITLE, "--format", "csv")
    return list(csv.DictReader(shell(home, *words).splitlines()))


def records(home: Path, kind: str) -> list[dict[str, Any]]:
    """Return all records of a kind."""
    found: list[dict[str, Any]] = json.loads(shell(home, "export", "json", "-"))["records"][kind]
    return found


def decided(home: Path, review: Review) -> list[str]:
    """Return what the files say of each comment that was answered, in the order of the answers."""
    rows = feedback(home)
    return [rows[number - 1]["Decision"] for number in review.given]


def test_forty_comments_are_forty_verdicts_whatever_happens(
    open_cartui: Open, own_places: Path
) -> None:
    """Opened by one key; killed and resumed by one; a reason written, the others owed; the end."""
    play, review = str(own_places / "play"), Review()
    terminal = open_cartui("demo", "--programme", "large", "--data", play)
    review.open(terminal, "40 comments wait for you")
    before = feedback(own_places)
    assert [row["Decision"] for row in before].count("") == 40

    review.answer(terminal, BEFORE)
    stood = shown_in_hand(terminal)
    terminal.kill()

    again = open_cartui("--data", play)
    left = 40 - len(BEFORE) + BEFORE.count("l")
    assert review.open(again, f"{left} comments wait for you") == stood
    review.answer(again, AFTER)
    assert len(review.given) == 40
    assert review.keys == 40 + 2
    again.wait_for("0 to answer, 3 later")
    assert decided(own_places, review) == [DECIDED[key] for key in BEFORE + AFTER]

    put_off = [number for number, key in review.given.items() if key == "l"]
    assert shown_in_hand(again) == put_off[0]
    review.answer(again, "tt")
    assert shown_in_hand(again) == put_off[2]
    review.press(again, "a")
    again.wait_for(f"Adapted: {put_off[2]}. Because?")
    again.press("b")
    again.wait_for("because")
    again.type("Half of it is in the next draft.")
    again.press("enter")
    again.wait_for("All answered. Pass the turn to Gethin Breezeholt?")
    again.press("w")
    again.wait_for("all answered, turn passed to Gethin Breezeholt")
    again.press("1")
    assert f"“{TITLE}”" not in again.wait_for("Next: 7 comments wait for you")

    rows = feedback(own_places)
    for row, was in zip(rows, before, strict=True):
        assert row["Decision"]
        assert not was["Decision"] or row == was
    assert [rows[number - 1]["Decision"] for number in put_off] == ["take", "take", "adapt"]
    assert rows[put_off[2] - 1]["Reason"] == "Half of it is in the next draft."
    owed = [number for number, key in review.given.items() if key in "ad"]
    assert not any(rows[number - 1]["Reason"] for number in owed)
    before_us = [row for row in before if row["Decision"] in ("adapt", "decline")]
    owed_before = [row for row in before_us if not row["Reason"]]
    page = shell(own_places, "export", "feedback", "-", "--draft", TITLE)
    assert page.count("the reason is owed") == len(owed) + len(owed_before)
    (draft,) = (one for one in records(own_places, "draft") if one["title"] == TITLE)
    assert draft["turn"] == draft["author"] != ""


def test_undo_brings_each_comment_back_also_in_the_next_window(
    open_cartui: Open, own_places: Path
) -> None:
    play, review = str(own_places / "play"), Review()
    terminal = open_cartui("demo", "--programme", "large", "--data", play)
    review.open(terminal, "40 comments wait for you")
    review.answer(terminal, "tadt")
    answered, after = [*review.given], shown_in_hand(terminal)
    terminal.press("u")
    terminal.wait_for("Took back: took a comment")
    assert shown_in_hand(terminal, other_than=after) == answered[3]
    terminal.kill()
    assert decided(own_places, review) == ["take", "adapt", "decline", ""]

    again = open_cartui("--data", play)
    again.wait_for("Next: 37 comments wait for you")
    again.press("u", "u", "u")
    again.wait_for("Next: 40 comments wait for you")
    again.press("U")
    again.wait_for("Next: 39 comments wait for you")
    assert decided(own_places, review) == ["take", "", "", ""]

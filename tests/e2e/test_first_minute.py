"""A newcomer's first minute in a real terminal, from an empty home: every key counted.

The first page, a look round, a group of one's own, names pasted, a first card, a move, a private
note, hidden again, left, and opened again. Twenty keys in all, the texts not counted.
"""

import os
import subprocess
from pathlib import Path

from tests.e2e.conftest import Open
from tests.e2e.terminal import PROGRAM, Terminal
from tests.e2e.test_first_day import kept

NAMES = "Ada Fernhollow\r\nBridie Stonecrop\r\nCallum Quillfeather\r\n"
"""A column as a spreadsheet gives it."""
PRIVATE = "Bridie is tired of it"
WAYS = ("Enter", "look round", "start your own", "bring a list")
MANNERS = ("? shows the keys", "u takes back", "Esc goes back")


def everything(home: Path) -> str:
    """Return the workspace as JSON, what is private among it."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("CARTUI_")}
    words = ("export", "json", "-", "--include-back", "--yes")
    ran = subprocess.run(
        [PROGRAM, *words], env=env | {"HOME": str(home)}, capture_output=True, check=True
    )
    return ran.stdout.decode()


def start_a_group(terminal: Terminal) -> None:
    """Start one's own from the first page: five keys, a name, a list."""
    terminal.press("n")
    terminal.wait_for("Your name")
    terminal.type("Rowan")
    terminal.press("enter")
    terminal.wait_for("Name of the group")
    terminal.type("Falls group")
    terminal.press("enter")
    terminal.wait_for("From choosing a case to publishing")
    terminal.press("enter")
    terminal.wait_for("One name per line")
    terminal.paste(NAMES)
    terminal.press("esc")
    terminal.wait_for("Brought in 3 people")


def write_and_move_a_card(terminal: Terminal) -> None:
    """Do what Home names as the next step; the card goes one stage on."""
    assert "Next: Enter opens the board; there n writes" in terminal.text()
    terminal.press("enter")
    terminal.wait_for("No cards yet. Press n")
    terminal.press("n")
    terminal.wait_for("New card")
    terminal.type("Falls log")
    terminal.press("enter")
    terminal.wait_for("Wrote the card Falls log")
    terminal.press(">")
    terminal.wait_for("Moved Falls log to Data collection choices")


def note_in_private_and_hide(terminal: Terminal) -> None:
    """Go back stage, write a private note, and go FRONT by one key."""
    terminal.press("B")
    terminal.wait_for("Go back stage?")
    terminal.press("enter")
    terminal.wait_for("BACK private")
    terminal.press("c")
    terminal.wait_for("Private note on Falls log")
    terminal.type(PRIVATE)
    terminal.press("enter")
    terminal.wait_for("Wrote a private note")
    terminal.press("f")
    assert PRIVATE not in terminal.wait_for("FRONT members")


def leave(terminal: Terminal) -> None:
    """Leave from any screen: to Home, and out."""
    terminal.press("q")
    terminal.wait_for("Since you last looked")
    terminal.press("q")
    terminal.wait_for("All saved. Leave?")
    terminal.press("enter")
    assert terminal.wait_for_end() == 0


def test_the_whole_first_minute(open_cartui: Open, own_places: Path) -> None:
    look = open_cartui()
    first = look.wait_for("cartui helps you run an action research group.")
    assert "Everything stays on this computer." in first
    assert [words for words in (*WAYS, *MANNERS) if words not in first] == []
    look.press("enter")
    assert "practice" in look.wait_for("Tour 1 of 5")
    look.kill()  # a look round is no promise: the first page comes again

    terminal = open_cartui()
    terminal.wait_for("start your own group")
    start_a_group(terminal)
    assert terminal.presses == 5
    write_and_move_a_card(terminal)
    assert terminal.presses == 5 + 4
    note_in_private_and_hide(terminal)
    assert terminal.presses == 5 + 4 + 5
    at = len(terminal.sent)
    leave(terminal)
    assert look.presses + terminal.presses <= 20
    assert PRIVATE.encode() not in terminal.sent[at:]

    people = {person["name"] for person in kept(own_places)["person"]}
    assert people == {*NAMES.split("\r\n")[:3]}
    assert [move["to_name"] for move in kept(own_places)["move"]] == ["Data collection choices"]
    assert PRIVATE not in str(kept(own_places))
    assert PRIVATE in everything(own_places)
    opened_again(open_cartui())


def opened_again(terminal: Terminal) -> None:
    """The same group stands there, FRONT, with what is owed; one key goes on where work waits."""
    shown = terminal.wait_for("Falls group")
    assert "FRONT members" in shown
    assert "T0 D1 S0 I0 P0" in shown
    assert "? why" in shown
    terminal.press("u")
    assert PRIVATE not in terminal.wait_for("Took back: moved Falls log")
    terminal.press("U")
    terminal.wait_for("Did again")
    leave(terminal)
    assert PRIVATE.encode() not in terminal.sent


def test_every_answer_can_be_left_open(open_cartui: Open, own_places: Path) -> None:
    """No name, no people, a name for the group only; and Esc half way leaves nothing behind."""
    terminal = open_cartui()
    terminal.wait_for("start your own group")
    terminal.press("n")
    terminal.wait_for("Your name")
    terminal.press("enter")
    terminal.wait_for("Name of the group")
    terminal.press("esc")
    terminal.wait_for("press n to start your first group")
    terminal.press("n")
    terminal.wait_for("Name of the group")
    terminal.type("Falls group")
    terminal.press("enter")
    terminal.wait_for("From choosing a case to publishing")
    terminal.press("enter")
    terminal.wait_for("One name per line")
    terminal.press("esc")
    terminal.wait_for("Next: Enter opens the board")
    terminal.kill()
    assert [group["name"] for group in kept(own_places)["group"]] == ["Falls group"]
    assert kept(own_places)["person"] == []


def test_a_list_is_brought_in_from_the_first_page(open_cartui: Open, own_places: Path) -> None:
    (own_places / "people.csv").write_text("Name;Agency\nAda Fernhollow;Harbour\nBo Lake;Rural\n")
    terminal = open_cartui()
    terminal.wait_for("bring a list of people")
    terminal.press("i")
    terminal.wait_for("Your name")
    terminal.press("enter")
    terminal.wait_for("Name of the group")
    terminal.type("Falls group")
    terminal.press("enter")
    terminal.wait_for("From choosing a case to publishing")
    terminal.press("enter")
    terminal.wait_for("Bring in a list")
    terminal.type("~nobody-of-this-name/people.csv")
    terminal.press("enter")
    terminal.wait_for("There is no file")
    terminal.type(f"\x15{own_places / 'people.csv'}")  # Ctrl+U empties the line
    terminal.press("enter")
    terminal.wait_for("Ada Fernhollow")
    terminal.press("enter")
    terminal.wait_for("2 new people into Falls group")
    terminal.press("enter")
    terminal.wait_for("Brought in 2 people")
    terminal.kill()
    people = {(one["name"], one["agency"]) for one in kept(own_places)["person"]}
    assert people == {("Ada Fernhollow", "Harbour"), ("Bo Lake", "Rural")}

"""A facilitator's first day: the installed program, a real terminal, and the plug pulled."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from tests.e2e.conftest import Open
from tests.e2e.terminal import PROGRAM, Terminal


def kept(home: Path) -> dict[str, Any]:
    """Return the records of the workspace that opens next at home."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("CARTUI_")}
    ran = subprocess.run(
        [PROGRAM, "export", "json", "-"], env=env | {"HOME": str(home)}, capture_output=True
    )
    assert ran.returncode == 0, ran.stderr
    records: dict[str, Any] = json.loads(ran.stdout)["records"]
    return records


def begin(terminal: Terminal, *, group: str, names: str) -> None:
    """Start a group from the first page."""
    begin_with_names(terminal, group=group, names=names)
    terminal.press("esc")


def begin_with_names(terminal: Terminal, *, group: str, names: str) -> None:
    """Start a group from the first page, as far as its names: they stand there, half typed."""
    assert "stays on this computer" in terminal.wait_for("cartui helps you")
    terminal.press("n")
    terminal.wait_for("Your name")
    terminal.type("Rowan")
    terminal.press("enter")
    terminal.wait_for("Name of the group")
    terminal.type(group)
    terminal.press("enter")
    terminal.wait_for("Which cycle")
    terminal.press("enter")
    terminal.wait_for("One name per line")
    terminal.paste(names)


def test_what_stands_in_an_open_text_is_kept_when_the_terminal_is_closed(
    open_cartui: Open, own_places: Path
) -> None:
    terminal = open_cartui()
    begin_with_names(terminal, group="Falls group", names="Ada Fernhollow\nBridie Stonecrop")
    terminal.wait_for("Bridie Stonecrop")
    terminal.close_window()
    names = {each["name"] for each in kept(own_places)["person"]}
    assert names == {"Ada Fernhollow", "Bridie Stonecrop"}

    again = open_cartui()
    again.wait_for("Falls group")
    again.press("u")
    again.wait_for("Took back: brought in 2 people")


def test_start_move_take_back_and_pull_the_plug(open_cartui: Open, own_places: Path) -> None:
    terminal = open_cartui()
    begin(terminal, group="Falls group", names="Ada Fernhollow\nBridie Stonecrop")
    terminal.wait_for("Brought in 2 people")
    terminal.press("3")
    terminal.wait_for("FRONT members")
    terminal.press("n")
    terminal.wait_for("New card")
    terminal.type("Falls log")
    terminal.press("enter")
    terminal.wait_for("Falls log")
    terminal.press(">")
    moved = terminal.wait_for("Moved Falls log to")
    terminal.press("u")
    terminal.wait_for("Took back")
    terminal.press("U")
    terminal.wait_for("Did again")
    terminal.kill()

    assert "Moved" in moved
    (card,) = kept(own_places)["card"]
    assert card["title"] == "Falls log"
    assert [move["to_stage"] for move in kept(own_places)["move"]] == [card["stage"]]

    again = open_cartui()
    again.wait_for("Falls group")
    again.press("u")
    again.wait_for("Took back")
    again.press("1", "q")
    again.wait_for("Leave?")
    again.press("enter")
    assert again.wait_for_end() == 0
    (card_after,) = kept(own_places)["card"]
    assert card_after["stage"] != card["stage"]


def test_look_round_and_leave_the_terminal_as_it_was(open_cartui: Open, own_places: Path) -> None:
    terminal = open_cartui()
    terminal.wait_for("look round")
    terminal.press("enter")
    assert "practice" in terminal.wait_for("Tour 1 of 5")
    terminal.press("1", "q")
    terminal.wait_for("Leave?")
    terminal.press("enter")
    assert terminal.wait_for_end() == 0
    for on, off in ((b"\x1b[?1049h", b"\x1b[?1049l"), (b"\x1b[?1000h", b"\x1b[?1000l")):
        assert on in terminal.sent
        assert terminal.sent.rfind(off) > terminal.sent.rfind(on)
    again = open_cartui()
    again.wait_for("cartui helps you")


def test_demo_says_where_and_keeps_the_copy(open_cartui: Open, own_places: Path) -> None:
    terminal = open_cartui("demo", "--data", str(own_places / "play"), size=(30, 100))
    terminal.wait_for("1 Home")
    terminal.press("1", "q")
    terminal.wait_for("Leave?")
    terminal.press("enter")
    assert terminal.wait_for_end() == 0
    assert f"stays in {own_places / 'play'}".encode() in bytes(terminal.sent)

    again = open_cartui("demo", "--data", str(own_places / "play"), size=(30, 100))
    assert "practice" in again.wait_for("1 Home")
    assert (own_places / "play-earlier-1" / "programme.json").is_file()


def test_demo_leaves_real_work_alone(open_cartui: Open, own_places: Path) -> None:
    real = own_places / "real"
    real.mkdir()
    (real / "thesis.txt").write_text("three years")
    terminal = open_cartui("demo", "--data", str(real))
    assert terminal.wait_for_end() == 1
    assert b"thesis" not in terminal.sent
    assert [path.name for path in real.iterdir()] == ["thesis.txt"]


def test_private_facts_are_given_after_a_yes_only(open_cartui: Open, own_places: Path) -> None:
    terminal = open_cartui("--data", str(own_places / "ws"))
    terminal.wait_for("FRONT members")
    terminal.kill()
    for answer, code in (("n", 1), ("y", 0)):
        asked = open_cartui(
            "--data", str(own_places / "ws"), "export", "json", "all.json", "--include-back"
        )
        asked.wait_for("Go on?")
        asked.press(answer, "enter")
        assert asked.wait_for_end() == code
        assert (own_places / "all.json").exists() == (code == 0)


def test_a_workspace_that_cannot_be_opened_is_one_sentence(
    open_cartui: Open, own_places: Path
) -> None:
    (own_places / "real").mkdir()
    (own_places / "link").symlink_to(own_places / "real")
    terminal = open_cartui("--data", str(own_places / "link"))
    assert terminal.wait_for_end() == 3
    assert b"is a link" in terminal.sent
    assert b"\x1b[?1049h" not in terminal.sent


def test_check_knows_this_terminal(open_cartui: Open) -> None:
    terminal = open_cartui("check", size=(20, 60))
    assert terminal.wait_for_end() == 0
    said = bytes(terminal.sent).decode()
    assert "60x20" in said
    assert "make the window larger" in said

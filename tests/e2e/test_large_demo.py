"""The large practice programme in a real terminal, as `cartui demo --programme large` opens it."""

from pathlib import Path

from cartui.practice.copying import is_practice
from tests.e2e.conftest import Open


def test_the_large_programme_opens_on_what_waits_and_one_verdict_is_kept(
    open_cartui: Open, own_places: Path
) -> None:
    play = own_places / "play"
    terminal = open_cartui("demo", "--programme", "large", "--data", str(play), size=(24, 80))
    home = terminal.wait_for("40 comments wait for you")
    for group in ("Welfare", "Family", "School", "Strategy"):
        assert group in home
    terminal.press(">")
    terminal.wait_for("40 to answer")
    terminal.press("t")
    terminal.wait_for("39 to answer")
    terminal.press("1", "q")
    terminal.wait_for("Leave?")
    terminal.press("enter")
    assert terminal.wait_for_end() == 0
    assert is_practice(play)

    again = open_cartui("--data", str(play), size=(24, 80))
    again.wait_for("39 comments wait for you")

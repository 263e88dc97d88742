"""What was taken back keeps its name in the sentence that says so."""

from pathlib import Path

from cartui.model.rooms import Room
from cartui.services.board import Board
from cartui.services.house_words import house_wording
from cartui.services.programmes import Programmes
from cartui.services.roster import Roster
from tests.screens.people_hall import opened


def members() -> Room:
    return Room.MEMBERS


def test_undo_names_what_it_takes_away(tmp_path: Path) -> None:
    ws = opened(tmp_path / "w")
    group = Programmes(ws, members).start_group("Quay").about[0]
    Roster(ws, members).add("Asha Raman", group)
    Board(ws, members, group).new_card("Falls log", "topic")
    ws.close()
    ws = opened(tmp_path / "w")
    said = [house_wording().sentence(ws.undo(Room.MEMBERS), ws) for _ in range(3)]
    assert ["Falls log" in said[0], "Asha Raman" in said[1], "Quay" in said[2]] == [True] * 3
    assert all(each.startswith("Took back: ") for each in said)
    again = [house_wording().sentence(ws.redo(Room.MEMBERS), ws) for _ in range(3)]
    assert "Quay" in again[0]
    assert "Falls log" in again[2]
    assert all(each.startswith("Did again: ") for each in again)
    assert "Falls log" in house_wording().sentence(ws.undo(Room.MEMBERS), ws)
    ws.close()

"""The marker does stand where it should: else a canary that never sings proves nothing."""

from pathlib import Path

import pytest

from cartui.backstage.kinds import BACK
from cartui.model.records import Kind, Record
from cartui.store.identity import Identity
from tests.canary.planting import MARK, plant, planted_record, practice_programme


def test_every_back_field_holds_the_marker_on_the_disk(
    workspace_folder: Path, identity: Identity
) -> None:
    practice_programme(workspace_folder)
    planted = plant(workspace_folder, identity)
    back = "".join(
        path.read_text("utf-8")
        for path in workspace_folder.rglob("*")
        if path.is_file() and ".back." in path.name and path.suffix in (".json", ".jsonl")
    )
    for kind in BACK.by_name.values():
        told = {
            field for field in kind.record.__struct_fields__ if f"{kind.name}.{field}" in planted
        }
        assert told or kind.name == "spoken"  # who, in which meeting, how often: no word in it
        for field in told:
            assert f"{MARK} {kind.name} {field}" in back


def test_no_open_file_holds_the_marker(workspace_folder: Path, identity: Identity) -> None:
    practice_programme(workspace_folder)
    plant(workspace_folder, identity)
    for path in workspace_folder.rglob("*"):
        if path.is_file() and ".back" not in path.name and "back" not in path.parent.name:
            assert MARK.encode() not in path.read_bytes(), path


def test_a_field_that_cannot_be_planted_is_named() -> None:
    class Odd(Record, frozen=True):
        when: float = 0.0

    with pytest.raises(TypeError, match=r"odd\.when"):
        planted_record(Kind("odd", Odd, back=True), "ada", "u1")

"""The shipped programme is what its story builds to, and it is whole."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import data
from cartui.backstage.kinds import BACK
from cartui.backstage.practice import back_half, build_anew
from cartui.model.kinds import OPEN
from cartui.practice import NoSuchProgramme, NotAPracticeFolder, build, programmes
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace
from tests.practice.conftest import Copy, State, state

SHIPPED = Path(str(data.place("practice/one-group/workspace")))
REBUILD = "the story was edited: python -m cartui.backstage.practice builds it anew"


def opened(folder: Path, identity: Identity) -> State:
    workspace = Workspace.open(folder, open_kinds=OPEN, identity=identity)
    workspace.open_back(BACK)
    try:
        assert workspace.findings == []
        assert workspace.trouble() == []
        return state(workspace)
    finally:
        workspace.close()


def shipped_to(folder: Path) -> None:
    """Copy what is shipped; a clone or a wheel does not keep who may read a folder."""
    shutil.copytree(SHIPPED, folder)
    for place in (folder, *folder.rglob("*")):
        place.chmod(0o700 if place.is_dir() else 0o600)


def test_the_shipped_records_and_history_are_what_the_story_builds_to(
    tmp_path: Path, identity: Identity
) -> None:
    built = build("one-group", tmp_path / "built", back_half("one-group"))
    shipped_to(tmp_path / "shipped")
    assert opened(tmp_path / "shipped", identity) == opened(built, identity), REBUILD
    for journal in (SHIPPED / "journal").iterdir():
        assert (built / "journal" / journal.name).read_bytes() == journal.read_bytes(), REBUILD


def test_building_anew_gives_the_same_files_and_nothing_else(tmp_path: Path) -> None:
    for name in ("one", "two"):
        build_anew("one-group", tmp_path / name)
    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert files(tmp_path / "one").keys() == files(SHIPPED).keys()


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_the_tables_and_the_journal_tell_the_same(
    tmp_path: Path, copy: Copy, identity: Identity
) -> None:
    shipped_to(tmp_path / "shipped")
    assert opened(tmp_path / "shipped", identity) == state(copy.back().ws)


def test_without_the_back_stage_there_is_no_back_stage(tmp_path: Path) -> None:
    built = build("one-group", tmp_path / "built")
    assert not list(built.rglob("*.back.*"))


def test_a_story_is_built_where_nothing_stands(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(NotAPracticeFolder):
        build("one-group", tmp_path)
    assert [path.name for path in tmp_path.glob("*.txt")] == ["notes.txt"]
    with pytest.raises(NoSuchProgramme, match="one-group"):
        build("another", tmp_path / "new")


def test_the_list_of_programmes_begins_with_the_one_to_begin_with() -> None:
    assert programmes() == ("one-group", "large")


def test_every_part_of_it_goes_into_the_wheel(packed: Callable[[str], set[str]]) -> None:
    wanted = {f"data/practice/one-group/{name}" for name in files(SHIPPED.parent)}
    assert wanted <= packed("data/practice/one-group/")

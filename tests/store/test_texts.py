"""Draft texts on the disk: named by what they say, never written over, damage always noticed."""

import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cartui.model.drafts import DraftVersion
from cartui.model.rooms import Room
from cartui.store.draft import Draft
from cartui.store.problems import Damaged, SaveFailed, UnsafePlace
from cartui.store.texts import Texts
from cartui.store.workspace import Workspace
from tests.store.desk import Opening

GROUP = "g1"
TEXT = "# Night visits\n\nStaff told us that families slept better.\n"


def file_of(folder: Path, name: str) -> Path:
    return folder / "groups" / GROUP / "texts" / f"{name}.md"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_was_kept_comes_back(tmp_path: Path, text: str) -> None:
    texts = Texts(tmp_path)
    name = texts.keep(GROUP, text)
    assert Texts(tmp_path).read(GROUP, name) == text
    assert texts.keep(GROUP, text) == name


def test_a_text_is_for_this_person_alone(tmp_path: Path) -> None:
    name = Texts(tmp_path).keep(GROUP, TEXT)
    path = file_of(tmp_path, name)
    if sys.platform != "win32":
        assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
        assert stat.S_IMODE(os.stat(path.parent).st_mode) == 0o700
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_every_changed_byte_is_noticed_and_the_same_text_heals_it(tmp_path: Path) -> None:
    texts = Texts(tmp_path)
    name = texts.keep(GROUP, TEXT)
    path = file_of(tmp_path, name)
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(Damaged, match="damaged on the disk"):
            texts.read(GROUP, name)
    path.write_bytes(whole[:7])
    with pytest.raises(Damaged):
        texts.read(GROUP, name)
    texts.keep(GROUP, TEXT)
    assert texts.read(GROUP, name) == TEXT


def test_a_missing_text_is_said_with_what_is_safe(tmp_path: Path) -> None:
    texts = Texts(tmp_path)
    name = texts.keep(GROUP, TEXT)
    file_of(tmp_path, name).unlink()
    with pytest.raises(Damaged, match="Comments and verdicts are safe"):
        texts.read(GROUP, name)


@pytest.mark.parametrize("name", ["", "../../x", "a" * 63, "A" * 64, "a" * 64 + "/.."])
def test_a_name_that_is_none_is_never_looked_for(tmp_path: Path, name: str) -> None:
    with pytest.raises(Damaged):
        Texts(tmp_path).read(GROUP, name)
    with pytest.raises(Damaged):
        Texts(tmp_path).read("../" + GROUP, "a" * 64)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_are_refused(tmp_path: Path) -> None:
    texts = Texts(tmp_path)
    name = texts.keep(GROUP, TEXT)
    path = file_of(tmp_path, name)
    other = tmp_path / "other"
    other.write_text(TEXT)
    path.unlink()
    path.symlink_to(other)
    with pytest.raises(UnsafePlace):
        texts.read(GROUP, name)
    with pytest.raises(UnsafePlace):
        texts.keep(GROUP, TEXT)


def test_a_disk_that_fails_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(fd: int) -> None:
        raise OSError(28, "No space left on device")

    texts = Texts(tmp_path)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SaveFailed, match="the disk is full"):
        texts.keep(GROUP, TEXT)
    assert not list((tmp_path / "groups" / GROUP / "texts").iterdir())


def written(workspace: Workspace) -> Draft:
    draft = workspace.draft("drafts.new_version", group=GROUP)
    name = draft.keep_text(TEXT)
    draft.create(DraftVersion(uid="v" * 32, draft="d" * 32, text=name))
    return draft


def test_a_text_is_on_the_disk_with_the_change_that_names_it(opened: Opening) -> None:
    opened().commit(written(opened()), room=Room.MEMBERS)
    again = opened()
    (version,) = again.table(DraftVersion, GROUP).values()
    assert again.texts.read(GROUP, version.text) == TEXT


def test_a_text_that_could_not_be_kept_stays_with_its_change(
    opened: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(fd: int) -> None:
        raise OSError(28, "No space left on device")

    workspace = opened()
    draft = written(workspace)
    with monkeypatch.context() as failing:
        failing.setattr(os, "fsync", full)
        with pytest.raises(SaveFailed) as failed:
            workspace.commit(draft, room=Room.MEMBERS)
    assert failed.value.unsaved is draft
    assert not workspace.table(DraftVersion, GROUP)

    kept = workspace.save_elsewhere(draft, tmp_path)
    other = opened(place=tmp_path / "another")
    other.take_in(kept, room=Room.MEMBERS)
    assert (
        other.texts.read(GROUP, next(iter(other.table(DraftVersion, GROUP).values())).text) == TEXT
    )
    workspace.commit(draft, room=Room.MEMBERS)
    assert workspace.texts.read(GROUP, next(iter(draft.texts))) == TEXT

"""What somebody types for a path: understood kindly, and never an error of ours."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cartui.store.places import here
from cartui.store.typed_path import is_folder, named, there, typed_path


@pytest.mark.parametrize(
    "typed",
    ["{}", " {} ", "'{}'", '"{}"', "file://{}"],
)
def test_a_file_is_found_however_its_path_came(tmp_path: Path, typed: str) -> None:
    file = tmp_path / "who is in.csv"
    file.touch()
    assert typed_path(typed.format(file)) == file
    assert typed_path(str(file).replace(" ", "\\ ")) == file
    assert typed_path("file://" + str(file).replace(" ", "%20")) == file


def test_a_backslash_that_is_part_of_a_name_stays(tmp_path: Path) -> None:
    odd = tmp_path / "a\\ b"
    odd.touch()
    assert typed_path(str(odd)) == odd


def test_home_is_understood_and_nobody_s_home_is_just_a_name(own_places: Path) -> None:
    assert typed_path("~/list.csv") == own_places / "list.csv"
    assert typed_path("~nobody-of-this-name/list.csv") == Path("~nobody-of-this-name/list.csv")
    assert here(env={"CARTUI_DATA": "~nobody-of-this-name/x"}).chosen is not None


def test_a_short_name_is_said_with_its_folder(tmp_path: Path) -> None:
    assert named(Path("a.csv")) == f"a.csv in {Path.cwd()}"
    assert named(tmp_path) == str(tmp_path)


@given(st.text(max_size=30) | st.text("~/\\ 'x\0", max_size=30) | st.just("x" * 5000))
def test_no_text_is_an_error(text: str) -> None:
    path = typed_path(text)
    there(path)
    is_folder(path)
    named(path)

"""A file is never something else than its name says."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from cartui.cli import cartui
from cartui.practice import fresh_copy

WHAT = ("people", "board", "rules", "meetings", "record", "feedback")
NAMES = ["out.md", "out.MARKDOWN", "out.html", "out.htm", "out", "out.txt"]


@pytest.fixture
def folder(workspace_folder: Path) -> Path:
    return fresh_copy("one-group", workspace_folder)


@pytest.mark.parametrize("what", WHAT)
@pytest.mark.parametrize("name", ["out.xyz", "out.pdf", "out.doc"])
def test_an_ending_that_is_not_written_is_said_and_nothing_is(
    folder: Path, tmp_path: Path, what: str, name: str
) -> None:
    file = tmp_path / name
    result = CliRunner().invoke(cartui, ["--data", str(folder), "export", what, str(file)])
    assert result.exit_code
    assert f"does not write {file.suffix} files here. Let FILE end in one of ." in str(
        result.exception
    )
    assert not file.exists()


@pytest.mark.parametrize("what", WHAT)
@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_one_whatever_its_ending_is_called(
    folder: Path, tmp_path: Path, what: str, name: str
) -> None:
    file = tmp_path / name
    result = CliRunner().invoke(cartui, ["--data", str(folder), "export", what, str(file)])
    assert result.exit_code == 0, result.exception
    assert file.read_bytes().startswith(b"<!doctype") == (file.suffix in (".html", ".htm"))

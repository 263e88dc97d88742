"""`cartui import people FILE`: looked at first, complained of by line, all of it or nothing."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Shell

LIST = (
    "Name;Agency;Role\nAda Fernhollow;housing association;activist\nBridie Stonecrop;community;\n"
)


@pytest.fixture
def list_file(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8-sig")
    return path


def names(shell: Shell) -> list[str]:
    given = json.loads(shell("export", "json", "-").stdout)
    return [person["name"] for person in given["records"]["person"]]


def test_a_list_is_brought_in(shell: Shell, list_file: Path) -> None:
    ran = shell("import", "people", str(list_file), "--yes")
    assert ran.returncode == 0, ran.stderr
    assert sorted(names(shell)) == ["Ada Fernhollow", "Bridie Stonecrop"]


def test_a_preview_shows_all_and_writes_nothing(shell: Shell, list_file: Path) -> None:
    shell("import", "people", "-", "--yes", given="Name\nAda Fernhollow\n")
    ran = shell("import", "people", str(list_file), "--preview")
    assert ran.returncode == 0
    assert "Agency is read as Agency" in ran.stdout
    assert "1 new, 1 here already" in ran.stdout
    assert "Line 2: Ada Fernhollow is here already" in ran.stdout
    assert names(shell) == ["Ada Fernhollow"]


def test_one_bad_line_and_nothing_is_written(shell: Shell, tmp_path: Path) -> None:
    shell("note", "add", "--stdin", given="one\n")
    file = tmp_path / "list.csv"
    file.write_text("Name,Joined\nAda,2026-01-31\nBridie,when it rained\n")
    ran = shell("import", "people", str(file), "--yes")
    assert ran.returncode == 1
    assert "Line 3:" in ran.stderr
    assert "Nothing is written while line 3 needs a look." in ran.stderr
    assert "--leave-out 3" in ran.stderr
    assert names(shell) == []


def test_lines_named_are_left_out_and_the_rest_is_brought_in(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Name,Joined\nAda,2026-01-31\nBridie,when it rained\n,2025\nCai,2026\n")
    ran = shell("import", "people", str(file), "--leave-out", "3", "--yes")
    assert ran.returncode == 1
    assert "Nothing is written while line 4 needs a look." in ran.stderr
    assert "--leave-out 3,4" in ran.stderr
    assert names(shell) == []
    ran = shell("import", "people", str(file), "--leave-out", "3,4", "--yes")
    assert ran.returncode == 0, ran.stderr
    assert "Line 3 is left out: “when it rained” is not a date." in ran.stdout
    assert "Line 4 is left out: there is no name." in ran.stdout
    assert sorted(names(shell)) == ["Ada", "Cai"]


def test_a_line_that_is_not_in_the_list_cannot_be_left_out(shell: Shell, list_file: Path) -> None:
    ran = shell("import", "people", str(list_file), "--leave-out", "2,9", "--yes")
    assert ran.returncode == 2
    assert "'9' is not a line of this list" in ran.stderr
    assert shell("export", "json", "-").returncode != 0


def test_with_nobody_to_ask_nothing_is_written(shell: Shell, list_file: Path) -> None:
    shell("note", "add", "--stdin", given="one\n")
    ran = shell("import", "people", str(list_file))
    assert ran.returncode == 2
    assert "--yes" in ran.stderr
    assert names(shell) == []


def test_a_file_that_is_no_list_is_refused_kindly(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    file.write_bytes(b"PK\x03\x04 a workbook")
    ran = shell("import", "people", str(file), "--yes")
    assert ran.returncode == 1
    assert "Excel" in ran.stderr


def test_a_file_that_is_not_there(shell: Shell, tmp_path: Path) -> None:
    ran = shell("import", "people", str(tmp_path / "no.csv"), "--yes")
    assert ran.returncode == 1
    assert "no.csv" in ran.stderr


def test_groups_that_are_not_there_yet_are_started_when_asked(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Name;Groups\nAda;Falls, Quay\nBridie;Quay\n")
    ran = shell("import", "people", str(file), "--yes")
    assert ran.returncode == 1
    assert "Line 2: there is no group called “Falls” yet." in ran.stderr
    assert "--start-groups" in ran.stderr
    ran = shell("import", "people", str(file), "--start-groups", "--preview")
    assert "2 groups Falls, Quay will be started" in ran.stdout
    ran = shell("import", "people", str(file), "--start-groups", "--yes")
    assert ran.returncode == 0, ran.stderr
    given = json.loads(shell("export", "json", "-").stdout)["records"]
    assert sorted(group["name"] for group in given["group"]) == ["Falls", "Quay"]
    assert len(given["membership"]) == 3


def test_a_column_with_no_meaning_is_said_to_be_left_out(shell: Shell, tmp_path: Path) -> None:
    shell("note", "add", "--stdin", given="one\n")
    file = tmp_path / "list.csv"
    file.write_text("Name;Comment;Shoe size\nAda;tea;38\n")
    said = shell("import", "people", str(file), "--preview").stdout
    assert "Comment is left out." in said
    assert "Shoe size is left out." in said

"""`cartui export rules`: a page, a table, a page to print; for members, never for outsiders."""

import csv
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.conftest import Shell
from tests.screens.rules_hall import seven


@pytest.fixture
def filled(workspace_folder: Path) -> Path:
    seven(workspace_folder)
    return workspace_folder


@pytest.mark.usefixtures("filled")
def test_a_page_says_who_stands_where_and_gives_every_version(shell: Shell) -> None:
    page = shell("export", "rules", "-").stdout
    assert page.startswith("# Ground rules of North")
    assert "## 4. Read two pages or say you have not." in page
    assert "Earlier: Read the draft or say you have not." in page
    assert "1 can live with it: Ben Okoro (“not in front of managers”)" in page
    assert "Dev Patel (reason owed)" in page
    assert "## Version 1, 2026-03-02" in page
    assert page.count("Adopted with an objection") == 1
    assert "adopted 2026-03-02, 1 with an objection. Written out" in page


@pytest.mark.usefixtures("filled")
def test_a_table_counts_and_names_nobody(shell: Shell, tmp_path: Path) -> None:
    said = shell("export", "rules", "-", "--format", "csv").stdout
    rows = list(csv.DictReader(StringIO(said)))
    assert len(rows) == 7
    assert (rows[1]["Agree"], rows[1]["Can live with"], rows[1]["Not yet"]) == ("11", "1", "1")
    assert (rows[3]["Adopted words"], rows[3]["Used"]) == (
        "Read the draft or say you have not.", "1",
    )  # fmt: skip
    assert "Ben Okoro" not in said
    shell("export", "rules", str(tmp_path / "rules.csv"), "--excel")
    assert (tmp_path / "rules.csv").read_bytes().startswith(b"\xef\xbb\xbfGroup,Number,Rule")


@pytest.mark.usefixtures("filled")
def test_a_page_to_print_by_its_ending_or_its_format(shell: Shell, tmp_path: Path) -> None:
    shell("export", "rules", str(tmp_path / "rules.html"))
    page = (tmp_path / "rules.html").read_text()
    assert page.startswith("<!doctype html>")
    assert shell("export", "rules", "-", "--format", "html").stdout.strip() == page.strip()


@pytest.mark.usefixtures("filled")
def test_outsiders_get_none_of_it(shell: Shell) -> None:
    ran = shell("export", "rules", "-", "--public")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "members" in ran.stderr
    given = shell("export", "json", "-", "--public").stdout
    assert "Job titles" not in given
    assert "adoption" not in given


@pytest.mark.usefixtures("filled")
def test_only_one_group_and_a_name_that_is_none(shell: Shell) -> None:
    assert "Ground rules of North" in shell("export", "rules", "-", "--group", "north").stdout
    assert shell("export", "rules", "-", "--group", "Rises").returncode == 1

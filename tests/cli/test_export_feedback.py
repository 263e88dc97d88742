"""`cartui export feedback FILE`: for members, as a page, a table, or in the text itself."""

import csv
import json
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from cartui.practice.copying import fresh_copy
from tests.cli.conftest import Shell


@pytest.fixture
def group(workspace_folder: Path) -> Path:
    return fresh_copy("one-group", workspace_folder, today=date(2026, 3, 2))


@pytest.mark.usefixtures("group")
def test_as_a_page_by_lens(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "feedback.md"
    ran = shell("export", "feedback", str(file))
    assert ran.returncode == 0, ran.stderr
    page = file.read_text()
    assert page.startswith("# Feedback on Asset mapping in Mill Braes\n")
    assert "## Writing style (3)" in page
    assert "- Declined: It is the finding." in page


@pytest.mark.usefixtures("group")
def test_as_a_table_without_politics(shell: Shell) -> None:
    ran = shell("export", "feedback", "-", "--format", "csv", "--without", "politics")
    rows = list(csv.DictReader(StringIO(ran.stdout)))
    assert len(rows) == 9
    assert {row["Decision"] for row in rows} == {"take", "adapt", "decline"}


@pytest.mark.usefixtures("group")
@pytest.mark.parametrize("form", ["md", "csv", "html", "critic", "page"])
def test_whoever_asked_for_no_name_has_none_in_it(shell: Shell, form: str) -> None:
    named = shell("export", "feedback", "-", "--format", form)
    assert named.stdout.count("Priya Marshlight") > 1
    ran = shell("export", "feedback", "-", "--format", form, "--unnamed", "priya marshlight")
    assert ran.returncode == 0, ran.stderr
    assert "Priya" not in ran.stdout
    assert "Who answers them?" in ran.stdout  # what she said goes along
    assert "Bridie Stonecrop" in ran.stdout


@pytest.mark.usefixtures("group")
def test_a_name_that_is_nobodys_writes_nothing(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "out.md"
    ran = shell("export", "feedback", str(file), "--unnamed", "Pria")
    assert ran.returncode != 0
    assert "Nobody here is called “Pria”" in ran.stderr
    assert not file.exists()


@pytest.mark.usefixtures("group")
def test_the_text_with_its_comments_as_one_page(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "marked.html"
    ran = shell("export", "feedback", str(file), "--format", "page", "--without", "politics")
    assert ran.returncode == 0, ran.stderr
    page = file.read_text()
    assert page.count("<article ") == 9
    assert page.count('id="c') == 9  # a lost one has its number at the nearest place
    assert "Two agencies did not return the form." in page


@pytest.mark.usefixtures("group")
def test_in_the_text_it_comes_in_again(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "marked.md"
    shell("export", "feedback", str(file), "--format", "critic")
    assert (
        "{==Two agencies did not return the form.==}"
        "{>>Priya Marshlight (politics, concern, resolved): " in (file.read_text())
    )
    ran = shell("import", "draft", str(file), "--card", "Asset mapping", "--json")
    assert json.loads(ran.stdout)["seen"]["comments"] == 12


@pytest.mark.usefixtures("group")
def test_it_prints(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "feedback.html"
    shell("export", "feedback", str(file))
    assert "<title>Feedback on Asset mapping in Mill Braes</title>" in file.read_text()


@pytest.mark.usefixtures("group")
@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--public",), "for the group's members"),
        (("--without", "gossip"), "is not a lens"),
        (("--draft", "Not there"), "There is no draft called"),
    ],
)
def test_what_is_not_given_is_said(shell: Shell, words: tuple[str, ...], says: str) -> None:
    ran = shell("export", "feedback", "-", *words)
    assert ran.returncode in (1, 2)
    assert says in ran.stderr
    assert ran.stdout == ""


@pytest.mark.usefixtures("group")
def test_everything_as_json_has_the_texts_and_the_public_has_none_of_it(shell: Shell) -> None:
    given = json.loads(shell("export", "json", "-").stdout)["records"]
    texts = {each["uid"]: each["text"] for each in given["draft_text"]}
    assert {version["text"] for version in given["draft_version"]} == set(texts)
    public = shell("export", "json", "-", "--public").stdout
    assert not {"draft", "draft_text", "comment", "place"} & json.loads(public)["records"].keys()
    assert "Mill Braes is usually described" not in public


@pytest.mark.usefixtures("group")
@pytest.mark.parametrize("gone", [False, True])
def test_a_text_that_is_damaged_or_gone_is_named_and_the_rest_is_given(
    shell: Shell, workspace_folder: Path, gone: bool
) -> None:
    whole = json.loads(shell("export", "json", "-").stdout)["records"]
    text = next(workspace_folder.glob("groups/*/texts/*"))
    if gone:
        text.unlink()
    else:
        text.write_bytes(text.read_bytes() + b"x")
    said = shell("export", "json", "-")
    given = json.loads(said.stdout)["records"]
    assert said.returncode == 3
    assert len(given["draft_text"]) == len(whole["draft_text"]) - 1
    assert given["draft_version"] == whole["draft_version"]
    assert ("missing from its folder" if gone else "damaged on the disk") in said.stderr
    assert "”, version " in said.stderr

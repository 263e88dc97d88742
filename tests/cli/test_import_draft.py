"""`cartui import draft FILE`: to a card or a draft by its title, all of it or nothing."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cartui.exchange.draft_files import read_draft
from cartui.practice.copying import fresh_copy
from tests.cli.conftest import Shell
from tests.exchange.papers.falls import falls

TEXT = (
    "{>>Ada Fernhollow: early days<<}\n\n# Phone tree\n\n{==Who rings==}{>>Callum: whom?<<} whom.\n"
)


@pytest.fixture
def text_file(tmp_path: Path, workspace_folder: Path) -> Path:
    """A text beside the practice group's workspace."""
    fresh_copy("one-group", workspace_folder, today=date(2026, 3, 2))
    path = tmp_path / "tree.md"
    path.write_text(TEXT)
    return path


def records(shell: Shell) -> dict[str, list[dict[str, Any]]]:
    return dict(json.loads(shell("export", "json", "-").stdout)["records"])


def test_a_draft_of_a_card_comes_in_with_its_comments(shell: Shell, text_file: Path) -> None:
    before = records(shell)
    ran = shell("import", "draft", str(text_file), "--card", "residents' phone tree")
    assert ran.returncode == 0, ran.stderr
    assert "“Phone tree”, version 1: 5 words, 2 new comments." in ran.stdout
    after = records(shell)
    assert len(after["draft"]) == len(before["draft"]) + 1
    [draft] = [each for each in after["draft"] if each["title"] == "Phone tree"]
    said = [each for each in after["comment"] if each["draft"] == draft["uid"]]
    named = {person["uid"]: person["name"] for person in after["person"]}
    assert {named[each["by"]] for each in said} == {"Ada Fernhollow", "Callum Quillfeather"}


def test_a_preview_writes_nothing(shell: Shell, text_file: Path) -> None:
    before = records(shell)
    words = ("import", "draft", str(text_file), "--draft", "asset mapping in mill braes")
    ran = shell(*words, "--preview")
    assert ran.returncode == 0, ran.stderr
    assert "version 5" in ran.stdout
    assert "Comments of before: 0 kept, 0 to check, 12 without their passage." in ran.stdout
    assert "nothing was written" in ran.stdout
    assert records(shell) == before


def test_a_new_version_is_told_to_programs(shell: Shell, text_file: Path) -> None:
    [draft] = records(shell)["draft"]
    ran = shell("import", "draft", str(text_file), "--draft", draft["uid"], "--json")
    told = json.loads(ran.stdout)
    assert (told["written"], told["draft"], told["seen"]["number"]) == (True, draft["uid"], 5)
    assert told["version"] in {each["uid"] for each in records(shell)["draft_version"]}
    assert told["seen"]["lost"] == 12


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "--card"),
        (("--card", "a", "--draft", "b"), "--card"),
        (("--card", "Not there"), "There is no card called “Not there”. The cards here: “"),
        (("--draft", "Not there"), "The drafts here: “Asset mapping in Mill Braes”."),
    ],
)
def test_what_is_not_understood_is_said(
    shell: Shell, text_file: Path, words: tuple[str, ...], says: str
) -> None:
    ran = shell("import", "draft", str(text_file), *words)
    assert ran.returncode in (1, 2)
    assert says in ran.stderr


def test_other_kinds_of_file_are_refused_and_nothing_is_written(
    shell: Shell, text_file: Path
) -> None:
    before = records(shell)
    other = text_file.with_suffix(".pages")
    other.write_bytes(b"PK\x03\x04 zipped")
    ran = shell("import", "draft", str(other), "--card", "Asset mapping")
    assert ran.returncode == 1
    assert "Drafts are read from .docx, .odt, .md, .markdown and .txt files" in ran.stderr
    assert records(shell) == before


WORD = falls("Ada Fernhollow", "Twice.")


def test_a_preview_needs_no_workspace_and_says_all_that_a_word_file_holds(
    shell: Shell, tmp_path: Path
) -> None:
    path = tmp_path / "falls.docx"
    path.write_bytes(WORD)
    told = json.loads(shell("import", "draft", str(path), "--preview", "--json").stdout)
    assert told["comments"][0] == {
        "id": "1", "author": "Ada Fernhollow", "initials": "AF", "date": "2026-02-03T10:11:00Z",
        "text": "Only seven?", "anchored_text": "seven falls", "referenced": True, "parent": None,
        "resolved": False,
    }  # fmt: skip
    assert [(each["parent"], each["resolved"]) for each in told["comments"]] == [
        (None, False), ("1", False), (None, True)
    ]  # fmt: skip
    assert told["changes"] == [
        {"kind": "deletion", "author": "Ben Moss", "date": "2026-02-03T10:11:00Z", "text": " once"}
    ]
    assert told["counts"]["headings"] == told["n_headings"] == 0
    assert (told["n_comments"], told["n_replies"], told["n_resolved"]) == (3, 1, 1)
    said = shell("import", "draft", str(path), "--preview").stdout
    assert "2 comments, 1 reply, 1 resolved, 1 tracked change." in said
    assert "nothing was written" in said
    assert sorted(each.name for each in tmp_path.iterdir()) == ["falls.docx", "home"]


def test_a_word_file_comes_in_goes_out_and_holds_the_same(
    shell: Shell, text_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "falls.docx"
    path.write_bytes(WORD)
    ran = shell("import", "draft", str(path), "--card", "Residents' phone tree")
    assert ran.returncode == 0, ran.stderr
    assert "Nobody here is called so, and the name stays as it is: Ben Moss, Jo Stranger." in (
        ran.stdout
    )
    out = tmp_path / "out.docx"
    ran = shell("export", "feedback", str(out), "--draft", "falls", "--format", "word")
    assert ran.returncode == 0, ran.stderr
    told = json.loads(shell("import", "draft", str(out), "--preview", "--json").stdout)
    said = {each["text"]: each for each in told["comments"]}
    assert said["Only seven?"]["anchored_text"] == "seven falls"
    assert said["Twice."]["parent"] == said["Only seven?"]["id"]
    assert said["Fine."]["resolved"]
    sheet = tmp_path / "sheet.docx"
    assert shell("export", "feedback", str(sheet), "--draft", "falls").returncode == 0
    read = read_draft(sheet.read_bytes(), "sheet.docx")
    assert "# Feedback on falls" in read.text
    assert "Settled in the file it came with." in read.text


def test_a_word_file_of_several_drafts_is_refused(
    shell: Shell, text_file: Path, tmp_path: Path
) -> None:
    shell("import", "draft", str(text_file), "--card", "Residents' phone tree")
    ran = shell("export", "feedback", str(tmp_path / "all.docx"), "--format", "word")
    assert ran.returncode == 2
    assert "--draft TITLE" in ran.stderr

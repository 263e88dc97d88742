"""`cartui import draft FILE`: to a card or a draft by its title, all of it or nothing."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cartui.practice.copying import fresh_copy
from tests.cli.conftest import Shell

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

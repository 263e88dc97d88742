"""`cartui import feedback FILE`: an e-mail becomes comments, all of them or none."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cartui.practice.copying import fresh_copy
from tests.cli.conftest import Shell
from tests.exchange.mails.make_mails import DRAFT, QUOTED, ROWAN, eml


@pytest.fixture
def draft(tmp_path: Path, workspace_folder: Path, shell: Shell) -> str:
    """A draft in the practice group's workspace, by its title."""
    fresh_copy("one-group", workspace_folder, today=date(2026, 3, 2))
    path = tmp_path / "map.md"
    path.write_text(DRAFT)
    ran = shell("import", "draft", str(path), "--card", "residents' phone tree", "--title", "Map")
    assert ran.returncode == 0, ran.stderr
    return "Map"


@pytest.fixture
def mail(tmp_path: Path) -> str:
    """A saved answer of somebody whose name is nearly a member's."""
    path = tmp_path / "answer.eml"
    path.write_bytes(eml(f"{QUOTED}\n-- \nAda\n", sender="Ada F. <ada.f@housing.example>"))
    return str(path)


def records(shell: Shell) -> dict[str, list[dict[str, Any]]]:
    return dict(json.loads(shell("export", "json", "-").stdout)["records"])


def test_a_preview_shows_all_and_writes_nothing(shell: Shell, draft: str, mail: str) -> None:
    before = records(shell)
    ran = shell("import", "feedback", mail, "--draft", draft, "--preview")
    assert ran.returncode == 0, ran.stderr
    assert "2 comments: 2 at their passages, 0 to check, 0 on the whole draft." in ran.stdout
    assert "1. Ada F., on “The map was finished in May. Most services" in ran.stdout
    assert "Left out, signature: -- Ada" in ran.stdout
    assert "Left out, the mail that it answers: Dear all," in ran.stdout
    assert "Ada F. is perhaps Ada Fernhollow (shortened); the name stays as it is. Say so with" in (
        ran.stdout
    )
    assert "nothing was written" in ran.stdout
    assert records(shell) == before


def test_it_is_told_to_programs(shell: Shell, draft: str, mail: str) -> None:
    before = records(shell)
    ran = shell("import", "feedback", mail, "--draft", draft, "--preview", "--json")
    told = json.loads(ran.stdout)
    assert (told["written"], told["author"]) == (False, "Ada F.")
    assert told["date"] == "2016-10-04T09:30:00+01:00"
    assert [(each["text"], each["state"]) for each in told["comments"]] == [
        ("Who says so?", "exact"), ("A plainer verb.", "exact"),
    ]  # fmt: skip
    assert records(shell) == before


def test_it_comes_in_and_the_name_is_remembered(shell: Shell, draft: str, mail: str) -> None:
    ran = shell(
        "import", "feedback", mail, "--draft", draft, "--yes", "--name", "Ada F.=Ada Fernhollow"
    )
    assert ran.returncode == 0, ran.stderr
    assert "Ada F. is Ada Fernhollow." in ran.stdout
    kept = records(shell)
    people = {each["uid"]: each["name"] for each in kept["person"]}
    said = [each for each in kept["comment"] if each["via"] == "mail"]
    assert {(each["text"], people[each["by"]]) for each in said} == {
        ("Who says so?", "Ada Fernhollow"), ("A plainer verb.", "Ada Fernhollow"),
    }  # fmt: skip
    assert "council.example" not in json.dumps(kept)
    again = shell("import", "feedback", mail, "--draft", draft, "--preview")
    assert "(here already)" in again.stdout
    assert "Ada F. is Ada Fernhollow." in again.stdout
    twice = shell("import", "feedback", mail, "--draft", draft, "--yes")
    assert (twice.returncode, records(shell)) == (1, kept)
    assert "is here already" in twice.stderr


def test_a_table_of_names_says_whose_they_are(
    shell: Shell, draft: str, mail: str, tmp_path: Path
) -> None:
    table = tmp_path / "names.csv"
    table.write_text("found;member\nAda F.;nobody\n")
    words = ("import", "feedback", mail, "--draft", draft, "--yes")
    ran = shell(*words, "--names", str(table))
    assert "Ada F. is nobody here." in ran.stdout
    kept = records(shell)
    assert {each["name"] for each in kept["comment"] if each["via"] == "mail"} == {"Ada F."}
    assert [(each["name"], each["person"]) for each in kept["spelling"]] == [("Ada F.", "")]


def test_words_on_standard_input_need_a_name(shell: Shell, draft: str) -> None:
    words = ("import", "feedback", "-", "--draft", draft, "--yes")
    ran = shell(*words, given=f"On 3 Oct 2016, {ROWAN} wrote:\n{QUOTED}")
    assert ran.returncode == 2
    assert "Say so: --from NAME." in ran.stderr
    ran = shell(*words, "--from", "Moira", "--leave-out", "2", given=QUOTED)
    assert ran.returncode == 0, ran.stderr
    said = [each for each in records(shell)["comment"] if each["via"] == "mail"]
    assert [(each["text"], each["name"]) for each in said] == [("Who says so?", "Moira")]


@pytest.mark.parametrize(
    ("given", "more", "says"),
    [
        (b"", (), "no words"),
        (b"> The map was finished in May.\n", (), "says nothing of its own"),
        (b"a\0b" * 99, (), "not the words of an e-mail"),
        (b"word " * 300_000, (), "longer than any e-mail"),
        (b"Fine.", ("--name", "AM"), "does not say whose a name is"),
        (b"Fine.", ("--name", "AM=Nobody Such"), "Nobody here is called"),
        (b"Fine.", ("--leave-out", "9"), "not the number of a comment"),
    ],
)
def test_what_cannot_come_in_is_said_in_a_sentence(
    shell: Shell, draft: str, given: bytes, more: tuple[str, ...], says: str
) -> None:
    before = records(shell)
    ran = shell("import", "feedback", "-", "--draft", draft, "--yes", *more, given=given)
    assert ran.returncode != 0
    assert says in ran.stderr
    assert records(shell) == before

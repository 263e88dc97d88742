"""`cartui export`: for members unless it is said otherwise, and never over a file that is there."""

import csv
import json
from pathlib import Path

import pytest
from msgspec.structs import replace as changed

from cartui.backstage.kinds import BACK
from cartui.backstage.letterbox import Letterbox
from cartui.backstage.records import PersonBack, PrivateNote
from cartui.model.cycles import Card, Move
from cartui.model.kinds import OPEN
from cartui.model.notes import Note
from cartui.model.people import Group, Membership, Person
from cartui.model.rooms import Room
from cartui.store.events import decode_line, encode_line
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace
from tests.cli.conftest import Shell
from tests.screens.drafts_hall import Bench

PUBLIC, MEMBERS, PRIVATE = "publicword", "membersword", "privateword"


@pytest.fixture
def filled(workspace_folder: Path, identity: Identity) -> Path:
    """A workspace with a marker word in a field of each visibility."""
    ws = Workspace.open(workspace_folder, open_kinds=OPEN, identity=identity)
    ws.open_back(BACK)
    draft = ws.draft("test.fill")
    draft.create(Group(uid="g1", name="Falls", kind="case study", cycle="CS5"))
    draft.create(Person(uid="p1", name=f"Ada {MEMBERS}", agency=f"housing {PUBLIC}"))
    draft.create(Person(uid="p2", name=f"Bridie {PUBLIC}", may_be_named=True))
    draft.create(Membership(uid="m1", person="p1", group="g1", why_joined=MEMBERS))
    draft.create(Note(uid="n1", text=MEMBERS))
    draft.create(PersonBack(uid="p1", email=f"{PRIVATE}@example.org"))
    draft.create(PrivateNote(uid="n2", text=PRIVATE))
    ws.commit(draft, room=Room.BACK)
    draft = ws.draft("test.fill", group="g1")
    card = Card(uid="c1", title=PUBLIC, cycle="CS5", stage="topic", owners=("p1",))
    draft.create(card)
    draft.create(Card(uid="c2", title=f"put away {MEMBERS}", away=True))
    draft.create(Move(uid="v1", card="c1", to_stage="topic", justification=MEMBERS))
    draft.set(card, next_step=MEMBERS)
    ws.commit(draft, room=Room.BACK)
    ws.close()
    return workspace_folder


@pytest.mark.parametrize("what", ["json", "people", "board"])
@pytest.mark.usefixtures("filled")
def test_members_get_what_is_theirs_and_nothing_private(shell: Shell, what: str) -> None:
    said = shell("export", what, "-").stdout
    assert PUBLIC in said
    assert MEMBERS in said
    assert PRIVATE not in said


@pytest.mark.parametrize("what", ["json", "people", "board"])
@pytest.mark.usefixtures("filled")
def test_outsiders_get_public_words_only(shell: Shell, what: str) -> None:
    said = shell("export", what, "-", "--public").stdout
    assert PUBLIC in said
    assert MEMBERS not in said
    assert PRIVATE not in said


@pytest.mark.parametrize("what", ["json", "people"])
@pytest.mark.usefixtures("filled")
def test_private_facts_need_a_yes(shell: Shell, what: str) -> None:
    refused = shell("export", what, "-", "--include-back")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "--yes" in refused.stderr
    assert PRIVATE in shell("export", what, "-", "--include-back", "--yes").stdout


@pytest.mark.usefixtures("filled")
def test_public_and_private_do_not_go_together(shell: Shell) -> None:
    ran = shell("export", "json", "-", "--public", "--include-back", "--yes")
    assert (ran.returncode, ran.stdout) == (2, "")


@pytest.mark.usefixtures("filled")
def test_json_holds_records_by_kind(shell: Shell) -> None:
    given = json.loads(shell("export", "json", "-").stdout)
    assert given["format"] == 1
    assert [person["uid"] for person in given["records"]["person"]] == ["p1", "p2"]
    assert given["records"]["card"][0]["next_step"] == MEMBERS
    assert "private_note" not in given["records"]


@pytest.mark.usefixtures("filled")
def test_public_json_has_no_members_field_at_all(shell: Shell) -> None:
    given = json.loads(shell("export", "json", "-", "--public").stdout)["records"]
    assert [card["uid"] for card in given["card"]] == ["c1"]
    assert not {"owners", "next_step"} & set(given["card"][0])
    assert not {"note", "move", "membership"} & set(given)


@pytest.mark.usefixtures("filled")
def test_a_file_that_is_there_is_left_as_it_is(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("mine")
    ran = shell("export", "people", str(file))
    assert (ran.returncode, file.read_text()) == (1, "mine")
    assert "--replace" in ran.stderr
    assert shell("export", "people", str(file), "--replace").returncode == 0
    assert file.read_text().startswith("Name,Agency")
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("filled")
def test_a_page_for_a_name_that_ends_in_md(shell: Shell, tmp_path: Path) -> None:
    shell("export", "people", str(tmp_path / "people.md"), "--group", "falls")
    page = (tmp_path / "people.md").read_text()
    assert page.startswith("# People")
    assert "Ada" in page
    assert "Bridie" not in page


def test_a_card_of_a_stage_the_cycle_has_lost_still_goes_out(
    shell: Shell, filled: Path, identity: Identity
) -> None:
    ws = Workspace.open(filled, open_kinds=OPEN, identity=identity)
    draft = ws.draft("test.fill", group="g1")
    draft.create(Card(uid="c3", title="Astray", cycle="CS5", stage="a stage of before"))
    ws.commit(draft, room=Room.MEMBERS)
    ws.close()
    for extra in ((), ("--public",)):
        assert "Astray" in shell("export", "board", "-", *extra).stdout


@pytest.mark.usefixtures("filled")
def test_an_unknown_group_names_the_known_ones(shell: Shell) -> None:
    ran = shell("export", "people", "-", "--group", "Rises")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "Falls" in ran.stderr


def test_what_is_missing_is_said_with_three(shell: Shell, filled: Path) -> None:
    for table in filled.rglob("*.json"):
        table.unlink()
    for kept in filled.rglob("generations/*"):
        kept.unlink()
    for journal in filled.glob("journal/*.jsonl"):
        if ".back." not in journal.name:
            lines = journal.read_bytes().splitlines(keepends=True)
            journal.write_bytes(lines[0].replace(b"Falls", b"Fells") + b"".join(lines[1:]))
    ran = shell("export", "json", "-")
    assert ran.returncode == 3
    assert "journal" in ran.stderr
    assert "Fells" not in ran.stdout


def test_a_newer_format_is_given_with_three_and_left_as_it_is(shell: Shell, filled: Path) -> None:
    journal = next(path for path in filled.glob("journal/*.jsonl") if ".back." not in path.name)
    last = decode_line(journal.read_bytes().splitlines()[-1])
    with journal.open("ab") as file:
        file.write(encode_line(changed(last, id=f"{last.id}9", seq=last.seq + 1, format=9)))
    before = {path: path.read_bytes() for path in filled.rglob("*.json*")}
    ran = shell("export", "json", "-")
    assert ran.returncode == 3
    assert "newer" in ran.stderr
    assert shell("note", "add", "--stdin", given="one\n").returncode in (1, 3)
    assert {path: path.read_bytes() for path in filled.rglob("*.json*")} == before


@pytest.mark.usefixtures("filled")
def test_a_backup_opens_again(shell: Shell, tmp_path: Path) -> None:
    import zipfile

    assert shell("backup", str(tmp_path / "kept.zip")).returncode == 0
    with zipfile.ZipFile(tmp_path / "kept.zip") as kept:
        kept.extractall(tmp_path / "unpacked")
    (whole,) = {path.parent for path in (tmp_path / "unpacked").rglob("programme.json")}
    before, after = shell("export", "json", "-"), shell("export", "json", "-", folder=whole)
    assert (after.returncode, after.stdout) == (0, before.stdout)


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("what", ["people", "board"])
def test_a_page_to_print_for_a_name_that_ends_in_html(
    shell: Shell, tmp_path: Path, what: str
) -> None:
    file = tmp_path / f"{what}.html"
    assert shell("export", what, str(file), "--group", "falls").returncode == 0
    page = file.read_text()
    assert page.startswith("<!doctype html>")
    assert "<script" not in page
    assert "Ada" in page
    assert shell("export", what, str(tmp_path / "out.htm"), "--public").returncode == 0
    assert "Ada" not in (tmp_path / "out.htm").read_text()


@pytest.mark.usefixtures("filled")
def test_boards_come_as_a_table_a_line_for_each_card(shell: Shell, tmp_path: Path) -> None:
    for options, columns in (([], 10), (["--public"], 8)):
        file = tmp_path / f"board{columns}.csv"
        shell("export", "board", str(file), *options)
        heading, *cards = csv.reader(file.read_text("utf-8").splitlines())
        assert len(heading) == columns
        assert [(row[0], row[3], row[4]) for row in cards] == [
            ("Falls", "Topic (selection of your 'case')", PUBLIC)
        ]
        assert (MEMBERS in file.read_text("utf-8")) is (not options)
        assert PRIVATE not in file.read_text("utf-8")


def test_what_waits_in_the_letterbox_of_the_back_stage_goes_along(
    shell: Shell, workspace_folder: Path
) -> None:
    bench = Bench(workspace_folder)
    bench.begin()
    box = Letterbox(bench.ws)
    box.drop(bench.group, bench.draft, bench.version, "kept for later", None, "politics")
    bench.ws.close()
    front = shell("--data", str(workspace_folder), "export", "json", "-")
    assert "kept for later" not in front.stdout
    back = shell("--data", str(workspace_folder), "export", "json", "-", "--include-back", "--yes")
    assert "kept for later" in back.stdout

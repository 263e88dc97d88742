"""Drafts and their versions on the real store: open, do, close, open again, look."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.exchange.critic_markup import read_critic
from cartui.model.problems import NotFoundHere
from cartui.model.rooms import Room
from cartui.services.group_service import NothingNew, NoWords
from cartui.services.house_words import house_wording
from cartui.store.identity import Identity
from cartui.store.problems import Damaged
from tests.conftest import StillClock
from tests.services.draft_bench import TEXT, DraftBench


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[DraftBench]:
    bench = DraftBench(workspace_folder, identity)
    yield bench
    bench.ws.close()


def test_a_draft_begins_with_its_first_version_by_the_cards_owner(bench: DraftBench) -> None:
    draft = bench.begin()
    bench.again()
    [draft] = bench.drafts.of_card(bench.card)
    assert (draft.title, draft.author, draft.card) == ("Night visits", "carys", "visits")
    [version] = bench.drafts.versions(draft)
    assert (version.number, version.words) == (1, 26)
    assert bench.drafts.text(version) == TEXT
    assert [block.kind for block in bench.drafts.blocks(version)] == ["heading", *["paragraph"] * 3]


@pytest.mark.parametrize("text", ["", " \n\t\n ", "\ufeff"])
def test_a_text_without_words_is_not_brought_in(bench: DraftBench, text: str) -> None:
    with pytest.raises(NoWords):
        bench.begin(text)
    draft = bench.begin()
    with pytest.raises(NoWords):
        bench.drafts.new_version(draft, text)
    assert [version.number for version in bench.again().drafts.versions(draft)] == [1]


def test_a_new_version_keeps_the_old_one(bench: DraftBench, clock: StillClock) -> None:
    draft = bench.begin()
    clock.pass_time(days=3)
    change = bench.drafts.new_version(draft, TEXT + "\n\nThey did later.", source="two.md")
    said = house_wording().sentence(change, bench.ws)
    assert said == "Brought in version 2 of Night visits"
    newest, first = bench.again().drafts.versions(draft)
    assert (newest.number, newest.source, newest.uid) == (2, "two.md", change.about[2])
    assert bench.drafts.text(newest).endswith("They did later.")
    assert bench.drafts.text(first) == TEXT


def test_the_same_text_is_no_new_version(bench: DraftBench) -> None:
    draft = bench.begin()
    with pytest.raises(NothingNew):
        bench.drafts.new_version(draft, TEXT.replace("\n", "\r\n") + "\n")
    comments = read_critic("a{>>Ben Moss: b<<}").comments
    bench.drafts.new_version(draft, TEXT, comments=comments)
    assert len(bench.drafts.versions(draft)) == 2


def test_what_a_terminal_would_obey_does_not_come_in(bench: DraftBench) -> None:
    version = bench.newest(bench.begin("A\x1b[31m red\u202e word\tand  \nmore \ud800"))
    assert bench.drafts.text(version) == "A\ufffd[31m red\ufffd word    and  \nmore \ufffd"


def test_comments_of_a_file_find_their_passages_and_their_people(bench: DraftBench) -> None:
    read = read_critic(
        "{>>Carys: read it twice<<}\n\n# Falls\n\n{==Staff say==}{>>Ben Moss: who?<<} so.\n"
        "\nEnd.{>>Somebody Else: why end?<<}"
    )
    draft = bench.begin(read.text, *read.comments)
    found = bench.again().feedback.remarks(draft, bench.newest(draft))
    assert [(each.who, each.comment.by, each.comment.via) for each in found] == [
        ("Carys Hale", "carys", "imported"),
        ("Ben Moss", "ben", "imported"),
        ("Somebody Else", "", "imported"),
    ]
    places = [each.place.quote if each.place is not None else None for each in found]
    assert places == [None, "Staff say", "End."]


def test_whose_turn_it_is(bench: DraftBench) -> None:
    draft = bench.begin()
    assert bench.feedback.turn(draft).name == "the facilitator"
    change = bench.drafts.set_turn(draft, "ben")
    assert house_wording().sentence(change, bench.ws) == (
        "The draft Night visits now waits for Ben Moss"
    )
    draft = bench.again().drafts.draft(draft.uid)
    assert (bench.feedback.turn(draft).person, bench.feedback.turn(draft).name) == (
        "ben",
        "Ben Moss",
    )
    bench.drafts.set_turn(draft, "")
    assert bench.drafts.draft(draft.uid).turn == ""


def test_what_stands_over_a_draft_can_be_changed(bench: DraftBench) -> None:
    draft = bench.begin()
    bench.drafts.edit(draft, title=" Visits\n", ask="Be plain.\nPlease.", lens="analysis")
    now = bench.again().drafts.draft(draft.uid)
    assert (now.title, now.ask, now.lens) == ("Visits", "Be plain.\nPlease.", "analysis")
    with pytest.raises(NoWords):
        bench.drafts.edit(now, title=" ")
    with pytest.raises(NothingNew):
        bench.drafts.edit(now, title="Visits")
    with pytest.raises(TypeError):
        bench.drafts.edit(now, away="yes")


def test_put_away_and_brought_back_with_everything(bench: DraftBench) -> None:
    draft = bench.begin()
    bench.comment(draft, "Two families")
    bench.drafts.put_away(draft)
    assert bench.again().drafts.drafts() == []
    [away] = bench.drafts.drafts(away=True)
    bench.drafts.bring_back(away)
    assert len(bench.again().feedback.remarks(draft, bench.newest(draft))) == 1


def test_the_draft_worked_on_last_comes_first(bench: DraftBench, clock: StillClock) -> None:
    first = bench.begin()
    clock.pass_time(hours=1)
    bench.drafts.add(bench.card, "Another", "One word.")
    assert [draft.title for draft in bench.drafts.drafts()] == ["Another", "Night visits"]
    clock.pass_time(hours=1)
    bench.drafts.new_version(first, "Other words.")
    assert [draft.title for draft in bench.again().drafts.drafts()] == ["Night visits", "Another"]


def test_a_taken_back_version_is_gone_and_comes_again(bench: DraftBench) -> None:
    draft = bench.begin()
    bench.comment(draft, "Two families")
    bench.drafts.new_version(draft, "# Other\n\nTwo families more.")
    bench.ws.undo(Room.MEMBERS)
    assert bench.again().newest(draft).number == 1
    assert bench.feedback.counts(draft, bench.newest(draft)).total == 1
    bench.ws.redo(Room.MEMBERS)
    version = bench.again().newest(draft)
    assert bench.drafts.text(version) == "# Other\n\nTwo families more."
    assert bench.feedback.counts(draft, version).total == 1


def test_a_damaged_text_is_named_and_the_next_version_still_comes_in(bench: DraftBench) -> None:
    draft = bench.begin("Two families spoke of it at length, first version.")
    bench.comment(draft, "Two families")
    version = bench.newest(draft)
    path = bench.folder / "groups" / "north" / "texts" / f"{version.text}.md"
    path.write_text("spoilt")
    with pytest.raises(Damaged):
        bench.drafts.text(version)
    bench.drafts.new_version(draft, "Two families, again.")
    [remark] = bench.again().feedback.remarks(draft, bench.newest(draft))
    assert remark.place is not None
    assert remark.place.quote == "Two families"


def test_a_draft_that_is_gone_says_so(bench: DraftBench) -> None:
    draft = bench.begin()
    bench.ws.undo(Room.MEMBERS)
    with pytest.raises(NotFoundHere):
        bench.drafts.new_version(draft, "More.")

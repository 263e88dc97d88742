"""Whose a name is: certain, decided before, or only perhaps; and never a guess without a word."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.exchange.critic_markup import CriticComment, CriticReply
from cartui.exchange.mails.mail_file import pasted_mail
from cartui.model.drafts import Comment, Reply
from cartui.model.people import Membership, Person, Spelling
from cartui.model.rooms import Room
from cartui.services.mail_heard import signed
from cartui.services.names_alike import meant
from cartui.services.names_found import NOBODY
from cartui.store.identity import Identity
from tests.services.draft_bench import DraftBench

PEOPLE = [
    Person(uid="ana", name="Ana Moreno"), Person(uid="ben", name="Ben Moss", label="Benny"),
    Person(uid="jose", name="José Álvarez"), Person(uid="bill", name="Bill Hart"),
    Person(uid="bea", name="Bea Hart"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "person", "sure"),
    [
        ("ana moreno", "ana", True), ("Moreno, Ana", "ana", True), ("ana.moreno", "ana", True),
        ("Jose Alvarez", "jose", True), ("benny", "ben", True), ("AM", "ana", False),
        ("A. M.", "ana", False), ("Ana M.", "ana", False), ("A. Moreno", "ana", False),
        ("amoreno", "ana", False), ("Ana", "ana", False), ("Ana Morena", "ana", False),
        ("anna moreno", "ana", False),
    ],
)  # fmt: skip
def test_what_a_name_means(name: str, person: str, sure: bool) -> None:
    found = meant(name, PEOPLE)
    assert found is not None
    assert (found.person, found.sure) == (person, sure)


@pytest.mark.parametrize(
    "name", ["Guest User", "BH", "Hart", "B. Hart", "", "?", "Microsoft Office User", "A", "Author"]
)
def test_what_means_nobody_or_two(name: str) -> None:
    assert meant(name, PEOPLE) is None


@pytest.fixture
def bench(tmp_path: Path, identity: Identity) -> Iterator[DraftBench]:
    made = DraftBench(tmp_path / "workspace", identity)
    change = made.ws.draft("test.more")
    change.create(Person(uid="cai", name="Cai Hughes"))
    change.create(Membership(uid="m1", person="carys", group="north"))
    made.ws.commit(change, room=Room.MEMBERS)
    yield made
    made.ws.close()


def test_members_of_the_group_go_before_others(bench: DraftBench) -> None:
    found = bench.drafts.names.look_up("CH")
    assert (found.person, found.sure, found.why) == ("carys", False, "initials")


def test_what_was_decided_is_known_and_the_last_decision_holds(bench: DraftBench) -> None:
    said = CriticComment(text="Why?", name="CH", whole=True)
    draft = bench.begin("Text one.", said)
    assert [each.name for each in comments(bench)] == ["CH"]
    more = CriticComment(text="Where?", name="CH", whole=True)
    bench.drafts.new_version(draft, "Text two.", comments=[said, more], names={"CH": "carys"})
    assert bench.drafts.names.look_up("ch").person == "carys"
    assert bench.drafts.names.look_up("ch").decided
    assert {each.text: each.by for each in comments(bench)} == {"Why?": "", "Where?": "carys"}
    bench.drafts.new_version(draft, "Text three.", names={"CH": NOBODY})
    found = bench.again().drafts.names.look_up("CH")
    assert (found.person, found.sure) == (NOBODY, True)


def test_one_undo_takes_back_what_was_decided_with_it(bench: DraftBench) -> None:
    said = CriticComment(text="Why?", name="CH", whole=True)
    draft = bench.begin("Text one.")
    bench.drafts.new_version(draft, "Text two.", comments=[said], names={"CH": "carys"})
    bench.ws.undo(Room.MEMBERS)
    assert bench.ws.table(Spelling, "north") == {}
    assert comments(bench) == []


def test_a_member_of_the_same_name_may_be_nobody_here(bench: DraftBench) -> None:
    said = CriticComment(text="Why?", name="Ben Moss", whole=True)
    bench.drafts.add(None, "One", "Text.", comments=[said], names={"Ben Moss": NOBODY})
    assert [(each.by, each.name) for each in comments(bench)] == [("", "Ben Moss")]


def test_replies_are_by_whom_their_names_mean(bench: DraftBench) -> None:
    reply = CriticReply(text="Because.", name="CH")
    said = CriticComment(text="Why?", name="Ben Moss", whole=True, replies=(reply,))
    bench.drafts.add(None, "One", "Text.", comments=[said], names={"CH": "carys"})
    assert [each.by for each in bench.ws.table(Reply, "north").values()] == ["carys"]


def test_a_mail_comes_in_as_one_change_and_twice_adds_nothing(bench: DraftBench) -> None:
    draft = bench.begin("The map was finished in May, they say.\n\nA second paragraph stands here.")
    mail = pasted_mail("> The map was finished in May, they say.\nWho?\n\n> nothing of it\nWhat?")
    letter = signed(bench.drafts.mails.read(draft, mail), "CH")
    bench.drafts.mails.bring_in(draft, letter, {"CH": "carys"})
    assert {each.by for each in comments(bench)} == {"carys"}
    assert bench.drafts.mails.known(draft, letter) == {0, 1}
    whole = [each for each in comments(bench) if each.about == "whole"]
    assert [(each.text, each.of) for each in whole] == [("What?", "nothing of it")]
    bench.ws.undo(Room.MEMBERS)
    assert comments(bench) == []


def test_comments_of_a_mail_are_carried_on(bench: DraftBench) -> None:
    draft = bench.begin("The map was finished in May, they say.\n\nA second paragraph stands here.")
    mail = pasted_mail("From: Ben Moss\nSent: 3 Oct 2016\n\n> The map was finished in May\nWho?")
    bench.drafts.mails.bring_in(draft, bench.drafts.mails.read(draft, mail))
    bench.drafts.new_version(
        draft, "A new one.\n\nThe map was finished in May, they say.\n\nAn end."
    )
    (remark,) = bench.feedback.remarks(draft, bench.newest(draft))
    assert remark.place is not None
    assert (remark.place.quote, remark.comment.by) == ("The map was finished in May", "ben")
    assert remark.comment.at == "2016-10-03T00:00:00"


def comments(bench: DraftBench) -> list[Comment]:
    return list(bench.ws.table(Comment, "north").values())

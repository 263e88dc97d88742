"""Comments, verdicts, reasons, replies and places on the real store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.model.drafts import Verdict
from cartui.model.passages import Passage
from cartui.model.problems import NotFoundHere
from cartui.model.rooms import Room
from cartui.services.feedback_answers import NotAnswered, OneByOne
from cartui.services.feedback_places import NoPlace
from cartui.services.group_service import NothingChosen, NothingNew, NoWords
from cartui.services.house_words import house_wording
from cartui.store.identity import Identity
from tests.conftest import StillClock
from tests.services.draft_bench import TEXT, DraftBench


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[DraftBench]:
    bench = DraftBench(workspace_folder, identity)
    yield bench
    bench.ws.close()


def test_a_comment_keeps_its_passage_and_what_stands_around_it(bench: DraftBench) -> None:
    draft = bench.begin()
    bench.comment(draft, "Two families", lens="analysis", tone="question", by="ben")
    [remark] = bench.again().feedback.remarks(draft, bench.newest(draft))
    place = remark.place
    assert place is not None
    assert (place.block, place.quote, place.before, place.after) == (
        1,
        "Two families",
        "Staff told us that families slept better. ",
        " disagreed.",
    )
    assert (place.headings, place.state, place.how) == (("Night visits",), "exact", "hand")
    assert (remark.who, remark.comment.lens, remark.state) == ("Ben Moss", "analysis", "")


def test_remarks_stand_in_the_order_of_the_text_those_on_all_of_it_first(
    bench: DraftBench, clock: StillClock
) -> None:
    draft = bench.begin()
    for words in ("Managers", "Staff", "", "Two families", "Staff told us"):
        bench.comment(draft, words, text=f"on {words or 'all'}")
        clock.pass_time(minutes=1)
    said = [r.comment.text for r in bench.again().feedback.remarks(draft, bench.newest(draft))]
    assert said == ["on all", "on Staff", "on Staff told us", "on Two families", "on Managers"]


def test_verdicts_are_kept_and_owe_their_reasons(bench: DraftBench) -> None:
    draft = bench.begin()
    remarks = [bench.comment(draft, "Staff") for _ in range(4)]
    for remark, verdict in zip(remarks, Verdict, strict=True):
        bench.feedback.answer([remark.comment], verdict)
    counts = bench.again().feedback.counts(draft, bench.newest(draft))
    assert (counts.take, counts.adapt, counts.decline, counts.later) == (1, 1, 1, 1)
    assert (counts.to_answer, counts.answered, counts.owed) == (0, 3, 2)
    owed = bench.feedback.owed(draft)
    assert {remark.state for remark in owed} == {"adapt", "decline"}
    bench.feedback.give_reason(owed[0].comment, "It is\nthe finding.")
    [left] = bench.again().feedback.owed()
    assert left.uid == owed[1].uid
    answered = bench.remark(draft, owed[0].uid).answered
    assert answered is not None
    assert (answered.reason, answered.decided_by, answered.recorded_by) == (
        "It is\nthe finding.",
        "carys",
        "Rowan",
    )


def test_what_is_put_off_comes_back_when_the_rest_is_answered(bench: DraftBench) -> None:
    draft = bench.begin()
    first, second, third = [bench.comment(draft, word) for word in ("Staff", "Two", "Managers")]
    bench.feedback.answer([first.comment], "later")
    waiting = bench.feedback.unanswered(draft, bench.newest(draft))
    assert [each.uid for each in waiting] == [second.uid, third.uid, first.uid]
    bench.feedback.answer([second.comment, third.comment], "take")
    assert [r.uid for r in bench.feedback.unanswered(draft, bench.newest(draft))] == [first.uid]


def test_one_verdict_for_several_is_one_change(bench: DraftBench) -> None:
    draft = bench.begin()
    remarks = [bench.comment(draft, "Staff") for _ in range(6)]
    change = bench.feedback.answer([each.comment for each in remarks], "take")
    assert house_wording().sentence(change, bench.ws) == "Took 6 comments on Night visits"
    assert bench.again().feedback.counts(draft, bench.newest(draft)).take == 6
    bench.ws.undo(Room.MEMBERS)
    assert bench.feedback.counts(draft, bench.newest(draft)).to_answer == 6


def test_politics_and_ethics_are_answered_one_by_one(bench: DraftBench) -> None:
    draft = bench.begin()
    lenses = ("politics", "ethics", "analysis")
    comments = [bench.comment(draft, "Staff", lens=lens).comment for lens in lenses]
    assert bench.feedback.apart(comments) == comments[:2]
    bench.feedback.answer(comments, "take")
    assert [bench.remark(draft, each.uid).state for each in comments] == ["", "", "take"]
    with pytest.raises(OneByOne):
        bench.feedback.answer(comments[:2], "take")
    bench.feedback.answer(comments[:1], "take")
    assert bench.feedback.apart(comments[:1]) == []


def test_another_verdict_does_not_keep_the_old_reason(bench: DraftBench) -> None:
    draft = bench.begin()
    comment = bench.comment(draft, "Staff").comment
    bench.feedback.answer([comment], "decline", reason="no room")
    bench.feedback.answer([comment], "adapt")
    answered = bench.remark(draft, comment.uid).answered
    assert answered is not None
    assert (answered.verdict, answered.reason) == ("adapt", "")
    with pytest.raises(NothingNew):
        bench.feedback.answer([comment], "adapt")
    bench.ws.undo(Room.MEMBERS)
    assert bench.again().remark(draft, comment.uid).state == "decline"


def test_what_cannot_be_done_is_said_and_nothing_is_written(bench: DraftBench) -> None:
    draft = bench.begin()
    remark = bench.comment(draft)
    before = bench.ws.mark()
    with pytest.raises(NothingChosen):
        bench.feedback.answer([], "take")
    with pytest.raises(NotAnswered):
        bench.feedback.give_reason(remark.comment, "because")
    with pytest.raises(NoWords):
        bench.feedback.reply(remark.comment, " \n")
    with pytest.raises(NoWords):
        bench.feedback.edit(remark.comment, text="")
    with pytest.raises(NoWords):
        bench.feedback.add(draft, bench.newest(draft), "\t")
    with pytest.raises(NoPlace):
        bench.feedback.confirm(remark.comment, bench.newest(draft))
    with pytest.raises(ValueError, match="perhaps"):
        bench.feedback.answer([remark.comment], "perhaps")
    assert bench.ws.mark() == before


def test_replies_stand_under_their_comment(bench: DraftBench, clock: StillClock) -> None:
    draft = bench.begin()
    comment = bench.comment(draft, "Staff").comment
    bench.feedback.reply(comment, "Two of them.", by="ben")
    clock.pass_time(minutes=1)
    bench.feedback.reply(comment, "Thank you.")
    replies = bench.again().remark(draft, comment.uid).replies
    assert [(each.by, each.name, each.text) for each in replies] == [
        ("ben", "Ben Moss", "Two of them."),
        ("", "Rowan", "Thank you."),
    ]


def test_a_comment_is_reworded_put_away_and_brought_back(bench: DraftBench) -> None:
    draft = bench.begin()
    comment = bench.comment(draft, "Staff").comment
    bench.feedback.edit(comment, text="Which staff?", lens="ethics")
    bench.feedback.put_away(comment)
    version = bench.newest(draft)
    assert bench.again().feedback.remarks(draft, version) == []
    [away] = bench.feedback.put_away_remarks(draft, version)
    assert (away.comment.text, away.comment.lens) == ("Which staff?", "ethics")
    bench.drafts.new_version(draft, "New.\n\n" + TEXT)
    bench.feedback.bring_back(comment)
    place = bench.again().remark(draft, comment.uid).place
    assert place is not None
    assert place.block == 2


def test_an_unsure_place_keeps_the_old_quote_until_it_is_confirmed(bench: DraftBench) -> None:
    draft = bench.begin()
    comment = bench.comment(draft, "announcing visits should be the norm").comment
    bench.drafts.new_version(
        draft, "announcing visits should be the norm, or announcing visits should be the norm"
    )
    remark = bench.again().remark(draft, comment.uid)
    assert remark.asks_a_look
    assert [r.uid for r in bench.feedback.to_look_at(draft, bench.newest(draft))] == [comment.uid]
    bench.feedback.confirm(comment, bench.newest(draft))
    place = bench.again().remark(draft, comment.uid).place
    assert place is not None
    assert (place.state, place.how, place.confidence) == ("exact", "hand", 1.0)
    with pytest.raises(NothingNew):
        bench.feedback.confirm(comment, bench.newest(draft))


def test_a_lost_passage_keeps_its_words_and_can_be_placed_by_hand(bench: DraftBench) -> None:
    draft = bench.begin()
    comment = bench.comment(draft, "Two families disagreed.").comment
    bench.drafts.new_version(draft, "# Night visits\n\nAll is new here.")
    remark = bench.again().remark(draft, comment.uid)
    assert remark.place is not None
    assert (remark.place.state, remark.place.quote) == ("lost", "Two families disagreed.")
    assert remark.passage is None
    version = bench.newest(draft)
    with pytest.raises(NoPlace):
        bench.feedback.confirm(comment, version)
    bench.feedback.place_by_hand(comment, version, Passage(1, 0, 3))
    placed = bench.again().remark(draft, comment.uid).place
    assert placed is not None
    assert (placed.quote, placed.state) == ("All", "exact")
    bench.feedback.place_by_hand(comment, version, None)
    put_down = bench.again().remark(draft, comment.uid)
    assert (put_down.comment.about, put_down.place, put_down.asks_a_look) == ("whole", None, False)
    bench.feedback.place_by_hand(comment, version, Passage(1, 0, 3))
    placed = bench.again().remark(draft, comment.uid).place
    assert placed is not None
    assert placed.quote == "All"


def test_an_answered_comment_stays_answered_in_the_next_version(bench: DraftBench) -> None:
    draft = bench.begin()
    comment = bench.comment(draft, "Staff").comment
    bench.feedback.answer([comment], "take")
    bench.drafts.new_version(draft, "Wholly new.")
    remark = bench.again().remark(draft, comment.uid)
    assert (remark.state, remark.waits) == ("take", False)


def test_a_comment_made_elsewhere_on_the_old_version_is_seen_in_the_new(
    bench: DraftBench,
) -> None:
    draft = bench.begin()
    first = bench.newest(draft)
    bench.drafts.new_version(draft, "New.\n\n" + TEXT)
    passage = bench.passage(first, "Managers")
    late = bench.feedback.add(draft, first, "Which?", passage).about[-1]
    remark = bench.again().remark(draft, late)
    assert remark.place is not None
    assert (remark.place.uid, remark.place.block, remark.place.quote) == ("", 4, "Managers")
    bench.feedback.confirm(remark.comment, bench.newest(draft))
    place = bench.again().remark(draft, late).place
    assert place is not None
    assert place.uid


def test_where_i_stopped_is_known_on_this_machine_alone(bench: DraftBench) -> None:
    draft = bench.begin()
    comment = bench.comment(draft, "Staff").comment
    before = bench.ws.mark()
    assert bench.feedback.stopped_at(draft) == ""
    bench.feedback.stop_at(draft, comment.uid)
    assert bench.again().feedback.stopped_at(draft) == comment.uid
    assert bench.ws.mark() == before
    kept = list((bench.folder.parent / "state" / "stopped").iterdir())
    assert len(kept) == 1
    kept[0].write_text("{broken")
    assert bench.again().feedback.stopped_at(draft) == ""


def test_a_comment_that_is_gone_says_so(bench: DraftBench) -> None:
    draft = bench.begin()
    comment = bench.comment(draft, "Staff").comment
    bench.ws.undo(Room.MEMBERS)
    with pytest.raises(NotFoundHere):
        bench.feedback.answer([comment], "take")


def test_left_in_an_earlier_version_is_known(bench: DraftBench) -> None:
    draft = bench.begin()
    remark = bench.comment(draft, "families slept better")
    assert not bench.feedback.left_in_earlier(draft)
    bench.feedback.stop_at(draft, remark.uid)
    assert not bench.again().feedback.left_in_earlier(draft)
    bench.drafts.new_version(draft, "Families slept better.")
    assert bench.feedback.left_in_earlier(draft)
    assert bench.feedback.stopped_at(draft) == remark.uid

"""Tracked changes of a Word file: the words before and after, and what a verdict on them means."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cartui.exchange.commented import commented_word
from cartui.exchange.feedback_markdown import feedback_markdown_out
from cartui.exchange.suggested import change_in, suggested
from cartui.model.drafts import Draft, Verdict
from cartui.services.feedback_out import FeedbackOut
from cartui.services.remarks import Remark
from cartui.services.then_and_now import ThenAndNow
from cartui.store.identity import Identity
from tests.exchange.papers.make_word_files import deleted, inserted, p, run, word_file
from tests.services.draft_bench import DraftBench

RAW = word_file(
    p(run("We saw falls in "), deleted("May"), inserted("March"), run(" and were glad.")),
    p(run("Two families"), inserted(" and a nurse"), run(" agreed.")),
    p(deleted("Nobody asked. "), run("We asked.")),
)


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> DraftBench:
    return DraftBench(workspace_folder, identity)


def brought_in(bench: DraftBench) -> Draft:
    read = bench.drafts.read_file(RAW, "falls.docx")
    change = bench.drafts.add(bench.card, "Falls", read.text, comments=read.comments)
    return bench.again().drafts.draft(change.about[0])


def remarks(bench: DraftBench, draft: Draft) -> list[Remark]:
    return bench.feedback.remarks(draft, bench.newest(draft))


def shown(bench: DraftBench, draft: Draft) -> list[ThenAndNow | None]:
    newest = bench.newest(draft)
    return [bench.feedback.then_and_now(each, newest) for each in remarks(bench, draft)]


def test_the_words_before_and_after_are_shown_with_what_stands_around(bench: DraftBench) -> None:
    draft = brought_in(bench)
    assert shown(bench, draft) == [
        ThenAndNow(
            then=(("We saw falls in ", ""), ("May", "-"), (" and were glad.", "")),
            now=(("We saw falls in ", ""), ("March", "+"), (" and were glad.", "")),
            names=("before", "after"),
            says_all=True,
        ),
        ThenAndNow(
            then=(("Two families ", ""), (" agreed.", "")),
            now=(("Two families ", ""), ("and a nurse", "+"), (" agreed.", "")),
            names=("before", "after"),
            says_all=True,
        ),
        ThenAndNow(
            then=(("Nobody asked.", "-"),),
            now=(),
            names=("before", "after: taken out"),
            says_all=True,
        ),
    ]


def test_where_other_words_stand_by_now_the_change_is_not_shown_as_done(bench: DraftBench) -> None:
    draft = brought_in(bench)
    text = bench.drafts.text(bench.newest(draft))
    bench.drafts.new_version(draft, text.replace("March", "May") + "\n\nNobody asked. Anew.")
    first, _, _ = shown(bench, draft)
    assert first is None or first.names != ("before", "after")


def test_the_answers_name_each_verdict_and_what_is_still_to_do(bench: DraftBench) -> None:
    draft = brought_in(bench)
    one, two, three = remarks(bench, draft)
    bench.feedback.answer([one.comment], Verdict.DECLINE, reason="It was May.")
    bench.feedback.answer([two.comment], Verdict.TAKE)
    bench.feedback.answer([three.comment], Verdict.DECLINE)
    out = FeedbackOut(bench.ws, bench.drafts, bench.feedback)
    page = feedback_markdown_out(out.page(draft))
    assert "Put “March” in the place of “May”" in page
    assert "- Declined: It was May." in page
    assert "- Still to do in the text: Put “May” in the place of “March”" in page
    assert "- Taken." in page
    assert "- Still to do in the text: Put in: “Nobody asked. ”" in page
    assert page.count("Still to do") == 2
    read = bench.drafts.read_file(commented_word(out.commented(draft)), "out.docx")
    assert [[reply.text for reply in each.replies] for each in read.comments] == [
        ["Declined: It was May."], ["Taken."], ["Declined: the reason is owed"]
    ]  # fmt: skip


def test_once_it_is_put_back_nothing_is_left_to_do(bench: DraftBench) -> None:
    draft = brought_in(bench)
    for each in remarks(bench, draft):
        bench.feedback.answer([each.comment], Verdict.DECLINE, reason="No.")
    text = bench.drafts.text(bench.newest(draft))
    text = text.replace("March", "May").replace("We asked", "Nobody asked. We asked")
    bench.drafts.new_version(draft, text.replace(" and a nurse", ""))
    page = feedback_markdown_out(
        FeedbackOut(bench.ws, bench.drafts, bench.feedback).page(bench.drafts.draft(draft.uid))
    )
    assert "Still to do" not in page


WORDS = st.text(st.characters(exclude_characters="“”", exclude_categories=["Cs"]), min_size=1)


@given(WORDS | st.just(""), WORDS)
def test_a_change_in_words_is_read_back(old: str, new: str) -> None:
    for change in ((old, new), (new, "")):
        assert change_in(suggested(*change)) == change
    assert change_in(new) is None

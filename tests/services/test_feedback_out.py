"""Feedback on its way out: by lens for the author, as a table, and back into the text."""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from cartui.exchange.commented import commented_markdown
from cartui.exchange.feedback_csv import feedback_csv_out
from cartui.exchange.feedback_markdown import feedback_markdown_out
from cartui.exchange.safe_cells import unguard
from cartui.model.drafts import Draft
from cartui.model.rooms import Room
from cartui.services.feedback_out import FeedbackOut
from cartui.services.group_service import NothingNew
from cartui.services.roster import Roster
from cartui.store.identity import Identity
from tests.hostile import HOSTILE
from tests.services.draft_bench import DraftBench


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[DraftBench]:
    bench = DraftBench(workspace_folder, identity)
    yield bench
    bench.ws.close()


@pytest.fixture
def draft(bench: DraftBench) -> Draft:
    draft = bench.begin()
    bench.comment(draft, "Two families", "Which two?", lens="politics", tone="concern", by="ben")
    keep = bench.comment(draft, "Staff told us", "Keep this.", lens="analysis", tone="strength")
    whole = bench.comment(draft, text="Read it\naloud.", name="A visitor", via="spoken")
    bench.feedback.answer([keep.comment], "take")
    bench.feedback.answer([whole.comment], "decline")
    bench.feedback.reply(whole.comment, "Why aloud?", by="carys")
    return draft


def out(bench: DraftBench, *without: str) -> FeedbackOut:
    return FeedbackOut(bench.ws, bench.drafts, bench.feedback, without)


def test_the_authors_page_goes_by_lens_and_says_what_was_decided(
    bench: DraftBench, draft: Draft
) -> None:
    assert (
        feedback_markdown_out(out(bench).page(draft))
        == """# Feedback on Night visits

Carys Hale, version 1 of 2026-03-02

3 comments, 1 still to answer.

## Analysis (1)

> Staff told us

Keep this.

- strength
- Taken.

## Politics (1)

> Two families

Which two?

- Ben Moss, concern
- Not answered yet.

## Other comments (1)

On the whole draft.

Read it

aloud.

- A visitor, spoken
- Declined: the reason is owed
- Reply: Carys Hale: Why aloud?
"""
    )


def test_a_lens_can_be_left_out(bench: DraftBench, draft: Draft) -> None:
    page = feedback_markdown_out(out(bench, "politics").page(draft))
    assert "Which two?" not in page
    assert "2 comments" in page


def test_the_table_has_a_line_for_each_comment(bench: DraftBench, draft: Draft) -> None:
    rows = list(csv.DictReader(StringIO(feedback_csv_out(out(bench).rows(draft)), newline="")))
    assert [row["Comment"] for row in rows] == ["Read it\naloud.", "Keep this.", "Which two?"]
    assert rows[0] | {"Replies": ""} == {
        "Draft": "Night visits",
        "Version": "1",
        "Lens": "",
        "Tone": "",
        "Passage": "",
        "Place": "whole draft",
        "Comment": "Read it\naloud.",
        "From": "A visitor",
        "Decision": "decline",
        "Reason": "",
        "Decided by": "Carys Hale",
        "Replies": "",
        "Date": "2026-03-02",
    }


def test_with_its_comments_in_it_a_text_comes_in_again_the_same(
    bench: DraftBench, draft: Draft
) -> None:
    marked = commented_markdown(out(bench).commented(draft))
    read = bench.drafts.read_file(marked.encode(), "visits.md")
    other = bench.begin(read.text, *read.comments)
    assert bench.drafts.text(bench.newest(other)) == bench.drafts.text(bench.newest(draft))
    assert said(bench, other) == said(bench, draft)
    came = bench.feedback.remarks(other, bench.newest(other))
    replies = {each.comment.text: [(r.name, r.text) for r in each.replies] for each in came}
    assert replies["Read it\naloud."][0] == ("Carys Hale", "Why aloud?")
    assert [each.comment.text for each in came if each.waits] == ["Which two?"]


def test_the_same_comments_coming_back_are_the_same_comments(
    bench: DraftBench, draft: Draft
) -> None:
    marked = commented_markdown(out(bench).commented(draft)).replace(
        "Managers did not reply", "{>>Ben Moss: New!<<}Some did"
    )
    read = bench.drafts.read_file(marked.encode(), "visits.md")
    seen = bench.drafts.incoming(draft, read.text, read.comments)
    assert (seen.comments, seen.known) == (1, 3)
    before = {each.uid for each in bench.feedback.remarks(draft, bench.newest(draft))}
    bench.drafts.new_version(draft, read.text, comments=read.comments)
    found = bench.again().feedback.remarks(draft, bench.newest(draft))
    assert len(found) == 4
    assert before <= {each.uid for each in found}
    assert {each.state for each in found if each.uid in before} == {"take", "decline", ""}
    with pytest.raises(NothingNew):
        bench.drafts.new_version(draft, read.text, comments=read.comments)


def said(bench: DraftBench, draft: Draft) -> list[tuple[str, ...]]:
    return [
        (
            each.comment.text,
            each.who,
            each.comment.lens,
            each.comment.tone,
            each.place.quote if each.place is not None else "",
        )
        for each in bench.feedback.remarks(draft, bench.newest(draft))
    ]


FORMULAS = ["=1+1", "+SUM(A1)", "-2", "@x", "\t=1", "'=1"]


@pytest.mark.parametrize("text", [*HOSTILE.values(), *FORMULAS])
def test_no_hostile_text_is_alive_in_a_table_or_lost(bench: DraftBench, text: str) -> None:
    draft = bench.begin()
    remark = bench.comment(draft, "Staff", text)
    [row] = list(csv.DictReader(StringIO(feedback_csv_out(out(bench).rows(draft)), newline="")))
    assert unguard(row["Comment"]) == remark.comment.text
    assert not row["Comment"].startswith(("=", "+", "-", "@"))
    again = bench.drafts.read_file(commented_markdown(out(bench).commented(draft)).encode(), "a.md")
    assert [each.text for each in again.comments] == [remark.comment.text]


def test_without_the_names_of_those_who_asked_for_none(bench: DraftBench, draft: Draft) -> None:
    given = FeedbackOut(bench.ws, bench.drafts, bench.feedback, unnamed=("ben", "carys"))
    page = feedback_markdown_out(given.page(draft))
    text = commented_markdown(given.commented(draft))
    table = feedback_csv_out(given.rows(draft))
    for words in (page, text, table):
        assert "Ben" not in words
        assert "Carys" not in words
        assert "Which two?" in words
        assert "A visitor" in words
    assert "Reply: Why aloud?" in page


def test_whoever_asks_for_no_name_has_none_in_any_file(bench: DraftBench, draft: Draft) -> None:
    assert "Ben" in feedback_markdown_out(out(bench).page(draft))
    roster = Roster(bench.ws, lambda: Room.MEMBERS)
    roster.edit(roster.person("ben"), asks_no_name=True)
    given = out(bench)
    page = feedback_markdown_out(given.page(draft))
    for words in (page, commented_markdown(given.commented(draft)),
                  feedback_csv_out(given.rows(draft))):  # fmt: skip
        assert "Ben" not in words
        assert "Which two?" in words

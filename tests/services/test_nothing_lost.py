"""From a Word file over five versions to every file that goes out: not one comment is lost."""

import csv
from collections import Counter
from io import StringIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from cartui.exchange.commented import commented_markdown, commented_word
from cartui.exchange.commented_html import commented_html
from cartui.exchange.feedback_csv import feedback_csv_out
from cartui.exchange.feedback_markdown import feedback_markdown_out
from cartui.exchange.page_html import page_html_out
from cartui.model.drafts import Draft, Place
from cartui.services.feedback_out import FeedbackOut
from cartui.store.identity import Identity
from tests.conftest import StillClock, counting_ids
from tests.services.draft_bench import DraftBench
from tests.services.story_of_a_draft import MadeUp, decided, next_file, people_act, said

VERSIONS = 5


@given(st.integers(0, 2**32))
@settings(max_examples=30, deadline=None)
def test_import_five_versions_and_export_lose_no_comment_and_no_decision(seed: int) -> None:
    chance = Random(seed)
    file = MadeUp(chance)
    with TemporaryDirectory() as folder:
        identity = Identity(
            device="d0d0d0d0", actor="Rowan", clock=StillClock(), new_id=counting_ids()
        )
        bench = DraftBench(Path(folder) / "workspace", identity)
        draft = brought_in(bench, file)
        for _ in range(VERSIONS):
            people_act(bench, draft, chance)
            verdicts, places = decided(bench, draft)
            read = next_file(bench, draft, chance)
            bench.drafts.new_version(
                draft, read.text, source=read.source, comments=read.comments,
                original=read.original,
            )  # fmt: skip
            bench.again()
            all_there(bench, draft, file)
            assert {each.uid: each.state for each in said(bench, draft)} == verdicts
            now = bench.ws.table(Place, "north")
            assert [now[each.uid] for each in places] == places
        people_act(bench, draft, chance)
        counted_out(bench, draft, file)
        bench.ws.close()


def brought_in(bench: DraftBench, file: MadeUp) -> Draft:
    """Bring the made-up file in, and find in it all that was put there."""
    read = bench.drafts.read_file(file.raw, "falls.docx")
    change = bench.drafts.add(
        bench.card, "Falls", read.text, source=read.source, comments=read.comments,
        original=read.original,
    )  # fmt: skip
    draft = bench.again().drafts.draft(change.about[0])
    assert read.paper is not None
    assert len(read.paper.changes) == file.changes
    all_there(bench, draft, file)
    return draft


def texts(bench: DraftBench, draft: Draft) -> list[str]:
    """Return the words of all comments, suggestions too."""
    return sorted(each.comment.text for each in said(bench, draft))


def all_there(bench: DraftBench, draft: Draft, file: MadeUp) -> None:
    """Check that the newest version has every comment, suggestion and reply once."""
    remarks = said(bench, draft)
    made = [each.comment.text for each in remarks if each.comment.tone != "suggestion"]
    assert sorted(made) == sorted(file.said)
    suggestions = [each for each in remarks if each.comment.tone == "suggestion"]
    assert bool(suggestions) == bool(file.changes)
    assert sorted(r.text for each in remarks for r in each.replies) == sorted(file.replied)
    assert sum(each.comment.resolved for each in remarks) >= file.settled


def counted_out(bench: DraftBench, draft: Draft, file: MadeUp) -> None:
    """Give the draft out in every form, and count in each what was said."""
    out = FeedbackOut(bench.ws, bench.drafts, bench.feedback)
    there, commented = Counter(texts(bench, draft)), out.commented(draft)
    for raw, name in (
        (commented_word(commented), "out.docx"),
        (commented_markdown(commented).encode(), "out.md"),
    ):
        read = bench.drafts.read_file(raw, name)
        assert Counter(each.text for each in read.comments) == there, name
        names = Counter(each.name for each in read.comments)
        assert names == Counter(each.who for each in said(bench, draft)), name
        if name == "out.docx":
            replies = [one for each in read.comments for one in each.replies]
            assert sorted(r.text for r in replies if not r.verdict) == sorted(file.replied)
            settled = sum(each.resolved for each in read.comments)
            assert settled == sum(not each.waits for each in said(bench, draft))
    rows = list(csv.DictReader(StringIO(feedback_csv_out(out.rows(draft)))))
    assert Counter(row["Comment"] for row in rows) == there
    page = feedback_markdown_out(out.page(draft))
    told = (page, page_html_out(page), commented_html(commented))
    for text in (*file.said, *file.replied):
        for form in told:
            assert form.count(text.replace(".", "\\.")) + form.count(text) == 1, text

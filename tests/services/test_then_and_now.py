"""What a comment was said of, beside what stands at its place now."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.store.identity import Identity
from tests.services.draft_bench import TEXT, DraftBench


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[DraftBench]:
    """A group without drafts."""
    bench = DraftBench(workspace_folder, identity)
    yield bench
    bench.ws.close()


def test_the_same_words_have_nothing_to_show(bench: DraftBench) -> None:
    draft = bench.begin()
    remark = bench.comment(draft, "families slept better")
    assert bench.feedback.then_and_now(remark, bench.newest(draft)) is None
    bench.drafts.new_version(draft, f"A new first line.\n\n{TEXT}")
    again = bench.remark(draft, remark.uid)
    assert bench.feedback.then_and_now(again, bench.newest(draft)) is None


def test_an_edited_sentence_is_shown_against_the_last_certain_wording(bench: DraftBench) -> None:
    draft = bench.begin()
    remark = bench.comment(draft, "Staff told us that families slept better.")
    bench.drafts.new_version(draft, TEXT.replace("slept better", "slept well"))
    now = bench.remark(draft, remark.uid)
    assert not now.asks_a_look
    both = bench.feedback.then_and_now(now, bench.newest(draft))
    assert both is not None
    assert [piece for piece in both.then if piece[1]] == [("better.", "-")]
    assert [piece for piece in both.now if piece[1]] == [("well.", "+")]


def test_a_lost_one_is_shown_with_the_nearest_paragraph(bench: DraftBench) -> None:
    draft = bench.begin()
    remark = bench.comment(draft, "Managers did not reply.")
    bench.drafts.new_version(draft, TEXT.replace("\n\nManagers did not reply.", ""))
    lost = bench.remark(draft, remark.uid)
    assert lost.anchored == "lost"
    both = bench.feedback.then_and_now(lost, bench.newest(draft))
    assert both is not None
    assert both.then == (("Managers did not reply.", ""),)
    assert both.now[0][0].startswith("We therefore think")
    assert lost.nearest is not None
    assert lost.passage is None


def test_of_the_whole_draft_nothing_is_shown(bench: DraftBench) -> None:
    draft = bench.begin()
    remark = bench.comment(draft)
    assert bench.feedback.then_and_now(remark, bench.newest(draft)) is None

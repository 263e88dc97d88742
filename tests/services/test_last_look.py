"""What changed on a draft since this machine last looked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.model.rooms import Room
from cartui.services.feedback import Feedback
from cartui.services.last_look import LastLook, News, news_words
from cartui.store.identity import Identity
from tests.services.draft_bench import DraftBench


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[DraftBench]:
    bench = DraftBench(workspace_folder, identity)
    bench.begin()
    yield bench
    bench.ws.close()


def sitting(bench: DraftBench) -> Feedback:
    """The feedback as it is opened on a day."""
    look = LastLook(bench.ws, bench.folder.parent / "state")
    return Feedback(bench.ws, lambda: Room.MEMBERS, "north", last_look=look)


def test_new_comments_replies_and_verdicts_are_told_apart(bench: DraftBench) -> None:
    (draft,) = bench.drafts.drafts()
    version = bench.newest(draft)
    first, second, third = (bench.comment(draft, text=text) for text in ("One", "Two", "Three"))
    assert sitting(bench).news(draft, version) == {}  # never looked at: nothing is news
    sitting(bench).looked(draft, version)
    assert sitting(bench).news(draft, version) == {}
    fourth = bench.comment(draft, text="Four")
    bench.feedback.reply(first.comment, "Because.")
    bench.feedback.answer([second.comment], "decline")
    news = sitting(bench).news(draft, version)
    assert news == {
        fourth.uid: News.COMMENT, first.uid: News.REPLY, second.uid: News.VERDICT,
    }  # fmt: skip
    assert news_words(news) == "1 comment, 1 reply, 1 verdict"
    sitting(bench).looked(draft, version)
    bench.feedback.give_reason(second.comment, "It is elsewhere.")
    assert sitting(bench).news(draft, version) == {second.uid: News.VERDICT}
    assert third.uid not in news


def test_a_verdict_taken_back_is_no_news(bench: DraftBench) -> None:
    (draft,) = bench.drafts.drafts()
    remark = bench.comment(draft)
    bench.feedback.answer([remark.comment], "take")
    sitting(bench).looked(draft, bench.newest(draft))
    bench.ws.undo(room=Room.MEMBERS)
    assert sitting(bench).news(draft, bench.newest(draft)) == {}


def test_only_uids_and_sums_are_kept(bench: DraftBench) -> None:
    (draft,) = bench.drafts.drafts()
    remark = bench.comment(draft, text="Something about her manager", name="Ann")
    bench.feedback.answer([remark.comment], "decline", reason="Not here.")
    sitting(bench).looked(draft, bench.newest(draft))
    (kept,) = (bench.folder.parent / "state" / "drafts seen").iterdir()
    text = kept.read_text()
    assert remark.uid in text
    for word in ("manager", "Ann", "decline", "Not here"):
        assert word not in text

"""Two windows on one draft: the later one is told, sees both, and nothing goes unseen."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cartui.model.drafts import Verdict
from tests.screens.drafts_hall import LARGE, Bench, seated

ASKED = "Changed meanwhile in the other window"


@pytest.fixture
def bench(workspace_folder: Path) -> Iterator[Bench]:
    made = Bench(workspace_folder)
    made.begin_with(3)
    made.drafts.edit(made.draft, ask="Be kind.")
    yield made
    made.ws.close()


@contextmanager
def other_window(bench: Bench) -> Iterator[Bench]:
    """Let something be done in another window, beside the open one."""
    other = Bench.beside(bench.folder)
    yield other
    other.ws.close()


@pytest.mark.parametrize(("key", "kept"), [("m", "Mine"), ("t", "Theirs")])
async def test_the_title_is_not_replaced_unseen(bench: Bench, key: str, kept: str) -> None:
    async with seated(bench, LARGE) as seat:
        await seat.press("E", "t", *["backspace"] * len("Night visits"))
        await seat.type("Mine")
        with other_window(bench) as other:
            other.drafts.edit(other.draft, title="Theirs")
        await seat.press("enter")
        assert ASKED in seat.seen()
        await seat.press("enter")  # takes nothing by itself
        assert ASKED in seat.seen()
        await seat.press(key)
        assert ASKED not in seat.seen()
    assert bench.draft.title == kept


@pytest.mark.parametrize(("key", "kept"), [("m", "Be kind. Mine"), ("t", "Theirs")])
async def test_what_the_author_asks_for_is_not_replaced_unseen(
    bench: Bench, key: str, kept: str
) -> None:
    async with seated(bench, LARGE) as seat:
        await seat.press("E", "a")
        await seat.type(" Mine")
        with other_window(bench) as other:
            other.drafts.edit(other.draft, ask="Theirs")
        await seat.press("escape")
        assert ASKED in seat.seen()
        assert "Theirs" in seat.seen()
        assert "Be kind. Mine" in seat.seen()
        await seat.press(key)
    assert bench.draft.ask == kept


async def test_a_comment_is_not_reworded_over_other_words_unseen(bench: Bench) -> None:
    async with seated(bench, LARGE) as seat:
        await seat.press("e")
        await seat.type(" Mine.")
        with other_window(bench) as other:
            other.feedback.edit(other.remarks[0].comment, text="Theirs.")
        await seat.press("enter")
        assert ASKED in seat.seen()
        await seat.press("escape")  # goes on writing with what was typed
        assert "Comment 1. Mine." in seat.seen()
        await seat.press("enter", "m")
    assert bench.remarks[0].comment.text == "Comment 1. Mine."


async def test_a_reason_is_not_replaced_unseen(bench: Bench) -> None:
    async with seated(bench, LARGE) as seat:
        await seat.press("d", "b")
        await seat.type("mine")
        with other_window(bench) as other:
            other.feedback.give_reason(other.remarks[0].comment, "theirs")
        await seat.press("enter")
        assert ASKED in seat.seen()
        await seat.press("t")
    answered = bench.remarks[0].answered
    assert answered is not None
    assert answered.reason == "theirs"


async def test_a_verdict_given_meanwhile_is_said_and_the_same_key_gives_another(
    bench: Bench,
) -> None:
    async with seated(bench, LARGE) as seat:
        with other_window(bench) as other:
            comment = other.remarks[0].comment
            other.feedback.answer([comment], Verdict.DECLINE, reason="no room")
        await seat.press("t")
        assert "Answered meanwhile in the other window: declined, because: no room." in seat.seen()
        assert "Declined, because: no room" in seat.seen()
        with other_window(bench) as other:
            assert other.remarks[0].state == "decline"
        await seat.press("t")
        assert "2 to answer, 1 done" in seat.seen()
    assert bench.verdicts() == ["take", "", ""]


async def test_the_same_verdict_given_twice_is_no_clash(bench: Bench) -> None:
    async with seated(bench, LARGE) as seat:
        with other_window(bench) as other:
            other.feedback.answer([other.remarks[0].comment], Verdict.TAKE)
        await seat.press("t")
        assert "other window" not in seat.seen()
    assert bench.verdicts()[0] == "take"


async def test_replies_of_both_windows_stand_beside_one_another(bench: Bench) -> None:
    async with seated(bench, LARGE) as seat:
        await seat.press("R")
        await seat.type("mine")
        with other_window(bench) as other:
            other.feedback.reply(other.remarks[0].comment, "theirs")
        await seat.press("enter")
    assert sorted(reply.text for reply in bench.remarks[0].replies) == ["mine", "theirs"]

"""A critique round by its keys: steps, clock, what is said, kept on the disk and read back."""

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cartui.backstage.letterbox import BOX
from cartui.model.rooms import Room
from cartui.services.critique_words import critique_words
from screens.present.critique import CritiqueScreen
from tests.screens.critique_hall import ASK, SENTENCE, begun, in_round, private_remarks
from tests.screens.drafts_hall import LARGE, SMALL, Bench
from tests.screens.stage import lines

STEPS = critique_words().steps
SMALLEST = (60, 18)


@pytest.fixture
def bench(workspace_folder: Path) -> Bench:
    bench = Bench(workspace_folder)
    begun(bench)
    return bench


def spoken(bench: Bench) -> list[tuple[str, str, str]]:
    return [
        (each.comment.text, each.comment.lens, each.place.quote if each.place else "whole")
        for each in bench.remarks
        if each.comment.via == "spoken"
    ]


@pytest.mark.parametrize("size", [SMALLEST, SMALL, LARGE], ids=str)
async def test_the_page_shows_step_prompt_ask_passage_and_clock(
    bench: Bench, size: tuple[int, int]
) -> None:
    async with in_round(bench, size) as (seat, _):
        shown = " ".join(seat.seen().split())
        assert STEPS[0].title in shown
        assert STEPS[0].prompt in shown
        assert f"Asked for: {ASK}" in shown
        assert SENTENCE in shown
        assert critique_words().stands in shown
        assert "Really?" not in shown
        assert "Rowan" not in shown
        digits = [line for line in lines(seat.app) if line.count("█") > 8]
        assert len(digits) in (5, 7, 9)
        assert lines(seat.app)[-1].rstrip().endswith("q leave")


async def test_the_steps_one_by_one_and_back(bench: Bench) -> None:
    async with in_round(bench) as (seat, _):
        for step in STEPS[1:]:
            await seat.press("greater_than_sign")
            assert step.title in seat.seen()
            assert step.prompt in seat.seen()
        await seat.press("pagedown")
        assert STEPS[-1].title in seat.seen()
        await seat.press("pageup")
        assert STEPS[-2].title in seat.seen()
        await seat.press("less_than_sign")
        assert STEPS[-3].title in seat.seen()


async def test_the_clock_on_the_page_with_a_word_at_a_fifth_and_at_the_end(bench: Bench) -> None:
    async with in_round(bench) as (seat, watch):

        def says(word: str) -> Callable[[], bool]:
            return lambda: getattr(critique_words(), word) in seat.seen()

        await seat.press("t")
        assert critique_words().stands not in seat.seen()
        before = seat.seen()
        watch.pass_time(minutes=1)
        await seat.until(lambda: seat.seen() != before)
        for minutes, word in ((3, "soon"), (0.8, "last"), (3, "over")):
            watch.pass_time(minutes=minutes)
            await seat.until(says(word))
        assert "behind" not in seat.seen()
        assert "plan" not in seat.seen()


async def test_what_is_said_is_kept_by_lens_on_the_passage_at_once(bench: Bench) -> None:
    async with in_round(bench) as (seat, _):
        for key, text in (("1", "too bold"), ("2", "two sites only"), ("3", "short words")):
            await seat.press(key)
            await seat.type(text, "enter")
            assert critique_words().kept in seat.seen()
        await seat.press("t")
        assert critique_words().kept not in seat.seen()
    assert sorted(spoken(bench)) == [
        ("short words", "writing-style", SENTENCE),
        ("too bold", "interpretation", SENTENCE),
        ("two sites only", "analysis", SENTENCE),
    ]


async def test_each_is_one_change_and_u_takes_the_last_back(bench: Bench) -> None:
    async with in_round(bench) as (seat, _):
        for text in ("first thing", "second thing"):
            await seat.press("1")
            await seat.type(text, "enter")
        await seat.press("q", "u")
        assert "second thing" not in seat.seen()
    assert [text for text, _, _ in spoken(bench)] == ["first thing"]


async def test_the_room_never_reads_what_is_typed_whatever_the_lens(bench: Bench) -> None:
    async with in_round(bench) as (seat, _):
        pages = []
        for key in "1234":
            await seat.press(key)
            await seat.type("secret ax")
            assert "secret" not in seat.seen()
            pages.append(seat.seen())
            await seat.press("enter")
            assert "secret" not in seat.seen()
            pages.append(seat.seen())
        assert len(set(pages[::2])) == 1  # not a sign on the page tells which lens it was
        assert len(set(pages[1::2])) == 1
    assert len(spoken(bench)) == 3


async def test_politics_is_back_stage_and_front_shows_no_trace_of_it(bench: Bench) -> None:
    async with in_round(bench) as (seat, _):
        await seat.press("4")
        await seat.type("the council will not like it", "enter")
        assert list((bench.folder / BOX).iterdir())
        await seat.press("q")
        assert seat.app.stage is Room.MEMBERS
        assert "council" not in seat.seen()
        assert "olitics" not in seat.seen()
        assert "undo" not in seat.seen().splitlines()[-2]
        await seat.press("v", "v")
        assert "council" not in seat.seen()
        await seat.press("B", "enter")
        assert "p1" in seat.seen()  # its brackets in the text
        assert not list((bench.folder / BOX).iterdir())
    assert spoken(bench) == []
    (kept,) = private_remarks(bench)
    assert (kept.comment.text, kept.comment.lens, kept.comment.via) == (
        "the council will not like it", "politics", "spoken",
    )  # fmt: skip
    assert kept.place is not None
    assert kept.place.quote == SENTENCE


async def test_it_is_undone_in_back_by_one_key(bench: Bench) -> None:
    async with in_round(bench) as (seat, _):
        await seat.press("4")
        await seat.type("not for here", "enter", "q", "B", "enter")
        assert "p1" in seat.seen()
        await seat.press("u")
        assert "p1" not in seat.seen()
    assert private_remarks(bench) == []


async def test_a_slip_taken_in_but_not_yet_away_is_not_taken_in_twice(bench: Bench) -> None:
    async with in_round(bench) as (seat, _):
        await seat.press("4")
        await seat.type("once only", "enter")
        (slip,) = (bench.folder / BOX).iterdir()
        line = slip.read_bytes()
        await seat.press("q", "B", "enter", "f")
        slip.write_bytes(line)
        damaged = slip.with_name("cartui-unsaved-zz.jsonl")
        damaged.write_bytes(line[:-9])
        await seat.press("B", "enter")
        assert not slip.exists()
        assert damaged.exists()  # kept where it is: nothing that cannot be read is thrown away
    assert len(private_remarks(bench)) == 1


async def test_esc_leaves_the_line_and_keeps_what_was_typed(bench: Bench) -> None:
    async with in_round(bench) as (seat, _):
        await seat.press("2")
        await seat.type("half a thou", "escape")
        assert STEPS[0].title in seat.seen()  # Esc has not made the page blank
        await seat.press("3")
        assert "•" not in seat.seen()
        await seat.press("escape", "q", "P", "enter", "2")
        await seat.type("ght", "enter")
    assert [text for text, _, _ in spoken(bench)] == ["half a thought"]


async def test_empty_is_nothing_and_a_blank_page_takes_no_words(bench: Bench) -> None:
    async with in_round(bench) as (seat, _):
        await seat.press("1", "space", "enter", "1", "enter", "b", "1")
        assert not seat.seen().strip()
        await seat.press("b")
        assert STEPS[0].title in seat.seen()
    assert spoken(bench) == []


async def test_letters_in_the_line_drive_nothing_and_the_clicker_still_does(bench: Bench) -> None:
    async with in_round(bench) as (seat, _):
        await seat.press("1")
        await seat.type("qbt", "greater_than_sign", "pagedown")
        assert STEPS[1].title in seat.seen()
        await seat.press("enter")
    assert [text for text, _, _ in spoken(bench)] == ["qbt>"]


async def test_without_a_passage_it_is_about_the_whole_draft(bench: Bench) -> None:
    async with in_round(bench, SMALL, "escape", "q", "5") as (seat, _):
        assert "“Night visits”" in seat.seen()
        await seat.press("1")
        await seat.type("good work", "enter")
    assert spoken(bench) == [("good work", "interpretation", "whole")]


async def test_q_leaves_to_front_members_and_p_goes_on_where_it_was(bench: Bench) -> None:
    async with in_round(bench, SMALL, "B", "enter") as (seat, watch):
        assert isinstance(seat.app.screen, CritiqueScreen)
        assert seat.app.stage is Room.MEMBERS
        await seat.press("t", "greater_than_sign", "q")
        assert seat.app.stage is Room.MEMBERS
        assert f"Left at “{STEPS[1].title}”" in seat.seen()
        watch.pass_time(minutes=1)
        await seat.press("P")
        assert f"go on at “{STEPS[1].title}”" in seat.seen()
        await seat.press("enter")
        assert STEPS[1].title in seat.seen()
        await seat.press("greater_than_sign", "greater_than_sign", "greater_than_sign", "q")
        assert "The round is over" in seat.seen()
        await seat.press("P")
        assert STEPS[0].title in seat.seen()


async def test_another_sitting_says_so_and_goes_on_with_the_clock_right(bench: Bench) -> None:
    async with in_round(bench) as (seat, watch):
        await seat.press("t", "1")
        await seat.type("kept before it fell", "enter", "greater_than_sign")
        state = seat.app.places.state
    watch.pass_time(minutes=2)
    async with in_round(bench, watch=watch, prefix="z") as (seat, _):
        assert seat.app.places.state == state
        await seat.press("enter")
        assert STEPS[1].title in seat.seen()
        assert isinstance(seat.app.screen, CritiqueScreen)
        assert seat.app.screen.steps.reading().digits == "01:00"
    assert [text for text, _, _ in spoken(bench)] == ["kept before it fell"]


async def test_a_full_disk_keeps_the_words_in_the_line_and_says_the_same_for_every_lens(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    async with in_round(bench) as (seat, _):
        pages = []
        for key in "14":
            with monkeypatch.context() as disk:
                disk.setattr(os, "fsync", refuse)
                await seat.press(key)
                await seat.type("stays", "enter")
                assert "Not saved" in seat.seen()
                pages.append(seat.seen())
            await seat.press("enter")
        assert len(set(pages)) == 1
    assert [text for text, _, _ in spoken(bench)] == ["stays"]
    async with in_round(bench, SMALL, "B", "enter", prefix="z"):
        pass
    assert [each.comment.text for each in private_remarks(bench)] == ["stays"]


@pytest.mark.parametrize("gone", ["version", "draft", "group", "block"])
async def test_a_round_whose_text_is_gone_is_let_go_and_said(bench: Bench, gone: str) -> None:
    async with in_round(bench) as (seat, _):
        await seat.press("q")
        (kept,) = (seat.app.places.state / "critique").iterdir()
        told = json.loads(kept.read_bytes())
        told[gone] = 99 if gone == "block" else "nowhere"
        kept.write_text(json.dumps(told))
        await seat.press("P", "enter")
        assert "no longer here" in seat.seen()
        await seat.press("P")
        assert STEPS[0].title in seat.seen()

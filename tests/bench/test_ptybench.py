"""The bench's own reckoning: what it takes for a frame, a ratio, an answer. Nothing is timed."""

import sys

import pytest

pytest.importorskip("pyte")
if not sys.platform.startswith("linux"):
    pytest.skip("pseudo-terminals are measured on Linux", allow_module_level=True)

from benchmarks.ptybench.answers import QUERY, Asked, answer
from benchmarks.ptybench.contender import Contender, Press, Start
from benchmarks.ptybench.figures import Ratio, ratio, spread
from benchmarks.ptybench.keys import encode
from benchmarks.ptybench.picture import Chunk, Picture
from benchmarks.ptybench.pressing import first_frame, pressed
from benchmarks.ptybench.report import against

ASKED = Asked(cols=120, rows=40, cursor=(4, 2), sync=True)


def chunk(at: float, *, changed: bool = True, end: bool = False) -> Chunk:
    return Chunk(at, 10, changed, end, False)


@pytest.mark.parametrize(
    ("query", "reply"),
    [
        (b"\x1b[?2026$p", b"\x1b[?2026;2$y"),
        (b"\x1b[?2048$p", b"\x1b[?2048;0$y"),
        (b"\x1b[6n", b"\x1b[3;5R"),
        (b"\x1b[5n", b"\x1b[0n"),
        (b"\x1b[c", b"\x1b[?62;22c"),
        (b"\x1b[18t", b"\x1b[8;40;120t"),
        (b"\x1b]11;?\x07", b"\x1b]11;rgb:0000/0000/0000\x1b\\"),
        (b"\x1b[?u", b""),
    ],
)
def test_a_query_is_answered_as_a_terminal_would(query: bytes, reply: bytes) -> None:
    match = QUERY.search(query)
    assert match is not None
    assert answer(match, ASKED) == reply


def test_a_marked_frame_ends_at_its_mark() -> None:
    assert first_frame([chunk(1.0), chunk(1.5, end=True), chunk(2.0, end=True)]) == 1.5


def test_an_unmarked_frame_ends_before_a_gap() -> None:
    assert first_frame([chunk(1.0), chunk(1.002), chunk(1.2)]) == 1.002


def test_a_press_counts_from_the_key_to_the_frame_and_to_the_last_change() -> None:
    chunks = [chunk(10.0, changed=False), chunk(10.5, end=True), chunk(11.0, end=True)]
    found = pressed(chunks, 9.5, 3.0, expected=False)
    assert (found.paint, found.done) == (1000.0, 1500.0)
    assert (found.size, found.frames) == (30, 2)


def test_a_press_that_changes_nothing_has_no_paint() -> None:
    found = pressed([chunk(1.0, changed=False)], 0.5, 0.0, expected=False)
    assert found.paint is None
    assert found.done is None


def test_the_picture_sees_a_change_and_not_a_repaint_of_the_same() -> None:
    picture = Picture(20, 3)
    first, again, other = picture.replay(
        [(1.0, b"\x1b[Hhello\x1b[H"), (2.0, b"\x1b[Hhello\x1b[H"), (3.0, b"\x1b[Hworld\x1b[H")]
    )
    assert [first.changed, again.changed, other.changed] == [True, False, True]
    assert picture.text().startswith("world")


def test_an_escape_sequence_cut_by_a_read_is_put_together() -> None:
    picture = Picture(20, 3)
    picture.replay([(1.0, b"\x1b[2"), (2.0, b";3Hx")])
    assert picture.text().splitlines()[1] == "  x".ljust(20)


def test_ratios_are_taken_pair_by_pair() -> None:
    assert ratio([1, 10, None], [2, 20, 5]) == Ratio(2.0, 2.0, 2.0)
    assert ratio([], []) is None
    found = spread([1.0, None, 3.0])
    assert found is not None
    assert (found.n, found.p50, found.max) == (2, 2.0, 3.0)


def test_programs_are_compared_by_every_measure() -> None:
    bare, app = (
        Contender(
            name=name, command="", starts=[Start(match=ms)], presses=[Press(paint=ms)], rss=[ms]
        )
        for name, ms in (("bare", 10.0), ("app", 15.0))
    )
    found = against(bare, app)
    assert [found[name] for name in ("match", "key_paint", "key_paint_p95", "rss")] == [
        Ratio(1.5, 1.5, 1.5)
    ] * 4
    assert found["quiet"] is None


@pytest.mark.parametrize(
    ("name", "sent"), [("down", b"\x1b[B"), ("ctrl+q", b"\x11"), ("alt+x", b"\x1bx"), ("k", b"k")]
)
def test_keys_are_sent_as_a_terminal_sends_them(name: str, sent: bytes) -> None:
    assert encode(name) == sent

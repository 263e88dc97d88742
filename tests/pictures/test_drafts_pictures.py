"""The Drafts list and an open draft, one picture for each state."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from cartui.model.passages import Passage
from cartui.services.last_look import LastLook
from cartui.services.roster import Roster
from cartui.settings import Settings
from screens.drafts.look_first import LookFirst
from tests.pictures.studio import LARGE, SMALL, keys, posed
from tests.screens.drafts_hall import Bench
from tests.screens.stage import members
from tests.screens.test_drafts_from_word import RAW
from tests.screens.test_drafts_suggestions import RAW as CHANGED

Snap = Callable[..., bool]
FOLDER = Path("workspace")
TEXT = """# Night visits: what we think we saw

Staff told us that families slept better when the visit was announced. We therefore think
announcing visits should be the *norm*. Two families disagreed and said they felt watched, which
we come back to below.

## What we did

We read **forty** night logs of one ward, and asked

- the night staff,
- two families who visit often,
- one manager, who did not reply to our request.

> "I sleep when I know who is coming." (a visitor, in March)

Managers did not reply to our request. 夜間の訪問と家族の睡眠について、記録を読みました。

| Month | Visits | Announced |
|---|---|---|
| March | 14 | 9 |
| April | 21 | 20 |

## What it may mean

Announcing costs the staff three minutes. It may be worth trying on a second ward for a month
before anybody writes a rule. Cafe\N{COMBINING ACUTE ACCENT} hours are another matter.
"""
SAID = (
    (1, "families slept better when the visit was", "question", "interpretation",
     "How do we know it was the announcing? " + "Other things changed in March too. " * 4),
    (1, "Two families disagreed", "strength", "writing-style", "Keep this line."),
    (1, "they felt watched", "concern", "ethics", "They could be recognised."),
    (3, "forty", "suggestion", "analysis", "Say over how many months."),
    (5, "two families", "question", "analysis", "Only two?"),
    (8, "Managers did not reply to our request.", "concern", "literature", "Is that usual?"),
)  # fmt: skip


def begun() -> Bench:
    """A draft of a card with an ask, and six comments on its passages, one on the whole."""
    bench = Bench(FOLDER)
    people = Roster(bench.ws, members).people(bench.group)
    draft = bench.begin(TEXT)
    bench.drafts.edit(
        draft, author=people[0].uid, ask="Does the table carry what we say?", lens="interpretation"
    )
    blocks = bench.drafts.blocks(bench.version)
    for block, words, tone, lens, text in SAID:
        at = blocks[block].text.index(words)
        bench.feedback.add(
            draft, bench.version, text, Passage(block, at, at + len(words)), tone=tone, lens=lens,
            by=people[1].uid, via="spoken",
        )  # fmt: skip
    bench.feedback.add(draft, bench.version, "A clear and modest piece.", tone="strength")
    return bench


@pytest.fixture
def one() -> Path:
    """One draft, nothing answered."""
    begun().ws.close()
    return FOLDER


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_no_drafts_yet(snap_compare: Snap, size: tuple[int, int]) -> None:
    Bench(FOLDER).ws.close()
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=keys("5"))


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_the_list(snap_compare: Snap, size: tuple[int, int]) -> None:
    bench = begun()
    for title in (
        "Parking, a first idea",
        "Verwaltungsvereinfachungsmaßnahmen im Pflegeheim",
        "夜間",
    ):
        bench.begin("Just an idea.", title=title)
    bench.ws.close()
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=keys("5"))


@pytest.mark.parametrize("size", [SMALL, (100, 30), LARGE, (200, 60)])
def test_an_open_draft(snap_compare: Snap, one: Path, size: tuple[int, int]) -> None:
    before = keys("5", "enter", "greater_than_sign")
    assert snap_compare(posed(one), terminal_size=size, run_before=before)


@pytest.mark.parametrize("theme", ["ink", "stage", "contrast"])
def test_each_theme(snap_compare: Snap, one: Path, theme: str) -> None:
    app = posed(one, settings=Settings(theme=theme))
    before = keys("5", "enter", "greater_than_sign", "t", "a")
    assert snap_compare(app, terminal_size=LARGE, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_a_passage_is_chosen(snap_compare: Snap, one: Path, size: tuple[int, int]) -> None:
    before = keys("5", "enter", "greater_than_sign", "c", "space", "down", "right", "right")
    assert snap_compare(posed(one), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_a_comment_is_written(snap_compare: Snap, one: Path, size: tuple[int, int]) -> None:
    before = keys("5", "enter", "c", "down", "s", "enter", "2", "plus", *"Say how.", "tab", *"ben")
    assert snap_compare(posed(one), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_several_are_selected(snap_compare: Snap, one: Path, size: tuple[int, int]) -> None:
    zoom = ["z"] if size == SMALL else []
    before = keys("5", "enter", *zoom, "space", "space", "down", "space")
    assert snap_compare(posed(one), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_verdicts_and_a_reason_owed(snap_compare: Snap, one: Path, size: tuple[int, int]) -> None:
    zoom = ["z"] if size == SMALL else []
    before = keys("5", "enter", *zoom, "t", "a", "l", "d")
    assert snap_compare(posed(one), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_private_ones_in_back(snap_compare: Snap, one: Path, size: tuple[int, int]) -> None:
    before = keys("5", "enter", "B", "enter", "greater_than_sign", "c", "s", "enter", "4",
                  *"Her manager reads it.", "enter")  # fmt: skip
    assert snap_compare(posed(one), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_all_is_answered(snap_compare: Snap, one: Path, size: tuple[int, int]) -> None:
    before = keys("5", "enter", *"ttttttt")
    assert snap_compare(posed(one), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize("which", ["lost", "unsure"])
def test_places_that_ask_a_look(snap_compare: Snap, size: tuple[int, int], which: str) -> None:
    bench = begun()
    changed = TEXT.replace("they felt watched", "it was odd")
    changed = changed.replace("Two families disagreed", "Two of them disagreed")
    bench.drafts.new_version(bench.draft, changed)
    bench.ws.close()
    before = keys("5", "enter", *(["greater_than_sign"] if which == "unsure" else []))
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_what_differs(snap_compare: Snap, size: tuple[int, int]) -> None:
    bench = begun()
    changed = TEXT.replace("they felt watched", "it was odd").replace(
        "- two families who visit", "- three families who come"
    )
    words = changed.split("\n\n")
    words.append(words.pop(1))
    bench.drafts.new_version(bench.draft, "\n\n".join([*words, "A last word, for now."]))
    bench.ws.close()
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=keys("5", "enter", "D"))


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_two_on_one_card(snap_compare: Snap, size: tuple[int, int]) -> None:
    bench = begun()
    said = "How do we know that it was the announcing? Other things changed in March. " * 2
    for name in ("Tom", "Mia"):
        bench.feedback.add(bench.draft, bench.version, said, Passage(1, 0, 5), name=name)
    bench.ws.close()
    before = keys("5", "enter", "greater_than_sign")
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_what_is_new(snap_compare: Snap, size: tuple[int, int]) -> None:
    bench = begun()
    LastLook(bench.ws, Path("state")).looked(bench.draft.uid, bench.remarks)
    bench.feedback.add(bench.draft, bench.version, "And in winter?", Passage(1, 0, 5), name="Tom")
    bench.feedback.reply(bench.remarks[2].comment, "Nothing else did.", name="Asha")
    bench.feedback.answer([bench.remarks[4].comment], "take")
    bench.ws.close()
    before = keys("5", "enter", *(["v", "v", "down"] if size == LARGE else []))
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=before)


@pytest.mark.parametrize("key", ["E", "w", "v", "enter"])
def test_what_opens_over_it(snap_compare: Snap, one: Path, key: str) -> None:
    before = keys("5", "enter", "greater_than_sign", key)
    assert snap_compare(posed(one), terminal_size=SMALL, run_before=before)


def test_a_comment_read_in_a_wide_window(snap_compare: Snap, one: Path) -> None:
    before = keys("5", "enter", "home", "enter")
    assert snap_compare(posed(one), terminal_size=LARGE, run_before=before)


def test_for_outsiders(snap_compare: Snap, one: Path) -> None:
    assert snap_compare(
        posed(one), terminal_size=SMALL, run_before=keys("5", "enter", "F", "enter")
    )


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_a_word_file_says_what_is_in_it(
    snap_compare: Snap, one: Path, size: tuple[int, int]
) -> None:
    Path("falls.docx").write_bytes(RAW)

    async def before(pilot: Pilot[None]) -> None:
        await keys("5", "enter", "N", "f", *"falls.docx", "enter")(pilot)
        for _ in range(100):  # the file is read beside the screen
            if isinstance(pilot.app.screen, LookFirst):
                break
            await pilot.pause(0.05)

    assert snap_compare(posed(one), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_what_came_with_a_word_file(snap_compare: Snap, size: tuple[int, int]) -> None:
    bench = Bench(FOLDER)
    read = bench.drafts.read_file(RAW, "falls.docx")
    bench.begin(read.text, *read.comments, title="Falls")
    bench.ws.close()
    before = keys("5", "enter", "v", "greater_than_sign", "greater_than_sign")
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_a_suggestion_shows_its_words_before_and_after(
    snap_compare: Snap, size: tuple[int, int]
) -> None:
    bench = Bench(FOLDER)
    read = bench.drafts.read_file(CHANGED, "falls.docx")
    bench.begin(read.text, *read.comments, title="Falls")
    bench.ws.close()
    before = keys("5", "enter", "d")
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_the_files_a_draft_goes_out_as(
    snap_compare: Snap, one: Path, size: tuple[int, int]
) -> None:
    assert snap_compare(posed(one), terminal_size=size, run_before=keys("5", "enter", "o"))


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_a_reason_written_in_two_windows(
    snap_compare: Snap, one: Path, size: tuple[int, int]
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await keys("5", "enter", "d", "b", *"mine")(pilot)
        other = Bench.beside(one)
        answered = next(remark for remark in other.remarks if remark.state)
        other.feedback.give_reason(answered.comment, "there is no room for it")
        other.ws.close()
        await keys("enter")(pilot)

    assert snap_compare(posed(one), terminal_size=size, run_before=before)

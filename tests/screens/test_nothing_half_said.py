"""What has no room is left out whole or says so; nothing is said twice, nor where it is not so."""

from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from cartui.practice import fresh_copy
from screens.cycle.card_lines import card_line, one_line
from screens.cycle.picture import CardFace
from screens.parts.top_bar import _shortened
from tests.screens.stage import NOON, app_on, lines, seen

FACE = CardFace(title="Festival volunteers", who="Ewan Tidewater",
                notes=("4 mo here", "next: one sentence, and nothing else"), owed=1)  # fmt: skip
SMALL, LARGE = (80, 24), (120, 40)


@pytest.fixture
def practice(tmp_path: Path) -> Path:
    return fresh_copy("one-group", tmp_path / "north", today=NOON.date())


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


@pytest.mark.parametrize("width", range(8, 60))
def test_a_heading_loses_whole_parts_before_it_is_cut(width: int) -> None:
    said = _shortened("North group · Case study cycle, sorted: title", width)
    whole = ("North group · Case study cycle, sorted: title", "North group · Case study cycle",
             "North group")  # fmt: skip
    assert cell_len(said) <= width
    assert said == next((each for each in whole if len(each) <= width), said)
    shortest = whole[-1]  # in eight cells it can still be told from another group
    cut = f"{shortest[: width - 1].rstrip()}…" if width < len(shortest) else ""
    assert said in (*whole, cut)
    assert said


@pytest.mark.parametrize("width", range(8, 24))
def test_a_fact_in_a_heading_is_whole_or_left_out(width: int) -> None:
    assert _shortened("2 of 5  Meeting 1", width) in ("2 of 5  Meeting 1", "2 of 5")


@pytest.mark.parametrize("width", range(18, 60))
def test_no_fact_of_a_card_is_cut_to_a_stump(width: int) -> None:
    for title, part in ((1, 1), (2, 1), (2, 2), (3, 1), (3, 2), (3, 3)):
        drawn = card_line(FACE, part, width, sign="", title=title)
        last = "".join(text for text, _ in drawn).rstrip().rpartition("  ")[2]
        assert not last.endswith("…") or cell_len(last) >= 10, (title, part)
    if width < 24:
        assert "Ew" not in "".join(text for text, _ in one_line(FACE, width, sign=""))


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_long_text_has_the_empty_room_beside_it(
    practice: Path, size: tuple[int, int]
) -> None:
    app = app_on(practice)
    async with app.run_test(size=size):
        row = next(line for line in lines(app) if "review due" in line)
        assert "say what evidence" in row


async def test_where_all_are_in_one_group_no_column_says_so(practice: Path) -> None:
    app = app_on(practice)
    async with app.run_test(size=LARGE) as pilot:
        await press(pilot, "2")
        assert "Groups" not in lines(app)[1]
        assert "Case study group, 6 people" in lines(app)[0]


async def test_a_menu_names_an_action_once(practice: Path) -> None:
    app = app_on(practice)
    async with app.run_test(size=LARGE) as pilot:
        await press(pilot, "5", "f2")
        assert seen(app).count("Change the draft's title") == 1


async def test_help_says_where_its_key_leads(practice: Path) -> None:
    app = app_on(practice)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "question_mark")
        assert "? all screens" in seen(app)
        await press(pilot, "question_mark")
        assert "? this screen" in seen(app)
        await press(pilot, "question_mark")
        assert "Keys on this screen: Home" in seen(app)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_comments_that_do_not_match_are_not_called_answered(
    practice: Path, size: tuple[int, int]
) -> None:
    app = app_on(practice)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "5", "enter", "slash", *"zzz")
        assert "Nothing here matches" in seen(app)
        assert "has its verdict" not in seen(app)


async def test_a_page_offers_only_the_turns_there_are(practice: Path) -> None:
    app = app_on(practice)
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot, "4", "p")
        assert lines(app)[-1].split()[:2] == [">", "next"]
        assert "< back" not in lines(app)[-1]
        await press(pilot, "greater_than_sign")
        assert lines(app)[-1].split()[:2] == ["<", "back"]


async def test_what_differs_shows_headings_without_their_signs(practice: Path) -> None:
    app = app_on(practice)
    async with app.run_test(size=LARGE) as pilot:
        await press(pilot, "5", "enter", "D", "z")
        assert "Why I looked" in seen(app)
        assert "##" not in seen(app)

"""The list of drafts: texts come in, versions, whose turn, what stands over a draft."""

from pathlib import Path

import pytest

from cartui.backstage.kinds import BACK
from cartui.backstage.records import PrivateComment
from screens.parts.long_text import LongText
from tests.canary.witness import Witness
from tests.screens.drafts_hall import LARGE, SMALL, TEXT, Bench, seated
from tests.screens.stage import reopened

CRITIC = "# Falls\n\nWe saw {==seven falls==}{>>Ben Okoro: Only seven?<<} in March.\n"


@pytest.fixture
def bench(workspace_folder: Path) -> Bench:
    """A workspace with a group and no draft yet."""
    return Bench(workspace_folder)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_an_empty_list_says_what_to_press(bench: Bench, size: tuple[int, int]) -> None:
    async with seated(bench, size, opened=False) as seat:
        assert "No drafts yet." in seat.seen()
        assert "n begins one" in seat.seen()


async def test_a_file_with_comments_becomes_a_draft(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "falls at night.md"
    path.write_text(CRITIC)
    async with seated(bench, LARGE, opened=False) as seat:
        await seat.press("n", "1", "f")
        await seat.type(str(path), "enter")
        await seat.until(lambda: "→ Ben Okoro  (the same name)" in seat.seen())
        assert bench.begun_on_disk() == 0
        await seat.press("enter", "enter")
        assert "1 of 1" in seat.seen()
        await seat.press("enter")
        assert "We saw [1>seven falls<1] in March." in seat.seen()
    assert bench.draft.title == "Falls"
    assert bench.draft.card
    assert bench.version.source == "falls at night.md"
    assert [(r.comment.text, r.who) for r in bench.remarks] == [("Only seven?", "Ben Okoro")]


async def test_a_pasted_text_becomes_a_draft_without_a_card(bench: Bench) -> None:
    async with seated(bench, opened=False) as seat:
        await seat.press("n", "0", "p")
        await seat.type("An idea", "escape")
        await seat.type(" first", "enter")
    assert (bench.draft.title, bench.draft.card) == ("An idea first", "")
    assert bench.drafts.text(bench.version) == "An idea"


async def test_a_paste_that_did_not_come_in_stands_there_again(bench: Bench) -> None:
    async with seated(bench, opened=False) as seat:
        await seat.press("n", "0", "p")
        await seat.type("An idea", "escape", "escape")  # the second leaves the title
        await seat.press("n", "0", "p")
        assert "An idea" in seat.seen()
        await seat.type(" first", "escape", "enter")
        await seat.press("n", "0", "p")
        assert isinstance(seat.app.screen, LongText)
        assert seat.app.screen.text == ""
        await seat.press("escape")
    assert [draft.title for draft in bench.drafts.drafts()] == ["An idea first"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("no.md", "There is no file"),
        ("a.docx", "damaged or cut short"),
        ("a.pages", "of a kind that is not read"),
        ("a.csv", "neither .docx, .odt, .md nor .txt"),
    ],
)
async def test_what_is_no_text_is_refused_and_the_path_can_be_mended(
    bench: Bench, tmp_path: Path, name: str, says: str
) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04")
    async with seated(bench, LARGE, opened=False) as seat:
        await seat.press("n", "0", "f")
        await seat.type(str(tmp_path / name), "enter")
        await seat.until(lambda: says in seat.seen())
        await seat.press("escape")
    assert bench.drafts.drafts() == []


async def test_why_a_file_was_refused_is_not_said_of_the_next_one(
    bench: Bench, tmp_path: Path
) -> None:
    (tmp_path / "good.md").write_text("# Good\n\nA text.")
    async with seated(bench, LARGE, opened=False) as seat:
        await seat.press("n", "0", "f")
        await seat.type(str(tmp_path / "none.docx"), "enter")
        await seat.until(lambda: "There is no file" in seat.seen())
        await seat.press("ctrl+u")
        await seat.type(str(tmp_path / "good.md"), "enter")
        await seat.until(lambda: "Nothing is written before" in seat.seen())
        await seat.press("enter")
        assert "There is no file" not in seat.seen()
        await seat.press("enter")
    assert [each.title for each in bench.drafts.drafts()] == ["Good"]


async def test_a_draft_is_found_without_its_accents(bench: Bench) -> None:
    bench.begin(title="Café notes")
    bench.begin(title="Night visits")
    async with seated(bench, LARGE, opened=False) as seat:
        await seat.press("slash")
        await seat.type("CAFE")
        assert "1 of 2" in seat.seen()
        assert "Café notes" in seat.seen()
        assert "Night visits" not in seat.seen()


async def test_a_new_version_keeps_what_was_said(bench: Bench, tmp_path: Path) -> None:
    bench.begin_with(3)
    path = tmp_path / "v2.txt"
    path.write_text("Something new.\n\n" + bench.drafts.text(bench.version))
    async with seated(bench, LARGE) as seat:
        await seat.press("t", "N", "f")
        await seat.type(str(path), "enter")
        await seat.until(lambda: "3 kept, 0 to check" in seat.seen())
        await seat.press("enter")
        assert "v2" in seat.seen()
        assert "2 to answer, 1 done" in seat.seen()
    assert bench.version.number == 2
    assert bench.verdicts() == ["take", "", ""]


async def test_whose_turn_and_what_stands_over_a_draft(bench: Bench) -> None:
    bench.begin()
    async with seated(bench, LARGE, opened=False) as seat:
        await seat.press("w", "2")
        assert "Ben Okoro" in seat.seen()
        await seat.press("e", "t")
        await seat.type(" again", "enter")
        await seat.press("e", "l", "2")
        await seat.press("e", "a")
        await seat.type("Does it hold?", "escape")
        assert "asks for: analysis, Does it hold?" in seat.seen()
        await seat.press("e", "d", "4")
    draft = bench.draft
    assert (draft.title, draft.lens, draft.ask) == (
        "Night visits again",
        "analysis",
        "Does it hold?",
    )
    assert draft.kind == "final"
    assert bench.feedback.turn(draft).name == "Ben Okoro"


@pytest.mark.parametrize("size", [LARGE, SMALL])
async def test_what_the_author_asks_for_stands_whole_over_the_open_draft(
    bench: Bench, size: tuple[int, int]
) -> None:
    bench.begin_with(2)
    ask = ("Is it fair to the two streets that did not answer, and can it be said before the "
           "agency without harm? Be frank.")  # fmt: skip
    async with seated(bench, size) as seat:
        before = seat.seen()
        await seat.press("E", "a")
        await seat.type(ask, "escape")
        rows = seat.seen().splitlines()
        assert ask in " ".join(" ".join(rows[1:5]).split())
        await seat.press("u")
        assert seat.seen().splitlines()[2] == before.splitlines()[2]


async def test_views_orders_and_putting_away(bench: Bench) -> None:
    for title in ("One", "Two", "Three"):
        bench.begin(title=title)
    async with seated(bench, LARGE, opened=False) as seat:
        await seat.press("s", "s", "s", "s")
        assert "Sorted by: title" in seat.seen()
        await seat.press("X")
        assert seat.list_screen.rows.count[0] == 2
        await seat.press("v", "v")
        assert seat.list_screen.rows.count[0] == 1
        await seat.press("X", "escape")
        assert seat.list_screen.rows.count[0] == 3
        await seat.press("slash")
        await seat.type("two", "enter")
        assert seat.list_screen.rows.count == (1, 3)
    assert len(bench.drafts.drafts()) == 3


async def test_a_missing_text_is_said_and_the_comments_stay(bench: Bench) -> None:
    bench.begin_with(2)
    texts = bench.folder / "groups" / bench.group / "texts"
    for path in texts.iterdir():
        path.write_text("changed by somebody")
    from cartui.services import draft_texts

    draft_texts._KEPT.clear()
    async with seated(bench, LARGE) as seat:
        assert "damaged on the disk" in seat.seen()
        assert "Comment 1." in seat.seen()
        await seat.press("t")
    assert bench.verdicts() == ["take", ""]


async def test_a_comment_on_politics_is_private_in_back_until_it_is_brought_forward(
    bench: Bench,
) -> None:
    bench.begin(TEXT)
    async with seated(bench, LARGE) as seat:
        await seat.press("B", "enter", "c", "w", "4")
        assert "[x]0 back stage" in seat.seen()
        await seat.type("Her manager will read it.", "enter")
        assert "p1" in seat.seen()
        await seat.press("t")
        assert "no verdict" in seat.seen()
        await seat.press("f")
        assert "manager will read" not in seat.seen()
        assert "p1" not in seat.seen()
    assert not bench.remarks
    ws = reopened(bench.folder)
    ws.open_back(BACK)
    (kept,) = ws.table(PrivateComment, group=bench.group).values()
    assert kept.text == "Her manager will read it."
    ws.close()
    async with seated(bench, LARGE) as seat:
        await seat.press("B", "enter", "m", "f")
        assert "manager will read" in seat.seen()
    assert [remark.comment.lens for remark in bench.remarks] == ["politics"]


async def test_in_back_a_comment_is_the_groups_only_if_it_is_said_so(bench: Bench) -> None:
    bench.begin(TEXT)
    async with seated(bench, LARGE) as seat:
        await seat.press("B", "enter", "c", "w", "0")
        await seat.type("For all.", "enter")
        await seat.press("c", "w")
        await seat.type("For two.", "enter", "f")
        assert "For all." in seat.seen()
        assert "For two." not in seat.seen()
    assert [remark.comment.text for remark in bench.remarks] == ["For all."]


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_first_picture_of_a_draft_is_the_one_that_stays(
    bench: Bench, size: tuple[int, int]
) -> None:
    """No frame breaks the lines at a width that the page does not have."""
    bench.begin_with(3)
    async with seated(bench, size, opened=False) as seat:
        with Witness(seat.app, "").every_frame() as frames:
            await seat.press("enter")
            await seat.pilot.pause(0.1)
        opened = [frame.split("\n") for frame in frames if "to answer, " in frame]
        assert opened
        texts = [frame[2:6] for frame in opened]
        assert texts == [texts[-1]] * len(texts)


async def test_an_empty_list_offers_nothing_to_open(workspace_folder: Path) -> None:
    async with seated(Bench(workspace_folder), opened=False) as seat:
        assert "No drafts yet" in seat.seen()
        assert "Enter open" not in seat.seen()
        assert "n new draft" in seat.seen()

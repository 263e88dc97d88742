"""Comments written, reworded, answered and placed by the real keys, read back from the disk."""

from pathlib import Path

import pytest

from cartui.model.passages import Passage
from cartui.model.people import Person
from cartui.settings import Settings
from tests.screens.drafts_hall import LARGE, SMALL, TEXT, Bench, seated


@pytest.fixture
def bench(workspace_folder: Path) -> Bench:
    """A draft without comments."""
    bench = Bench(workspace_folder)
    bench.begin()
    return bench


def quotes(bench: Bench) -> list[str]:
    """The passages commented on, in order; "" for the whole draft."""
    return [remark.place.quote if remark.place else "" for remark in bench.remarks]


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_passage_is_chosen_by_word_and_commented_on(
    bench: Bench, size: tuple[int, int]
) -> None:
    async with seated(bench, size) as seat:
        await seat.press("c", "down", "right", "space", "right", "right", "enter")
        await seat.press("2", "question_mark")
        await seat.type("Who told?", "enter")
        assert "? question" in seat.seen()
    assert quotes(bench) == ["told us that"]
    comment = bench.remarks[0].comment
    assert (comment.text, comment.lens, comment.tone) == ("Who told?", "analysis", "question")
    assert (comment.by, comment.via) == ("", "written")


async def test_a_sentence_a_second_one_and_a_paragraph(bench: Bench) -> None:
    async with seated(bench, LARGE) as seat:
        for keys in (["s"], ["s", "s"], ["p"]):
            await seat.press("c", "home", "down", *keys, "enter")
            await seat.type("So.", "enter")
            await seat.press("escape")
            await seat.press("enter") if seat.app.screen is seat.list_screen else None
    whole = TEXT.split("\n\n")[1]
    found = sorted(quotes(bench), key=len)
    assert [len(each) for each in found] == sorted(len(each) for each in found)
    assert found[-1] == whole
    assert found[0] == "Staff told us that families slept better when the visit was announced."


async def test_the_whole_draft_is_commented_on(bench: Bench) -> None:
    async with seated(bench) as seat:
        await seat.press("c", "w")
        await seat.type("A modest piece.", "enter")
        assert "on the whole draft" in seat.seen()
        await seat.press("u")
        assert "Nothing is said of it yet" in seat.seen()
        await seat.press("U")
    assert quotes(bench) == [""]


async def test_a_comment_spoken_by_a_member_is_theirs(bench: Bench) -> None:
    async with seated(bench) as seat:
        await seat.press("c", "w")
        await seat.type("I slept badly.", "tab")
        await seat.type("oko")
        assert "said by Ben Okoro" in seat.seen()
        await seat.press("enter")
        assert "Ben Okoro, spoken" in seat.seen()
    comment = bench.remarks[0].comment
    assert bench.ws.table(Person)[comment.by].name == "Ben Okoro"
    assert comment.via == "spoken"


async def test_esc_in_the_box_keeps_the_words_and_u_takes_them_back(bench: Bench) -> None:
    async with seated(bench) as seat:
        await seat.press("c", "w")
        await seat.type("Half a thought", "escape")
        assert len(seat.page.remarks) == 1
        await seat.press("u")
    assert not bench.remarks


async def test_esc_while_choosing_or_without_words_writes_nothing(bench: Bench) -> None:
    async with seated(bench) as seat:
        await seat.press("c", "right", "escape", "c", "w", "escape", "t", "greater_than_sign")
    assert not bench.remarks


async def test_a_comment_is_reworded_with_its_lens(bench: Bench) -> None:
    bench.feedback.add(bench.draft, bench.version, "Too shrt", Passage(1, 0, 5), tone="concern")
    async with seated(bench, LARGE) as seat:
        await seat.press("e", "backspace", "backspace", "backspace")
        await seat.type("hort.", "shift+tab", "3", "exclamation_mark", "enter")
    comment = bench.remarks[0].comment
    assert (comment.text, comment.lens, comment.tone) == ("Too short.", "writing-style", "")


async def test_a_reply_and_putting_away(bench: Bench) -> None:
    bench.feedback.add(bench.draft, bench.version, "Why?", Passage(1, 0, 5))
    async with seated(bench, LARGE) as seat:
        await seat.press("R")
        await seat.type("Because of March.", "enter")
        assert "Rowan: Because of March." in seat.seen()
        await seat.press("enter")
        assert "Comment 1" in seat.seen()
        await seat.press("escape", "X")
        assert "Nothing is said of it yet" in seat.seen()
        await seat.press("u")
    (reply,) = bench.remarks[0].replies
    assert reply.text == "Because of March."


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_an_unsure_place_is_confirmed_by_enter(bench: Bench, size: tuple[int, int]) -> None:
    bench.feedback.add(bench.draft, bench.version, "Which?", Passage(3, 2, 34))
    bench.drafts.new_version(bench.draft, TEXT.replace("two **families**", "two of them"))
    assert bench.remarks[0].asks_a_look
    async with seated(bench, size) as seat:
        assert "was said of: “two [-**families**-]" in seat.seen()
        assert "stands now: “two [+of them+]" in seat.seen()
        await seat.press("enter")
    assert not bench.remarks[0].asks_a_look


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_lost_comment_is_placed_by_hand_from_the_nearest_paragraph_that_survived(
    workspace_folder: Path, size: tuple[int, int]
) -> None:
    bench = Bench(workspace_folder)
    text = [f"Paragraph {n} tells of the visits of week {n}." for n in range(60)]
    draft = bench.begin("\n\n".join([*text[:40], "Managers did not reply to us.", *text[40:]]))
    bench.feedback.add(draft, bench.version, "Which?", Passage(40, 0, 8))
    bench.drafts.new_version(draft, "\n\n".join(text))
    assert bench.remarks[0].anchored == "lost"
    async with seated(bench, size) as seat:
        assert "lost place" in seat.seen()
        assert "was said of: “Managers”" in seat.seen()
        assert "nearest now: “Paragraph" in seat.seen()
        assert "[1x" in seat.seen()
        await seat.press("enter")
        assert "Press h" in seat.seen()
        await seat.press("h", "right", "right", "enter")
        assert "lost" not in seat.seen()
        await seat.press("u")
        assert "lost place" in seat.seen()
        await seat.press("U")
    (remark,) = bench.remarks
    assert (remark.anchored, remark.place and remark.place.quote) == ("exact", "tells")
    assert remark.place is not None
    assert 38 <= remark.place.block <= 41


async def test_what_was_edited_shows_both_wordings(bench: Bench) -> None:
    bench.feedback.add(bench.draft, bench.version, "Sure?", Passage(1, 0, 67))
    bench.drafts.new_version(bench.draft, TEXT.replace("slept better", "slept well"))
    assert not bench.remarks[0].asks_a_look
    async with seated(bench, LARGE) as seat:
        words = " ".join(seat.seen().replace("│", " ").split())
        assert "[-better-]" in words
        assert "[+well+]" in words


async def test_confirmed_after_its_verdict_the_next_place_to_check_comes(bench: Bench) -> None:
    for block, end in ((3, 34), (4, 8)):
        bench.feedback.add(bench.draft, bench.version, "Which?", Passage(block, 2, end))
    bench.feedback.answer([remark.comment for remark in bench.remarks], "take")
    changed = TEXT.replace("two **families**", "two of them").split("Managers")[0]
    bench.drafts.new_version(bench.draft, changed)
    unsure, lost = sorted(bench.remarks, key=lambda remark: remark.anchored == "lost")
    async with seated(bench, LARGE) as seat:
        while seat.page.rows.highlighted != unsure.uid:
            await seat.press("down")
        await seat.press("enter")
        assert seat.page.rows.highlighted == lost.uid


async def test_comments_are_found_by_their_words(bench: Bench) -> None:
    for n in range(5):
        bench.feedback.add(bench.draft, bench.version, f"word{n} here", Passage(1, n, n + 9))
    async with seated(bench, LARGE) as seat:
        await seat.press("slash")
        await seat.type("word3", "enter")
        assert seat.page.rows.count == (1, 5)
        await seat.press("escape")
        assert seat.page.rows.count == (5, 5)


async def test_nothing_of_it_shows_on_front_public(bench: Bench) -> None:
    bench.feedback.add(bench.draft, bench.version, "Inner words", Passage(1, 0, 5))
    async with seated(bench, LARGE) as seat:
        assert "Inner words" in seat.seen()
        await seat.press("F", "enter")
        assert "Inner words" not in seat.seen()
        assert "Night visits" not in seat.seen()
        assert "Members only" in seat.seen()


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_from_a_comment_that_is_read_the_other_screens_are_one_key_away(
    bench: Bench, size: tuple[int, int]
) -> None:
    for text in ("First.", "Second."):
        bench.feedback.add(bench.draft, bench.version, text)
    async with seated(bench, size) as seat:
        await seat.press("greater_than_sign", "enter")
        assert "Comment 2" in seat.seen()
        assert "1 to 6 go to other screens" in seat.seen()
        here = seat.page.rows.highlighted
        for key, word in (("3", "Cycle"), ("6", "Meeting"), ("1", "Home")):
            await seat.press(key)
            assert seat.app.current_mode == seat.app.rooms.mode_of(word)
            await seat.press("5")
            assert seat.app.screen is seat.page
            assert "1 to 6 go" not in seat.seen()
            assert seat.page.rows.highlighted == here
            await seat.press("enter")
            assert "1 to 6 go" in seat.seen()
        await seat.press("5")
        assert seat.app.screen is seat.page


async def test_a_remapped_key_of_a_screen_goes_there_from_a_comment_too(bench: Bench) -> None:
    bench.feedback.add(bench.draft, bench.version, "First.")
    async with seated(bench, SMALL, settings=Settings(keys={"screen.people": "ampersand"})) as seat:
        await seat.press("enter", "2")
        assert "1 to 6 go" in seat.seen()
        await seat.press("ampersand")
        assert seat.app.current_mode == seat.app.rooms.mode_of("People")

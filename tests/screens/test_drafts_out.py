"""Feedback on its way to a file, by the real keys: what the file says counts."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event
from zipfile import ZipFile

import docx
import pytest

from cartui.exchange.critic_markup import CriticComment
from cartui.exchange.draft_files import DraftFile, read_draft
from screens.parts import new_file
from screens.parts.field import Line
from screens.parts.new_file import Made, written
from tests.screens.drafts_hall import LARGE, SMALL, TEXT, Bench, Seat, seated

PRIVATE = "quince"


@pytest.fixture
def bench(workspace_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """A draft with a comment on interpretation and one on politics that was brought forward."""
    monkeypatch.chdir(tmp_path)
    bench = Bench(workspace_folder)
    said = (("interpretation", "How do we know?"), ("politics", "Readers will guess who."))
    comments = [
        CriticComment(start=16 + n, end=30 + n, text=text, lens=lens)
        for n, (lens, text) in enumerate(said)
    ]
    bench.begin(TEXT, *comments)
    return bench


async def named(seat: Seat, name: str) -> None:
    """Put a name in place of what stands in the line, and keep it."""
    field = seat.app.focused
    assert isinstance(field, Line)
    field.value = ""
    await seat.type(name, "enter")
    await seat.until(lambda: "ritten" in seat.seen())


def unpacked(path: Path) -> str:
    """All that stands in the parts of a Word file."""
    with ZipFile(path) as parts:
        return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


async def told(seat: Seat, name: str) -> None:
    """Wait until it is said that this very file is written."""
    await seat.until(lambda: f"Written to {name} " in seat.seen())


async def given(bench: Bench, name: str, *keys: str, opened: bool = True) -> str:
    """Press `o` and these keys, give a name; return what was written there."""
    async with seated(bench, LARGE, opened=opened) as seat:
        await seat.press("o", *keys)
        await named(seat, name)
    return Path(name).read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("opened", [True, False])
@pytest.mark.parametrize("name", ["out.md", "out.html"])
async def test_a_page_goes_out_from_the_list_and_from_an_open_draft(
    bench: Bench, name: str, opened: bool
) -> None:
    text = await given(bench, name, "m", "a", opened=opened)
    assert text.startswith("<!doctype html>" if name.endswith("html") else "# Feedback on Night")
    assert "How do we know?" in text
    assert "Readers will guess who." in text
    assert Path(name).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("form", ["m", "c", "t"])
async def test_politics_is_left_out_when_asked_and_by_enter_alone(bench: Bench, form: str) -> None:
    for name, keys in (("asked", ("w",)), ("enter", ("enter",))):
        text = await given(bench, f"{name}.txt", form, *keys)
        assert "How do we know?" in text
        assert "Readers will guess" not in text
        assert "politics" not in text


async def test_the_table_stays_a_table_whatever_its_name(bench: Bench) -> None:
    text = await given(bench, "out.html", "c", "a")
    head, first, *_ = text.splitlines()
    assert head.startswith("Draft,")
    assert "Night visits" in first
    assert "politics" in text


async def test_the_text_goes_out_with_its_comments_in_it(bench: Bench) -> None:
    text = await given(bench, "out.md", "t", "a")
    assert "{>>" in text
    assert "Two families disagreed" in text


async def put_out(bench: Bench, name: str, *keys: str, answered: bool = False) -> Path:
    """Press `o` and these keys, give a name; with `answered` both comments are declined first."""
    async with seated(bench, LARGE) as seat:
        if answered:
            await seat.press("d", "b")
            await seat.type("no room", "enter")
            await seat.press("d")
        await seat.press("o", *keys)
        await named(seat, name)
        await seat.until(lambda: "Written to" in seat.seen())
        assert name in seat.seen()
    return Path(name)


async def test_the_author_gets_the_answers_as_a_word_file(bench: Bench) -> None:
    path = await put_out(bench, "answers.docx", "w", "a", answered=True)
    lines = [each.text for each in docx.Document(str(path)).paragraphs]
    assert "Feedback on Night visits" in lines
    assert "How do we know?" in lines
    assert "Declined: no room" in lines
    assert "Declined: the reason is owed" in lines
    assert path.stat().st_mode & 0o077 == 0


def words_of(read: DraftFile) -> list[tuple[str, str, bool, list[str]]]:
    """What was said of a file: of which passage, whether it is settled, and the replies."""
    return [
        (each.text, read.text[each.start : each.end], each.resolved,
         [reply.text for reply in each.replies])
        for each in read.comments
    ]  # fmt: skip


async def test_the_draft_goes_out_as_a_word_file_with_what_was_decided(bench: Bench) -> None:
    path = await put_out(bench, "out.docx", "d", "a", answered=True)
    read = read_draft(path.read_bytes(), "out.docx", bench.drafts.critic_words)
    assert "Two families disagreed" in read.text
    passages = [TEXT[16 + n : 30 + n].strip() for n in range(2)]
    assert words_of(read) == [
        ("How do we know?", passages[0], True, ["Declined: no room"]),
        ("Readers will guess who.", passages[1], True, ["Declined: the reason is owed"]),
    ]
    seen = bench.drafts.incoming(bench.draft, read.text, read.comments)
    assert (seen.comments, seen.known) == (0, 2)
    bench.drafts.new_version(bench.draft, read.text + "\n\nMore.", comments=read.comments)
    assert [remark.replies for remark in bench.remarks] == [(), ()]  # verdicts stand here already
    assert bench.verdicts() == ["decline", "decline"]


async def test_a_word_file_without_its_ending_gets_it(bench: Bench) -> None:
    await put_out(bench, "answers", "w", "w")
    lines = [each.text for each in docx.Document("answers.docx").paragraphs]
    assert "How do we know?" in lines
    assert "Readers will guess who." not in lines


async def test_the_draft_goes_out_as_one_page_without_scripts(bench: Bench) -> None:
    page = (await put_out(bench, "out.html", "h", "enter", answered=True)).read_text()
    assert page.startswith("<!doctype html>")
    assert '<mark id="c1">' in page
    assert "How do we know?" in page
    assert "Declined: no room" in page
    assert "Readers will guess" not in page
    assert "<script" not in page


async def test_the_screen_answers_while_a_file_is_written_and_whoever_left_is_told(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk_is_free = Event()

    def slowly(path: Path, made: Made) -> Path:
        disk_is_free.wait(30)
        return written(path, made)

    monkeypatch.setattr(new_file, "written", slowly)
    async with seated(bench, LARGE) as seat:
        await seat.press("o", "d", "a")
        field = seat.app.focused
        assert isinstance(field, Line)
        field.value = "left.docx"
        await seat.press("enter", "escape", "2")
        assert "Asha Rao" in seat.seen()
        assert "Written" not in seat.seen()
        disk_is_free.set()
        await told(seat, "left.docx")
    assert Path("left.docx").read_bytes()[:2] == b"PK"


async def test_it_is_written_though_the_program_is_left_at_once(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = Event()

    def noted(path: Path, made: Made) -> Path:
        place = written(path, made)
        done.set()
        return place

    monkeypatch.setattr(new_file, "written", noted)
    async with seated(bench, LARGE) as seat:
        await seat.press("o", "d", "a")
        field = seat.app.focused
        assert isinstance(field, Line)
        field.value = "left.docx"
        await seat.pilot.press("enter")
    assert done.wait(30)
    assert read_draft(Path("left.docx").read_bytes(), "left.docx").comments


async def test_the_answers_of_all_drafts_go_out_in_one_word_file(bench: Bench) -> None:
    bench.begin("Another text.", title="Day visits")
    path = await put_out(bench, "all.docx", "W", "a")
    lines = [each.text for each in docx.Document(str(path)).paragraphs]
    assert [line for line in lines if line.startswith("Feedback on ")] == [
        "Feedback on Day visits", "Feedback on Night visits"
    ]  # fmt: skip


async def test_without_a_word_of_politics_nothing_is_asked(workspace_folder: Path) -> None:
    bench = Bench(workspace_folder)
    bench.begin_with(2)
    assert "Comment 2." in await given(bench, f"{workspace_folder.parent}/a", "m")


async def test_all_drafts_go_out_in_one_file(bench: Bench) -> None:
    bench.begin("Another text.", title="Day visits")
    text = await given(bench, "out.md", "M", "a", opened=False)
    assert text.count("# Feedback on ") == 2


async def test_all_drafts_are_not_offered_where_there_is_but_one(bench: Bench) -> None:
    async with seated(bench) as seat:
        await seat.press("o")
        assert "all drafts" not in seat.seen()


@asynccontextmanager
async def in_back(bench: Bench) -> AsyncIterator[Seat]:
    """In BACK, a private comment on the open draft written by the keys."""
    async with seated(bench, LARGE) as seat:
        await seat.press("B", "enter", "c", "s", "enter", "4")  # a sentence, politics
        await seat.type(PRIVATE, "enter")
        yield seat


async def test_nothing_of_back_stage_goes_out_even_from_back(bench: Bench) -> None:
    async with in_back(bench) as seat:
        assert PRIVATE in seat.seen()
        await seat.press("o", "m", "a")
        await named(seat, "out.md")
        await seat.press("o", "t", "a")
        await named(seat, "out-text.md")
        for key, name in (("w", "out.docx"), ("d", "out-text.docx"), ("h", "out.html")):
            await seat.press("o", key, "a")
            await named(seat, name)
            await told(seat, name)
    assert len(bench.remarks) == 2  # the third stands back stage
    for name in ("out.md", "out-text.md", "out.html", "out.docx", "out-text.docx"):
        text = unpacked(Path(name)) if name.endswith("docx") else Path(name).read_text()
        assert "Readers will guess" in text
        assert PRIVATE not in text


async def test_outsiders_are_offered_nothing(bench: Bench) -> None:
    async with seated(bench, SMALL, opened=False) as seat:
        await seat.press("F", "enter", "5", "o")
        assert "Write" not in seat.seen()


async def test_a_file_that_is_there_is_never_written_over_and_a_bad_place_is_said(
    bench: Bench,
) -> None:
    Path("out.md").write_text("mine")
    assert await given(bench, "out.md", "m", "a") == "mine"
    assert "How do we know?" in Path("out-2.md").read_text()
    async with seated(bench, LARGE) as seat:
        await seat.press("o", "m", "a")
        await named(seat, "nowhere/out.md")
        assert "Not written" in seat.seen()

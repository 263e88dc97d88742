"""The worked example of docs/drafts.md, key by key: each sentence it quotes is really said."""

import re
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from cartui.practice.copying import fresh_copy
from screens.parts.field import Line
from tests.exchange.papers.make_word_files import (
    comment,
    deleted,
    inserted,
    p,
    run,
    said_of,
    thread,
    word_file,
)
from tests.screens.drafts_hall import Seat
from tests.screens.stage import app_on

PAGE = Path(__file__).parents[2] / "docs" / "drafts.md"
FIRST = word_file(
    p(run("What people told us"), properties='<w:outlineLvl w:val="0"/>'),
    p(run("We asked forty households in spring. "),
      said_of("1", run("Most of them said that letters come too late.")),
      run(" A few had none at all.")),
    p(said_of("3", run("Two streets did not answer."))),
    p(run("Staff "), deleted("never", "Ada Fernhollow"), inserted("rarely", "Ada Fernhollow"),
      run(" called back. "), said_of("4", run("We thank all who spoke."))),
    comments=[
        comment("1", "How many is most?", "Ada Fernhollow"),
        comment("2", "27 of 40.", "Callum Quillfeather"),
        comment("3", "Readers will guess which.", "Bridie Stonecrop"),
        comment("4", "Good end.", "Ewan Tidewater"),
    ],
    threads=[thread("1"), thread("2", answers="1"), thread("3"), thread("4", done=True)],
)  # fmt: skip
SECOND = """# What people told us

We thank all who spoke. We asked forty households in spring, by hand. Of these, 27 said that
letters come too late.

Staff rarely called back.
"""


class Reader:
    """Somebody who follows the page; `saw` is all that was on the screen after each step."""

    def __init__(self, seat: Seat) -> None:
        self.seat, self.saw = seat, ""

    async def press(self, *keys: str) -> None:
        await self.seat.press(*keys)
        self.look()

    async def type(self, words: str, *keys: str) -> None:
        await self.seat.type(words, *keys)
        self.look()

    async def until(self, says: str) -> None:
        await self.seat.until(lambda: says in self.seat.seen())
        self.look()

    def look(self) -> None:
        """Remember what is seen, each pane's lines run together."""
        rows = [re.split("[│┃╏]", row) for row in self.seat.seen().splitlines()]
        for pane in range(max(map(len, rows))):
            self.saw += " ".join(" ".join(row[pane] for row in rows if pane < len(row)).split())
            self.saw += "\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("letters.docx").write_bytes(FIRST)
    Path("letters-2.md").write_text(SECOND)
    fresh_copy("one-group", tmp_path / "w", today=date(2026, 3, 2))
    return tmp_path / "w"


async def test_the_example_is_whole_and_true(folder: Path) -> None:
    app = app_on(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        reader = Reader(Seat(app, pilot))
        await reader.press("5", "n", "4", "f")
        await reader.type("letters.docx", "enter")
        await reader.until("tracked changes")
        await reader.press("enter", "enter", "enter")
        await reader.press("t")
        await reader.press("a", "b")
        await reader.type("the streets are not named", "enter")
        await reader.press("d", "b")
        await reader.type("it is the finding", "enter")
        await reader.press("o", "w")
        line = app.focused
        assert isinstance(line, Line)
        line.value = "answers.docx"
        await reader.press("enter")
        await reader.until("Written to answers.docx")
        await reader.press("N", "f")
        line = app.focused
        assert isinstance(line, Line)
        line.value = "letters-2.md"
        await reader.press("enter")
        await reader.until("Comments of before")
        await reader.press("enter")
        await reader.press("v", "v")
        await reader.press("enter")
    sheet = " ".join(each.text for each in Document("answers.docx").paragraphs)
    quoted = sentences()
    assert len(quoted) >= 8
    for sentence in quoted:
        assert sentence in reader.saw or sentence in sheet


def sentences() -> list[str]:
    """What the example quotes of the screen and of the sheet: code of more than two words."""
    example = PAGE.read_text().partition("## A worked example")[2].partition("\n## ")[0]
    return [each for each in re.findall("`([^`]+)`", example) if len(each.split()) > 2]

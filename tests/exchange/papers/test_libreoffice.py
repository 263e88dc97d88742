"""Our Word files in another word processor: opened, saved as its own, and read again here.

Needs LibreOffice Writer; without `soffice` these are left out by name.
"""

import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from cartui.exchange.critic_markup import CriticComment, CriticReply
from cartui.exchange.draft_files import DraftFile, read_draft
from cartui.exchange.papers.word_out import word_out

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
TEXT = """# Night visits

Staff told us that families slept **better** when the visit was announced. Two families disagreed.

- the night staff
- two families

| Place | Falls |
| --- | --- |
| Ward A | seven |"""
WHEN = "2026-01-02T03:04:05Z"


def said(words: str, text: str, name: str, *replies: str, settled: bool = False) -> CriticComment:
    at = TEXT.index(words) if words else 0
    return CriticComment(
        start=at, end=at + len(words), text=text, name=name, at=WHEN, resolved=settled,
        whole=not words,
        replies=tuple(CriticReply(text=each, name="Ada Fern", at=WHEN) for each in replies),
    )  # fmt: skip


SAID = (
    said("", "All good.", "Ada Fern"),
    said("families slept **better**", "How do we know?", "Ben Moss", "We asked.", "Twice."),
    said("Two families", "Which?\nSay.", "Jo Stranger", "Done.", settled=True),
    said("two families", "Whose?", "Ada Fern", settled=True),
    said("seven", "Count again.", "Ben Moss"),
)


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    path = tmp_path / "ours.docx"
    path.write_bytes(word_out("Night visits", TEXT, SAID))
    return path


def saved_as(path: Path, kind: str) -> Path:
    """Let LibreOffice open a file and save it as another kind, in a folder beside it."""
    folder = path.parent / f"as {kind}"
    own = path.parent / "profile"
    subprocess.run(
        [str(SOFFICE), f"-env:UserInstallation={own.as_uri()}", "--headless", "--convert-to", kind,
         "--outdir", str(folder), str(path)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return folder / f"{path.stem}.{kind}"


def everything_said(path: Path) -> Counter[tuple[str, str, str, bool]]:
    """Who said what of which words, and whether it is settled; replies as their comment is.

    Some versions make comments of replies, so both are counted alike.
    """
    read = read_draft(path.read_bytes(), path.name)
    found = Counter[tuple[str, str, str, bool]]()
    for each in read.comments:
        assert each.at.startswith(WHEN[:-1])
        of = passage(read, each)
        found[each.text, each.name, of, each.resolved] += 1
        for reply in each.replies:
            found[reply.text, reply.name, of, each.resolved] += 1
    return found


def passage(read: DraftFile, comment: CriticComment) -> str:
    return "whole" if comment.whole else read.text[comment.start : comment.end].replace("*", "")


def test_every_comment_passage_author_and_state_outlives_it(ours: Path) -> None:
    whole = everything_said(ours)
    assert whole.total() == 8
    its_own = saved_as(ours, "odt")
    for path in (saved_as(ours, "docx"), its_own, saved_as(its_own, "docx")):
        assert everything_said(path) == whole, path
        read = read_draft(path.read_bytes(), path.name)
        assert "# Night visits" in read.text
        assert "- two families" in read.text
        assert "| Ward A | seven |" in read.text


def test_it_makes_pages_of_it(ours: Path) -> None:
    assert saved_as(ours, "pdf").read_bytes().startswith(b"%PDF")

"""The forms in which feedback goes out, and how a file of each is made."""

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from cartui.exchange.commented import Commented, commented_markdown, commented_word
from cartui.exchange.commented_html import commented_html
from cartui.exchange.feedback_csv import feedback_csv_out
from cartui.exchange.feedback_markdown import FeedbackPage, feedback_markdown_out
from cartui.exchange.page_html import page_out
from cartui.model.drafts import Draft
from cartui.services.feedback_out import FeedbackOut
from screens.parts.new_file import Made


class Way(Struct, frozen=True):
    """A form in which feedback goes out. `every` is for all drafts of the group."""

    words: str
    key: str
    ending: str
    more: str = ""
    every: bool = False

    @property
    def is_page(self) -> bool:
        """Whether it is a page, which may be one to print too."""
        return self.ending == "-feedback.md"


WAYS = (
    Way("its feedback, Markdown", "m", "-feedback.md", "by lens, what was decided"),
    Way("its feedback, Word", "w", "-answers.docx", "the same, for the author"),
    Way("its feedback, spreadsheet (CSV)", "c", "-feedback.csv", "a row for each comment"),
    Way("its text with the comments, Markdown", "t", "-commented.md", "CriticMarkup"),
    Way("its text with the comments, Word", "d", "-commented.docx", "with replies and verdicts"),
    Way("its text with the comments, a page", "h", "-commented.html", "HTML, no scripts in it"),
    Way("all drafts, Markdown", "M", "-feedback.md", "by lens, what was decided", every=True),
    Way("all drafts, Word", "W", "-answers.docx", "the same", every=True),
    Way(
        "all drafts, spreadsheet (CSV)", "C", "-feedback.csv", "a row for each comment", every=True
    ),
)


def taken_out(
    way: Way, out: FeedbackOut, drafts: Sequence[Draft], file: Path
) -> Callable[[], Made]:
    """Return what makes a file of this feedback; it may run in any thread. Raises Damaged.

    All that the workspace holds of it is read here.
    """
    if way.ending.endswith("-feedback.csv"):
        rows = [row for each in drafts for row in out.rows(each)]
        return lambda: feedback_csv_out(rows, excel_bom=True)
    if "-commented" in way.ending:
        commented = out.commented(drafts[0])
        return lambda: _COMMENTED[way.key](commented)
    pages = [out.page(each) for each in drafts]
    if not way.is_page:
        return lambda: _answers(pages)
    return lambda: page_out("\n".join(map(feedback_markdown_out, pages)), file)


_COMMENTED: dict[str, Callable[[Commented], Made]] = {
    "t": commented_markdown,
    "d": commented_word,
    "h": commented_html,
}


def _answers(pages: Sequence[FeedbackPage]) -> bytes:
    from cartui.exchange.feedback_word import feedback_word_out  # noqa: PLC0415 - it weighs

    return feedback_word_out(*pages)

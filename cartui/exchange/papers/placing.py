"""Where the comments of a paper stand in its Markdown, and of which words they speak."""

from msgspec.structs import replace

from cartui.exchange.papers.found import PaperComment
from cartui.exchange.papers.lines import Spot
from cartui.exchange.papers.page import Page
from cartui.exchange.papers.reading import Reading


def placed(comment: PaperComment, reading: Reading, page: Page) -> PaperComment:
    """Return a comment with its passage and the offsets of it."""
    words, deleted = reading.passages.passage(comment.id)
    of = f"comment {comment.id}"
    mark = page.spots.get(Spot(of))
    start, end = page.spots.get(Spot(of, "start"), mark), page.spots.get(Spot(of, "end"))
    if start is not None and (words is None or end is None):
        start, end = (start, start) if mark is None else (mark, mark)
    return replace(
        comment,
        anchored_text=words,
        referenced=comment.id in reading.passages.referenced,
        deleted=deleted,
        start=start,
        end=end if start is None or end is None else max(start, end),
    )

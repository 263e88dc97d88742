"""A mail that has no plain text: its page as lines, what stands in a quotation behind a mark."""

from html.parser import HTMLParser

_APART = frozenset(
    {"p", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "pre"}
)
_BLOCKS = _APART | {
    "address", "article", "body", "center", "dd", "div", "dl", "dt", "footer", "form", "header",
    "hr", "li", "main", "section", "td", "th", "tr",
}  # fmt: skip
_UNREAD = frozenset({"head", "script", "style", "title", "template", "svg"})
_DEEPEST = 50


def html_text(page: str) -> str:
    """Return a page as lines of text; each quotation that a line stands in puts a `>` before it."""
    reading = _Page()
    reading.feed(page)
    reading.close()
    reading.end_line()
    return "\n".join(reading.lines)


class _Page(HTMLParser):
    """The page as it is read; how its tags are nested is not trusted."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._words: list[str] = []
        self._depth = self._unread = self._kept = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins on a line of its own; a quotation is one deeper."""
        if tag in _UNREAD:
            self._unread += 1
        if tag in _BLOCKS:
            self.end_line()
        if tag in _APART:
            self._blank()
        if tag == "br":
            self.end_line(empty=True)
        elif tag == "blockquote":
            self._depth = min(self._depth + 1, _DEEPEST)
        elif tag == "pre":
            self._kept += 1
        elif tag == "li":
            self._words.append("- ")

    def handle_endtag(self, tag: str) -> None:
        """A block ends its line; a quotation is over."""
        if tag in _UNREAD:
            self._unread = max(0, self._unread - 1)
        if tag in _BLOCKS:
            self.end_line()
        if tag == "blockquote":
            self._depth = max(0, self._depth - 1)
        elif tag == "pre":
            self._kept = max(0, self._kept - 1)
        if tag in _APART:
            self._blank()

    def handle_data(self, data: str) -> None:
        """Words of the page; line breaks count only where they are kept as they are."""
        if self._unread:
            return
        if self._kept:
            first, *more = data.split("\n")
            self._words.append(first)
            for line in more:
                self.end_line(empty=True)
                self._words.append(line)
        else:
            self._words.append(data)

    def end_line(self, *, empty: bool = False) -> None:
        """End the line if there is one; `empty` says that it may have no words."""
        words = "".join(self._words)
        words = words.rstrip() if self._kept else " ".join(words.split(" ")).strip()
        words = words if self._kept else " ".join(words.split("\n"))
        self._words = []
        if words.strip() or empty:
            self.lines.append(f"{'>' * self._depth} {words}" if self._depth else words)

    def _blank(self) -> None:
        mark = ">" * self._depth
        if self.lines and self.lines[-1].strip("> "):
            self.lines.append(mark)

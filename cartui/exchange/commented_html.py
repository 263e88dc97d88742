"""A draft with its comments as one page without scripts: passages marked, what was said beside."""

from collections.abc import Iterator, Sequence
from html import escape

from cartui.exchange.commented import Commented
from cartui.exchange.critic_markup import CriticComment
from cartui.exchange.critic_names import CriticWords
from cartui.exchange.markdown_blocks import Block, blocks
from cartui.exchange.page_html import html_page
from cartui.exchange.shown_letters import Letter, shown_letters, shown_rows

_STYLE = """
  body { max-width: 76em; }
  main { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 2.5em; }
  mark { background: moccasin; color: black; } sup { font: bold 8pt/1 Arial, sans-serif; }
  aside article { border-top: 1px solid dimgray; padding: .2em 0; font-size: 10.5pt; }
  aside p, aside ul { margin: .3em 0; } a { color: navy; } .decided { font-weight: bold; }
  .item { margin: .2em 0 .2em 1.5em; } .code { white-space: pre-wrap; font-family: monospace; }
  article, mark { break-inside: avoid; }
  @media (max-width: 50em) { main { display: block; } }
"""
_INLINE = {"strong": "strong", "emphasis": "em", "code": "code"}


def commented_html(draft: Commented) -> str:
    """Return the page. A number stands behind each passage, and leads to what was said of it."""
    page = _Passages(draft.comments)
    text = "\n".join(page.block(block) for block in blocks(draft.text))
    about = "\n".join(f"<p>{escape(line)}</p>" for line in filter(None, draft.about))
    said = "\n".join(_said(n, each, draft.words) for n, each in enumerate(draft.comments, 1))
    beside = said or "<p>No comments yet.</p>"
    body = (
        f"<h1>{escape(draft.title) or 'Draft'}</h1>\n{about}\n"
        f"<main>\n<section>\n{text}\n</section>\n<aside>\n{beside}\n</aside>\n</main>\n"
    )
    return html_page(draft.title, body, _STYLE)


class _Passages:
    """The text of a page as it is written, with a mark where each comment's passage stands."""

    def __init__(self, comments: Sequence[CriticComment]) -> None:
        self._said = [(n, each) for n, each in enumerate(comments, 1) if not each.whole]
        self._begun: set[int] = set()

    def block(self, block: Block) -> str:
        """Return one block as HTML."""
        here = [(n, e) for n, e in self._said if block.start <= e.start <= block.end]
        if block.kind == "rule":
            return "<hr>" + self._left(here)
        if block.kind == "table":
            return self._table(block, here)
        tag, kind = _tag(block)
        bullet = f"{escape(block.mark)} " if block.kind == "item" else ""
        words = self._words(block.start, list(shown_letters(block)), here)
        return f"<{tag}{kind}>{bullet}{words}{self._left(here)}</{tag}>"

    def _table(self, block: Block, here: Sequence[tuple[int, CriticComment]]) -> str:
        rows = []
        for at, row in enumerate(shown_rows(block)):
            cell = "th" if at == 0 else "td"
            words = (self._words(block.start, letters, here) for letters in row)
            rows.append("<tr>" + "".join(f"<{cell}>{each}</{cell}>" for each in words) + "</tr>")
        return f"<table>{''.join(rows)}</table>{self._left(here)}"

    def _words(
        self, at: int, letters: Sequence[Letter], here: Sequence[tuple[int, CriticComment]]
    ) -> str:
        """Return letters in their styles, a mark around each stretch of a passage."""
        parts, waiting = [], list[str]()
        now: tuple[tuple[int, ...], str] = ((), "")
        for place, letter, style in letters:
            where = tuple(n for n, each in here if each.start <= at + place < each.end)
            if (where, style) != now:
                parts.append(self._stretch("".join(waiting), now[1], now[0], where))
                waiting, now = [], (where, style)
            waiting.append(letter)
        parts.append(self._stretch("".join(waiting), now[1], now[0], ()))
        return "".join(parts)

    def _stretch(self, words: str, style: str, where: Sequence[int], after: Sequence[int]) -> str:
        """Return letters of one style; a passage that ends behind them has its number there."""
        said = escape(words).replace("\n", "<br>")
        for name, tag in _INLINE.items():
            if name in style and words:
                said = f"<{tag}>{said}</{tag}>"
        for n in reversed(where):
            begins = "" if n in self._begun else f' id="c{n}"'
            self._begun.add(n)
            said = f"<mark{begins}>{said}</mark>"
        return said + "".join(_number(n) for n in where if n not in after)

    def _left(self, here: Sequence[tuple[int, CriticComment]]) -> str:
        """Return the numbers of comments that stand in a block but on no letter of it."""
        left = [n for n, _ in here if n not in self._begun]
        self._begun.update(left)
        return "".join(f'<span id="c{n}"></span>{_number(n)}' for n in left)


def _number(n: int) -> str:
    return f'<sup><a href="#n{n}">{n}</a></sup>'


def _tag(block: Block) -> tuple[str, str]:
    if block.kind == "heading":
        return f"h{min(block.level + 1, 6)}", ""  # the title is the page's only first heading
    if block.kind == "quote":
        return "blockquote", ""
    return "p", f' class="{block.kind}"' if block.kind in ("item", "code") else ""


def _said(n: int, comment: CriticComment, words: CriticWords) -> str:
    """Return a comment as it stands beside the text."""
    return f'<article id="n{n}">\n' + "\n".join(_lines(n, comment, words)) + "\n</article>"


def _lines(n: int, comment: CriticComment, words: CriticWords) -> Iterator[str]:
    named = (words.lens(comment.lens), words.tone(comment.tone))
    where = "on the whole draft" if comment.whole else ""
    head = " · ".join(filter(None, (comment.name, *named, where)))
    back = str(n) if comment.whole else f'<a href="#c{n}">{n}</a>'
    yield f"<p><strong>{back}</strong> {escape(head)}</p>"
    for line in filter(str.strip, comment.text.splitlines()):
        yield f"<p>{escape(line)}</p>"
    for each in comment.replies:
        who = f"{each.name}: " if each.name else ""
        yield f"<p>\N{RIGHTWARDS ARROW} {escape(who + each.text)}</p>"
    if comment.decided is not None:
        yield f'<p class="decided">{escape(comment.decided.text)}</p>'

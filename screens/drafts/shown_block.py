"""A block of a draft as it is read: without its markup, with numbered brackets round passages.

No toolkit here. Every place in what is shown is known by its place in the block's own text, so
that a passage chosen on the screen is a passage of the draft.
"""

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from cartui.exchange.markdown_blocks import Block
from cartui.model.text import inert

HIDDEN = "hidden"
NO_BREAK = "\N{NO-BREAK SPACE}"


class Bracketed(Struct, frozen=True):
    """A passage that a comment is about, in characters of its block.

    `sign` is one cell that stands inside the brackets beside the label: a blank for a place that
    is sure. A `lost` passage is a point at the start of its block.
    """

    uid: str
    label: str
    start: int
    end: int
    sign: str = NO_BREAK
    lost: bool = False


class Piece(Struct, frozen=True):
    """A run of what is shown: from `at` on in the shown text, from `raw` on in the block.

    A bracket has the comment's uid, and stands at one place of the block; `style` names the looks
    ("strong", "code emphasis"), of a bracket "opens" or "closes".
    """

    at: int
    length: int
    raw: int
    style: str
    uid: str = ""


class ShownBlock:
    """What is shown of a block. `pieces` follow one another and cover `text`."""

    def __init__(self, block: Block, passages: Sequence[Bracketed] = ()) -> None:
        self.block = block
        self.pieces: list[Piece] = []
        parts: list[str] = []
        at = 0
        for words, raw, style, uid in _runs(block, passages):
            parts.append(words)
            self.pieces.append(Piece(at, len(words), raw, style, uid))
            at += len(words)
        self.text = "".join(parts)
        self._ats = [piece.at for piece in self.pieces]
        self._words = [piece for piece in self.pieces if not piece.uid]
        self._raws = [piece.raw for piece in self._words]

    def piece_at(self, at: int) -> int:
        """Return the index of the piece that a place in the shown text belongs to."""
        return max(0, bisect_right(self._ats, at) - 1)

    def shown(self, raw: int) -> int:
        """Return where a place of the block is shown; of hidden markup, the next place shown."""
        index = bisect_right(self._raws, raw) - 1
        if index < 0:
            return self._words[0].at if self._words else 0
        piece = self._words[index]
        if raw < piece.raw + piece.length:
            return piece.at + raw - piece.raw
        if index + 1 < len(self._words):
            return self._words[index + 1].at
        return piece.at + piece.length

    @property
    def readable(self) -> tuple[str, list[tuple[int, int]]]:
        """Return the text without brackets, and (place in it, place in the block) of each run."""
        parts, runs, at = [], [], 0
        for piece in self._words:
            parts.append(self.text[piece.at : piece.at + piece.length])
            runs.append((at, piece.raw))
            at += piece.length
        return "".join(parts), runs


def _runs(block: Block, passages: Sequence[Bracketed]) -> list[tuple[str, int, str, str]]:
    """Return (words, place in the block, style, uid) of everything shown, in order."""
    text = inert(block.text).replace("\t", " ")
    if block.kind not in ("code", "table"):
        text = _joined(text)
    brackets = _brackets(passages, len(text))
    edges = {0, len(text), *(at for at, _, _, _ in brackets)}
    changes: dict[int, list[tuple[str, int]]] = {}
    for start, end, style in block.spans:
        edges |= {start, end}
        changes.setdefault(start, []).append((style, 1))
        changes.setdefault(end, []).append((style, -1))
    found: list[tuple[str, int, str, str]] = []
    worn: dict[str, int] = {}
    order, next_bracket = sorted(edges), 0
    for here, there in zip(order, [*order[1:], len(text)], strict=True):
        while next_bracket < len(brackets) and brackets[next_bracket][0] <= here:
            _, words, style, uid = brackets[next_bracket]
            found.append((words, here, style, uid))
            next_bracket += 1
        for style, more in changes.get(here, ()):
            worn[style] = worn.get(style, 0) + more
        if there > here and not worn.get(HIDDEN):
            looks = " ".join(sorted(style for style, count in worn.items() if count > 0))
            found.append((text[here:there], here, looks, ""))
    return found


def _joined(text: str) -> str:
    """Let a paragraph run on over its line breaks, but where it asks for a new line."""
    if "\n" not in text:
        return text
    hard = "\N{OBJECT REPLACEMENT CHARACTER}"
    return text.replace("  \n", f"  {hard}").replace("\n", " ").replace(hard, "\n")


def _brackets(passages: Sequence[Bracketed], length: int) -> list[tuple[int, str, str, str]]:
    """Return (place, words, style, uid) of each bracket; what opens later closes first."""
    opening, closing, points = [], [], []
    for one in passages:
        start, end = min(one.start, length), min(one.end, length)
        if one.lost or end <= start:
            points.append((start, 1, 0, (start, f"[{one.label}x]", "opens", one.uid)))
            continue
        opens = (start, f"[{one.label}{one.sign}", "opens", one.uid)
        closes = (end, f"{one.sign}{one.label}]", "closes", one.uid)
        opening.append((start, 2, -end, opens))
        closing.append((end, 0, -start, closes))
    return [each[3] for each in sorted(opening + closing + points, key=lambda one: one[:3])]

"""How a board looks: one widget with its own viewport, drawn line by line, only what is seen."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, Self

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from screens.cycle.card_lines import Piece, card_line, one_line, rail_line
from screens.cycle.heights import lines_of_title
from screens.cycle.picture import CardFace
from screens.cycle.stage_places import HEAD, StagePlaces
from screens.parts.cells import fit, wrap
from screens.parts.kept_lines import filled
from screens.parts.symbols import mark


class StageView(StagePlaces):
    """The picture of a `Standing`. Text on a card is never markup."""

    LOOKS = "board--"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "board--head", "board--head-here", "board--count", "board--bar", "board--cursor",
        "board--resting", "board--notes", "board--marked",
    }  # fmt: skip

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._drawn: dict[tuple[int, int], list[Segment]] = {}

    # --- drawing

    def refresh(self, *regions: Region, **wanted: Any) -> Self:
        """Draw these regions anew, or all; what is drawn of the other columns is kept."""
        if not regions:
            self._drawn.clear()
        for region in regions:
            for column, place in enumerate(self._slices):
                if region.x <= place.x + place.width and place.x < region.right:
                    for y in region.line_range:
                        self._drawn.pop((column, y), None)
        return super().refresh(*regions, **wanted)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        width = self.size.width
        if not self.picture.heads or len(self._slices) != len(self.picture.heads):
            return self._words(y, self.picture.empty, width)
        if y >= HEAD + self._lines and self.picture.foot:
            return self._last_line(width)
        if y >= HEAD and not self._here.count[1]:
            return self._words(y - HEAD, self.picture.empty, width)
        if y >= HEAD and not self._here.count[0]:
            return self._words(y - HEAD, "Nothing here matches. Esc shows all again.", width)
        drawn: list[Segment] = []
        last = len(self._slices) - 1
        for column, place in enumerate(self._slices):
            if (known := self._drawn.get((column, y))) is None:
                known = self._drawn[column, y] = [*self._column_line(column, place.width, y)]
            drawn += known
            if column < last:
                drawn.append(Segment(mark("bar"), self._look("bar")))
        return Strip(filled([*Segment.simplify(drawn)], width, self._look("")), width)

    def _words(self, y: int, text: str, width: int) -> Strip:
        lines = wrap(text, min(76, max(1, width - 4)))
        words = "  " + lines[y - 1] if 1 <= y <= len(lines) else ""
        return Strip([Segment(words, self._look(""))]).adjust_cell_length(width, self._look(""))

    def _last_line(self, width: int) -> Strip:
        words = _fitting(self.picture.foot, width - 2)
        line = fit(words + " ", width, right=True)
        return Strip([Segment(line, self._look("notes"))])

    def _column_line(self, column: int, width: int, y: int) -> Iterator[Segment]:
        if y < HEAD:
            yield self._head_line(column, width, y)
            return
        each, card = self._pitch(column), self._here.tops[column]
        step, part = divmod(y - HEAD, each)
        cards, card = self._here.shown[column], card + step
        if step >= self._room(column) or card >= len(cards):
            yield Segment(fit(self._foot(column, step, part), width), self._look("notes"))
        elif part == max(2, each - 1):
            yield Segment(" " * width, self._look(""))
        else:
            yield from self._card_line(column, card, width, part)

    def _foot(self, column: int, step: int, part: int) -> str:
        """Return what stands under the cards: how many more there are, or that there are none."""
        cards, width = self._here.shown[column], self._slices[column].width
        if not cards:
            return self._empty(column, step * self._pitch(column) + part, width)
        below = len(cards) - self._here.tops[column] - self._room(column)
        if below <= 0 or step != self._room(column) or part:
            return ""
        words = f" {mark('more')} {below} more"
        return words if cell_len(words) <= width else f"{mark('more')}{below}"

    def _empty(self, column: int, line: int, width: int) -> str:
        """Return what stands in a column without cards: which ended there, or nothing yet."""
        gone = self.picture.gone[column] if self.picture.gone else ()
        lead = "" if self._slices[column].is_rail else " "
        lines = _fitting(gone or ("nothing yet",), width - len(lead)).split("\n")
        return lead + lines[line] if line < len(lines) else ""

    def _head_line(self, column: int, width: int, y: int) -> Segment:
        lead = "" if self._slices[column].is_rail else " "
        if y == 0:
            look = self._look("head-here" if column == self._here.column else "head")
            label = self.picture.heads[column].label(width - len(lead))
            return Segment(fit(lead + label, width), look)
        count, above = len(self._here.shown[column]), self._here.tops[column]
        words = "1 card" if count == 1 else f"{count} cards" if count else "none"
        if above:
            words += f", {above} above"
        if len(words) + len(lead) > width:
            words = str(count)
        return Segment(fit(lead + words, width), self._look("count"))

    def _card_line(self, column: int, card: int, width: int, part: int) -> Iterator[Segment]:
        uid = self._here.shown[column][card]
        here = column == self._here.column and card == self._here.at[column]
        sign = self._sign(uid, here)
        for text, look in self._pieces(column, self._face(uid), part, width, sign):
            yield Segment(text, self._card_look(look, uid, here))

    def _pieces(self, column: int, face: CardFace, part: int, width: int, sign: str) -> list[Piece]:
        title = lines_of_title(self._slices[column], self._pitch(column))
        if self._slices[column].is_rail:
            sign = "x" if sign.startswith("[x") else ""
            return rail_line(face, width, sign=sign, part=part, title=title)
        if self.picture.dense:
            return one_line(face, width, sign=sign)
        return card_line(face, part, width, sign=sign, title=title)

    def _sign(self, uid: str, here: bool) -> str:
        marked = "[x]" if uid in self._here.marks else ""
        return marked + (mark("here") if here else "") if marked or here else ""

    def _card_look(self, look: str, uid: str, here: bool) -> Style:
        if look == "blank":
            return self._look("")
        if here:
            return self._look("cursor" if self.has_focus else "resting")
        if uid in self._here.marks:
            return self._look("marked")
        return self._look("notes" if look == "notes" else "")

    def notify_style_update(self) -> None:
        """Forget the colours of the theme before."""
        self._drawn.clear()
        super().notify_style_update()


def _fitting(wordings: Sequence[str], width: int) -> str:
    """Return the first wording that `width` cells have room for, "" if none."""
    for words in wordings:
        if max(map(cell_len, words.split("\n"))) <= width:
            return words
    return ""

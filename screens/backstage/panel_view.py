"""How a private panel looks: one widget with its own viewport, drawn line by line."""

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from screens.backstage.private_lines import Drawn, PrivateLine, draw
from screens.parts.cells import fit
from screens.parts.symbols import mark


class PanelView(Widget):
    """The picture of a list of private lines under a heading. Text is never markup."""

    ALLOW_SELECT = False
    TITLE: ClassVar[str] = "Back stage"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "private--heading",
        "private--title",
        "private--text",
        "private--quiet",
        "private--cursor",
    }
    DEFAULT_CSS = """
    PanelView {
        height: auto; min-height: 3; max-height: 100%; width: 1fr;
        background: $background; color: $foreground;
        & > .private--heading { color: $text-muted; text-style: bold; }
        & > .private--title { color: $text-muted; }
        & > .private--quiet { color: $text-muted; }
        & > .private--cursor { background: $block-cursor-background;
            color: $block-cursor-foreground; text-style: bold; }
        &:focus > .private--heading { color: $focus; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[PrivateLine] = []
        self._at = 0
        self._top = 0
        self._broken: tuple[int, list[Drawn]] = (0, [])
        self.dark = False

    def go_dark(self) -> None:
        """Paint nothing from now on, also where an older layout still has room for this panel."""
        self.dark, self._lines, self._broken = True, [], (0, [])
        self.refresh()

    @property
    def here(self) -> PrivateLine | None:
        """The highlighted line."""
        return self._lines[self._at] if self._at < len(self._lines) else None

    def _show_lines(self, lines: list[PrivateLine]) -> None:
        """Show these lines; the highlight stays on its line, or else near it."""
        key = self.here.key if self.here is not None else ""
        before = len(self._drawn())
        self._lines, self._broken = lines, (0, [])
        keys = [line.key for line in lines]
        self._at = keys.index(key) if key in keys else self._nearest(self._at)
        self._settle()
        self.refresh(layout=len(self._drawn()) != before)

    def _nearest(self, at: int) -> int:
        able = [index for index, line in enumerate(self._lines) if line.edit is not None]
        return min(able, key=lambda index: abs(index - at), default=0)

    def _drawn(self) -> list[Drawn]:
        width = self.size.width
        if self._broken[0] != width:
            self._broken = (width, draw(self._lines, width))
        return self._broken[1]

    def _settle(self) -> None:
        """Keep the highlighted line in view, whole if it can be."""
        drawn, high = self._drawn(), max(1, self.size.height - 1)
        own = [row for row, line in enumerate(drawn) if line.index == self._at]
        if own:
            self._top = min(max(self._top, own[-1] - high + 1), own[0])
        self._top = max(0, min(self._top, len(drawn) - high))

    def line_at(self, y: int) -> int | None:
        """Return the index of the private line that stands on line `y` of the panel."""
        drawn, row = self._drawn(), self._top + y - 1
        return drawn[row].index if y >= 1 and row < len(drawn) else None

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as there is room for."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A heading, and the lines broken to this width."""
        return 1 + len(draw(self._lines, width))

    def render_line(self, y: int) -> Strip:
        """Draw one line of the panel."""
        width = self.size.width
        if self.dark:
            return Strip.blank(width, self.rich_style)
        if y == 0:
            rule = f"{mark('line') * 2} {self.TITLE} {self._more()}"
            look = self.get_component_rich_style("private--heading")
            return Strip([Segment((rule + mark("line") * width)[:width], look)], width)
        drawn = self._drawn()
        row = self._top + y - 1
        if row >= len(drawn):
            return Strip.blank(width, self.rich_style)
        return self._strip(drawn[row], width)

    def _more(self) -> str:
        """Say how many lines stand above and below what is seen."""
        below = len(self._drawn()) - self._top - max(1, self.size.height - 1)
        said = [f"{self._top} above"] if self._top else []
        said += [f"{below} below"] if below > 0 else []
        return f"({', '.join(said)}) " if said else ""

    def _strip(self, drawn: Drawn, width: int) -> Strip:
        line = self._lines[drawn.index]
        here = drawn.index == self._at and self.has_focus and line.edit is not None
        looks = ("cursor", "cursor") if here else ("title", "quiet" if line.quiet else "text")
        title, text = (self.get_component_rich_style(f"private--{look}") for look in looks)
        before = f"{mark('here') if here and drawn.first else ' '} {drawn.title}"
        rest = fit(drawn.text, max(0, width - cell_len(before)))
        return Strip([Segment(before, title), Segment(rest, text)]).adjust_cell_length(width)

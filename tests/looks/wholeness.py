"""What is wrong with a picture as a picture: cut words, rows out of sight, a foot not there."""

import re
from collections.abc import Iterator

from rich.cells import cell_len
from textual.strip import Strip
from textual.widgets import Input, TextArea

from screens.cycle.entries_view import EntriesView
from screens.cycle.stage_cursor import StageCursor
from screens.parts.frame import FrameScreen
from screens.parts.keys import shown
from screens.parts.popup import Box
from screens.parts.rows_view import RowView
from screens.parts.symbols import mark
from screens.present.screen import Driving
from tests.looks.content import HARD
from tests.looks.tour import Tour

HEADS = {text[:5]: text for text in HARD}
HEAD = re.compile("|".join(map(re.escape, HEADS)))


def faults(tour: Tour) -> list[str]:
    """Return in words whatever is not whole in what stands on the terminal now."""
    lines = tour.lines()
    wide, high = tour.app.size
    found = [f"line {y} is {cell_len(line)} cells" for y, line in enumerate(lines)
             if cell_len(line) != wide]  # fmt: skip
    if len(lines) != high:
        found.append(f"{len(lines)} lines")
    found += [*_stage_word(tour, lines), *_foot(tour, lines), *_box(tour, lines)]
    found += [*_focused(tour, lines), *_cut(tour, lines)]
    return found


def _stage_word(tour: Tour, lines: list[str]) -> Iterator[str]:
    word = "PRESENT" if isinstance(tour.app.screen, Driving) else tour.app.stage.words
    if not lines[0].startswith(f" {word} "):
        yield f"no stage word: {lines[0][:20]!r}"


def _foot(tour: Tour, lines: list[str]) -> Iterator[str]:
    """Under a screen stand whole hints, the one for help among them, and nothing else."""
    screen = tour.app.screen
    if not isinstance(screen, FrameScreen):
        return
    left = lines[-1]
    for hint in screen._hints.offered:
        left = left.replace(f" {shown(hint.key)} {hint.verb.words}", "", 1)
    if left.strip():
        yield f"a cut hint: {left.strip()!r}"
    if " help" not in lines[-1]:
        yield "no hint for help"


def _box(tour: Tour, lines: list[str]) -> Iterator[str]:
    """A pop-up stands whole on the terminal, its foot too."""
    for box in tour.app.screen.query(Box):
        if not tour.app.screen.region.contains_region(box.region):
            yield f"a box out of the window: {box.region}"
        foot = str(box.border_subtitle or "")
        if foot and foot not in lines[box.region.bottom - 1]:
            yield f"a foot that is cut: {foot!r}"


def _focused(tour: Tour, lines: list[str]) -> Iterator[str]:
    """What the keys are for can be seen: the highlighted row, or the line that is written in."""
    focused = tour.app.focused
    if focused is None:
        return
    region = focused.region
    if region.width < 1 or not tour.app.screen.region.contains_region(region):
        yield f"the focus is out of sight: {focused} {region}"
    rows = isinstance(focused, RowView) and focused._list.hits
    card = isinstance(focused, StageCursor) and focused.highlighted
    if rows or card or isinstance(focused, EntriesView):
        here = (focused.here,) if isinstance(focused, RowView) else (mark("here"),)
        if not any(sign in line for sign in here for line in lines[region.y : region.bottom]):
            yield f"no highlighted row in {focused}"


def _cut(tour: Tour, lines: list[str]) -> Iterator[str]:
    """A text that goes on is whole, or ends in an ellipsis, or goes on in the next line."""
    written = {
        y
        for field in tour.app.screen.query("Input, TextArea")
        if isinstance(field, Input | TextArea) and field.display
        for y in range(field.region.y, field.region.bottom)
    }
    lines = _in_front(tour, lines)
    for y, line in enumerate(lines):
        for head in HEAD.finditer(line) if y not in written else ():
            text = HEADS[head[0]]
            stands = _common(line[head.start() :], text)
            rest, after = text[stands:].lstrip(), line[head.start() + stands :]
            if not rest or after.lstrip().startswith(mark("more")):
                continue
            below = lines[y + 1] if y + 1 < len(lines) else ""
            if re.search(rf"{re.escape(mark('more'))} (Tab, then )?Down reads on", below):
                continue
            if rest[:4] not in below and not _goes_on_out_of_sight(tour, line, head.start(), y):
                yield f"cut without an ellipsis at {stands}: {line.strip()!r}"


def _goes_on_out_of_sight(tour: Tour, line: str, at: int, y: int) -> bool:
    """Whether a text stands on the last line of something that scrolls."""
    _, region = tour.app.screen.get_widget_at(cell_len(line[:at]), y)
    return region.height > 1 and y >= region.bottom - 1


def _in_front(tour: Tour, lines: list[str]) -> list[str]:
    """Return what stands in a pop-up; of what lies under it nothing is asked."""
    for box in tour.app.screen.query(Box):
        inside = box.content_region
        strips = (Strip(line).crop(inside.x, inside.right) for line in tour.painted())
        shown = [strip.text for strip in strips]
        return [line if inside.y <= y < inside.bottom else "" for y, line in enumerate(shown)]
    return lines


def _common(line: str, text: str) -> int:
    pairs = zip(line, text, strict=False)
    return next(
        (n for n, (one, other) in enumerate(pairs) if one != other), min(len(line), len(text))
    )

"""The tour's strip over the status line: what was just done, what comes next. It takes no focus."""

import re
from collections.abc import Mapping
from typing import Any

from rich.cells import cell_len
from textual.screen import Screen

from cartui.model.rooms import Room
from cartui.services.tour import Tour, Way, tour_words
from screens.parts.keys import living, shown, typing_in
from screens.parts.one_line import OneLine, Piece

KEY = re.compile(r"\{([^{}]+)\}")
END = "tour.end"
Answering = Mapping[str, tuple[str, bool]]
"""The verbs that answer here and now: the key of each as it is said, and whether it can be done."""


class TourStrip(OneLine):
    """A line or two. While letters are typed it stands as it is, since no key it names answers."""

    DEFAULT_CSS = """
    TourStrip { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._head = self._foot = ""
        self._words: list[list[Piece]] = []

    def settle(self, tour: Tour, screen: Screen[Any], room: Room) -> None:
        """Say what is to be done next where the person is now; for outsiders stand away."""
        if not tour.going and not self.display:
            return
        if tour.going and room is not Room.PUBLIC:
            here = answering(screen, room)
            tour.met(here, room)
            self._say(tour, here, typing=typing_in(screen))
        stands = tour.going and room is not Room.PUBLIC and bool(self._words)
        if stands != self.display:
            self.display = stands

    def enter_room(self, room: Room) -> None:
        """Before outsiders look, go out of sight."""
        if room is Room.PUBLIC:
            self.display = False

    def _say(self, tour: Tour, here: Answering, *, typing: bool) -> None:
        said = _asked(tour, here)
        if said is None:
            return
        number, of = tour.number
        head = f" Tour {number} of {of} " if tour.step is not None else " Tour "
        end = here.get(END)
        verb = "closes this" if tour.step is None else "ends the tour"
        foot = f"{end[0]} {verb}" if end is not None and not typing else ""
        words = _worded(said, here)
        if (head, foot, words) != (self._head, self._foot, self._words):
            self._head, self._foot, self._words = head, foot, words
            self._grow()
            self.refresh()

    def on_resize(self) -> None:
        """Take as many lines as the words need in this width."""
        self._grow()

    def on_show(self) -> None:
        """The first time it stands there, it learns how wide it is."""
        self._grow()

    def _grow(self) -> None:
        high = len(self.lines_of_pieces(self.size.width or self.screen.size.width))
        if self.styles.height is None or self.styles.height.value != high:
            self.styles.height = high

    def lines_of_pieces(self, width: int) -> list[list[Piece]]:
        """The words, broken at blanks; how to end it at the right of the last line."""
        room = max(20, width - 1)
        lines: list[list[Piece]] = [[(self._head, "here"), (" ", "")]]
        used = cell_len(self._head) + 1
        for word in self._words:
            wide = sum(cell_len(text) for text, _ in word) + 1
            if used + wide > room:
                lines.append([(" ", "")])
                used = 1
            lines[-1] += [*word, (" ", "")]
            used += wide
        if used + len(self._foot) > room:
            lines.append([])
            used = 0
        lines[-1] += [(" " * (room - used - len(self._foot)), ""), (self._foot, "muted")]
        return lines


def answering(screen: Screen[Any], room: Room) -> Answering:
    """Return the verbs that answer on a screen now, under the keys that are this person's own."""
    return {each.verb.id: (shown(each.key), each.enabled) for each in living(screen, room)}


def _asked(tour: Tour, here: Answering) -> str | None:
    """Return what to say in this place; None where no way can be told with keys that answer."""
    step = tour.step
    for way in step.ways if step is not None else (Way(says=tour_words().over),):
        if way.at and way.at not in here:
            continue
        says = _said(way, tour, can=not way.at or here[way.at][1])
        if all(name in here for name in KEY.findall(says)):
            return says if way.alone else f"{tour.kind_word} {says}"
    return None


def _said(way: Way, tour: Tour, *, can: bool) -> str:
    """Return what a way says: as it is, or because something is missing or has been written."""
    if not can and way.bare:
        return way.bare
    return way.written if way.written and tour.wrote_back else way.says


def filled(text: str, here: Answering) -> str:
    """Return a text with the keys in place of the verbs; one that does not answer has none."""
    return KEY.sub(lambda verb: here.get(verb[1], ("", False))[0], text)


def _worded(text: str, here: Answering) -> list[list[Piece]]:
    """Return the words of a text, each in pieces: keys look like keys."""
    words = []
    for word in text.split():
        parts = KEY.split(word)
        looks = [
            (here.get(part, ("", False))[0], "key") if n % 2 else (part, "")
            for n, part in enumerate(parts)
        ]
        words.append([piece for piece in looks if piece[0]])
    return words

"""A critique round before the room: step, passage, clock, and the line for what is said.

The same keys drive it on the page itself and in the bar below one's own screen.
"""

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from cartui.model.rooms import Room
from cartui.services.critique_steps import CritiqueSteps
from cartui.services.critique_words import critique_words
from screens.parts.keys import EVERYWHERE, living, shown, verb
from screens.present.heard import Heard
from screens.present.screen import Turned
from screens.present.stepping import Stepping, SteppingScreen

ROUND = "Critique round"
HEAR = ("first", "second", "third", "fourth")


def _hearing() -> Iterator[BindingType]:
    for number, name in enumerate(HEAR):
        yield verb(f"{number + 1}", f"hear({number})", "note",
                   f"Note what is said, through the {name} lens", f"critique.hear_{number + 1}",
                   group=ROUND, rank=3, rooms=EVERYWHERE, also="comment capture lens")  # fmt: skip


class CritiqueDriving(Stepping):
    """Goes through the steps. `hear` keeps what is said, by the number of its key."""

    steps: CritiqueSteps
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("greater_than_sign", "step(1)", "next", "Go on to the next step", "critique.next",
             group=ROUND, rank=1, rooms=EVERYWHERE),
        verb("less_than_sign", "step(-1)", "back", "Go back to the step before",
             "critique.back", group=ROUND, rank=2, rooms=EVERYWHERE),
        verb("t", "clock", "timer", "Let the timer run, or stand", "critique.clock", group=ROUND,
             rank=0, rooms=EVERYWHERE, also="timer start pause"),
        *_hearing(),
    ]  # fmt: skip

    def __init__(
        self, steps: CritiqueSteps, turned: Turned, hear: Callable[[int, str], bool],
        half_typed: dict[int, str], *, open_words: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(steps, turned)
        self.heard = Heard(hear, half_typed, open_words=open_words)

    def on_unmount(self) -> None:
        """Keep what is half typed when the page is left as a whole."""
        self.heard.put_by()

    def action_hear(self, number: int) -> None:
        """Open the line in which is caught what is said."""
        if not self.is_blank and not self.heard.display:
            self.said("")
            self.heard.open(number)

    @on(Heard.Closed)
    def _heard_closed(self, event: Heard.Closed) -> None:
        event.stop()
        self.said(critique_words().kept if event.kept else "")

    def said(self, words: str) -> None:
        """Say something in a quiet place until the next key."""

    def keys_here(self) -> str:
        """Return the keys that do something here, in one line."""
        return "   ".join(self.hints())

    def hints(self) -> list[str]:
        """Return those keys with their words, the four of the lenses as one."""
        if self.heard.display:
            return []
        found = sorted(living(self, Room.MEMBERS), key=lambda each: each.verb.rank)
        hear = [each.key for each in found if each.verb.action.startswith("hear")]
        words = []
        for each in found:
            if each.verb.action.startswith("hear"):
                if each.key == hear[0]:
                    words.append(f"{shown(hear[0])}-{shown(hear[-1])} {each.verb.words}")
            elif not each.verb.action.startswith("turn"):
                words.append(f"{shown(each.key)} {self.words_of(each)}")
        return words


class CritiqueScreen(CritiqueDriving, SteppingScreen):
    """The whole window is the page."""

    DEFAULT_CSS = """
    CritiqueScreen { layers: page heard; background: $background; color: $foreground; }
    CritiqueScreen > Lectern { layer: page; }
    """

    def compose(self) -> ComposeResult:
        """The page, and the line over its foot."""
        yield from super().compose()
        yield self.heard

    def said(self, words: str) -> None:
        """Say it over the foot."""
        self._hint = words
        self.show_leaf()

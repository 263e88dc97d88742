"""A text that somebody else has changed since it was read: both are shown, and a person chooses."""

from collections.abc import Callable
from functools import partial

from cartui.model.problems import ChangedMeanwhile
from cartui.model.rooms import Room
from cartui.store.events import Change
from screens.parts.cells import wrap
from screens.parts.choice import Choice, Option
from screens.parts.doing import DoingScreen
from screens.parts.unsaved import Act

Rewording = Callable[[str, str | None], Change | None]
"""Writes a text (the first) that was another when it was read; None writes it whatever stands."""

Doing = Callable[[Act, object], Change | None]
"""What a screen does a verb with; the object is the place where the words were typed."""

WIDE, MOST = 66, 5
WAYS = (
    Option("keep mine", "m", "theirs stays in the history"),
    Option("keep theirs", "t", "u brings mine back"),
)


class Meanwhile(Choice):
    """Whose words stand: nothing is taken by Enter alone, Esc goes on writing."""

    KEEPS = True
    FOOT = "m mine   t theirs   Esc goes on writing"

    def __init__(self, theirs: str, mine: str) -> None:
        text = f"There now:\n{_short(theirs)}\n\nYours:\n{_short(mine)}"
        super().__init__("Changed meanwhile in the other window", WAYS, at=None, text=text)


class _Writing:
    """An act that keeps what stood there instead, the first time; tried again it says so."""

    def __init__(self, verb: Rewording, mine: str, was: str) -> None:
        self._verb, self._mine, self._was = verb, mine, was
        self.first = True
        self.theirs: str | None = None
        self.shown = mine

    def __call__(self) -> Change | None:
        try:
            return self._verb(self._mine, self._was)
        except ChangedMeanwhile as changed:
            if not self.first:
                raise
            self.theirs, self.shown = changed.theirs, changed.mine or self._mine
            return None


def reword(
    screen: DoingScreen,
    verb: Rewording,
    mine: str,
    was: str,
    again: Callable[[str], object],
    *,
    do: Doing,
    place: object = None,
) -> Change | None:
    """Do `verb` by `do`; if the text was changed meanwhile, ask whose words stand.

    Both ways write both texts, so that the one let go stands in the history. `again` opens the
    field once more with what was typed.
    """
    write = _Writing(verb, mine, was)
    change = do(write, place)
    write.first = False
    if write.theirs is not None:
        screen.read_again()
        asking = Meanwhile(write.theirs, write.shown)
        ask = partial(_choose, screen, verb, mine, write.theirs, again, do, asking)
        screen.call_later(_ask, screen, screen.room, ask)
    return change


def _ask(screen: DoingScreen, room: Room, ask: Callable[[], None]) -> None:
    """Ask on the stage where it was written; whoever has left that one is asked on the way back."""
    if screen.room is room:
        ask()
    else:
        screen.set_timer(0.5, partial(_ask, screen, room, ask))


def _choose(
    screen: DoingScreen,
    verb: Rewording,
    mine: str,
    theirs: str,
    again: Callable[[str], object],
    do: Doing,
    asking: Meanwhile,
) -> None:
    def then(taken: int | None) -> None:
        if taken is None:
            again(mine)
            return
        kept = reword(screen, verb, mine, theirs, again, do=do)
        if taken == 1 and kept is not None:
            do(lambda: verb(theirs, None), None)

    screen.app.push_screen(asking, then)


def _short(text: str) -> str:
    """Return the beginning of a text, so that the ways stay in sight under it."""
    lines = [f"  {line}" for line in wrap(text, WIDE)] if text else ["  (nothing)"]
    return "\n".join(lines if len(lines) <= MOST else [*lines[: MOST - 1], "  ..."])

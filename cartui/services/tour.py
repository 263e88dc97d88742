"""The tour: five steps, each done by doing it. What has been done so far, and what comes next.

It knows nothing of keys and screens: it is told of each change, of the stage of the room, and of
which verbs answer where the person is. What it says is shipped wording, never a word of a group's.
"""

from collections.abc import Collection
from contextlib import suppress
from functools import cache
from pathlib import Path

from msgspec import Struct

import data
from cartui.model.kinds import OPEN
from cartui.model.rooms import Room
from cartui.store.events import Change
from cartui.store.folders import prepare
from cartui.store.problems import UnsafePlace

MOVES = frozenset({"board.advance", "board.next_round", "board.back", "board.move"})
VERDICTS = frozenset({"feedback.take", "feedback.adapt", "feedback.decline", "feedback.later"})
ON_A_DRAFT = "comment.take"
"""This verb answers on an open draft, and nowhere else."""
_SEEN = "tour-seen"


class Way(Struct, frozen=True, kw_only=True):
    """What a step says in one place: there, where the verb `at` answers; everywhere without it.

    Verbs in braces stand for their keys. `bare` is said where there is nothing to do it to,
    `written` once something was written back stage. `alone` needs no kind word before it.
    """

    at: str = ""
    says: str
    bare: str = ""
    written: str = ""
    alone: bool = False


class Step(Struct, frozen=True, kw_only=True):
    """One thing to do: how, in each place, the nearest first; and a kind word when it is done."""

    id: str
    ways: tuple[Way, ...]
    done: str


class TourWords(Struct, frozen=True, kw_only=True):
    """All that the tour says."""

    practice: str
    own: str
    ended: str
    over: str
    steps: tuple[Step, ...]


@cache
def tour_words() -> TourWords:
    """Return the shipped wording of the tour."""
    return data.load("tour", TourWords)


class Tour:
    """Goes on from begin to end, once on each machine unless it is asked for again.

    `state` is this machine's state folder; without one nothing is remembered.
    """

    def __init__(self, state: Path | None = None) -> None:
        self._state = state
        self.going = False
        self._done: list[str] = []
        self._moved: set[str] = set()
        self._first_word = ""
        self._was_back = False
        self.wrote_back = False

    @property
    def seen(self) -> bool:
        """Whether it was finished or ended on this machine before."""
        return self._state is not None and (self._state / _SEEN).exists()

    @property
    def step(self) -> Step | None:
        """What is to be done next; None when all is done."""
        left = (step for step in tour_words().steps if step.id not in self._done)
        return next(left, None)

    @property
    def number(self) -> tuple[int, int]:
        """Which step it is, and of how many."""
        steps = tour_words().steps
        step = self.step
        return (steps.index(step) + 1 if step is not None else len(steps)), len(steps)

    @property
    def kind_word(self) -> str:
        """What is said of what was just done, or at the very beginning."""
        if not self._done:
            return self._first_word
        return next(step.done for step in tour_words().steps if step.id == self._done[-1])

    # --- beginning and ending

    def begin(self, *, practice: bool) -> None:
        """Begin at the first step, in a practice programme or in somebody's own."""
        self.going, self._was_back, self.wrote_back = True, False, False
        self._done, self._moved = [], set()
        self._first_word = tour_words().practice if practice else tour_words().own

    def leave(self) -> None:
        """Let it rest, because another workspace is opened; it is not remembered as ended."""
        self.going = False

    def end(self) -> None:
        """End it for good, whether it is finished or not."""
        self.going = False
        self._remember()

    def _remember(self) -> None:
        """Note that it need not begin by itself again. A folder not to be written is no harm."""
        if self._state is None:
            return
        with suppress(OSError, UnsafePlace):
            prepare(self._state)
            (self._state / _SEEN).touch(mode=0o600)

    # --- what really happened

    def saw(self, change: Change) -> None:
        """Take note of a change that was made here: a move, a step back, a verdict."""
        if not self.going:
            return
        if self.step is None:
            self.going = False
            return
        self.wrote_back |= any(event.kind not in OPEN.by_name for event in change.events)
        verb = change.verb.removesuffix("_many")
        if verb in MOVES:
            self._moved.add(change.id)
            self._did("move")
        elif change.undoes in self._moved:
            self._did("take back")
        elif verb in VERDICTS:
            self._did("answer")

    def met(self, answering: Collection[str], room: Room) -> None:
        """Take note of where the person is: which verbs answer there, and on which stage."""
        if not self.going:
            return
        if ON_A_DRAFT in answering:
            self._did("open")
        if room is Room.BACK:
            self._was_back = True
        elif self._was_back:
            self._did("back stage")

    def _did(self, step: str) -> None:
        if step not in self._done:
            self._done.append(step)
            if self.step is None:
                self._remember()

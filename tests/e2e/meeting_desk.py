"""A facilitator's laptop in a scripted meeting: a real terminal, a clock that is set, a plug."""

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from cartui.model.kinds import OPEN
from cartui.model.meetings import Meeting, Segment
from cartui.model.people import Group
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace
from screens.parts.digits import drawn
from tests.e2e.terminal import Terminal

STARTS = 14
"""The hour at which the meeting begins, by the clock that is set."""
LATE = 4
"""Seconds that a clock may differ: the machine's own goes on while a key is on its way."""
OVER = "This meeting is over."


class PlugPulled(Exception):
    """The program was killed in the middle of a step."""


class Desk:
    """`minute` is the minute of the meeting. `pulls` are the numbers of the presses after which the
    plug is pulled, `said` what no crash may lose.
    """

    def __init__(
        self, folder: Path, clock: Path, open_: Callable[..., Terminal], size: tuple[int, int],
        pulls: frozenset[int] = frozenset(), dice: Random | None = None,
    ) -> None:  # fmt: skip
        self.folder, self._clock, self._open, self._size = folder, clock, open_, size
        self._pulls, self._dice = set(pulls), dice or Random(0)
        self.said: list[str] = []
        self.presses = self.pulled = 0
        self.at, self._stood = -1, 0
        self.ends: datetime | None = None
        self._titles: list[str] = []
        self.terminal = self._opened()

    def _opened(self) -> Terminal:
        return self._open("--data", str(self.folder), size=self._size, clock=self._clock)

    # --- the keyboard and the screen

    def press(self, *keys: str, shows: str = "", hides: str = "") -> None:
        """Press keys one by one, and wait for what they show, and for what they take away.

        An Esc that is not waited for is read together with the next key on a busy machine, and
        the two are one key then, as in every terminal.
        """
        for key in keys:
            self.terminal.press(key)
            self.presses += 1
            if self.presses in self._pulls:
                self._pulls.discard(self.presses)
                raise PlugPulled
        if hides:
            self.terminal.wait_until_gone(hides)
        if shows:
            self.terminal.wait_for(shows)

    def type(self, words: str) -> None:
        """Type into a line that stands open."""
        self.terminal.type(words)

    def sees(self, words: str) -> bool:
        """Whether some words stand on the screen."""
        return words in self.terminal.text()

    def wait_for(self, words: str) -> str:
        """Wait until some words stand on the screen; return all of it."""
        return self.terminal.wait_for(words)

    def until(self, holds: Callable[[], bool], seconds: float = 20) -> None:
        """Wait until something holds."""
        end = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < end, self.terminal.text()

    # --- the meeting

    def now(self) -> datetime:
        """Return the time by the clock that is set."""
        return datetime.now(UTC) + timedelta(seconds=float(self._clock.read_text()))

    def goes_on(self, title: str, minutes: int) -> None:
        """Go on to a part of the agenda, over parts that came in by themselves."""
        titles = self._titles or self._read_titles()
        to = titles.index(title)
        while (stands := self._place()) < to:
            self._stood = stands
            if stands == to - 1 and self.at < to:
                self.at, self.ends = to, self.now() + timedelta(minutes=minutes)
            self.press(">", shows=f"{stands + 2} of {len(titles)}")
        self._stood = to
        assert self.sees(title)
        self.clock_is_right()

    def is_on(self) -> bool:
        """Whether the page of the meeting that is on stands there."""
        return self._found() is not None

    def _place(self) -> int:
        """Return which part stands on the page, from 0."""
        self.until(self.is_on)
        found = self._found()
        assert found is not None
        return int(found[1]) - 1

    def _found(self) -> re.Match[str] | None:
        many = len(self._titles) or r"\d+"
        return re.search(rf"\b(\d+) of {many}\b", self.terminal.text())

    def _read_titles(self) -> list[str]:
        ws = opened(self.folder, self.now)
        try:
            meeting = meeting_in(ws)
            segments = [
                each for uid in ws.table(Group) for each in ws.table(Segment, uid).values()
                if each.meeting == meeting.uid and not each.away
            ]  # fmt: skip
            self._titles = [each.title for each in sorted(segments, key=lambda each: each.order)]
        finally:
            ws.close()
        return self._titles

    def keeps(
        self, *keys: str, words: str, by: str = "enter", opens: str = "Enter keep"
    ) -> None:  # fmt: skip
        """Write words that some keys ask for, kept by one more, unless they are kept already.

        Nobody types before the field stands open; `opens` is what it says there.
        """
        if words not in everything(self.folder):
            self.press(*keys, shows=opens)
            self.type(words)
            self.press(by)
        self.until(lambda: words in everything(self.folder))
        if words not in self.said:
            self.said.append(words)

    def open_again(self) -> None:
        """Pull the plug, open cartui again, and look whether all stands as it stood."""
        time.sleep(self._dice.random() * 0.1)
        self.terminal.kill()
        self.pulled += 1
        self.terminal = self._opened()
        self.look()

    def look(self) -> None:
        """Look whether it opened in the same place, the clock right and nothing lost."""
        if self.at < 0 or meeting_of(self.folder).closed_at:
            self.wait_for("1 Home")
        else:
            place, shown = self._place(), self.terminal.text()
            assert "FRONT members" in shown
            # the very last key may not have been read before the plug was pulled
            assert place in (self._stood, self._stood + 1), (self._stood, shown)
            if place == self.at:
                self.clock_is_right()
        kept = everything(self.folder)
        assert [words for words in self.said if words not in kept] == []

    def clock_is_right(self) -> None:
        """Look whether the timer shows what is left, within some seconds."""
        assert self.ends is not None
        end, shown = time.monotonic() + 5, ""
        while time.monotonic() < end:
            left = (self.ends - self.now()).total_seconds()
            shown = self.terminal.text()
            around = (max(0, round(left) + late) for late in range(-LATE, LATE + 1))
            if any(_is_drawn(f"{each // 60:02}:{each % 60:02}", shown) for each in around):
                return
        raise AssertionError(f"not about {left:.0f} s:\n{shown}")


def _is_drawn(digits: str, shown: str) -> bool:
    return all(row.rstrip() in shown for row in drawn(digits, 5))


def everything(folder: Path) -> str:
    """Return all that stands in the journals on the disk, back stage too."""
    files = sorted((folder / "journal").glob("*.jsonl"))
    return "".join(each.read_text(encoding="utf-8") for each in files)


def opened(folder: Path, clock: Callable[[], datetime]) -> Workspace:
    """Open the workspace as another process would."""
    identity = Identity(device="5c" * 16, actor="Rowan", clock=clock)
    return Workspace.open(folder, open_kinds=OPEN, identity=identity)


def meeting_of(folder: Path) -> Meeting:
    """Return the scripted meeting as the disk has it."""
    ws = opened(folder, lambda: datetime.now(UTC))
    try:
        return meeting_in(ws)
    finally:
        ws.close()


def meeting_in(ws: Workspace) -> Meeting:
    """Return the scripted meeting: the one of today."""
    today = datetime.now().astimezone().date().isoformat()
    found = [each for uid in ws.table(Group) for each in ws.table(Meeting, uid).values()]
    return next(each for each in found if each.on == today)

"""Beside a running meeting, in BACK: hats, what to raise about people, private notes."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from typing import Any

from textual import work

from cartui.backstage.hats import HatStamps
from cartui.backstage.private_notebook import PrivateNotebook
from cartui.backstage.raising import PrivateRaising
from cartui.backstage.records import HatStamp, PrivateRaised
from cartui.backstage.reflection_words import hat_name, hats
from cartui.model.meetings import Meeting, Segment
from cartui.model.rooms import Room
from cartui.services.rounds import Rounds
from cartui.services.wording import name_of
from cartui.store.workspace import Workspace
from screens.backstage.note_lines import note_line
from screens.backstage.panel import BackPanel
from screens.backstage.private_lines import PrivateLine
from screens.parts.choice import Choice, lettered

EMPTY = "Nothing private yet. c writes a note, H and a digit stamps a hat, n adds."
WAYS = ("a note on this meeting", "something to raise about a person")
RAISED = ("put it in other words", "it was raised in this meeting")


class LivePrivate(BackPanel):
    """The private side of one meeting."""

    TITLE = "For your eyes only"

    def __init__(
        self, workspace: Workspace, room: Callable[[], Room], notes: PrivateNotebook
    ) -> None:
        super().__init__()
        self._ws, self._room, self._notes = workspace, room, notes

    def lines(self) -> list[PrivateLine]:
        """Return what is to be raised, then the hats, then the notes, the newest first."""
        if not self.uid:
            return []
        found = [*self._raised_lines(), *self._hat_lines(), *self._note_lines()]
        return found or [PrivateLine(key="empty", text=EMPTY, quiet=True)]

    def _begin(self, act: Callable[[Any], object], about: object) -> None:
        """Begin an act that goes on by itself."""
        act(about)

    # --- to raise

    @property
    def _raising(self) -> PrivateRaising:
        return PrivateRaising(self._ws, self._room, self.group)

    def _raised_lines(self) -> Iterator[PrivateLine]:
        raising = self._raising
        for each in raising.waiting():
            who = name_of(each.about, self._ws) if each.about else ""
            yield PrivateLine(
                key=each.uid,
                title=", ".join(filter(None, ("To raise", who))),
                text=each.words,
                edit=partial(self._begin, self._edit_raised, each),
                away=partial(self.do, partial(raising.put_away, each)),
            )

    @work
    async def _edit_raised(self, raised: PrivateRaised) -> None:
        raising, meeting = self._raising, self.uid
        at = await self.pick("To raise", RAISED)
        if at == 0:
            self.ask("To raise, in other words", f"raise.{raised.uid}",
                     lambda text: raising.reword(raised, text), value=raised.words)  # fmt: skip
        elif at == 1:
            self.do(lambda: raising.was_raised(raised, meeting))

    # --- hats

    def _hat_lines(self) -> Iterator[PrivateLine]:
        stamps = HatStamps(self._ws, self._room, self.group)
        for each in reversed(stamps.of(self.uid)):
            yield PrivateLine(
                key=each.uid,
                title=f"Hat {clock_of(each.at)}".strip(),
                text=hat_name(each.hat),
                edit=partial(self._begin, self._name_hat, each),
                away=partial(self.do, partial(stamps.put_away, each)),
            )

    @work
    async def _name_hat(self, stamp: HatStamp) -> None:
        stamps, words = HatStamps(self._ws, self._room, self.group), hats()
        at = await self.pick("Which hat was it?", [each.name for each in words])
        if at is not None:
            self.do(lambda: stamps.name(stamp, words[at].id))

    # --- notes

    def _note_lines(self) -> Iterator[PrivateLine]:
        table = self._ws.table(Segment, self.group).values()
        own = {each.uid: each.title for each in table if each.meeting == self.uid}
        kept = [
            (note, title)
            for uid, title in {self.uid: "", **own}.items()
            for note in self._notes.about(uid, self.group)
        ]
        for note, title in sorted(kept, key=lambda pair: pair[0].at, reverse=True):
            yield note_line(self, self._notes, note, self.group, title)

    # --- adding

    def add(self) -> None:
        """Offer a note, or something to raise."""
        if self.uid:
            self._offer()

    @work
    async def _offer(self) -> None:
        uid, group = self.uid, self.group
        chosen = await self.pick("Add, for yourself", WAYS)
        if chosen == 0:
            self.write("Private note", lambda text: self._notes.write(uid, text, group))
        elif chosen == 1:
            await self._raise()

    async def _raise(self) -> None:
        """Ask about whom, then what."""
        raising, meeting = self._raising, self._ws.get(Meeting, self.uid, self.group)
        if meeting is None:
            return
        rounds = Rounds(self._ws, self._room, self.group)
        people = [person.uid for person in rounds.expected(meeting)]
        names = rounds.names(people)
        at = await self.app.push_screen_wait(Choice("About whom?", lettered(names)))
        if at is not None:
            self.ask(f"To raise about {names[at]}, for yourself", f"raise.{people[at]}",
                     lambda text: raising.raise_about(people[at], text))  # fmt: skip


def clock_of(at: str) -> str:
    """Return the time of day of an ISO moment on this machine's clock; "" if it is none."""
    try:
        return f"{datetime.fromisoformat(at).astimezone():%H:%M}"
    except ValueError:
        return ""

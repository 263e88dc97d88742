"""A screen on which verbs are done: what came of it is said, what failed is kept."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from shlex import quote

from textual.message import Message

from cartui.model.problems import CartuiProblem
from cartui.model.rooms import Room
from cartui.store.events import Change
from cartui.store.problems import SaveFailed
from screens.parts.ask_bar import AskBar, Question
from screens.parts.choice import Choice, Option
from screens.parts.keys import typing_in
from screens.parts.not_saved import NotSaved
from screens.parts.status import StatusLine
from screens.parts.surroundings import Surroundings
from screens.parts.unsaved import Act, Kept
from screens.parts.whole_frames import WholeFrames

UNDO, REDO = "u undo", "U redo"


def _kept_at(places: list[Path]) -> str:
    """Return that changes were kept elsewhere, and the whole command that takes them in."""
    if len(places) == 1:
        return f"1 change kept. This takes it in: cartui repair --unsaved {quote(str(places[0]))}"
    files = " ".join(quote(str(place)) for place in places)
    if len({place.parent for place in places}) == 1 and len(places) > 2:
        files = quote(str(places[0].parent))
    return f"{len(places)} changes kept. This takes them in: cartui repair --unsaved {files}"


class DoingScreen(WholeFrames, inherit_bindings=False):
    """Gives `do`, `say` and `ask`. `around` is told by the app before the screen is shown."""

    class TriedAgain(Message):
        """What was not saved was tried again: what stands beside the screen may be different."""

    def __init__(self) -> None:
        super().__init__()
        self.around = Surroundings()
        self._banner = NotSaved(lambda: self.around.unsaved.here(self.room), self._words_of)
        self._asking = AskBar(lambda: self.around.half_typed)
        self._status = StatusLine()
        self._said_of = ""

    @property
    def room(self) -> Room:
        """The stage of the room we are on."""
        return self.around.room()

    @property
    def unsaved(self) -> int:
        """How many changes could not be saved yet, on whatever screen."""
        return self.around.unsaved.count

    def do(self, act: Act, place: object = None) -> Change | None:
        """Do a verb: say what happened, or the problem; if it was not saved, keep it.

        The act may be called again later, so it must hold all it needs. `place` is where its words
        were typed, if that was not the line of `ask`, which knows by itself.
        """
        place = place if place is not None else self._asking.answering or object()
        try:
            change = act()
        except SaveFailed as failed:
            self._not_saved(Kept(act, failed, self.room, place))
            return None
        except CartuiProblem as problem:
            self.say(str(problem), tone="problem")
            return None
        self.around.unsaved.drop(place)
        if change is not None:
            self._made(change)
            self.refresh_frame()
        return change

    def _not_saved(self, kept: Kept) -> None:
        """Keep an act; what was typed stands where it was typed, and the banner says why."""
        self.around.unsaved.keep(kept)
        self.say("")  # what was done before must not look like an answer to this
        self._banner.settle()
        typing = self._asking.stand_again() or typing_in(self)
        if not typing and self.is_current:
            self._banner.take_focus()

    def _words_of(self, kept: Kept) -> str:
        """What is not saved: the words typed, or else what would have been said of it."""
        if words := kept.typed():
            return "  ".join(f"“{each}”" for each in words)
        if (draft := kept.draft) is None:
            return ""
        return self.around.sentence(Change(id="", verb=draft.verb, about=draft.about))

    def say(self, text: str, *, aside: str = "", tone: str = "") -> None:
        """Say one sentence on the status line, where it stays until the next."""
        self._said_of = self._said_of if aside else ""
        self._status.say(text, aside=aside, tone=tone)

    def _made(self, change: Change) -> None:
        """A change was made here: say it, and let the tour know."""
        self.around.tour.saw(change)
        self._say_done(change)

    def _say_done(self, change: Change) -> None:
        """Say what a change did, and the key that takes it back (or does it again)."""
        self._said_of = change.id
        aside = REDO if change.verb == "undo" else UNDO
        self.say(self.around.sentence(change), aside=aside)

    def settle_said(self) -> None:
        """Let the way back name what it would really take back now, whoever did it and where."""
        if not self._status.aside or self.around.next_undo is None:
            return
        last = self.around.next_undo()
        if last is not None and last.id == self._said_of:
            return
        turned = self.around.next_redo() if self._status.aside == REDO else None
        if turned is not None and turned.id == self._said_of:
            return
        if last is None:
            self.say("")
        else:
            self._say_done(last)

    def ask(
        self,
        question: str,
        then: Callable[[str | None], None],
        *,
        value: str = "",
        id: str = "",  # noqa: A002
    ) -> None:
        """Ask for one line at once; `then` gets it, or None when the question was left."""
        self._banner.give_way()
        self._asking.ask(Question(question, then, id or question, self.room, value))

    async def ask_line(self, question: str, value: str = "", *, id: str = "") -> str | None:  # noqa: A002
        """Ask for one line and wait (in a worker). Esc gives None and keeps the text."""
        answer: asyncio.Future[str | None] = asyncio.get_running_loop().create_future()

        def then(text: str | None) -> None:
            if not answer.done():
                answer.set_result(text)

        self.ask(question, then, value=value, id=id)
        return await answer

    async def choose(
        self, title: str, options: Sequence[Option], *, at: int | None = 0, text: str = ""
    ) -> int | None:
        """Offer a few lines to choose from and wait (in a worker); None when it was left."""
        return await self.app.push_screen_wait(Choice(title, options, at=at, text=text))

    def read_again(self) -> None:
        """Read the model again."""

    def refresh_frame(self) -> None:
        """Bring what stands around the body up to date."""

    def action_save_again(self) -> None:
        """Try to save again what was not saved on this side, the oldest first."""
        waiting = [(kept, self._words_of(kept)) for kept in self.around.unsaved.here(self.room)]
        if not waiting:
            self.say("Everything is saved.")
        for kept, _ in waiting:
            self.try_again(kept)
        self._say_all_saved([w for kept, w in waiting if not self.around.unsaved.holds(kept.place)])
        self._banner.settle()
        self.read_again()
        self.post_message(self.TriedAgain())

    def _say_all_saved(self, words: Sequence[str]) -> None:
        """Say of several changes how many they were, and name each; of one it is said already."""
        if len(words) > 1:
            named = "  ".join(filter(None, words))
            self.say(f"{len(words)} changes are saved now: {named}", aside=UNDO)

    def try_again(self, kept: Kept) -> None:
        """Try one act again. It stays kept whatever speaks against it, until it is let go."""
        if self._asking.unsaved is kept.place:
            self._asking.submit()
            return
        try:
            change = kept.act()
        except SaveFailed as failed:
            self._not_saved(Kept(kept.act, failed, kept.room, kept.place))
        except CartuiProblem as problem:
            kept.failed.reason = str(problem)
        else:
            self.around.unsaved.drop(kept.place)
            if change is not None:
                self._made(change)

    def action_save_elsewhere(self) -> None:
        """Save what is not saved in another folder."""
        if self.around.unsaved.here(self.room):
            self.post_message(NotSaved.Elsewhere())
        else:
            self.say("Everything is saved.")

    def let_go(self, kept: Kept) -> None:
        """Let go of what is not saved, because somebody said so."""
        self.around.unsaved.drop(kept.place)
        self._asking.close_saved(kept.place)
        self._banner.settle()
        self.read_again()

    def saved_elsewhere(self, keep: Callable[[SaveFailed], Path], folder: str) -> bool:
        """Let `keep` save each failed change in another folder; say where, or that it was not."""
        try:
            standing = self._asking.unsaved
            places = self.around.unsaved.save_each(self.room, keep)
            if standing is not None and not self.around.unsaved.holds(standing):
                self._asking.close_saved(standing)
            self._banner.settle()
        except (SaveFailed, OSError) as failed:
            why = failed.reason if isinstance(failed, SaveFailed) else "that place took nothing"
            words = f"Not saved in {folder} either: {why}. It still stands here."
            self.say(words, tone="problem")
            return False
        if places:
            self.say(_kept_at(places))
        return True

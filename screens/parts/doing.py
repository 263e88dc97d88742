"""A screen on which verbs are done: what came of it is said, what failed is kept."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from textual import on
from textual.screen import Screen

from cartui.model.problems import CartuiProblem
from cartui.model.rooms import Room
from cartui.store.events import Change
from cartui.store.problems import SaveFailed
from screens.parts.ask_bar import AskBar, Question
from screens.parts.not_saved import NotSaved
from screens.parts.status import StatusLine
from screens.parts.surroundings import Surroundings


class DoingScreen(Screen[None], inherit_bindings=False):
    """Gives `do`, `say` and `ask`. `around` is told by the app before the screen is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.around = Surroundings()
        self._unsaved = NotSaved()
        self._asking = AskBar()
        self._status = StatusLine()

    @property
    def room(self) -> Room:
        """The stage of the room we are on."""
        return self.around.room()

    @property
    def unsaved(self) -> int:
        """How many changes could not be saved yet."""
        return self._unsaved.count

    def do(self, act: Callable[[], Change | None]) -> Change | None:
        """Do a verb: say what happened, or the problem; if it was not saved, keep it.

        The act may be called again later, so it must hold all it needs.
        """
        try:
            change = act()
        except SaveFailed as failed:
            self._unsaved.keep(act, failed, self.room)
            self.say("")  # what was done before must not look like an answer to this
            return None
        except CartuiProblem as problem:
            self.say(str(problem), tone="problem")
            return None
        if change is not None:
            self.say(self.around.sentence(change), aside="u undo")
            self.refresh_frame()
        return change

    def say(self, text: str, *, aside: str = "", tone: str = "") -> None:
        """Say one sentence on the status line, where it stays until the next."""
        self._status.say(text, aside=aside, tone=tone)

    def ask(
        self,
        question: str,
        then: Callable[[str | None], None],
        *,
        value: str = "",
        id: str = "",  # noqa: A002
    ) -> None:
        """Ask for one line at once; `then` gets it, or None when the question was left."""
        self._asking.ask(Question(question, then, id or question, self.room, value))

    async def ask_line(self, question: str, value: str = "", *, id: str = "") -> str | None:  # noqa: A002
        """Ask for one line and wait (in a worker). Esc gives None and keeps the text."""
        answer: asyncio.Future[str | None] = asyncio.get_running_loop().create_future()

        def then(text: str | None) -> None:
            if not answer.done():
                answer.set_result(text)

        self.ask(question, then, value=value, id=id)
        return await answer

    def read_again(self) -> None:
        """Read the model again."""

    def refresh_frame(self) -> None:
        """Bring what stands around the body up to date."""

    @on(NotSaved.Again)
    def _try_again(self) -> None:
        for act in self._unsaved.take():
            self.do(act)
        self._unsaved.settle()
        self.read_again()

    def saved_elsewhere(self, keep: Callable[[SaveFailed], Path]) -> None:
        """Let `keep` save each failed change in another place, and say where."""
        try:
            places = self._unsaved.save_each(keep)
        except (SaveFailed, OSError) as failed:
            why = failed.reason if isinstance(failed, SaveFailed) else "that place took nothing"
            self.say(f"Not saved there either: {why}. It still stands here.", tone="problem")
            return
        if places:
            several = len(places) > 1
            many, them = (f"{len(places)} changes", "them") if several else ("1 change", "it")
            where = places[-1].parent
            self.say(f"{many} kept in {where}. cartui repair --unsaved takes {them} in.")

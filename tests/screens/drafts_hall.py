"""The Drafts screen in the whole app, on a real workspace; afterwards the disk is read again."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import cast

from textual.pilot import Pilot

from cartui.app import CartuiApp
from cartui.exchange.critic_markup import CriticComment
from cartui.model.drafts import Draft, DraftVersion
from cartui.services.drafts import Drafts
from cartui.services.feedback import Feedback
from cartui.services.remarks import Remark
from screens.drafts.draft_page import DraftPage
from screens.drafts.screen import DraftsScreen
from tests.screens.stage import app_on, members, north, reopened, seen

SMALL, LARGE = (80, 24), (120, 40)
TEXT = """# Night visits

Staff told us that families slept better when the visit was announced. We therefore think
announcing visits should be the *norm*. Two families disagreed and said they felt watched.

- the night staff
- two **families** who visit often

Managers did not reply to our request. 夜間の訪問と家族の睡眠について。"""


class Bench:
    """A workspace with one group, and a draft in it; `reread` opens it from the disk anew."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.group = north(folder)
        self.reread()

    @classmethod
    def beside(cls, folder: Path) -> "Bench":
        """Return another window on a workspace that is there already."""
        other = cls.__new__(cls)
        other.folder, other.group = folder, ""
        other.reread()
        (other.group,) = other.ws.group_uids()
        other.ws.close()
        other.reread()
        return other

    def reread(self) -> None:
        """Open the workspace anew, as another process would."""
        self.ws = reopened(self.folder)
        self.drafts = Drafts(self.ws, members, self.group)
        self.feedback = Feedback(self.ws, members, self.group)

    def begin(
        self, text: str = TEXT, *comments: CriticComment, title: str = "Night visits"
    ) -> Draft:
        """Begin a draft."""
        card = self.drafts.find_card("")
        change = self.drafts.add(card, title, text, comments=comments)
        return self.drafts.draft(change.about[0])

    def begin_with(self, comments: int, lens: str = "") -> Draft:
        """Begin a draft of so many paragraphs, a comment on a word of each."""
        text = "\n\n".join(f"Paragraph {n} has a word in it." for n in range(1, comments + 1))
        said = []
        for n in range(1, comments + 1):
            at = text.index(f"Paragraph {n} ") + len(f"Paragraph {n} has a ")
            said.append(CriticComment(start=at, end=at + 4, text=f"Comment {n}.", lens=lens))
        return self.begin(text, *said)

    def begun_on_disk(self) -> int:
        """How many drafts another process would find by now."""
        other = reopened(self.folder)
        try:
            return len(other.table(Draft, group=self.group))
        finally:
            other.close()

    @property
    def draft(self) -> Draft:
        """The only draft."""
        (draft,) = self.drafts.drafts()
        return draft

    @property
    def version(self) -> DraftVersion:
        """Its newest version."""
        version = self.drafts.newest(self.draft)
        assert version is not None
        return version

    @property
    def remarks(self) -> Sequence[Remark]:
        """What is said of it."""
        return self.feedback.remarks(self.draft, self.version)

    def verdicts(self) -> list[str]:
        """The verdicts in the order of the text, "" where there is none."""
        return [remark.state for remark in self.remarks]


class Seat:
    """Somebody at the keyboard. `presses` counts every key."""

    def __init__(self, app: CartuiApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot
        self.presses = 0

    @property
    def list_screen(self) -> DraftsScreen:
        """The list of drafts."""
        return cast(DraftsScreen, self.app.screen_stack[0])

    @property
    def page(self) -> DraftPage:
        """The open draft."""
        return next(s for s in self.app.screen_stack if isinstance(s, DraftPage))

    async def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.presses += 1
            await self.pilot.press(key)
            await self.pilot.pause()

    async def type(self, text: str, *after: str) -> None:
        """Type a text, then press the keys after it."""
        await self.pilot.press(*text)
        await self.press(*after)

    def seen(self) -> str:
        """Return the text on the terminal, line by line."""
        return seen(self.app).replace("\N{NO-BREAK SPACE}", " ")

    async def until(self, so: Callable[[], bool]) -> None:
        """Wait until something is so; fails after five seconds."""
        for _ in range(100):
            if so():
                return
            await self.pilot.pause(0.05)
        raise AssertionError(f"it has not come about:\n{self.seen()}")


@asynccontextmanager
async def seated(
    bench: Bench, size: tuple[int, int] = SMALL, *, opened: bool = True, **more: object
) -> AsyncIterator[Seat]:
    """Open the app at its drafts, or at the first of them; the bench reads the disk afterwards."""
    bench.ws.close()
    app = app_on(bench.folder, **more)
    async with app.run_test(size=size) as pilot:
        seat = Seat(app, pilot)
        await seat.press("5", *(["enter"] if opened else []))
        seat.presses = 0
        yield seat
    bench.reread()


def ticking(bench: Bench, seconds: int) -> Callable[[], object]:
    """Return a clock that goes on by so many seconds each time it is read."""
    ticks = count(0, seconds)
    return lambda: next(ticks)

"""A critique round in the whole app, on a real workspace, with a clock that tests move on."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from cartui.backstage.comments import PrivateComments
from cartui.backstage.kinds import BACK
from cartui.exchange.critic_markup import CriticComment
from cartui.model.rooms import Room
from cartui.services.remarks import Remark
from cartui.store.identity import Identity
from tests.screens.drafts_hall import SMALL, TEXT, Bench, Seat, seated
from tests.screens.stage import NOON, identity

ASK = "Is the conclusion too strong?"
SENTENCE = "families slept better when the visit was announced"


class Watch:
    """The time in the app: it goes on when a test says so."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def pass_time(self, **time: float) -> None:
        """Go on by so many `minutes` or `seconds`."""
        self.now += timedelta(**time)


def begun(bench: Bench, ask: str = ASK) -> None:
    """Begin a draft with an ask and a comment on one passage."""
    at = TEXT.index(SENTENCE)
    draft = bench.begin(TEXT, CriticComment(start=at, end=at + len(SENTENCE), text="Really?"))
    bench.drafts.edit(draft, ask=ask)


@asynccontextmanager
async def in_round(
    bench: Bench, size: tuple[int, int] = SMALL, *keys: str, watch: Watch | None = None,
    prefix: str = "r",
    shows: str = "PRESENT",
) -> AsyncIterator[tuple[Seat, Watch]]:  # fmt: skip
    """Open the draft and press `P`, after other keys if any are given."""
    watch = watch or Watch()
    numbers = identity(prefix=prefix)
    who = Identity(device=numbers.device, actor=numbers.actor, clock=watch, new_id=numbers.new_id)
    async with seated(bench, SMALL if size < SMALL else size, identity=who) as seat:
        await seat.press(*keys, "P")
        await seat.pilot.resize_terminal(*size)
        await seat.until(lambda: shows in seat.seen() or "round stands" in seat.seen())
        yield seat, watch


def private_remarks(bench: Bench) -> list[Remark]:
    """Read the private comments of the draft from the disk, as BACK would."""
    bench.ws.open_back(BACK)
    private = PrivateComments(bench.ws, lambda: Room.BACK, bench.group)
    return private.remarks(bench.draft, bench.version)

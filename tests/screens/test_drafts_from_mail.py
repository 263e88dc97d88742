"""An e-mail comes in by the keys: what it says and whose its names are, then Enter, then `u`."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events

from cartui.model.drafts import Comment
from cartui.model.people import Person, Spelling
from cartui.services.roster import Roster
from screens.drafts.look_first import LookFirst
from tests.exchange.mails.make_mails import ATTRIBUTIONS, DRAFT, QUOTED, eml
from tests.exchange.papers.make_word_files import comment, p, run, said_of, word_file
from tests.screens.drafts_hall import LARGE, SMALL, Bench, Seat, seated
from tests.screens.stage import members

MAIL = f"Hi Rowan,\n\nA good piece.\n\n{ATTRIBUTIONS['gmail']}\n\n{QUOTED}\nBest wishes,\nBen\n"


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path / "workspace")
    made.begin(DRAFT, title="Asset mapping")
    yield made
    made.ws.close()


async def paste(seat: Seat, text: str) -> None:
    """Paste as a terminal does."""
    focused = seat.app.screen.focused
    assert focused is not None
    focused.post_message(events.Paste(text))
    await seat.pilot.pause()


async def looking(seat: Seat) -> LookFirst:
    """Wait until the e-mail is shown."""
    await seat.until(lambda: isinstance(seat.app.screen, LookFirst))
    await seat.pilot.pause()
    return seat.app.screen  # type: ignore[return-value]


def comments(bench: Bench) -> list[Comment]:
    return list(bench.ws.table(Comment, bench.group).values())


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_pasted_mail_is_looked_at_and_comes_in_after_enter(
    bench: Bench, size: tuple[int, int]
) -> None:
    async with seated(bench, size) as seat:
        await seat.press("I", "p")
        await paste(seat, MAIL)
        await looking(seat)
        print(seat.seen())
        assert "3 comments: 2 at their passages, 0 to check, 1 on the whole draft." in seat.seen()
        assert "(whoever wrote it)" in seat.seen()
        await seat.press("enter")
        assert "Say first who wrote it: w." in seat.seen()
        await seat.press("w")
        print(seat.seen())
        await seat.press("2")
        print(seat.seen())
        await seat.press("enter")
        print(seat.seen())
    said = comments(bench)
    assert sorted(each.text for each in said) == ["A good piece.", "A plainer verb.", "Who says so?"]

"""An e-mail on its way in, one picture for each state."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from screens.drafts.look_first import LookFirst
from tests.exchange.mails.make_mails import ATTRIBUTIONS, DRAFT, eml
from tests.pictures.studio import LARGE, SMALL, keys, posed
from tests.screens.drafts_hall import Bench

Snap = Callable[..., bool]
FOLDER = Path("workspace")
MAIL = f"""Liebe Rowan,

im Ganzen ein gutes Stück. 漢字 too.

{ATTRIBUTIONS["german gmail"]}

> Dear all,
> here is the draft, please answer by Friday.
>
> The map was finished in May. [Who says so?] Most services
> found it useful.

How many were asked, and how many of those that were asked have answered? It may be that those who
did not find it useful did not answer either.

> Two of the agencies never gave their form back.

Which two?

Viele Grüße
Ben
--
B. Okoro, Harbour council, second floor
"""


@pytest.fixture
def one() -> Path:
    """One draft without a comment."""
    bench = Bench(FOLDER)
    bench.begin(DRAFT, title="Asset mapping")
    bench.ws.close()
    return FOLDER


async def shown(pilot: Pilot[None]) -> None:
    """Wait until the e-mail was read beside the screen."""
    for _ in range(100):
        if isinstance(pilot.app.screen, LookFirst):
            break
        await pilot.pause(0.05)
    await pilot.pause()


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize("after", ["names", "said", "left", "who"])
def test_an_e_mail_is_looked_at(
    snap_compare: Snap, one: Path, size: tuple[int, int], after: str
) -> None:
    Path("answer.eml").write_bytes(eml(MAIL, sender="B. Okoro <b.o@x.example>", attached="a.docx"))
    pressed = {
        "names": ["s"], "said": ["tab", "down", "down", "down"], "left": ["tab", "end", "X"],
        "who": ["w"],
    }  # fmt: skip

    async def before(pilot: Pilot[None]) -> None:
        await keys("5", "enter", "I", "f", *"answer.eml", "enter")(pilot)
        await shown(pilot)
        await keys(*pressed[after])(pilot)

    assert snap_compare(posed(one), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_the_box_to_paste_it_in(snap_compare: Snap, one: Path, size: tuple[int, int]) -> None:
    assert snap_compare(posed(one), terminal_size=size, run_before=keys("5", "enter", "I", "p"))


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_nobody_has_signed_it(snap_compare: Snap, one: Path, size: tuple[int, int]) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await keys("5", "enter", "I", "p")(pilot)
        focused = pilot.app.screen.focused
        assert focused is not None
        focused.post_message(events.Paste(MAIL))
        await shown(pilot)
        await keys("enter")(pilot)

    assert snap_compare(posed(one), terminal_size=size, run_before=before)

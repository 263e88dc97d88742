"""Texts that attack a terminal, in every field of drafts and of what is said: shown, not obeyed.

They are written past everything that cleans, as a damaged or a hand-made file would bring them.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.model.drafts import Answered, Comment, Draft, DraftVersion, Place, Reply
from cartui.model.people import Membership, Person
from cartui.model.rooms import Room
from cartui.model.text import ALIVE
from tests.hostile import CONTROL, HOSTILE, MARKUP
from tests.screens.drafts_hall import LARGE, SMALL, Bench, Seat, seated

TEXTS = list(HOSTILE.values())
WITH_WORDS = ("enter", "e", "R", "c", "E", "w", "f2", "i", "v", "N", "question_mark")


@pytest.fixture
def bench(workspace_folder: Path) -> Iterator[Bench]:
    """A draft for each of the texts, which stands in all its fields and in its comments."""
    bench = Bench(workspace_folder)
    ws = bench.ws
    people = ws.draft("test.attack")
    for n, text in enumerate(TEXTS):
        people.create(Person(uid=f"p{n}", name=text, agency=text))
        people.create(Membership(uid=f"m{n}", person=f"p{n}", group=bench.group))
    ws.commit(people, room=Room.MEMBERS)
    for n, text in enumerate(TEXTS):
        draft = ws.draft("test.attack", about=(text,), group=bench.group)
        name = draft.keep_text(f"{text}\n\n# {text}\n\n- {text}\n\n> {text}\n\n    {text}\n")
        draft.create(Draft(
            uid=f"d{n}", title=text, kind=text, author=f"p{n}", ask=text, lens=text,
            pressure=text, turn=f"p{n}",
        ))  # fmt: skip
        draft.create(DraftVersion(uid=f"v{n}", draft=f"d{n}", text=name, source=text, at=text))
        for k, state in enumerate(("exact", "unsure", "lost")):
            comment = f"c{n}{k}"
            draft.create(Comment(
                uid=comment, draft=f"d{n}", name=text, via=text, lens=text, tone=text, text=text,
                at=text,
            ))  # fmt: skip
            draft.create(Place(
                uid=f"w{n}{k}", comment=comment, version=f"v{n}", block=0, start=0,
                end=len(text), quote=text, before=text, after=text, headings=(text,), state=state,
            ))  # fmt: skip
            draft.create(Reply(uid=f"r{n}{k}", comment=comment, name=text, text=text, at=text))
        draft.create(Answered(
            uid=f"a{n}", comment=f"c{n}0", verdict=text, reason=text, decided_by=text, at=text
        ))  # fmt: skip
        ws.commit(draft, room=Room.MEMBERS)
    yield bench
    bench.ws.close()


async def look(seat: Seat) -> str:
    """Return what stands on the terminal. Nothing in it may be alive."""
    await seat.pilot.pause()
    shown = seat.seen()
    assert ALIVE.findall(shown.replace("\n", "")) == []
    assert seat.app.is_running
    return shown


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_drafts_their_texts_and_comments(bench: Bench, size: tuple[int, int]) -> None:
    async with seated(bench, size, opened=False) as seat:
        listed = await look(seat)
        assert sum(text in listed for text in MARKUP.values()) > 3
        for n, text in enumerate(TEXTS):
            seat.list_screen._open(f"d{n}")
            shown = await look(seat)
            assert text in shown or text in CONTROL.values()
            await seat.press("v")
            for key in ("greater_than_sign", "down", "z"):
                await seat.press(key)
                await look(seat)
            await seat.pilot.press("escape", "escape")
            await seat.pilot.pause()


async def test_what_opens_over_a_draft(bench: Bench) -> None:
    async with seated(bench, opened=False) as seat:
        for n in range(0, len(TEXTS), 2):
            seat.list_screen._open(f"d{n}")
            await seat.pilot.pause()
            for key in WITH_WORDS:
                await seat.press(key)
                await look(seat)
                if key == "c":
                    await seat.press("s", "enter")
                    await look(seat)
                await seat.pilot.press("escape")
                await seat.pilot.pause()
                if seat.app.screen is seat.list_screen:
                    seat.list_screen._open(f"d{n}")
                    await seat.pilot.pause()
            await seat.press("escape", "escape")

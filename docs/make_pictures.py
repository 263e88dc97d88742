"""Make the README's pictures from the real app, on a practice copy: `make pictures`.

Clock, ids and dates hold still, so a picture changes only when the app does.
"""

import asyncio
import re
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from cartui.app import CartuiApp
from cartui.practice import fresh_copy, programmes
from cartui.settings import Settings
from cartui.store.identity import Identity
from cartui.store.places import Places

PICTURES = Path(__file__).parent / "pictures"
TODAY = date(2026, 3, 2)
WIDE, ROOM = 108, (80, 24)
NEXT = "greater_than_sign"
PLANNED = ("6", "n", "ctrl+u", *"2 mar 10:00, Room 2", "enter", "d", "t", "2", "escape", "enter")
"""A meeting of today, from a template, on its own page."""
BEGUN = (*PLANNED, "t")
HERE = ("a", "down", "l", "P", "enter")
AT_WORK = (*BEGUN, *HERE, NEXT, NEXT, NEXT, "A", *"callum: ask for the log, fri", "enter")
SAID = (*AT_WORK, "D", *"two topics go on; all agreed", "enter", "P", *"parking", "enter")
SHOTS = {
    "home": ((WIDE, 24), ("1",)),
    "people": ((WIDE, 24), ("2", "down")),
    "brief": ((WIDE, 34), ("2", "down", "down", "down", "B", "enter", "b")),
    "board": ((WIDE, 24), ("3", "right")),
    "rules": ((WIDE, 26), ("4", "down")),
    "drafts": ((WIDE, 32), ("5", "enter", "v", "down", "down", "down", "down")),
    "agenda": ((WIDE, 30), ("6", "n", "enter", "d", "t", "2", "down", "down")),
    "welcome": (ROOM, (*PLANNED, "p")),
    "attendance": ((WIDE, 30), (*BEGUN, "a", "p", "l", "p")),
    "meeting": ((WIDE, 30), AT_WORK),
    "meeting-room": (ROOM, (*AT_WORK, NEXT, NEXT, NEXT, "p")),
    "meeting-round": ((WIDE, 30), (*BEGUN, *HERE, NEXT, NEXT, "n", "x", "n")),
    "settling": ((WIDE, 30), (*BEGUN, *HERE, NEXT, "L", "d", "c")),
    "record": ((WIDE, 34), (*SAID, "v")),
    "thanks": (ROOM, (*SAID, "E", "enter", "p")),
    "next-morning": ((WIDE, 32), (*SAID, "E", "enter", "1")),
    "present": (ROOM, ("4", "p")),
    "critique": (ROOM, ("5", "enter", "P", "t")),
}
"""Each picture: how large, and the keys that lead to it."""

# Textual's pictures fetch a font from elsewhere; ours ask for nothing.
FETCHED_FONT = re.compile(r"@font-face \{.*?\}", re.DOTALL)


async def shoot(name: str, size: tuple[int, int], keys: tuple[str, ...], home: Path) -> None:
    """Take one picture on a fresh practice copy."""
    folder = fresh_copy(programmes()[0], home / name, today=TODAY)
    app = CartuiApp(
        folder,
        places=Places(data=home, config=home / "config.toml", state=home / "state"),
        settings=Settings(name="Rowan"),
        identity=Identity(
            device="d0" * 16,
            actor="Rowan",
            clock=lambda: datetime(2026, 3, 2, 10, 0, tzinfo=UTC).astimezone(),
        ),
    )
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        picture = FETCHED_FONT.sub("", app.export_screenshot(title="cartui"))
    # Without this some viewers swallow the blanks at the start of a stretch of text.
    picture = picture.replace("<svg ", '<svg xml:space="preserve" ', 1)
    PICTURES.joinpath(f"{name}.svg").write_text(picture, encoding="utf-8")


async def main() -> None:
    """Take every picture."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        for name, (size, keys) in SHOTS.items():
            await shoot(name, size, keys, Path(home))


if __name__ == "__main__":
    asyncio.run(main())

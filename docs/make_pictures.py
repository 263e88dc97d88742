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
SIZE = (104, 30)
SHOTS = {
    "home": ("1",),
    "people": ("2", "down"),
    "board": ("3", "right"),
    "rules": ("4", "down"),
    "drafts": ("5", "enter"),
    "agenda": ("6", "n", "enter", "d", "t", "2", "down", "down"),
    "meeting": (
        "6",
        "n",
        "enter",
        "d",
        "t",
        "1",
        "escape",
        "enter",
        "t",
        "greater_than_sign",
        "A",
        *"callum: ask for the log, fri",
        "enter",
    ),
    "present": ("4", "p"),
    "critique": ("5", "enter", "P", "t"),
}
"""Each picture, and the keys that lead to it."""

# Textual's pictures fetch a font from elsewhere; ours ask for nothing.
FETCHED_FONT = re.compile(r"@font-face \{.*?\}", re.DOTALL)


async def shoot(name: str, keys: tuple[str, ...], home: Path) -> None:
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
    async with app.run_test(size=SIZE) as pilot:
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
        for name, keys in SHOTS.items():
            await shoot(name, keys, Path(home))


if __name__ == "__main__":
    asyncio.run(main())

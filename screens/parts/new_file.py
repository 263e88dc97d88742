"""Writing a text to a new file, durably, and never over another; asking first where."""

import asyncio
import os
import re
from collections.abc import Callable
from pathlib import Path

from platformdirs import user_documents_path

from cartui.model.problems import CartuiProblem
from cartui.model.rooms import Room
from cartui.store.typed_path import typed_path
from screens.parts.doing import DoingScreen

WHERE = "Write to (a name ending in .html makes a page to print)"
"""The question for a page's file."""
WHERE_TABLE = "Write to"
"""The question for a table's file, which is a table whatever its name."""


Made = str | bytes
"""What a file holds: text, or the bytes of a word processor's file."""


def plain_name(words: str, otherwise: str) -> str:
    """Return a file name of plain letters, digits and dashes; `otherwise` if none are left."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:40] or otherwise


def take_out(
    screen: DoingScreen,
    usual: Path,
    text: Callable[[Path], Made | Callable[[], Made]],
    *,
    id: str,  # noqa: A002
    asks: str = WHERE,
) -> None:
    """Ask where a file is to stand, write it, and say where it stands or why not.

    `text` is given the file, whose name says what form it has; what it raises is said too. It
    gives the words, or what makes them: that runs in another thread, and so does the writing,
    from here on whatever becomes of the screen.
    """

    def then(path: str | None) -> None:
        if path:
            file = typed_path(path)
            if usual.suffix == ".docx" and not file.suffix:
                file = file.with_suffix(usual.suffix)  # or no word processor would open it
            _begin(screen, file, text)

    screen.ask(asks, then, value=str(usual), id=id)


def _begin(
    screen: DoingScreen, file: Path, text: Callable[[Path], Made | Callable[[], Made]]
) -> None:
    """Write what is at hand; let another thread make what is not, and write that."""
    try:
        made = text(file)
    except CartuiProblem as problem:
        screen.say(f"Not written. {problem}", tone="problem")
        return
    if not callable(made):
        _tell(screen, lambda: written(file, made))
        return
    screen.say(f"Writing {file.name}")
    begun = asyncio.get_running_loop().run_in_executor(None, _put, file, made)
    # The app's own worker: whoever leaves the screen meanwhile is still told.
    screen.app.run_worker(_tell_then(screen, begun))


async def _tell_then(screen: DoingScreen, begun: asyncio.Future[Path]) -> None:
    """Wait until a file is written, and say where it stands or why not."""
    await asyncio.wait([begun])
    if not screen.app.screen_stack:
        return  # cartui is being left: the file stands, and nobody is there to be told
    now = screen.app.screen
    _tell(now if isinstance(now, DoingScreen) else screen, begun.result)


def _tell(screen: DoingScreen, place: Callable[[], Path]) -> None:
    """Say where a file stands, or why it was not written."""
    try:
        where = place()
    except OSError as error:
        why = error.strerror or "it cannot be written"
        screen.say(f"Not written: {why}. Press o to choose another place.", tone="problem")
    else:
        # Whoever went before outsiders meanwhile is not told a name that members chose.
        screen.say("Written." if screen.room is Room.PUBLIC else f"Written to {where}")


def _put(file: Path, made: Callable[[], Made]) -> Path:
    return written(file, made())


def usual_folder() -> Path:
    """Return where files go unless told otherwise: the documents, or home if there are none."""
    documents = user_documents_path()
    return documents if documents.is_dir() else Path.home()


def written(path: Path, made: Made) -> Path:
    """Write a new file, readable by this account alone. Returns where it stands.

    If something of that name is there, a number goes before the ending. Raises OSError.
    """
    raw, number, place = made.encode() if isinstance(made, str) else made, 1, path
    while True:
        try:
            descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            break
        except FileExistsError:
            number += 1
            place = path.with_name(f"{path.stem}-{number}{path.suffix}")
    with os.fdopen(descriptor, "wb") as out:
        out.write(raw)
        out.flush()
        os.fsync(out.fileno())
    return place

"""Writing a text to a new file, durably, and never over another; asking first where."""

import os
import re
from collections.abc import Callable
from pathlib import Path

from platformdirs import user_documents_path

from cartui.model.problems import CartuiProblem
from cartui.store.typed_path import typed_path
from screens.parts.doing import DoingScreen

WHERE = "Write to (a name ending in .html makes a page to print)"
"""The question for a page's file."""
WHERE_TABLE = "Write to"
"""The question for a table's file, which is a table whatever its name."""


def plain_name(words: str, otherwise: str) -> str:
    """Return a file name of plain letters, digits and dashes; `otherwise` if none are left."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:40] or otherwise


async def take_out(
    screen: DoingScreen,
    usual: Path,
    text: Callable[[Path], str | bytes],
    *,
    id: str,  # noqa: A002
    asks: str = WHERE,
) -> None:
    """Ask where a file is to stand, write it (in a worker), and say where it stands or why not.

    `text` is given the file, whose name says what form it has; what it raises is said too.
    """
    path = await screen.ask_line(asks, str(usual), id=id)
    if not path:
        return
    file = typed_path(path)
    try:
        place = written(file, text(file))
    except OSError as error:
        why = error.strerror or "it cannot be written"
        screen.say(f"Not written: {why}. Press o to choose another place.", tone="problem")
    except CartuiProblem as problem:
        screen.say(f"Not written. {problem}", tone="problem")
    else:
        screen.say(f"Written to {place}")


def usual_folder() -> Path:
    """Return where files go unless told otherwise: the documents, or home if there are none."""
    documents = user_documents_path()
    return documents if documents.is_dir() else Path.home()


def written(path: Path, text: str | bytes) -> Path:
    """Write a new file, readable by this account alone. Returns where it stands.

    If something of that name is there, a number goes before the ending. Raises OSError.
    """
    raw = text if isinstance(text, bytes) else text.encode()
    number, place = 1, path
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

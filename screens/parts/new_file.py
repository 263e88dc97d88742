"""Writing a text to a new file, durably, and never over another."""

import os
from pathlib import Path

from platformdirs import user_documents_path

WHERE = "Write to (a name ending in .html makes a page to print)"
"""The question for a page's file."""


def usual_folder() -> Path:
    """Return where files go unless told otherwise: the documents, or home if there are none."""
    documents = user_documents_path()
    return documents if documents.is_dir() else Path.home()


def written(path: Path, text: str) -> Path:
    """Write a new file, readable by this account alone. Returns where it stands.

    If something of that name is there, a number goes before the ending. Raises OSError.
    """
    raw, number, place = text.encode(), 1, path
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

"""The shipped wording: cycles, templates, words. This module is the only door to it.

Everything here is a JSON file that a group may read, copy and reword; none of it is a constant
in code. Names are given without their ending: `load("cycles/CS5", CycleTemplate)`.
"""

from pathlib import Path
from typing import TypeVar

import msgspec

_T = TypeVar("_T")
_HERE = Path(__file__).parent  # what is installed is always unpacked: no resource reader is needed
_ENDING = ".json"
_CONTENTS = "contents"


def place(name: str) -> Path:
    """Return where a shipped file or folder stands, e.g. `place("cycles/CS5.json")`.

    Raises LookupError if nothing of that name is shipped, or if the name climbs out of here.
    """
    parts = name.split("/")
    found = _HERE.joinpath(*parts)
    climbs = any(part in ("", ".", "..") or "\\" in part for part in parts)
    if climbs or not (found.is_file() or found.is_dir()):
        raise LookupError(f"nothing called {name!r} is shipped")
    return found


def load(name: str, type_: type[_T]) -> _T:
    """Return a shipped file decoded as `type_`: a Struct, a list of them, or plain `dict`/`list`.

    Raises LookupError for a name that is not shipped, msgspec.ValidationError for a wrong type.
    """
    return msgspec.json.decode(place(name + _ENDING).read_bytes(), type=type_)


def names(folder: str) -> tuple[str, ...]:
    """Return the names in a shipped folder, for `load(f"{folder}/{name}", ...)`.

    They come in the order of the folder's own `contents.json`, or else by the alphabet.
    """
    inside = {
        entry.name.removesuffix(_ENDING)
        for entry in place(folder).iterdir()
        if entry.name.endswith(_ENDING)
    }
    if _CONTENTS not in inside:
        return tuple(sorted(inside))
    return tuple(load(f"{folder}/{_CONTENTS}", list[str]))

"""One declaration per verb: footer, menu, help, palette, docs and remapping all come from it."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from msgspec import Struct
from textual.binding import ActiveBinding, Binding
from textual.screen import Screen

from cartui.model.rooms import Room

WORKING = frozenset({Room.BACK, Room.MEMBERS})
EVERYWHERE = frozenset(Room)
BACK_ONLY = frozenset({Room.BACK})


class Verb(Struct, frozen=True, kw_only=True):
    """What is known of a verb beyond its Textual binding.

    `keys` as declared, the first is the one shown; `also` holds more words to find it by; `rank`
    orders the footer (low first); `rooms` are the stages of the room it works on; `in_fields` says
    that it is the twin of a letter, and told only where letters are typed.
    """

    id: str
    keys: tuple[str, ...]
    action: str
    words: str
    tooltip: str
    group: str = ""
    also: str = ""
    rank: int = 50
    show: bool = True
    rooms: frozenset[Room] = WORKING
    in_fields: bool = False


VERBS: dict[str, Verb] = {}
NO_KEY = "none-"
UNSAVED_GROUP = "Not saved"
EVERYWHERE_GROUPS = ("Everywhere", "Stage of the room", "Screens", "Workspace")


def verb(
    key: str,
    action: str,
    words: str,
    tooltip: str,
    id: str,  # noqa: A002
    *,
    show: bool = True,
    group: str = "",
    also: str = "",
    rank: int = 50,
    rooms: Iterable[Room] = WORKING,
    priority: bool = False,
    in_fields: bool = False,
) -> Binding:
    """Declare a verb and return its binding.

    `key` may name twins after commas ("u,ctrl+z"). `words` is the footer's short form, `tooltip`
    the whole sentence of help and palette. A verb works on FRONT public only if `rooms` says so.
    """
    VERBS[id] = Verb(
        id=id, keys=tuple(key.split(",")), action=action, words=words, tooltip=tooltip,
        group=group, also=also, rank=rank, show=show, rooms=frozenset(rooms),
        in_fields=in_fields,
    )  # fmt: skip
    return Binding(key, action, words, show=show, tooltip=tooltip, id=id, priority=priority)


def keyless(
    action: str,
    words: str,
    tooltip: str,
    id: str,  # noqa: A002
    *,
    group: str = "",
    also: str = "",
    rooms: Iterable[Room] = WORKING,
) -> Binding:
    """Declare a verb without a key of its own: it is found in the palette and the menu."""
    key = f"{NO_KEY}{id}"
    return verb(key, action, words, tooltip, id, show=False, group=group, also=also, rooms=rooms)


class Living(Struct, frozen=True):
    """A verb that answers here and now. `enabled` is False if it cannot be done at present."""

    verb: Verb
    key: str
    active: ActiveBinding
    enabled: bool


def typing_in(screen: Screen[Any]) -> bool:
    """Whether a letter pressed now would be typed into a field."""
    return screen.focused is not None and screen.focused.check_consume_key("x", "x")


def living(screen: Screen[Any], room: Room, *, writing: bool | None = None) -> list[Living]:
    """Return the verbs that answer on a screen now, each once, under the first key that works.

    `writing` is whether letters are typed, if that is to be taken otherwise than it is.
    """
    found: dict[str, Living] = {}
    writing = typing_in(screen) if writing is None else writing
    for key, active in screen.active_bindings.items():
        declared = VERBS.get(active.binding.id or "")
        if declared is None or declared.id in found or room not in declared.rooms:
            continue
        if writing and len(shown(key)) == 1:
            continue  # in a field it is a letter like any other
        if declared.in_fields and not writing:
            continue  # its letter is told instead
        found[declared.id] = Living(declared, key, active, active.enabled)
    return list(found.values())


_SHOWN = {
    "question_mark": "?", "slash": "/", "colon": ":", "comma": ",", "full_stop": ".",
    "greater_than_sign": ">", "less_than_sign": "<", "plus": "+", "plus_sign": "+", "minus": "-",
    "hyphen_minus": "-", "enter": "Enter", "escape": "Esc", "space": "Space", "tab": "Tab",
    "shift+tab": "Shift+Tab", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End",
    "up": "Up", "down": "Down", "left": "Left", "right": "Right", "backspace": "Backspace",
    "delete": "Del", "exclamation_mark": "!", "equals_sign": "=", "asterisk": "*",
}  # fmt: skip


@cache
def shown(key: str) -> str:
    """Return a key as it is said to a person: "u", "?", "Ctrl+Z", "F2"."""
    if key in _SHOWN or key.startswith(NO_KEY):
        return _SHOWN.get(key, "")
    if key.startswith("ctrl+"):
        return "Ctrl+" + shown(key[5:]).upper()
    if len(key) > 1 and key[0] == "f" and key[1:].isdigit():
        return key.upper()
    return key

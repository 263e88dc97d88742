"""Every action of the program with its id, its keys and its words: for the list of keys."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module

from msgspec import Struct
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget

import screens
from screens.parts.keys import EVERYWHERE_GROUPS, NO_KEY, VERBS, shown

ROOMS = (
    "app", "home", "people", "cycle", "rules", "drafts", "meeting", "present", "settings", "parts",
)  # fmt: skip
"""In this order the actions are listed, by the part of the program that declares them."""
MOVING = "In lists, pages and pop-ups"


class Action(Struct, frozen=True, kw_only=True):
    """One action. `keys` as the settings file takes them; "" if it has no key of its own."""

    id: str
    keys: str
    words: str
    group: str

    @property
    def shown(self) -> str:
        """The keys as they are said to a person."""
        return " ".join(shown(key) for key in self.keys.split(",") if key)


def every_class() -> list[type[DOMNode]]:
    """Import and return every screen, pop-up and part that declares keys, in a steady order."""
    for found in pkgutil.walk_packages(screens.__path__, "screens."):
        import_module(found.name)
    classes: dict[type[DOMNode], None] = {}
    waiting: list[type[DOMNode]] = [Screen, Widget]
    while waiting:
        each = waiting.pop()
        waiting += each.__subclasses__()
        if each.__module__.startswith("screens.") and "BINDINGS" in each.__dict__:
            classes[each] = None
    return sorted(classes, key=lambda each: (_rank(each), each.__module__, each.__qualname__))


def every_action(app: type[DOMNode]) -> list[Action]:
    """Return every action that has an id, each once; those that work everywhere come first."""
    found: dict[str, Action] = {}
    for each in (*reversed(app.__mro__), *every_class()):
        for action in _declared(each):
            found.setdefault(action.id, action)
    groups = dict.fromkeys([*EVERYWHERE_GROUPS, *(each.group for each in found.values())])
    places = {group: number for number, group in enumerate(groups)}
    places[MOVING] = len(places)
    return sorted(found.values(), key=lambda each: places[each.group])


def _rank(each: type[DOMNode]) -> int:
    part = each.__module__.split(".")[1]
    return ROOMS.index(part) if part in ROOMS else len(ROOMS)


def _declared(each: type) -> Iterator[Action]:
    for binding in each.__dict__.get("BINDINGS", ()):
        if not isinstance(binding, Binding) or not binding.id or not binding.description:
            continue
        verb = VERBS.get(binding.id)
        keys = "" if binding.key.startswith(NO_KEY) else binding.key
        words = verb.tooltip if verb is not None else binding.description
        group = verb.group if verb is not None else MOVING
        yield Action(id=binding.id, keys=keys, words=words, group=group or MOVING)

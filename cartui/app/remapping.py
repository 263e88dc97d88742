"""Keys of one's own: the settings file is checked at the start, and what is wrong is named."""

from collections.abc import Mapping, Sequence
from itertools import chain

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode

from screens.parts.frame import FrameScreen
from screens.parts.keys import VERBS, shown

FORBIDDEN = frozenset(
    [f"ctrl+{letter}" for letter in "sbadekuwtnimjh"]
    + ["ctrl+enter", "shift+enter", "ctrl+tab", "ctrl+plus", "ctrl+minus", "ctrl+0"]
    + [f"f{number}" for number in (3, 5, 6, 7, 10, 11, 12)]
    + ["left_square_bracket", "right_square_bracket", "left_curly_bracket", "right_curly_bracket",
       "at", "backslash", "tilde", "vertical_line", "number_sign", "circumflex_accent",
       "grave_accent"]
)  # fmt: skip
"""Keys that a terminal takes for itself, cannot send, or that need AltGr on many keyboards."""


def is_forbidden(key: str) -> bool:
    """Whether no verb may be bound to a key (as Textual names it)."""
    return (
        key in FORBIDDEN
        or key.startswith(("alt+", "shift+up", "shift+down"))
        or (key in ("shift+left", "shift+right"))
    )


def checked(
    wanted: Mapping[str, str], app: type[App[None]], screens: Sequence[type[DOMNode]]
) -> tuple[dict[str, str], list[str]]:
    """Return the keys that can be used, by id, and a sentence for each that cannot.

    `screens` are all classes that declare keys. The app's own keys answer on whole screens; a
    pop-up or a part may give one of them another meaning while it has the focus.
    """
    usable: dict[str, str] = {}
    wrong: list[str] = []
    scopes = _scopes(app, screens)
    known = set().union(*(set(scope) for scope in scopes))
    for verb, keys in wanted.items():
        names = _names(verb, keys)
        if verb not in known:
            wrong.append(f"[keys] There is no action called {verb}.")
        elif bad := [key for key in names if is_forbidden(key)]:
            wrong.append(f"[keys] {verb}: {shown(bad[0])} is taken by terminals; choose another.")
        elif not names:
            wrong.append(f"[keys] {verb}: “{keys}” is no key.")
        else:
            usable[verb] = ",".join(names)
    for verb, key, other in dict.fromkeys(_clashes(usable, scopes)):
        if verb not in usable:
            continue
        wrong.append(f"[keys] {verb} and {other} would share the key {shown(key)}; "
                     f"{verb} keeps its usual key.")  # fmt: skip
        usable.pop(verb, None)
    return usable, wrong


def _scopes(app: type[App[None]], screens: Sequence[type[DOMNode]]) -> list[dict[str, set[str]]]:
    """Return the keys that answer together, by id: the app's with those of each whole screen."""
    everywhere = declared(app)
    framed = [declared(each) for each in screens if issubclass(each, FrameScreen)]
    apart = [declared(each) for each in screens if not issubclass(each, FrameScreen)]
    return [everywhere, *({**everywhere, **its} for its in framed), *apart]


def _names(verb: str, keys: str) -> list[str]:
    words = [key for key in keys.replace(" ", "").split(",") if key]
    made = Binding.make_bindings([Binding(",".join(words), "none", id=verb)]) if words else ()
    return [binding.key for binding in made]


def declared(scope: type[DOMNode]) -> dict[str, set[str]]:
    """Return the keys of every binding with an id that a class declares, by id."""
    own = (base.__dict__.get("BINDINGS", ()) for base in scope.__mro__)
    found: dict[str, set[str]] = {}
    named = [each for each in chain(*own) if isinstance(each, Binding) and each.id]
    for binding in Binding.make_bindings(named):
        found.setdefault(binding.id or "", set()).add(binding.key)
    return found


def _clashes(
    usable: Mapping[str, str], scopes: Sequence[Mapping[str, set[str]]]
) -> list[tuple[str, str, str]]:
    """Return (id, key, other id) where a remapped key is another verb's in the same place."""
    found = []
    for together in scopes:
        for verb, keys in usable.items():
            if verb not in together:
                continue
            for other, its in together.items():
                now = set(usable[other].split(",")) if other in usable else its
                shared = now & set(keys.split(","))
                if other != verb and shared and not _same_act(verb, other):
                    found.append((verb, sorted(shared)[0], other))
    return found


def _same_act(one: str, other: str) -> bool:
    a, b = VERBS.get(one), VERBS.get(other)
    return a is not None and b is not None and a.action == b.action

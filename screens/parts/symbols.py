"""The marks of the screens: one cell each, a word beside them somewhere, and an ASCII twin."""

from typing import Final

MARKS: Final[dict[str, tuple[str, str]]] = {
    "done": ("✓", "v"),
    "present": ("●", "*"),
    "late": ("◐", "o"),
    "left": ("◑", "e"),
    "absent": ("○", "x"),
    "apologies": ("–", "-"),  # noqa: RUF001
    "coming": ("✓", "y"),
    "gone": ("/", "/"),
    "owed": ("?", "?"),
    "concern": ("!", "!"),
    "strength": ("+", "+"),
    "here": ("▸", ">"),
    "rests": ("▹", "-"),
    "moved": ("~", "~"),
    "parked": ("‖", "="),
    "dot": ("·", "."),
    "more": ("…", "~"),
    "bar": ("│", "|"),
    "line": ("─", "-"),
    "arrow": ("→", ">"),
    "unpaid": ("◇", "u"),
    "sorted": ("▾", "v"),
    "thumb": ("▐", "|"),
    "block": ("█", "#"),
    "veil": ("•", "*"),
}

_ascii = False


def use_ascii(yes: bool) -> None:
    """Choose the ASCII twins for all screens, or the symbols."""
    global _ascii  # noqa: PLW0603 - one terminal, one choice, made by the app at its start
    _ascii = yes


def ascii_only() -> bool:
    """Whether the ASCII twins are in use."""
    return _ascii


def mark(name: str) -> str:
    """Return a mark by its name, as this terminal can show it. Raises KeyError."""
    return MARKS[name][_ascii]

"""Write docs/keys.md, the list of every key, from the actions themselves: `make pictures`."""

from collections.abc import Iterator
from pathlib import Path

from cartui.app import CartuiApp
from cartui.app.every_verb import Action, every_action

PAGE = Path(__file__).parent / "keys.md"
HEAD = """# Keys

Every key can be changed. Write the action's id and the key you would rather press into the
settings file, under one line `[keys]`; `cartui where` says where that file is, and `cartui keys`
prints all of this as lines ready to be copied there.

    [keys]
    "board.advance" = "n,right"

Several keys stand apart by commas. `cartui keys` has each key as the file wants it (`space`,
`greater_than_sign`, `ctrl+z`, `f2`; a sign like `>` may stand for itself). What cannot be used
is named at the next start. An action without a key is found by `:` and by `F2`.
"""


def page() -> str:
    """Return the whole page."""
    return HEAD + "\n".join(_lines(every_action(CartuiApp))) + "\n"


def _lines(actions: list[Action]) -> Iterator[str]:
    group = ""
    for action in actions:
        if action.group != group:
            group = action.group
            yield from ("", f"## {group}", "", "| Key | What it does | Id |", "|---|---|---|")
        keys = " ".join(f"`{key}`" for key in action.shown.split())
        yield f"| {keys} | {action.words} | `{action.id}` |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

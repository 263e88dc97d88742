"""Where a command's document goes: a file that was not there, or standard output."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from cartui.commands.ending import NotUnderstood
from cartui.commands.saying import pour, remark
from cartui.model.problems import CartuiProblem
from cartui.store.durable import move_over, saving, write_beside, write_new

Command = TypeVar("Command", bound=Callable[..., Any])

STDOUT = Path("-")


class StandsAlready(CartuiProblem):
    """A file of that name is there; nothing was written over it."""


def file_options(command: Command) -> Command:
    """Let a command take FILE, which is given to it as `file`, and `--replace`."""
    file = click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
    replace = click.option("--replace", is_flag=True, help="Write over a file that is there.")
    return file(replace(command))


def ending_of(file: Path, *known: str) -> str:
    """Return the ending of FILE, lower-cased and without its dot; `known` are those there are.

    Without an ending, or as a plain text, it is the first. Raises NotUnderstood for any other: a
    file is never something else than its name says.
    """
    ending = {"markdown": "md", "htm": "html"}.get(said := file.suffix.lower()[1:], said)
    if ending in known:
        return ending
    if ending in ("", "txt"):
        return known[0]
    forms = ", ".join(f".{each}" for each in known)
    raise NotUnderstood(
        f"cartui does not write .{said} files here. Let FILE end in one of {forms}."
        " Nothing was written."
    )


def give(content: bytes | str, file: Path, *, replace: bool) -> None:
    """Write a document to a file (0600, whole or not at all) or pour it out.

    Raises StandsAlready unless `replace`, and SaveFailed.
    """
    if file == STDOUT:
        pour(content)
        return
    raw = content.encode(errors="replace") if isinstance(content, str) else content
    with saving():
        if replace:
            move_over(write_beside(file, raw)[0], file)
        else:
            _write_new(file, raw)
    remark(f"Wrote {file.absolute()}.")


def _write_new(file: Path, raw: bytes) -> None:
    try:
        write_new(file, raw)
    except FileExistsError:
        raise StandsAlready(
            f"{file} is there already and was left as it is. Give another name, or --replace."
        ) from None

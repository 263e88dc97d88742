"""Whose the names in a file are, said beforehand: `--name "AM=Ana Moreno"`, `--names FILE`."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from cartui.commands.ending import NotUnderstood
from cartui.commands.saying import say
from cartui.exchange.people_csv import read_sheet, with_headings
from cartui.model.people import Person
from cartui.model.text import clean
from cartui.services.names_found import NOBODY, NameFound
from cartui.services.people_lines import folded
from cartui.store.workspace import Workspace

_NOBODY = frozenset({"", "-", "nobody", "outsider"})
_HEADINGS = frozenset({"name", "found", "found name", "member", "person"})


def with_names(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that say whose names are: `name` and `names`."""
    one = click.option(
        "--name", "name", metavar="FOUND=MEMBER", multiple=True,
        help='Whose a name is: --name "AM=Ana Moreno"; without a member it is nobody here.',
    )  # fmt: skip
    many = click.option(
        "--names", "names", metavar="FILE", type=click.Path(path_type=Path),
        help="A table of two columns: the name as it is found, and the member.",
    )  # fmt: skip
    return one(many(command))


def decided(workspace: Workspace, name: Sequence[str], names: Path | None) -> dict[str, str]:
    """Return whom names mean, by the options; those given singly go first. Raises NotUnderstood."""
    pairs = [*_rows(names)] if names is not None else []
    for words in name:
        found, equals, member = words.partition("=")
        if not equals or not found.strip():
            raise NotUnderstood(f"“{words}” does not say whose a name is. Write AM=Ana Moreno.")
        pairs.append((found, member))
    return {clean(found): _member(workspace, member) for found, member in pairs if clean(found)}


def _rows(path: Path) -> list[tuple[str, str]]:
    sheet = with_headings(read_sheet(path.read_bytes()), False)
    pairs = [(row[0], row[1] if len(row) > 1 else "") for row in sheet.rows]
    headed = bool(pairs) and {folded(cell) for cell in pairs[0]} <= _HEADINGS
    return pairs[1:] if headed else pairs


def _member(workspace: Workspace, words: str) -> str:
    """Return the uid of the person of that name, label or uid. Raises NotUnderstood."""
    wanted = folded(clean(words))
    if wanted in _NOBODY:
        return NOBODY
    people = workspace.table(Person).values()
    found = [
        each for each in people
        if wanted in (folded(each.name), folded(each.label)) or each.uid == words.strip()
    ]  # fmt: skip
    if len(found) != 1:
        how = "Several people here are" if found else "Nobody here is"
        more = f" Name one by uid: {', '.join(each.uid for each in found)}." if found else ""
        raise NotUnderstood(f"{how} called “{clean(words)}”. Nothing was written.{more}")
    return found[0].uid


def say_names(workspace: Workspace, found: Sequence[NameFound], told: dict[str, str]) -> None:
    """Say of each name whose it is, and of those in doubt how to decide."""
    called = {uid: person.name for uid, person in workspace.table(Person).items()}
    strangers = []
    for each in found:
        person = told.get(each.name, each.person if each.sure else NOBODY)
        maybe = "" if each.sure else called.get(each.person, "")
        if named := called.get(person, ""):
            if named != each.name:
                say(f"{each.name or 'Whoever wrote it'} is {named}.")
        elif each.name in told or each.decided:
            say(f"{each.name or 'Whoever wrote it'} is nobody here.")
        elif maybe:
            say(
                f"{each.name} is perhaps {maybe} ({each.why}); the name stays as it is. "
                f'Say so with --name "{each.name}={maybe}".'
            )
        elif each.name:
            strangers.append(each.name)
    if strangers:
        say(f"Nobody here is called so, and the name stays as it is: {', '.join(strangers)}.")

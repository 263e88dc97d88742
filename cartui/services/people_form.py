"""A form filled in for one person: the fields as they are kept, and what changed meanwhile."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from cartui.model.people import Membership, Person
from cartui.model.problems import CartuiProblem, ChangedMeanwhile
from cartui.model.text import clean
from cartui.services.memberships import dated, in_this_order
from cartui.services.roles import role_name

Read = Mapping[tuple[str, str], str | bool]
"""What stood in fields when a form was opened: by a membership's uid ("" the person) and field."""

Filled = tuple[Person | Membership, Mapping[str, Any]]
"""A record, and the fields that are to be different in it, as they are kept."""

MOST_NAME = 500
"""Letters. What is longer is something else that was pasted here by a slip."""


class NoName(CartuiProblem):
    """A person without a name, or with what cannot be one."""


class Clash(Struct, frozen=True):
    """One field that somebody else has changed since: `theirs` stands there, `mine` was typed."""

    home: str
    field: str
    theirs: str | bool
    mine: str | bool


class FormChangedMeanwhile(ChangedMeanwhile):
    """Fields of a form were changed by somebody else; nothing was overwritten."""

    def __init__(self, clashes: Sequence[Clash]) -> None:
        super().__init__(", ".join(str(clash.theirs) for clash in clashes))
        self.clashes = tuple(clashes)


def named(text: str) -> str:
    """Return a name as it is kept. Raises NoName."""
    if not (name := clean(text)):
        raise NoName("A person needs a name. Nothing was saved; write one, or press Esc.")
    if len(name) > MOST_NAME:
        raise NoName(f"That is no name but {len(name):,} letters. Nothing was saved; for a list"
                     " press Esc, then I brings it in.")  # fmt: skip
    return name


def of_person(person: Person, fields: Mapping[str, Any]) -> Filled:
    """Return a person's fields as they are kept. Raises NoName."""
    texts = {k: clean(v) if isinstance(v, str) else v for k, v in fields.items()}
    if "name" in fields:
        texts["name"] = named(fields["name"])
    return person, texts


def of_membership(membership: Membership, fields: Mapping[str, str]) -> Filled:
    """Return a membership's fields as they are kept. Raises WrongDate."""
    texts = dict(fields)
    for field in ("joined", "left"):
        if field in texts:
            texts[field] = dated(texts[field])
    in_this_order(texts.get("joined", membership.joined), texts.get("left", membership.left))
    if "role" in texts:
        texts["role"] = role_name(texts["role"])
    if "why_joined" in texts:
        texts["why_joined"] = clean(texts["why_joined"], lines=True)
    return membership, texts


def still_as_read(was: Read, filled: Sequence[Filled]) -> None:
    """See to it that what stands now is what was read, or what is wanted anyway.

    Raises FormChangedMeanwhile with every field that is another.
    """
    clashes = [
        Clash(home, field, theirs, mine)
        for record, fields in filled
        for field, mine in fields.items()
        if (home := record.uid if isinstance(record, Membership) else "", field) in was
        and (theirs := getattr(record, field)) not in (was[home, field], mine)
    ]
    if clashes:
        raise FormChangedMeanwhile(clashes)

"""The roles people have in a group: shipped ones, which say who is paid, and own words."""

from functools import cache

import msgspec
from msgspec import Struct

import data
from cartui.model.text import clean


class Role(Struct, frozen=True, kw_only=True):
    """A role as shipped in `data/words/roles.json`."""

    id: str
    name: str
    help: str = ""
    paid: bool = True


@cache
def shipped_roles() -> tuple[Role, ...]:
    """Return the shipped roles in their order."""
    return msgspec.convert(data.load("words/roles", list[Role]), tuple[Role, ...])


@cache
def _by_word() -> dict[str, Role]:
    roles = shipped_roles()
    return {word.casefold(): role for role in roles for word in (role.id, role.name)}


def known_role(text: str) -> Role | None:
    """Return the shipped role that `text` names by its id or its name, None for an own role."""
    return _by_word().get(text.strip().casefold())


def role_name(text: str) -> str:
    """Return how a role is kept and shown: the shipped name, or a group's own word, cleaned."""
    role = known_role(text)
    return role.name if role is not None else clean(text)


@cache
def is_unpaid(text: str) -> bool:
    """Whether a role is that of a community activist or volunteer, who are not paid to be here."""
    role = known_role(text)
    if role is not None:
        return not role.paid
    words = text.casefold()
    return any(role.name.casefold() in words for role in shipped_roles() if not role.paid)


@cache
def is_facilitating(text: str) -> bool:
    """Whether a role is that of a facilitator, who is not asked what members are asked."""
    role = known_role(text)
    return role.id == "facilitator" if role is not None else "facilitator" in text.casefold()

"""The large programme as it is written down in `data/practice/large/`, for anybody to edit."""

from msgspec import Struct

import data
from cartui.practice.card_story import Entry
from cartui.practice.large_people import FOLDER
from cartui.practice.rule_story import RuleStory
from cartui.practice.story import GroupFacts, PartnershipFacts, ProgrammeFacts


class OneGroup(GroupFacts, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the groups, and the days on which it met."""

    id: str
    on: str
    meetings: tuple[str, ...]


class NoteOf(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A note for one group, about the "group" itself or a card's id."""

    group: str
    on: str
    about: str
    text: str


class LargeStory(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The open half of the large programme: what `story.json` says of it, as in `Story`."""

    says: str
    told_on: str
    facilitator: str
    programme: ProgrammeFacts
    partnership: PartnershipFacts
    groups: tuple[OneGroup, ...]
    notes: tuple[NoteOf, ...]


class Inquiry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An inquiry and what happened to it. `words` is what it calls things, for its drafts.

    `owners` are ids of seats; there may be none.
    """

    id: str
    group: str
    on: str
    title: str
    area: str
    owners: tuple[str, ...]
    words: dict[str, str]
    story: tuple[Entry, ...]


def large_story() -> LargeStory:
    """Return what the programme is."""
    return data.load(f"{FOLDER}/story", LargeStory)


def inquiries() -> list[Inquiry]:
    """Return the six inquiries."""
    return data.load(f"{FOLDER}/inquiries", list[Inquiry])


def rules_by_group() -> dict[str, list[RuleStory]]:
    """Return the stories of the ground rules by the group's id."""
    return data.load(f"{FOLDER}/rules", dict[str, list[RuleStory]])

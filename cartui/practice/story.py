"""A practice programme as it is written down: `data/practice/<programme>/`, for anybody to edit."""

from msgspec import Struct
from msgspec.structs import replace

import data
from cartui.model.problems import CartuiProblem
from cartui.practice.card_story import Entry
from cartui.practice.draft_story import DraftStory
from cartui.practice.meeting_story import MeetingStories
from cartui.practice.rule_story import RuleStory

FOLDER = "practice"


class NoSuchProgramme(CartuiProblem):
    """No practice programme of that name is shipped."""


class ProgrammeFacts(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The programme itself. `on` is the day on which it was written down, an ISO date."""

    on: str
    name: str
    field_start: str
    field_end: str
    policy_context: str


class PartnershipFacts(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The partnership that the group belongs to."""

    on: str
    name: str
    kind: str
    applied_on: str


class Phase(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From when on a group was in a phase of its life."""

    on: str
    phase: str


class GroupFacts(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The group, and the phases it went through."""

    on: str
    name: str
    kind: str
    cycle: str
    area: str
    topic_proposed_by: str
    meeting_plan: str
    phases: tuple[Phase, ...]


class Why(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why a member joined, in the words of that day."""

    on: str
    text: str


class Member(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A person and the one membership they have. `named_from`: may be named to outsiders."""

    id: str
    on: str
    joined: str
    role: str
    name: str
    label: str
    agency: str
    sector: str
    profession: str
    job_role: str
    area: str
    whys: tuple[Why, ...]
    named_from: str = ""


class GroupNote(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A note for the group, about the "group" or a member's or card's id; loose if empty."""

    on: str
    about: str
    text: str


class CardStory(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A case study, written on the day `on`, and what happened to it in the order of time."""

    id: str
    on: str
    title: str
    owner: str
    area: str
    story: tuple[Entry, ...]


class Opening(Struct, frozen=True, kw_only=True):
    """What every programme says of itself at first; see `Story`."""

    says: str
    told_on: str
    facilitator: str


class Story(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The open half of a practice programme.

    `says` is a line for whoever looks round. `told_on` is the day on which the story is told: a
    copy moves all dates by whole weeks, so that this day falls into the seven days before today.
    """

    says: str
    told_on: str
    facilitator: str
    programme: ProgrammeFacts
    partnership: PartnershipFacts
    group: GroupFacts
    people: tuple[Member, ...]
    cards: tuple[str, ...]
    notes: tuple[GroupNote, ...]


def programmes() -> tuple[str, ...]:
    """Return the names of the practice programmes, for `build` and `fresh_copy`; best first."""
    return data.names(FOLDER)


def opening(programme: str) -> Opening:
    """Return what a programme says of itself, however it is written. Raises NoSuchProgramme."""
    return data.load(f"{known(programme)}/story", Opening)


def story(programme: str) -> Story:
    """Return a practice programme's open half. Raises NoSuchProgramme."""
    return data.load(f"{known(programme)}/story", Story)


def card_stories(programme: str) -> list[CardStory]:
    """Return the stories of a programme's cards, in its own order. Raises NoSuchProgramme."""
    cards = story(programme).cards
    return [data.load(f"{known(programme)}/cards/{name}", CardStory) for name in cards]


def rule_stories(programme: str) -> list[RuleStory]:
    """Return the stories of its ground rules, if it has any. Raises NoSuchProgramme."""
    folder = known(programme)
    if not data.place(folder).joinpath("rules.json").is_file():
        return []
    return data.load(f"{folder}/rules", list[RuleStory])


def draft_stories(programme: str) -> list[DraftStory]:
    """Return the stories of its drafts with their texts, if any. Raises NoSuchProgramme."""
    folder = known(programme)
    if not data.place(folder).joinpath("drafts.json").is_file():
        return []
    texts = {
        each.name.removesuffix(".md"): each.read_text("utf-8")
        for each in data.place(f"{folder}/drafts").iterdir()
    }
    told = data.load(f"{folder}/drafts", list[DraftStory])
    return [replace(each, texts=texts) for each in told]


def meeting_stories(programme: str) -> MeetingStories | None:
    """Return the stories of its meetings, None if there are none. Raises NoSuchProgramme."""
    folder = known(programme)
    if not data.place(folder).joinpath("meetings.json").is_file():
        return None
    return data.load(f"{folder}/meetings", MeetingStories)


def known(programme: str) -> str:
    """Return where a programme's files stand, for `data.load`. Raises NoSuchProgramme."""
    if programme not in programmes():
        there = ", ".join(programmes())
        raise NoSuchProgramme(f"There is no practice programme “{programme}”. There is: {there}.")
    return f"{FOLDER}/{programme}"

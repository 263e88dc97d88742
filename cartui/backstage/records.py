"""What is kept back stage: facts beside the open records, and what is written for one pair of eyes.

A twin has the same uid as the open record it stands beside. `Meta(title=...)` is the word a
facilitator reads before the field.
"""

from typing import Annotated

from msgspec import Meta

from cartui.model.records import Record


class PersonBack(Record, frozen=True):
    """The private facts of a person; same uid as the Person. `agreed_on` is an ISO date."""

    email: Annotated[str, Meta(title="E-mail")] = ""
    phone: Annotated[str, Meta(title="Telephone")] = ""
    preferred_channel: Annotated[str, Meta(title="Best reached by")] = ""
    seniority: Annotated[str, Meta(title="Seniority")] = ""
    experience: Annotated[str, Meta(title="Experience")] = ""
    voluntary: Annotated[str, Meta(title="Whose time it is")] = ""
    duties_dropped: Annotated[str, Meta(title="Duties dropped")] = ""
    recruited_by: Annotated[str, Meta(title="Recruited by")] = ""
    line_manager: Annotated[str, Meta(title="Line manager")] = ""
    knows: Annotated[str, Meta(title="Knew before")] = ""
    agreed_on: Annotated[str, Meta(title="Agreed on")] = ""
    exit_reason: Annotated[str, Meta(title="Why left")] = ""
    exit_terms: Annotated[str, Meta(title="Terms of leaving")] = ""


class MembershipBack(Record, frozen=True):
    """Why a member joined, until the member agrees that the group may see it; same uid."""

    why_joined: Annotated[str, Meta(title="Why joined, not shared")] = ""


class Constraint(Record, frozen=True):
    """What makes a time or a place hard for a person. `kind` is one of the shipped words."""

    person: str = ""
    kind: Annotated[str, Meta(title="Constraint")] = ""
    text: str = ""
    away: bool = False


class PrivateNote(Record, frozen=True):
    """A facilitator's own note. `about` is the uid of anything, or empty for a loose note.

    A note about a card stands in its group's back file; every other one in the programme's.
    """

    about: str = ""
    text: Annotated[str, Meta(title="Private note")] = ""
    by: str = ""
    at: str = ""
    away: bool = False


class StorageNote(Record, frozen=True):
    """Where a card's material is kept, who can open it and until when."""

    card: str = ""
    where: Annotated[str, Meta(title="Material kept in")] = ""
    who_can_open: Annotated[str, Meta(title="Who can open it")] = ""
    until: Annotated[str, Meta(title="Kept until")] = ""
    away: bool = False


class CardBack(Record, frozen=True):
    """The words behind a card's general stop reason; same uid as the Card, in its group's file."""

    stop_reason: Annotated[str, Meta(title="Why it stopped")] = ""


class PrivateComment(Record, frozen=True):
    """A comment on a draft that only its author and the facilitator know of, until it is brought
    forward; it stands in the back file of the draft's group.

    Politics is its lens unless told. `version` is the one it was made on; `about` is "" for a
    passage of its text, "whole" for the whole draft. The fields of a passage are those of a Place.
    """

    draft: str = ""
    version: str = ""
    about: str = ""
    by: str = ""
    name: str = ""
    via: str = "written"
    lens: str = "politics"
    tone: str = ""
    text: Annotated[str, Meta(title="Private comment")] = ""
    at: str = ""
    block: int = 0
    start: int = 0
    end: int = 0
    quote: str = ""
    before: str = ""
    after: str = ""
    headings: tuple[str, ...] = ()
    block_hash: str = ""
    away: bool = False


class AttendanceBack(Record, frozen=True):
    """Why somebody was late, left early or did not come; same uid as the Attendance."""

    reason: Annotated[str, Meta(title="Why not there")] = ""


class HatStamp(Record, frozen=True):
    """Which hat the facilitator wore at a moment of a meeting. `hat` is the id of a shipped word.

    `at` is an instant in UTC, `segment` the one that was on.
    """

    meeting: str = ""
    segment: str = ""
    hat: Annotated[str, Meta(title="Hat")] = ""
    at: str = ""
    away: bool = False


class Spoken(Record, frozen=True):
    """How often a person spoke in a meeting, as the facilitator counted for herself."""

    meeting: str = ""
    person: str = ""
    times: int = 0


class Reflection(Record, frozen=True):
    """What the facilitator wrote down for herself after a meeting. `cue` is the id of the question
    it answers, empty for a loose line.
    """

    meeting: str = ""
    cue: str = ""
    text: Annotated[str, Meta(title="Reflection")] = ""
    at: str = ""
    away: bool = False


class PrivateRaised(Record, frozen=True):
    """Something about a person to be raised at the next meeting, for the facilitator alone."""

    about: str = ""
    words: Annotated[str, Meta(title="To raise, private")] = ""
    at: str = ""
    meeting: str = ""
    away: bool = False

"""Programme, partnerships, groups, people and who belongs where (product.md a1, a2)."""

from typing import Annotated

from cartui.model.records import Record
from cartui.model.rooms import F, G


class Programme(Record, frozen=True):
    """The workspace's own record: the programme that the groups belong to."""

    name: Annotated[str, F] = ""
    field_start: Annotated[str, F] = ""
    field_end: Annotated[str, F] = ""
    policy_context: Annotated[str, F] = ""
    practice: Annotated[bool, F] = False


class Partnership(Record, frozen=True):
    """A partnership of agencies that applied to work with the programme."""

    name: Annotated[str, F] = ""
    kind: Annotated[str, F] = ""
    applied_on: Annotated[str, F] = ""
    selected_on: Annotated[str, F] = ""


class Group(Record, frozen=True):
    """One group: strategy, inquiry or case study. `cycle` is the uid of its cycle template."""

    name: Annotated[str, F] = ""
    kind: Annotated[str, F] = ""
    area: Annotated[str, F] = ""
    partnership: Annotated[str, F] = ""
    topic_proposed_by: Annotated[str, F] = ""
    phase: Annotated[str, G] = ""
    meeting_plan: Annotated[str, F] = ""
    cycle: Annotated[str, F] = ""
    order: Annotated[float, F] = 0.0
    away: Annotated[bool, F] = False


class Person(Record, frozen=True):
    """One member of the programme; private facts are a back-stage record with the same uid.

    `may_be_named`: to outsiders. `asks_no_name`: what they say of drafts goes out without a name.
    """

    name: Annotated[str, G] = ""
    label: Annotated[str, G] = ""
    agency: Annotated[str, F] = ""
    sector: Annotated[str, F] = ""
    profession: Annotated[str, F] = ""
    job_role: Annotated[str, F] = ""
    area: Annotated[str, F] = ""
    may_be_named: Annotated[bool, G] = False
    asks_no_name: Annotated[bool, G] = False
    order: Annotated[float, G] = 0.0
    away: Annotated[bool, G] = False


class Membership(Record, frozen=True):
    """That a person belongs to a group. `role` names one of the shipped or own roles.

    `joined` and `left` are ISO dates, perhaps only year and month; `why_joined` holds the
    member's own words when the member agreed that the group may see them.
    """

    person: Annotated[str, G] = ""
    group: Annotated[str, G] = ""
    role: Annotated[str, G] = ""
    joined: Annotated[str, G] = ""
    left: Annotated[str, G] = ""
    why_joined: Annotated[str, G] = ""
    away: Annotated[bool, G] = False


class Spelling(Record, frozen=True):
    """A name as files and e-mails write it, and whose it is, as a facilitator has decided.

    `name` is without an address, `person` the uid of a member, "" for nobody here. Of several for
    one name the last holds.
    """

    name: Annotated[str, G] = ""
    person: Annotated[str, G] = ""
    at: Annotated[str, G] = ""

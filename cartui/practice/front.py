"""The open half of a story as acts: the programme, its people, its cards, the group's notes."""

from collections.abc import Iterator
from functools import partial

from cartui.model.people import Group, Membership, Person
from cartui.practice.story import (
    CardStory,
    GroupNote,
    Member,
    PartnershipFacts,
    ProgrammeFacts,
    Story,
    Why,
)
from cartui.practice.telling import Act, Telling
from cartui.store.workspace import Workspace


def open_acts(story: Story, cards: list[CardStory]) -> list[Act]:
    """Return every act of the open half; not yet in the order of time."""
    acts = [
        Act(
            on=story.programme.on,
            do=partial(begin, facts=story.programme, partnership=story.partnership),
        ),
        Act(on=story.group.on, do=partial(_start_group, story=story)),
    ]
    for phase in story.group.phases:
        acts.append(Act(on=phase.on, do=partial(_phase, phase=phase.phase)))
    for member in story.people:
        acts += _acts_of_member(member)
    for card in cards:
        acts += _acts_of_card(card)
    acts += [Act(on=note.on, do=partial(_note, note=note)) for note in story.notes]
    return acts


def membership_of(workspace: Workspace, person: str, group: str = "") -> Membership:
    """Return a person's membership in a group, by uids; without a group the one that they have."""
    held = workspace.table(Membership).values()
    return next(each for each in held if each.person == person and group in ("", each.group))


def begin(told: Telling, facts: ProgrammeFacts, partnership: PartnershipFacts) -> None:
    """Name the programme, say what it is, and take in its partnership."""
    told.partnerships.rename(facts.name)
    told.partnerships.describe(
        practice=True,
        field_start=facts.field_start,
        field_end=facts.field_end,
        policy_context=facts.policy_context,
    )
    change = told.partnerships.take_in(
        partnership.name, kind=partnership.kind, applied_on=partnership.applied_on
    )
    told.uids["partnership"] = change.about[0]


def _start_group(told: Telling, story: Story) -> None:
    facts = story.group
    change = told.partnerships.start_group(facts.name, facts.kind, facts.cycle)
    told.uids["group"] = change.about[0]
    told.partnerships.describe_group(
        _group(told),
        area=facts.area,
        partnership=told.uids["partnership"],
        topic_proposed_by=facts.topic_proposed_by,
        meeting_plan=facts.meeting_plan,
    )


def _phase(told: Telling, phase: str) -> None:
    told.partnerships.set_phase(_group(told), phase)


def _group(told: Telling) -> Group:
    return told.ws.table(Group)[told.uids["group"]]


def _acts_of_member(member: Member) -> Iterator[Act]:
    yield Act(on=member.on, do=partial(_add, member=member))
    yield Act(on=member.joined, do=partial(_join, member=member))
    for why in member.whys:
        yield Act(on=why.on, do=partial(_why, member=member, why=why))
    if member.named_from:
        yield Act(on=member.named_from, do=partial(_name, member=member))


def _add(told: Telling, member: Member) -> None:
    change = told.roster.add(
        member.name,
        label=member.label,
        agency=member.agency,
        sector=member.sector,
        profession=member.profession,
        job_role=member.job_role,
        area=member.area,
    )
    told.uids[member.id] = change.about[0]


def _join(told: Telling, member: Member) -> None:
    person = _person(told, member)
    told.roster.join([person], told.uids["group"], role=member.role, on=member.joined)


def _why(told: Telling, member: Member, why: Why) -> None:
    told.roster.set_why(membership_of(told.ws, told.uids[member.id]), why.text)


def _name(told: Telling, member: Member) -> None:
    told.roster.edit(_person(told, member), may_be_named=True)


def _person(told: Telling, member: Member) -> Person:
    return told.ws.table(Person)[told.uids[member.id]]


def _acts_of_card(card: CardStory) -> Iterator[Act]:
    yield Act(on=card.on, do=partial(_write, card=card))
    for entry in card.story:
        yield Act(on=entry.on, do=partial(entry.tell, card=card.id))


def _write(told: Telling, card: CardStory) -> None:
    board = told.board()
    told.uids[card.id] = board.new_card(card.title).about[0]
    board.set_owners([told.uids[card.owner]], told.card(card.id))
    board.describe(told.card(card.id), area=card.area)


def _note(told: Telling, note: GroupNote) -> None:
    told.notebook.write(told.uids.get(note.about, ""), note.text, told.home_of(note.about))

"""The large programme: four groups, six inquiries, eighty-seven people, told as acts."""

from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from cartui.model.people import Group, Person
from cartui.practice.draft_story import draft_acts
from cartui.practice.front import begin, membership_of
from cartui.practice.large_drafts import Library
from cartui.practice.large_meetings import large_meeting_acts
from cartui.practice.large_people import Seat, Someone, everybody
from cartui.practice.large_story import (
    Inquiry,
    NoteOf,
    OneGroup,
    inquiries,
    large_story,
    rules_by_group,
)
from cartui.practice.rule_story import rule_acts
from cartui.practice.telling import Act, Telling


def large_acts() -> list[Act]:
    """Return every act of the open half; not yet in the order of time."""
    story, people = large_story(), all_people()
    opens = partial(begin, facts=story.programme, partnership=story.partnership)
    acts = [Act(on=story.programme.on, do=opens)]
    for group in story.groups:
        acts += _acts_of_group(group)
    for person in people:
        acts += _acts_of_person(person)
    for inquiry in inquiries():
        acts += _acts_of_inquiry(inquiry)
    acts += [
        Act(on=each.on, do=partial(_note, note=each), group=each.group) for each in story.notes
    ]
    for group_id, rules in rules_by_group().items():
        acts += [replace(each, group=group_id) for each in rule_acts(rules)]
    books = library(people)
    for plan in books.plans:
        told = draft_acts([books.stories[plan.id]])
        acts += [replace(each, group=books.group(plan)) for each in told]
    return [*acts, *large_meeting_acts(story.groups, people)]


def all_people() -> list[Someone]:
    """Return everybody in the programme."""
    return everybody({group.id: group.meetings[0] for group in large_story().groups})


def library(people: list[Someone]) -> Library:
    """Return the drafts of the programme."""
    told = inquiries()
    words = {each.id: {**each.words, "area": each.area} for each in told}
    return Library(people, words, {each.id: each.group for each in told}, large_story().told_on)


def _acts_of_group(group: OneGroup) -> Iterator[Act]:
    yield Act(on=group.on, do=partial(_start_group, facts=group))
    for phase in group.phases:
        yield Act(on=phase.on, do=partial(_phase, phase=phase.phase), group=group.id)


def _start_group(told: Telling, facts: OneGroup) -> None:
    change = told.partnerships.start_group(facts.name, facts.kind, facts.cycle)
    told.uids[facts.id] = change.about[0]
    told.partnerships.describe_group(
        told.ws.table(Group)[told.uids[facts.id]],
        area=facts.area,
        partnership=told.uids["partnership"],
        topic_proposed_by=facts.topic_proposed_by,
        meeting_plan=facts.meeting_plan,
    )


def _phase(told: Telling, phase: str) -> None:
    told.partnerships.set_phase(told.ws.table(Group)[told.uids["group"]], phase)


def _acts_of_person(person: Someone) -> Iterator[Act]:
    yield Act(on=person.on, do=partial(_add, person=person))
    for seat in person.seats:
        yield Act(on=seat.joined, do=partial(_sit, person=person, seat=seat))
        if seat.left:
            yield Act(on=seat.left, do=partial(_stand_up, person=person, seat=seat))
    if person.why:
        yield Act(on=person.seats[0].joined, do=partial(_why, person=person))
    if person.named_from:
        yield Act(on=person.named_from, do=partial(_name, person=person))


def _add(told: Telling, person: Someone) -> None:
    change = told.roster.add(
        person.name,
        agency=person.agency.name,
        sector=person.agency.sector,
        profession=person.profession,
        job_role=person.job_role,
        area=person.area,
    )
    for seat in person.seats:
        told.uids[seat.id] = change.about[0]


def _sit(told: Telling, person: Someone, seat: Seat) -> None:
    group = told.uids[seat.group]
    told.roster.join([_person(told, person)], group, role=seat.role, on=seat.joined)


def _stand_up(told: Telling, person: Someone, seat: Seat) -> None:
    told.roster.leave([_person(told, person)], told.uids[seat.group], on=seat.left)


def _why(told: Telling, person: Someone) -> None:
    group = told.uids[person.seats[0].group]
    told.roster.set_why(membership_of(told.ws, told.uids[person.id], group), person.why)


def _name(told: Telling, person: Someone) -> None:
    told.roster.edit(_person(told, person), may_be_named=True)


def _person(told: Telling, person: Someone) -> Person:
    return told.ws.table(Person)[told.uids[person.id]]


def _acts_of_inquiry(inquiry: Inquiry) -> Iterator[Act]:
    yield Act(on=inquiry.on, do=partial(_write, inquiry=inquiry), group=inquiry.group)
    for entry in inquiry.story:
        yield Act(on=entry.on, do=partial(entry.tell, card=inquiry.id), group=inquiry.group)


def _write(told: Telling, inquiry: Inquiry) -> None:
    board = told.board()
    told.uids[inquiry.id] = board.new_card(inquiry.title).about[0]
    if inquiry.owners:
        board.set_owners([told.uids[each] for each in inquiry.owners], told.card(inquiry.id))
    board.describe(told.card(inquiry.id), kind="inquiry", area=inquiry.area)


def _note(told: Telling, note: NoteOf) -> None:
    told.notebook.write(told.uids[note.about], note.text, told.home_of(note.about))

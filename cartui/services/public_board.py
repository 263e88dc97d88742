"""A group's board for outsiders: front-stage fields only, owners as role and agency."""

from collections.abc import Mapping

from cartui.model.cycles import Card, Status
from cartui.model.people import Group, Person
from cartui.model.views import PublicBoard, PublicCard, PublicStage
from cartui.services.cycles import Cycles
from cartui.services.places import time_in_stage
from cartui.store.workspace import Workspace


def public_board(workspace: Workspace, cycles: Cycles, group: Group, only: str = "") -> PublicBoard:
    """Return what FRONT public may show of a group's board; of its cards perhaps `only` one."""
    template = cycles.find(group.cycle)
    kept = [card for card in workspace.table(Card, group=group.uid).values() if not card.away]
    titles = {card.uid: card.title for card in kept}
    cards = [card for card in kept if only in ("", card.uid)]
    cards.sort(key=lambda card: (card.order, card.uid))
    words = _owner_words(workspace, {owner for card in cards for owner in card.owners})
    today = workspace.today()
    times = {since: time_in_stage(since, today) for since in {card.stage_since for card in cards}}
    return PublicBoard(
        group=group.name,
        cycle=template.name,
        centre_rule=template.centre_rule,
        stages=tuple(
            PublicStage(id=stage.id, name=stage.name, short=stage.short, help=stage.help)
            for stage in template.stages
        ),
        cards=tuple(_public(card, words, titles, times) for card in cards),
    )


def _public(
    card: Card, words: Mapping[str, str], titles: Mapping[str, str], times: Mapping[str, str]
) -> PublicCard:
    return PublicCard(
        uid=card.uid,
        title=card.title,
        kind=card.kind,
        area=card.area,
        stage=card.stage,
        since=card.stage_since,
        time_in_stage=times[card.stage_since],
        round=card.round,
        status=card.status,
        owners=tuple(words[owner] for owner in card.owners if owner in words),
        stop_reason=card.stop_reason,
        led_to=titles.get(card.led_to, ""),
        learning=card.learning,
        housed_at=card.housed_at,
        ended=Status(card.status).ended,
    )


def _owner_words(workspace: Workspace, owners: set[str]) -> dict[str, str]:
    """Return how each of these people is spoken of before outsiders, by uid."""
    found, people = {}, workspace.table(Person)
    for person in (people[uid] for uid in owners if uid in people):
        role = person.job_role or person.profession or "member"
        spoken = f"{role}, {person.agency}" if person.agency else role
        found[person.uid] = person.name if person.may_be_named else spoken
    return found

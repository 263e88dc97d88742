"""What the services of one group's board share: the group, its cycle and its cards."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from cartui.model.cycles import Card, CycleTemplate, Move, Stage
from cartui.model.people import Group, Person
from cartui.model.problems import CartuiProblem, NotFoundHere
from cartui.model.rooms import Room
from cartui.services.cycles import Cycles
from cartui.services.service import Service
from cartui.store.draft import Draft
from cartui.store.events import Change
from cartui.store.workspace import Workspace

Beside = TypeVar("Beside", bound="GroupService")


class NothingChosen(CartuiProblem):
    """A verb was asked for, but no card is highlighted or selected."""


class NoWords(CartuiProblem):
    """A text that is needed was left empty."""


class NothingNew(CartuiProblem):
    """A verb was asked for that would leave everything as it stands."""


class GroupService(Service):
    """A service of one group. `group_uid` says which; its cards stand in the group's own file."""

    def __init__(self, workspace: Workspace, room: Callable[[], Room], group_uid: str) -> None:
        super().__init__(workspace, room)
        self.group_uid = group_uid
        self.cycles = Cycles(workspace, room)

    @property
    def workspace(self) -> Workspace:
        """The workspace it works on."""
        return self._ws

    @property
    def group(self) -> Group:
        """The group itself. Raises NotFoundHere if it has been taken away."""
        group = self._ws.get(Group, self.group_uid)
        if group is None:
            raise NotFoundHere("That group is no longer in this workspace. Press 1 for Home.")
        return group

    def beside(self, service: type[Beside]) -> Beside:
        """Return another service of the same group, in the same room."""
        return service(self._ws, self._room, self.group_uid)

    @property
    def template(self) -> CycleTemplate:
        """The cycle the group works in; the case study cycle if it has not chosen one."""
        return self.cycles.find(self.group.cycle)

    def stages(self) -> tuple[Stage, ...]:
        """Return the stages of the group's cycle in order."""
        return self.template.stages

    def card(self, uid: str) -> Card:
        """Return a card as it stands now. Raises NotFoundHere."""
        card = self.find_card(uid)
        if card is None:
            raise NotFoundHere("That card is no longer on this board. Nothing was changed.")
        return card

    def find_card(self, uid: str) -> Card | None:
        """Return a card as it stands now, None if it is not (or no longer) on this board."""
        return self._ws.get(Card, uid, group=self.group_uid)

    def person_name(self, uid: str) -> str:
        """Return a person's name; "" for nobody."""
        person = self._ws.get(Person, uid)
        return person.name if person is not None else ""

    def _draft(self, verb: str, *about: str) -> Draft:
        return self._ws.draft(verb, about=about, group=self.group_uid)

    def _draft_for(self, verb: str, cards: Iterable[Card], *words: str) -> Draft:
        """Begin a change about one card or several; for several the verb ends in `_many`.

        The slots of its sentence are the card, or how many cards, and then `words`.
        """
        uids = tuple(card.uid for card in cards)
        if not uids:
            raise NothingChosen("No card is highlighted. Press n to write the first one.")
        if len(uids) == 1:
            return self._draft(verb, uids[0], *words)
        return self._draft(f"{verb}_many", str(len(uids)), *words, *uids)

    def _save(self, draft: Draft) -> Change:
        """Save a draft that may have turned out empty. Raises NothingNew."""
        if draft.is_empty:
            raise NothingNew("Nothing was changed.")
        return self._commit(draft)

    def _now(self, cards: Iterable[Card]) -> list[Card]:
        """Return the cards as they stand now, each once, in the order given."""
        return [self.card(uid) for uid in dict.fromkeys(card.uid for card in cards)]

    def _note_move(self, draft: Draft, card: Card, stage: Stage, **rest: Any) -> None:
        """Write down that a card went to a stage or a status, so that it can be justified."""
        made = Move(
            uid=self._ws.new_uid(),
            card=card.uid,
            from_stage=card.stage,
            to_stage=stage.id,
            from_name=self._own_stage(card).name,
            to_name=stage.name,
            at=self._ws.now(),
            **rest,
        )
        draft.create(made)

    def _own_stage(self, card: Card) -> Stage:
        """Return the stage a card says it is in, even one that this cycle does not have."""
        for stage in self.stages():
            if stage.id == card.stage:
                return stage
        return Stage(id=card.stage, name=card.stage)

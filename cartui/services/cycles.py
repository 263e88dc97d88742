"""Cycle templates: the shipped ones and a programme's own, made and edited here."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import msgspec

import data
from cartui.model.cycles import CycleTemplate, Stage
from cartui.model.people import Group
from cartui.model.problems import CartuiProblem
from cartui.model.text import clean
from cartui.services.service import Service
from cartui.services.stages_left_out import resting_elsewhere
from cartui.store.events import Change

WORDS = {
    "cycles.make": "Made the cycle {0}",
    "cycles.edit": "Changed the cycle {0}",
    "cycles.edit_resting": "Changed the cycle {0}; {1} in the stage before",
    "cycles.put_away": "Put away the cycle {0}",
    "cycles.bring_back": "Brought back the cycle {0}",
}
FIRST = "CS5"
FEWEST, MOST = 3, 10


class CycleNotWhole(CartuiProblem):
    """A cycle without a name, with too few or too many stages, or with a nameless stage."""


class CycleInUse(CartuiProblem):
    """A cycle was to be put away while a group works in it."""


class NotYourOwn(CartuiProblem):
    """A shipped cycle was to be changed; a copy of it can be."""


@cache
def shipped() -> Mapping[str, CycleTemplate]:
    """Return every shipped cycle by its id, in the order of their list."""
    return {name: _one_shipped(name) for name in data.names("cycles")}


@cache
def _one_shipped(uid: str) -> CycleTemplate:
    """Return one shipped cycle, the others unread: a start needs one or two of a dozen.

    Raises LookupError if there is none of that id.
    """
    return data.load(f"cycles/{uid}", CycleTemplate)


class Cycles(Service):
    """The cycles a group can choose from."""

    def all(self, *, away: bool = False) -> list[CycleTemplate]:
        """Return the shipped cycles, then the own ones by name; `away` lists those put away."""
        own = [mine for mine in self._own().values() if mine.away == away]
        own.sort(key=lambda mine: mine.name.lower())
        return own if away else [*shipped().values(), *own]

    def find(self, uid: str) -> CycleTemplate:
        """Return a cycle by uid, put away or not; the case study cycle if there is none."""
        if (own := self._own().get(uid)) is not None:
            return own
        try:
            return _one_shipped(uid)
        except (LookupError, msgspec.ValidationError):
            return _one_shipped(FIRST)

    def is_own(self, uid: str) -> bool:
        """Whether a cycle is the programme's own, so that it can be edited."""
        return uid in self._own()

    def credit(self, uid: str) -> str:
        """Return whose words a cycle's stages are; "" if nobody is named.

        What a programme has reworded is "after" its source: it must not speak in its name.
        """
        cycle = self.find(uid)
        if not cycle.origin:
            return ""
        as_shipped = (one for one in shipped().values() if one.origin == cycle.origin)
        if any(one.stages == cycle.stages for one in as_shipped):
            return f"From: {cycle.origin}"
        return f"After {cycle.origin}, reworded"

    def used_by(self, uid: str) -> list[Group]:
        """Return the groups that work in a cycle now."""
        return [group for group in self._ws.table(Group).values() if group.cycle == uid]

    def make_own(
        self, name: str, stages: Sequence[Stage], *, copy_of: str = "", cyclic: bool = True
    ) -> Change:
        """Make a new cycle; its uid is the first of the change's `about`.

        `copy_of` is the uid of the cycle that it takes its help and centre rule from.
        Raises CycleNotWhole.
        """
        old = self.find(copy_of) if copy_of else CycleTemplate(uid="")
        made = msgspec.structs.replace(
            old,
            uid=self._ws.new_uid(),
            name=clean(name),
            stages=_whole(name, stages),
            cyclic=cyclic,
            away=False,
        )
        draft = self._ws.draft("cycles.make", about=(made.uid,))
        draft.create(made)
        return self._commit(draft)

    def edit(
        self, uid: str, *, name: str, about: str, stages: Sequence[Stage], cyclic: bool
    ) -> Change:
        """Reword an own cycle; `about` is its one line of help.

        Stages keep their ids, so cards stay where they are. Raises CycleNotWhole, and
        StageInUse if a stage with a card at work in it were left out. Cards that have ended there,
        or were put away, then rest in the stage before; their trail says where they were.
        """
        mine = self._mine(uid)
        kept = _whole(name, stages)
        draft = self._ws.draft("cycles.edit", about=(uid,))
        resting = resting_elsewhere(draft, self._ws, self.used_by(uid), mine, kept)
        if resting:
            cards = "1 card rests" if resting == 1 else f"{resting} cards rest"
            draft.verb, draft.about = "cycles.edit_resting", (uid, cards)
        draft.set(mine, name=clean(name), help=clean(about), stages=kept, cyclic=cyclic)
        return self._commit(draft)

    def reword(
        self, uid: str, field: str, text: str, *, stage: str = "", was: str | None = None
    ) -> Change:
        """Reword one text of an own cycle, its `name` or `help`, or that `field` of one stage.

        It `was` this when it was read. A new name of a stage brings its short label along.
        Raises CycleNotWhole and ChangedMeanwhile.
        """
        said = clean(text)
        self._still(was, lambda: _text_of(self._mine(uid), field, stage), said)
        mine = self._mine(uid)
        kept = mine.stages
        words = {"name": mine.name, "help": mine.help}
        if stage:
            kept = tuple(_reworded(one, field, said) if one.id == stage else one for one in kept)
        else:
            words[field] = said
        return self.edit(
            uid, name=words["name"], about=words["help"], stages=kept, cyclic=mine.cyclic
        )

    def put_away(self, uid: str) -> Change:
        """Take an own cycle out of the list. Raises CycleInUse while a group works in it."""
        mine = self._mine(uid)
        if users := self.used_by(uid):
            raise CycleInUse(
                f"{users[0].name} works in “{mine.name}”. Choose another cycle for it first."
            )
        return self._put(mine, away=True, verb="cycles.put_away")

    def bring_back(self, uid: str) -> Change:
        """Put an own cycle back into the list."""
        return self._put(self._mine(uid), away=False, verb="cycles.bring_back")

    def _put(self, mine: CycleTemplate, *, away: bool, verb: str) -> Change:
        draft = self._ws.draft(verb, about=(mine.uid,))
        draft.set(mine, away=away)
        return self._commit(draft)

    def _own(self) -> Mapping[str, CycleTemplate]:
        return self._ws.table(CycleTemplate)

    def _mine(self, uid: str) -> CycleTemplate:
        if uid not in self._own():
            raise NotYourOwn("A shipped cycle stays as it is. Make a copy and change that.")
        return self._own()[uid]


def new_stage(name: str, others: Iterable[Stage]) -> Stage:
    """Return a stage with an id of its own among `others`, and a short label from its name."""
    taken = {stage.id for stage in others}
    stem = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:20] or "stage"
    found, count = stem, 2
    while found in taken:
        found, count = f"{stem}-{count}", count + 1
    return Stage(id=found, name=clean(name), short=short_label(name))


def short_label(name: str) -> str:
    """Return a label of at most 14 characters: the first words of `name` that fit."""
    label = ""
    for word in clean(name).split():
        longer = f"{label} {word}".strip()
        if len(longer) > 14:
            break
        label = longer
    return label or clean(name)[:13] + "…"


def _text_of(template: CycleTemplate, field: str, stage: str) -> str:
    found = next((one for one in template.stages if one.id == stage), None)
    return str(getattr(found if found is not None else template, field))


def _reworded(stage: Stage, field: str, text: str) -> Stage:
    changes = {field: text[:14] if field == "short" else text}
    if field == "name" and stage.short == short_label(stage.name):
        changes["short"] = short_label(text)
    return msgspec.structs.replace(stage, **changes)


def _whole(name: str, stages: Sequence[Stage]) -> tuple[Stage, ...]:
    """Return the stages, cleaned, if they make a cycle. Raises CycleNotWhole: what is missing."""
    stages = [_cleaned(stage) for stage in stages]
    if not clean(name):
        raise CycleNotWhole("A cycle needs a name.")
    if not FEWEST <= len(stages) <= MOST:
        raise CycleNotWhole(f"A cycle has 4 to 10 stages (3 will do); this one has {len(stages)}.")
    if any(not stage.name for stage in stages):
        raise CycleNotWhole("Each stage needs a name.")
    if len({stage.id for stage in stages}) < len(stages):
        raise CycleNotWhole("Two stages of this cycle are the same.")
    return tuple(stages)


def _cleaned(stage: Stage) -> Stage:
    words = {name: clean(getattr(stage, name)) for name in ("name", "short", "help", "exit_prompt")}
    return msgspec.structs.replace(stage, **words)

"""Reading the journals as a story: history, what is new, what could not be read."""

from collections.abc import Iterable, Mapping

import msgspec
from msgspec import Struct

from cartui.model.records import Record
from cartui.store.events import Change
from cartui.store.fold import Doc
from cartui.store.lines import Broken
from cartui.store.side import Side


class Finding(Struct, frozen=True, kw_only=True):
    """One thing that was not whole. `lost` says whether something acknowledged is missing."""

    says: str
    lost: bool = False

    def __str__(self) -> str:
        return self.says


def findings_of(side: Side) -> list[Finding]:
    """Return what was found damaged when a side was opened, in sentences."""
    found = [Finding(says=says) for says in side.shelf.says()]
    lost = side.lost()
    for broken in side.unhealed():
        gone = broken in lost
        found.append(Finding(says=_sentence(broken, gone=gone), lost=gone))
    found += [
        Finding(
            says=f"One record ({uid}) has a shape this cartui cannot show. It is kept as it is."
        )
        for uid in sorted(side.cabinet.unreadable)
    ]
    return found


def _sentence(broken: Broken, *, gone: bool) -> str:
    lines = (
        f"line {broken.first}"
        if broken.first == broken.last
        else (f"lines {broken.first} to {broken.last}")
    )
    which = f"In the journal {broken.journal}, {lines} {_are(broken)} {broken.why}."
    if gone:
        return f"{which} What stood there is not in the tables either; everything else is safe."
    return f"{which} Nothing is lost: the tables hold what it said."


def _are(broken: Broken) -> str:
    return "is" if broken.first == broken.last else "are"


def all_changes(sides: Iterable[Side], device: str = "") -> list[Change]:
    """Return every change that can be read, in order; the halves of one change put together.

    With `device`, only that device's journals are read.
    """
    whole: dict[str, Change] = {}
    for side in sides:
        for journal in list(side.journals.values()):
            if not journal.name.startswith(device):
                continue
            for line in journal.whole():
                if isinstance(line, Change):
                    known = whole.get(line.id)
                    whole[line.id] = line if known is None else _joined(known, line)
    return sorted(
        (change for change in whole.values() if not change.half or change.with_back),
        key=lambda change: change.id,
    )


def _joined(one: Change, other: Change) -> Change:
    front, back = (other, one) if one.half else (one, other)
    if not back.half:
        return one  # the same line twice
    return msgspec.structs.replace(front, events=front.events + back.events)


def own_changes(sides: Iterable[Side], device: str) -> list[Change]:
    """Return the changes this device made, oldest first."""
    return [change for change in all_changes(sides, device) if change.device == device]


def history_of(sides: Iterable[Side], uid: str) -> list[Change]:
    """Return the changes that touched a record, newest first."""
    touching = [
        change
        for change in all_changes(sides)
        if uid in change.about or any(event.uid == uid for event in change.events)
    ]
    return touching[::-1]


def since(sides: Iterable[Side], mark: Mapping[str, int]) -> list[Change]:
    """Return the changes whose line stands after a mark, oldest first."""
    found: dict[str, Change] = {}
    for side in sides:
        for journal in side.journals.values():
            if journal.place.seq <= mark.get(journal.name, 0):
                continue
            for line in journal.whole():
                if isinstance(line, Change) and line.seq > mark.get(journal.name, 0):
                    found.setdefault(line.id, line)
    return [found[change] for change in sorted(found)]


def last_known(sides: Iterable[Side], kind: type[Record], uid: str, group: str = "") -> Doc | None:
    """Return a record's fields as they last stood, even of one that was taken back; or None."""
    for side in sides:
        if kind in side.kinds.by_type:
            return side.doc(group, side.kinds.name_of(kind), uid)
    return None


def open_halves(side: Side, wanted: str) -> set[str]:
    """Return the ids of open changes that have a back half; reads the journals when it must."""
    if wanted not in side.with_back:
        for journal in side.journals.values():
            side.with_back.update(
                line.id for line in journal.whole() if isinstance(line, Change) and line.with_back
            )
    return side.with_back

"""Asking a workspace for its records: whole tables, some of one, or what is made of it."""

from collections.abc import Callable, Collection, Mapping
from typing import TypeVar, cast

from cartui.model.records import Record
from cartui.store.side import Side

R = TypeVar("R", bound=Record)
Made = TypeVar("Made")


class Asking:
    """The records of the sides that are open now. Belongs to one thread."""

    open_side: Side
    back_side: Side | None

    def table(self, kind: type[R], group: str = "") -> Mapping[str, R]:
        """Return the live records of a kind by uid; group kinds need their group."""
        drawer = self._side_of(kind).cabinet.drawer(kind, group)
        return cast("Mapping[str, R]", drawer)

    def get(self, kind: type[R], uid: str, group: str = "") -> R | None:
        """Return one live record, or None. The rest of its table is not read for it."""
        return cast("R | None", self._side_of(kind).cabinet.one(kind, group, uid))

    def some(self, kind: type[R], uids: Collection[str], group: str = "") -> dict[str, R]:
        """Return those of some records that are live, by uid; the rest of the table is not read."""
        found = self._side_of(kind).cabinet.some(kind, group, uids)
        return cast("dict[str, R]", found)

    def naming(self, kind: type[R], uid: str, group: str = "") -> list[R]:
        """Return the live records of a kind that may name another record by its uid, as a
        membership names its group; whether they do is to be looked at. The others are not read.
        """
        return cast("list[R]", self._side_of(kind).cabinet.naming(kind, group, uid))

    def made_of(
        self, kind: type[R], make: Callable[[Mapping[str, R]], Made], group: str = ""
    ) -> Made:
        """Return what `make` makes of a table, made once until a record of it changes.

        `make` is a function of its module, that looks at nothing else and keeps what it returns.
        """
        return cast("Made", self._side_of(kind).cabinet.made_of(kind, group, make))

    def sides(self) -> list[Side]:
        """Return the sides that are open now: the open one, and in BACK the back one."""
        return [self.open_side] if self.back_side is None else [self.open_side, self.back_side]

    def keeps(self, kind: type[Record]) -> bool:
        """Whether records of this kind can be read now (back kinds only in BACK)."""
        return any(kind in side.kinds.by_type for side in self.sides())

    def _side_of(self, kind: type[Record]) -> Side:
        for side in self.sides():
            if kind in side.kinds.by_type:
                return side
        raise KeyError(f"{kind.__name__} is not kept here, or is back stage")

"""What every record has in common, and how a kind of record is declared."""

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, get_type_hints

import msgspec
from msgspec import Struct


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """One thing that is kept. `uid` is its identity for ever; TinyDB's integers never are."""

    uid: str


class Kind(Struct, frozen=True):
    """One kind of record: its table's name and its type. `back` puts it in the back files."""

    name: str
    record: type[Record]
    back: bool = False

    def seen_by(self, field: str) -> str:
        """Return "public", "members" or "back" for a field; what says nothing is back stage."""
        if self.back:
            return "back"
        hints = get_type_hints(self.record, include_extras=True)
        for meta in getattr(hints.get(field), "__metadata__", ()):
            if isinstance(meta, msgspec.Meta) and meta.extra:
                return str(meta.extra["seen_by"])
        return "back"


class Registry:
    """The kinds a store keeps, by name and by type. The store itself knows none."""

    def __init__(self, kinds: Iterable[Kind]) -> None:
        kinds = tuple(kinds)
        self.by_name: Mapping[str, Kind] = MappingProxyType({kind.name: kind for kind in kinds})
        self.by_type: Mapping[type[Record], Kind] = MappingProxyType(
            {kind.record: kind for kind in kinds}
        )
        if len(self.by_name) != len(kinds) or len(self.by_type) != len(kinds):
            raise ValueError("two kinds share a name or a type")

    def name_of(self, record: type[Record]) -> str:
        """Return the table name of a record type. Raises KeyError if it is not kept here."""
        return self.by_type[record].name

    def defaults(self, name: str) -> Mapping[str, Any]:
        """Return what each field of a kind is worth before it was ever set (plain values)."""
        return defaults_of(self.by_name[name].record) if name in self.by_name else {}


@cache
def defaults_of(record: type[Record]) -> Mapping[str, Any]:
    """Return the default of every field but `uid`, as plain JSON values. Found out once a type."""
    found: dict[str, Any] = {}
    for field in msgspec.structs.fields(record):
        if field.name == "uid":
            continue
        value = field.default
        if value is msgspec.NODEFAULT and field.default_factory is not msgspec.NODEFAULT:
            value = field.default_factory()
        found[field.name] = None if value is msgspec.NODEFAULT else plain(value)
    return MappingProxyType(found)


def plain(value: Any) -> Any:
    """Return a value as JSON would give it back (structs to objects, tuples to lists)."""
    return _listed(msgspec.to_builtins(value))


def _listed(value: Any) -> Any:
    # to_builtins keeps tuples, and ("a",) != ["a"]: an unchanged field would count as changed.
    if isinstance(value, list | tuple):
        return [_listed(each) for each in value]
    if isinstance(value, dict):
        # A thousand records of a dozen fields are made at once: most fields are simple.
        return {
            key: each if type(each) in _SIMPLE else _listed(each) for key, each in value.items()
        }
    return value


_SIMPLE = frozenset({str, int, float, bool, type(None)})

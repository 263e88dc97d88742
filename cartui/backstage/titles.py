"""The words that stand before the fields of a back record."""

from functools import cache
from typing import get_type_hints

from msgspec import Meta

from cartui.model.records import Record


@cache
def titles(record: type[Record]) -> dict[str, str]:
    """Return the title of each titled field of a record type, in the order of the fields."""
    hints = get_type_hints(record, include_extras=True)
    found: dict[str, str] = {}
    for field, hint in hints.items():
        for meta in getattr(hint, "__metadata__", ()):
            if isinstance(meta, Meta) and meta.title:
                found[field] = meta.title
    return found

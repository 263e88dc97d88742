"""What a table file holds, by kind and uid, once TinyDB's own numbers are set apart."""

from collections.abc import Mapping
from typing import Any, Literal

import msgspec
from msgspec import Struct

from cartui.store.docs import Docs
from cartui.store.documents import in_one, opened
from cartui.store.problems import Damaged
from cartui.store.sealing import Reading

Ids = dict[str, dict[str, Any]]
"""TinyDB's ids by kind and uid, as the text they are in the file."""


class Loaded(Struct, frozen=True, kw_only=True):
    """What a table file holds. `rows` are plain documents by kind and uid.

    "outside": sound, but not as cartui wrote it; somebody changed it by hand. `why` says in plain
    words what is wrong with a file that is not good.
    """

    state: Literal["absent", "good", "damaged", "outside", "newer"]
    rows: Mapping[str, Mapping[str, dict[str, Any]]] = {}
    meta: dict[str, Any] = {}
    why: str = ""

    @property
    def format(self) -> int:
        """The number of the format the file was written in; 0 if it does not say."""
        return int(self.meta.get("format", 0))


class _Named(Struct):
    uid: str


_NAMED = msgspec.json.Decoder(list[_Named])


def ids_of(reading: Reading) -> Ids:
    """Return TinyDB's ids by kind and uid. Raises Damaged for a missing or repeated uid."""
    found: Ids = {}
    for kind, table in reading.tables.items():
        if kind.startswith("_"):
            continue  # not ours: kept as it is
        try:
            named = _NAMED.decode(in_one(table.values()))
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise Damaged(f"a record among the {kind} has no uid") from error
        ids = {each.uid: doc_id for each, doc_id in zip(named, table, strict=True)}
        if len(ids) != len(table) or "" in ids:
            raise Damaged(f"two records among the {kind} have the same uid")
        found[kind] = ids
    return found


def loaded_from(reading: Reading | None) -> Loaded:
    """Return a reading as documents by uid. Raises Damaged."""
    if reading is None:
        return Loaded(state="absent", why="the file is not there")
    raw = {
        kind: {uid: reading.tables[kind][doc_id] for uid, doc_id in ids.items()}
        for kind, ids in ids_of(reading).items()
    }
    if reading.sealed:
        # Proven whole: a document is opened when somebody asks for it.
        rows = {kind: Docs(found) for kind, found in raw.items()}
        return Loaded(state="good", rows=rows, meta=reading.meta)
    by_hand = {
        kind: {uid: opened(doc) for uid, doc in found.items()} for kind, found in raw.items()
    }
    why = "the file was changed outside cartui, or a letter in it has flipped"
    return Loaded(state="outside", rows=by_hand, meta=reading.meta, why=why)

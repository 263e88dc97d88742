"""Documents by uid, opened one by one: a start must not read what no screen has asked for."""

from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any

import msgspec
from msgspec import Raw

_DOCUMENT = msgspec.json.Decoder(dict[str, Any])


class Docs(MutableMapping[str, dict[str, Any]]):
    """Documents of one kind by uid. `raw` are JSON bytes that have proven themselves."""

    __slots__ = ("_open", "_raw")

    def __init__(self, raw: Mapping[str, Raw] | None = None) -> None:
        self._raw: dict[str, Raw] = dict(raw or {})
        self._open: dict[str, dict[str, Any]] = {}

    def copy(self) -> "Docs":
        """Return the documents as they are now; what they hold is never changed in place."""
        twin = Docs(self._raw)
        twin._open = dict(self._open)
        return twin

    def unopened(self, uid: str) -> Raw | None:
        """Return a document's bytes if nobody has opened or changed it, and it never left."""
        raw = self._raw.get(uid)
        return raw if raw is not None and b'"_life"' not in bytes(raw) else None

    def naming(self, uid: str) -> list[str]:
        """Return which documents may name a uid: those with it in their bytes, and every open one.

        None has to be opened for it.
        """
        word = msgspec.json.encode(uid)
        return [*(each for each, raw in self._raw.items() if word in bytes(raw)), *self._open]

    def __getitem__(self, uid: str) -> dict[str, Any]:
        found = self._open.get(uid)
        return _DOCUMENT.decode(self._raw[uid]) if found is None else found

    def __setitem__(self, uid: str, doc: dict[str, Any]) -> None:
        self._open[uid] = doc  # first, for the thread that writes the tables
        self._raw.pop(uid, None)

    def __delitem__(self, uid: str) -> None:
        if self._raw.pop(uid, None) is None:
            del self._open[uid]

    def __iter__(self) -> Iterator[str]:
        return iter([*self._raw, *self._open])

    def __len__(self) -> int:
        return len(self._raw) + len(self._open)

    def __contains__(self, uid: object) -> bool:
        return uid in self._open or uid in self._raw

"""Documents by uid, opened one by one: a start must not read what no screen has asked for."""

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from typing import Any

import msgspec
from msgspec import Raw

_DOCUMENT = msgspec.json.Decoder(dict[str, Any])
_LEFT = b'"_life"'


class Docs(MutableMapping[str, dict[str, Any]]):
    """Documents of one kind by uid. `raw` are JSON bytes that have proven themselves."""

    __slots__ = ("_open", "_raw", "_some_left")

    def __init__(self, raw: Mapping[str, Raw] | None = None) -> None:
        self._raw: dict[str, Raw] = dict(raw or {})
        self._open: dict[str, dict[str, Any]] = {}
        self._some_left: bool | None = None

    def copy(self) -> "Docs":
        """Return the documents as they are now; what they hold is never changed in place."""
        twin = Docs(self._raw)
        twin._open = dict(self._open)
        return twin

    def untouched(self) -> Mapping[str, Raw]:
        """Return the bytes of the documents that nobody has changed and that never left."""
        if self._some_left is None:  # one look at all of them: nearly always there is none
            self._some_left = _LEFT in b"".join(self._raw.values())
        if not self._some_left:
            return self._raw
        return {uid: raw for uid, raw in self._raw.items() if _LEFT not in bytes(raw)}

    def untouched_of(self, uids: Iterable[str]) -> Mapping[str, Raw]:
        """Return the same of some documents, without a look at the others."""
        some = {uid: raw for uid in uids if (raw := self._raw.get(uid)) is not None}
        return {uid: raw for uid, raw in some.items() if _LEFT not in bytes(raw)}

    def get(self, uid: str, default: Any = None) -> Any:
        """Return a document, or `default`: asked of every event, so without an exception."""
        found = self._open.get(uid)
        if found is not None:
            return found
        raw = self._raw.get(uid)
        return default if raw is None else _DOCUMENT.decode(raw)

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

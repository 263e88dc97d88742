"""Talks between meetings, and what a facilitator notices of somebody: for one pair of eyes."""

from typing import Annotated

from msgspec import Meta

from cartui.model.records import Record


class Contact(Record, frozen=True):
    """One call, message or talk. `people` are uids, `channel` and `purposes` ids of shipped words.

    `on` is an ISO date, `minutes` how long it took, 0 if that was not noted; `began` says in words
    who started it.
    """

    people: tuple[str, ...] = ()
    on: str = ""
    channel: Annotated[str, Meta(title="How")] = ""
    began: Annotated[str, Meta(title="Who began it")] = ""
    minutes: int = 0
    gist: Annotated[str, Meta(title="Gist")] = ""
    purposes: tuple[str, ...] = ()
    follow_up: Annotated[str, Meta(title="Follow-up")] = ""
    by: str = ""
    at: str = ""
    away: bool = False


class Signal(Record, frozen=True):
    """Something dated that was noticed of a person. `kind` is the id of a shipped word.

    An observation in words, never a score.
    """

    person: str = ""
    kind: Annotated[str, Meta(title="Signal")] = ""
    text: Annotated[str, Meta(title="Signal, in words")] = ""
    on: str = ""
    at: str = ""
    away: bool = False

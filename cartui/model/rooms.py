"""The three stages of the room, and which of them may see what."""

from enum import StrEnum

from msgspec import Meta


class Room(StrEnum):
    """A stage of the room (ux.md, "Decided" 1)."""

    BACK = "back"
    MEMBERS = "members"
    PUBLIC = "public"

    @property
    def words(self) -> str:
        """The stage as the top bar says it."""
        return {"back": "BACK private", "members": "FRONT members", "public": "FRONT public"}[self]


# Every field of an open record says who may see it: `Annotated[str, F]` is safe before outsiders,
# `Annotated[str, G]` is the group's own. Back-stage facts are kinds of their own.
F = Meta(extra={"seen_by": "public"})
G = Meta(extra={"seen_by": "members"})

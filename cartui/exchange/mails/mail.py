"""An e-mail on its way in, and its lines once it is known whose they are."""

from enum import StrEnum

from msgspec import Struct


class Voice(Struct, frozen=True):
    """Who wrote something, and when: a name without an address, an ISO time; "" if not said."""

    name: str = ""
    at: str = ""


class Mail(Struct, frozen=True, kw_only=True):
    """An e-mail: who wrote it, its words, and the names of the files that came with it.

    `text` is without carriage returns, blanks that do not break and signs that nobody sees.
    """

    text: str
    voice: Voice = Voice()
    attached: tuple[str, ...] = ()


class Kind(StrEnum):
    """What a line of an e-mail is."""

    WORDS = "words"
    BLANK = "blank"
    HEADER = "header"
    SIGNATURE = "signature"


class MailLine(Struct, frozen=True, kw_only=True):
    """A line without its marks. `level` counts how many mails deep it stands: 0 is the mail itself.

    `marked` lines have a `>` for it; others only stand below the header of the mail they belong
    to, so that the answers may stand among them.
    """

    text: str
    kind: Kind
    level: int
    marked: bool
    voice: Voice

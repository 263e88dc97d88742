"""Words that went or came, in signed brackets: read without any colour. No toolkit here."""

from cartui.services.worded_apart import Pieces
from screens.parts.symbols import mark

_LEAD = 4


def signed(pieces: Pieces) -> str:
    """Return a wording on one line, with what went or came in brackets: "[-old-] [+new+]"."""
    return " ".join(
        f"[{sign}{' '.join(text.split())}{sign}]" if sign else " ".join(text.split())
        for text, sign in pieces
    )


def from_first_change(pieces: Pieces) -> Pieces:
    """Return a wording from a few words before its first change on, where there is one."""
    first = next((at for at, (_, sign) in enumerate(pieces) if sign), None)
    words = pieces[0][0].split() if pieces else []
    if first != 1 or len(words) <= _LEAD:
        return pieces
    return ((" ".join([mark("more"), *words[-_LEAD:]]), ""), *pieces[1:])

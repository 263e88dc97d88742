"""The lines of one card, in pieces of (text, look), for a column of any width."""

from rich.cells import cell_len

from screens.cycle.picture import CardFace
from screens.parts.cells import clip, fit
from screens.parts.symbols import mark

Piece = tuple[str, str]
WHO_ABOVE = 28


def card_line(face: CardFace, part: int, width: int, *, sign: str) -> list[Piece]:
    """Return line 0 (title) or 1 (what is known of it) of a card in exactly `width` cells.

    `sign` stands before the title: the highlight's mark, or the mark of a selected card.
    """
    lead = max(2, cell_len(sign) + (sign != ""))
    room = width - lead
    before = fit(sign, lead) if part == 0 else " " * lead
    text = _title(face, room) if part == 0 else _notes(face, room)
    return [(before, "sign"), *text]


def rail_line(face: CardFace, width: int, *, sign: str) -> list[Piece]:
    """Return a card as one short line for a rail: its title, as far as there is room."""
    lead = sign + " " if width >= 8 and sign else sign
    flag = mark("owed") if face.owed else mark("parked") if face.paused else ""
    lead = lead or (flag + " " if width >= 8 and flag else flag)
    return [(lead, "sign"), (fit(face.title, width - cell_len(lead)), "")]


def one_line(face: CardFace, width: int, *, sign: str) -> list[Piece]:
    """Return a card as one line: title at the left, its weightiest words at the right."""
    flags = " ".join(_flags(face, short=True))
    right = clip("  ".join(word for word in (flags, face.who) if word), width // 3)
    room = width - 2 - (cell_len(right) + 2 if right else 0)
    sign = fit(sign, max(2, cell_len(sign) + 1)) if sign else "  "
    title = fit(face.title, room - cell_len(sign) + 2)
    return [(sign, "sign"), (title, "title"), ("  " + right if right else "", "notes")]


def _title(face: CardFace, room: int) -> list[Piece]:
    if room < WHO_ABOVE or not face.who:
        return [(fit(face.title, room), "title")]
    who = clip(face.who, max(8, room // 3))
    return [(fit(face.title, room - cell_len(who) - 2), "title"), ("  " + who, "notes")]


def _notes(face: CardFace, room: int) -> list[Piece]:
    wide = room >= WHO_ABOVE
    who = [] if wide or not face.who else [face.who]
    said = "  ".join([*_flags(face, short=not wide), *face.notes[:1], *who, *face.notes[1:]])
    return [(fit(said, room), "notes")]


def _flags(face: CardFace, *, short: bool) -> list[str]:
    """Return the marks of a card; with their words unless there is little room."""
    found = []
    if face.owed:
        some = "why owed" if face.owed == 1 else f"{face.owed} whys owed"
        found.append(mark("owed") if short else f"{mark('owed')} {some}")
    if face.paused:
        found.append(mark("parked") if short else f"{mark('parked')} paused")
    return found

"""The lines of one card, in pieces of (text, look), for a column of any width."""

from collections.abc import Sequence
from functools import lru_cache

from rich.cells import cell_len

from screens.cycle.picture import CardFace
from screens.parts.cells import clip, fit, wrap
from screens.parts.symbols import ascii_only, mark

Piece = tuple[str, str]
WHO_ABOVE = 28
LEGIBLE = 10
"""With fewer cells than this nobody can tell what was cut off."""
STAYS = "\N{NO-BREAK SPACE}"


def card_line(face: CardFace, part: int, width: int, *, sign: str, title: int = 1) -> list[Piece]:
    """Return line 0 (title) or 1 (what is known of it) of a card in exactly `width` cells.

    A tall card has room for `title` lines of its title; what it does not need of them is left for
    what is known, which stands after the last. `sign` stands before the title: the highlight's
    mark, or the mark of a selected card.
    """
    lead = _lead(sign)
    before = fit(sign, lead) if part == 0 else " " * lead
    if title == 1:
        text = _short(face, part, width - lead)
        return [(before, "sign" if part == 0 else text[0][1]), *text]
    lines = _tall(face, width - lead, title, plain=ascii_only())
    if part >= len(lines):
        return [(" " * width, "blank")]
    return [(before, "sign" if part == 0 else lines[part][1]), lines[part]]


def title_lines(face: CardFace, width: int, *, rail: bool) -> int:
    """Return how many lines a card needs for its title in a column of this width.

    If what is known does not fit in one line, the lines more that it needs are counted too.
    """
    if rail:
        return len(wrap(_flagged(face, "", width), width))
    room = width - _lead("")
    lines = len(wrap(face.title, room)) + max(0, len(_packed(_known(face), room)) - 1)
    fits = cell_len(face.title) <= _title_room(face, room)
    return 1 if fits and (room >= WHO_ABOVE or lines == 1) else max(2, lines)


def _lead(sign: str) -> int:
    return max(2, cell_len(sign) + (sign != ""))


def _short(face: CardFace, part: int, room: int) -> list[Piece]:
    return _title(face, room) if part == 0 else _notes(face, room, beside=room >= WHO_ABOVE)


@lru_cache(maxsize=256)
def _tall(face: CardFace, room: int, title: int, *, plain: bool) -> list[Piece]:
    """Return the lines of a tall card: its title, then what is known, on the lines left over.

    Each line of a card asks for all of them. `plain` is whether the marks are ASCII just now.
    """
    lines = _in_lines(face.title, room, title)
    drawn = [(fit(line, room), "title") for line in lines]
    left = title - len(lines)
    if not left:
        return [*drawn, *_notes(face, room, beside=False)]
    packed = _packed(_known(face), room)
    told = [*packed[:left], [fact for facts in packed[left:] for fact in facts]]
    return drawn + [(_told(facts, room), "notes") for facts in told if facts]


def _packed(known: Sequence[str], room: int) -> list[list[str]]:
    """Return facts in as few lines as they stand in whole; one too long has a line of its own."""
    packed: list[list[str]] = []
    for fact in known:
        if packed and cell_len("  ".join((*packed[-1], fact))) <= room:
            packed[-1].append(fact)
        else:
            packed.append([fact])
    return packed


def _known(face: CardFace, *, short: bool = False, who: bool = True) -> list[str]:
    """Return what is known of a card: its marks, its first note, owners, the rest."""
    owners = [face.who] if face.who and who else []
    return [*_flags(face, short=short), *face.notes[:1], *owners, *face.notes[1:]]


def _in_lines(text: str, width: int, most: int) -> list[str]:
    lines = wrap(text, width)
    rest = " ".join(lines[most - 1 :])
    return lines if len(lines) <= most else [*lines[: most - 1], clip(rest, width)]


def rail_line(
    face: CardFace, width: int, *, sign: str, part: int = 0, title: int = 1
) -> list[Piece]:
    """Return one line of a card on a rail: its title, which has room for `title` lines."""
    words = _flagged(face, sign, width)
    lines = [words] if title == 1 else _in_lines(words, width, title)
    return [(fit(lines[part] if part < len(lines) else "", width).replace(STAYS, " "), "")]


def _flagged(face: CardFace, sign: str, width: int) -> str:
    """Return a title with the mark that stands before it on a rail, never parted from it."""
    lead = sign or (mark("owed") if face.owed else mark("parked") if face.paused else "")
    return f"{lead}{STAYS if width >= 8 else ''}{face.title}" if lead else face.title


def one_line(face: CardFace, width: int, *, sign: str) -> list[Piece]:
    """Return a card as one line: title at the left, its weightiest words at the right."""
    flags = " ".join(_flags(face, short=True))
    beside = width // 3 - (cell_len(flags) + 2 if flags else 0)
    who = face.who if beside >= min(LEGIBLE, cell_len(face.who)) else ""
    right = clip("  ".join(word for word in (flags, who) if word), width // 3)
    room = width - 2 - (cell_len(right) + 2 if right else 0)
    sign = fit(sign, max(2, cell_len(sign) + 1)) if sign else "  "
    title = fit(face.title, room - cell_len(sign) + 2)
    return [(sign, "sign"), (title, "title"), ("  " + right if right else "", "notes")]


def _title(face: CardFace, room: int) -> list[Piece]:
    left = _title_room(face, room)
    if left == room:
        return [(fit(face.title, room), "title")]
    return [(fit(face.title, left), "title"), ("  " + _who(face, room), "notes")]


def _title_room(face: CardFace, room: int) -> int:
    return room if room < WHO_ABOVE or not face.who else room - cell_len(_who(face, room)) - 2


def _who(face: CardFace, room: int) -> str:
    return clip(face.who, max(8, room // 3))


def _notes(face: CardFace, room: int, *, beside: bool) -> list[Piece]:
    """Return what is known of a card; its owners too, unless they stand `beside` the title."""
    known = _known(face, who=not beside)
    if room < WHO_ABOVE and cell_len("  ".join(known)) > room:
        known = _known(face, short=True, who=not beside)
    return [(_told(known, room), "notes")]


def _told(known: Sequence[str], room: int) -> str:
    """Return facts in exactly `room` cells. The last one may be cut, but not to a stump: then it
    is left out, as is all after it.
    """
    said = ""
    for fact in known:
        if said and room - cell_len(said) - 2 < min(LEGIBLE, cell_len(fact)):
            break
        said = f"{said}  {fact}" if said else fact
    return fit(said, room)


def _flags(face: CardFace, *, short: bool) -> list[str]:
    """Return the marks of a card; with their words unless there is little room."""
    found = []
    if face.owed:
        some = "why owed" if face.owed == 1 else f"{face.owed} whys owed"
        found.append(mark("owed") if short else f"{mark('owed')} {some}")
    if face.paused:
        found.append(mark("parked") if short else f"{mark('parked')} paused")
    return found

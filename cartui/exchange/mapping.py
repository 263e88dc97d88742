"""Which column of a list is which field of a person: a guess, for the facilitator to correct."""

from collections.abc import Sequence

from msgspec import Struct

from cartui.exchange.headings import NAME_FIELDS, exact_meaning, meaning
from cartui.exchange.sheet import Sheet
from cartui.exchange.values import kind_of


class PersonField(Struct, frozen=True, kw_only=True):
    """A field of a person that a column can fill. A `back` one is back stage, never on FRONT."""

    id: str
    title: str
    back: bool = False


FIELDS = (
    PersonField(id="name", title="Name"),
    PersonField(id="first_name", title="First name"),
    PersonField(id="surname", title="Surname"),
    PersonField(id="agency", title="Agency"),
    PersonField(id="sector", title="Sector"),
    PersonField(id="profession", title="Profession"),
    PersonField(id="job_role", title="Job role"),
    PersonField(id="area", title="Area"),
    PersonField(id="group", title="Groups"),
    PersonField(id="role", title="Role"),
    PersonField(id="joined", title="Joined"),
    PersonField(id="left", title="Left"),
    PersonField(id="why_joined", title="Why joined"),
    PersonField(id="email", title="Email", back=True),
    PersonField(id="phone", title="Phone", back=True),
    PersonField(id="note_ignored", title="Leave out"),
)
FIELD_IDS = frozenset(field.id for field in FIELDS)
# Several columns may be meant for one of these; any other field is filled from one column.
_SHARED = ("group", "note_ignored")
_OF_VALUES = {"email": "email", "phone": "phone", "date": "joined"}


def guess_mapping(sheet: Sheet) -> tuple[str, ...]:
    """Return a field id, or "" for nothing, for each column of the sheet."""
    by_heading = _by_heading(sheet.headings) if sheet.has_headings else [""] * len(sheet.rows[0])
    if any(field in NAME_FIELDS for field in by_heading):
        return tuple(_name_beside_surname(sheet, by_heading))
    return tuple(_by_values(sheet, by_heading))


def _by_heading(headings: Sequence[str]) -> list[str]:
    """Map each heading; a word known as it stands goes before one that only contains it."""
    mapping = [""] * len(headings)
    for known in (exact_meaning, meaning):
        for at, heading in enumerate(headings):
            field = known(heading)
            if not mapping[at] and (field in _SHARED or field not in mapping):
                mapping[at] = field
    return mapping


def _name_beside_surname(sheet: Sheet, mapping: list[str]) -> list[str]:
    """Take "Name" for the first name where "Surname" stands beside it and is not within it."""
    if "surname" not in mapping or "first_name" in mapping or "name" not in mapping:
        return mapping
    name, surname = mapping.index("name"), mapping.index("surname")
    whole = sum(row[surname].lower() in row[name].lower() for row in sheet.rows if row[surname])
    if whole * 2 < len(sheet.rows):
        mapping[name] = "first_name"
    return mapping


def _by_values(sheet: Sheet, mapping: list[str]) -> list[str]:
    """Fill what headings did not say from what the cells look like; the first text is the name."""
    words: list[int] = []
    for at, column in enumerate(map(list, zip(*sheet.rows, strict=True))):
        field = _OF_VALUES.get(kind_of(column), "")
        if mapping[at]:
            continue
        if field and field not in mapping:
            mapping[at] = field
        elif not field and any(map(_has_letters, column)):
            words.append(at)
    if len(words) == 2 and not sheet.has_headings and _single_words(sheet, words):
        # "Fernhollow, Ada" has a blank after its comma in a typed list; a saved file has none,
        # and there the first name mostly stands first.
        mapping[words[0]], mapping[words[1]] = "surname", "first_name"
        if sheet.delimiter != ",":
            mapping[words[0]], mapping[words[1]] = "first_name", "surname"
    elif words:
        mapping[words[0]] = "name"
    return mapping


def _single_words(sheet: Sheet, columns: Sequence[int]) -> bool:
    return all(row[at] and " " not in row[at] for row in sheet.rows for at in columns)


def _has_letters(cell: str) -> bool:
    return any(map(str.isalpha, cell))

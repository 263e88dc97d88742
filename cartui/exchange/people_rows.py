"""From mapped rows to people, with a complaint by line for whatever cannot be understood."""

from collections.abc import Sequence

from msgspec import Struct

from cartui.exchange.dates import is_serial_number, read_date
from cartui.exchange.mapping import FIELD_IDS, FIELDS
from cartui.exchange.sheet import Sheet
from cartui.model.text import clean

_LONGEST_NAME = 200
_TITLES = {field.id: field.title for field in FIELDS}


class PersonRow(Struct, frozen=True, kw_only=True):
    """One line of a list of people. Every text is clean and may be empty but `name`.

    `joined` and `left` are ISO dates, perhaps only `yyyy-mm` or `yyyy`. `group` may name several
    groups (see `groups_of`). `email` and `phone` are back stage. `line` is 0 when not from a file.
    """

    line: int = 0
    name: str
    agency: str = ""
    sector: str = ""
    profession: str = ""
    job_role: str = ""
    area: str = ""
    group: str = ""
    role: str = ""
    joined: str = ""
    left: str = ""
    why_joined: str = ""
    email: str = ""
    phone: str = ""


class Complaint(Struct, frozen=True, kw_only=True):
    """What could not be understood and what to write instead; `line` 0 is the whole list."""

    line: int
    column: str
    says: str


def read_people(
    sheet: Sheet, mapping: Sequence[str]
) -> tuple[tuple[PersonRow, ...], tuple[Complaint, ...]]:
    """Return the people of a sheet, and the complaints; a row without a name gives no person.

    `mapping` holds a field id or "" per column. Raises ValueError for an id that is no field.
    """
    if unknown := set(mapping) - FIELD_IDS - {""}:
        raise ValueError(f"no such field: {', '.join(sorted(unknown))}")
    if not {"name", "first_name", "surname"} & set(mapping):
        says = "No column is marked as the name. Mark the one that holds people's names."
        return (), (Complaint(line=0, column=_TITLES["name"], says=says),)
    people: list[PersonRow] = []
    complaints: list[Complaint] = []
    for line, cells in zip(sheet.lines, sheet.rows, strict=True):
        person, said = _read_row(line, _gather(cells, mapping))
        complaints += said
        if person is not None:
            people.append(person)
    return tuple(people), tuple(complaints)


def groups_of(cell: str) -> tuple[str, ...]:
    """Return the group names in a cell, which stand apart by semicolons; each name once."""
    return tuple(dict.fromkeys(name for part in cell.split(";") if (name := part.strip())))


def _gather(cells: Sequence[str], mapping: Sequence[str]) -> dict[str, str]:
    """Return the text of each field; what two columns say of one field is joined, nothing lost."""
    gathered: dict[str, list[str]] = {}
    for field, cell in zip(mapping, cells, strict=False):
        if not field or not cell:
            continue
        if field == "why_joined":
            gathered.setdefault(field, []).append(clean(cell, lines=True))
        elif field == "group":
            gathered.setdefault(field, []).append(clean(cell.replace("\n", "; ")))
        elif field in ("name", "first_name", "surname"):
            gathered.setdefault(field, []).append(cell)
        else:
            gathered.setdefault(field, []).append(clean(cell))
    between = {"group": "; "}
    return {field: between.get(field, ", ").join(texts) for field, texts in gathered.items()}


def _read_row(line: int, said: dict[str, str]) -> tuple[PersonRow | None, list[Complaint]]:
    whole = said.pop("name", "")
    parts = [said.pop("first_name", ""), said.pop("surname", "")]
    name = whole or " ".join(filter(None, parts))
    said.pop("note_ignored", "")
    if not said and not name:
        return None, []
    if wrong := _wrong_with(name):
        says = f"Line {line}: {wrong}"
        return None, [Complaint(line=line, column=_TITLES["name"], says=says)]
    complaints: list[Complaint] = []
    for field in ("joined", "left"):
        if text := said.get(field, ""):
            said[field] = read_date(text) or ""
            if not said[field]:
                complaints.append(_no_date(line, field, text))
    joined, left = said.get("joined", ""), said.get("left", "")
    shared = min(len(joined), len(left))
    if left[:shared] < joined[:shared]:
        says = f"Line {line}: left ({left}) comes before joined ({joined}). Put one of them right."
        complaints.append(Complaint(line=line, column=_TITLES["left"], says=says))
    return PersonRow(line=line, name=clean(name), **said), complaints


def _wrong_with(name: str) -> str:
    if not name:
        return "there is no name. Write one, or take the line out."
    if name.count("\n") > 1:
        return "the name runs over several lines. Is there a stray quotation mark?"
    if len(name) > _LONGEST_NAME:
        return f"the name has {len(name)} letters; it may have {_LONGEST_NAME}."
    return ""


def _no_date(line: int, field: str, text: str) -> Complaint:
    shown = text if len(text) <= 40 else text[:39] + "…"
    says = f"Line {line}: “{shown}” is not a date. Write it as 2025-03-31."
    if is_serial_number(text):
        says = (
            f"Line {line}: “{shown}” is a date as the spreadsheet counts days."
            " Show that column as dates there and save again, or write 2025-03-31."
        )
    return Complaint(line=line, column=_TITLES[field], says=says)

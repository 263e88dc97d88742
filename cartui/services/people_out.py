"""People on their way out: rows for CSV and Markdown, as the stage of the room allows."""

from collections.abc import Iterable, Sequence

from cartui.exchange.people_csv import PersonRow
from cartui.model.people import Group, Membership
from cartui.services.people_lines import PersonLine

PUBLIC_COLUMNS = ("name", "role", "agency")


def people_rows(
    lines: Iterable[PersonLine], groups: Sequence[Group], group: str = ""
) -> list[PersonRow]:
    """Return what members may see: a row for each membership, so that none loses its dates.

    With `group`, only that group's; people who are in no group have one row without.
    """
    titles = {held.uid: held.name for held in groups}
    rows: list[PersonRow] = []
    for line in lines:
        own = [m for m in line.memberships if not group or m.group == group]
        rows += [_row(line, held, titles) for held in own]
        if not own:
            rows.append(_row(line, None, titles))
    return rows


def _row(line: PersonLine, held: Membership | None, titles: dict[str, str]) -> PersonRow:
    person = line.person
    return PersonRow(
        name=person.name,
        agency=person.agency,
        sector=person.sector,
        profession=person.profession,
        job_role=person.job_role,
        area=person.area,
        group=titles.get(held.group, "") if held else "",
        role=held.role if held else "",
        joined=held.joined if held else "",
        left=held.left if held else "",
        why_joined=held.why_joined if held else "",
    )


def public_rows(lines: Iterable[PersonLine], group: str = "") -> list[PersonRow]:
    """Return what outsiders may see: role and agency, and a name only where that was agreed."""
    return [
        PersonRow(
            name=line.person.name if line.person.may_be_named else "",
            role=line.role(group),
            agency=line.person.agency,
        )
        for line in lines
    ]

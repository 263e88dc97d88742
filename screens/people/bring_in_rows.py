"""What the steps of bringing a list in show: its columns first, then what would become of it."""

from collections import Counter
from collections.abc import Mapping, Sequence

from cartui.exchange.people_csv import FIELDS, Sheet
from cartui.exchange.people_rows import Complaint
from cartui.exchange.values import looks_like_email, looks_like_phone
from cartui.services.bringing_in import Preview, lines_words
from cartui.services.doubles import Choice, Double
from screens.parts.columns import Column
from screens.parts.rows import Face
from screens.parts.symbols import mark

TITLES = {field.id: field.title for field in FIELDS} | {"": "Leave out"}
PRIVATE = frozenset(field.id for field in FIELDS if field.back)
MAPPING_COLUMNS = (
    Column(key="goes", title="Goes to", least=14),
    Column(key="heading", title="Column", least=16, most=30, share=1),
    Column(key="first", title="First row", least=14, most=40, share=2),
    Column(key="second", title="Second row", least=14, most=40, share=2, rank=1),
    Column(key="third", title="Third row", least=14, most=40, share=2, rank=2),
)
PREVIEW_COLUMNS = (
    Column(key="line", title="Line", least=4, right=True),
    Column(key="name", title="Name", least=18, most=40, share=1),
    Column(key="what", title="What happens", least=46, share=3),
    Column(key="agency", title="Agency", least=14, most=30, share=1, rank=1),
)


def mapping_face(sheet: Sheet, mapping: Sequence[str], at: int, *, private: bool) -> Face:
    """Return a row for one column of the list. Without `private` no address is ever shown."""
    field = mapping[at]
    heading = sheet.headings[at] if sheet.has_headings else f"column {at + 1}"
    hidden = field in PRIVATE and not private
    cells = ["" if hidden else _sample(row[at], private) for row in sheet.rows[:3]]
    if hidden:
        cells = ["(private)" if row[at] else "" for row in sheet.rows[:3]]
    cells += [""] * (3 - len(cells))
    goes = f"{mark('arrow')} {TITLES[field]}"
    left_out = field in ("", "note_ignored") or hidden
    return Face((goes, heading, *cells), "muted" if left_out else "")


def _sample(cell: str, private: bool) -> str:
    if not private and (looks_like_email(cell) or looks_like_phone(cell)):
        return "(private)"
    return cell


def preview_rows(
    preview: Preview, choices: Mapping[int, Choice], called: Mapping[str, str]
) -> dict[str, Face]:
    """Return a row for each complaint, then for each double, then for each new person."""
    doubles = {double.line: double for double in preview.doubles}
    rows = _complaint_rows(preview)
    known = [row for row in preview.rows if row.line in doubles]
    for row in known:
        double = doubles[row.line]
        choice = choices.get(row.line, double.choice)
        what = double_words(double, choice, called)
        tone = "muted" if choice is Choice.SKIP else ""
        rows[str(row.line)] = Face((str(row.line), row.name, what, row.agency), tone)
    for row in preview.rows:
        if row.line not in doubles:
            rows[str(row.line)] = Face((str(row.line), row.name, "new", row.agency))
    return rows


def _complaint_rows(preview: Preview) -> dict[str, Face]:
    """Return what is in the way, then what was left out for it."""
    rows: dict[str, Face] = {}
    names = {row.line: row.name for row in preview.rows}
    for number, complaint in enumerate(preview.complaints):
        line = str(complaint.line) if complaint.line else ""
        who, says = names.get(complaint.line, "not brought in"), _says(complaint)
        rows[f"complaint {number}"] = Face((line, who, f"{mark('concern')} {says}", ""), "strong")
    for number, complaint in enumerate(preview.left_out):
        face = (str(complaint.line), "left out", _says(complaint), "")
        rows[f"left out {number}"] = Face(face, "muted")
    return rows


def _says(complaint: Complaint) -> str:
    return complaint.says.removeprefix(f"Line {complaint.line}: ")


def double_words(double: Double, choice: Choice, called: Mapping[str, str]) -> str:
    """Return what becomes of a row whose name is known already."""
    other = called.get(double.person, double.name) if double.person else ""
    whom = f"{other} here" if other else f"line {double.earlier_line}"
    if double.away:
        whom = f"{other}, put away"
    if choice is Choice.SKIP:
        return f"left out: like {whom}"
    if choice is Choice.NEW:
        return f"another person than {whom}"
    fills = ", ".join(TITLES[field].lower() for field in double.fills)
    kept = ", ".join(TITLES[field].lower() for field in double.differs)
    does = (fills and f"fills in {fills}", kept and f"keeps {kept}")
    return "; ".join(filter(None, (f"same as {whom}", *does)))


def joining_words(sheet: Sheet, mapping: Sequence[str], group: str) -> str:
    """Return which groups the lines go to; `group` is the one for lines that name none."""
    at = [number for number, field in enumerate(mapping) if field == "group"]
    named = sum(any(row[number].strip() for number in at) for row in sheet.rows)
    if not named:
        return (
            f"They join {group} (m changes that)." if group else "They join no group (m chooses)."
        )
    if named == len(sheet.rows):
        return "They join the groups that their lines name."
    rest = f"join {group} (m changes that)" if group else "join no group (m chooses)"
    return f"They join the groups that their lines name; those that name none {rest}."


def _into(preview: Preview, choices: Mapping[int, Choice]) -> str:
    """Return where the new people go: one group, or how many into which."""
    doubles = {each.line: choices.get(each.line, each.choice) for each in preview.doubles}
    new = [row.line for row in preview.rows if doubles.get(row.line, Choice.NEW) is Choice.NEW]
    goes = Counter(name for line in new for name in preview.homes.get(line, ()) or ("",))
    if len(goes) < 2:
        return "".join(f" into {name}" for name in goes if name)
    counts = (f"{many} into {name or 'no group'}" for name, many in goes.items())
    return ": " + ", ".join(counts)


def summary(preview: Preview, choices: Mapping[int, Choice], *, starting: bool = False) -> str:
    """Return what Enter would do, in plain sentences; `starting` says that `G` was pressed."""
    taken = [choices.get(double.line, double.choice) for double in preview.doubles]
    new = preview.new + taken.count(Choice.NEW)
    into = _into(preview, choices)
    texts = [f"{new} new {'person' if new == 1 else 'people'}{into}."]
    if known := taken.count(Choice.MERGE):
        texts.append(f"{known} known already: what is missing is filled in.")
    left = {complaint.line for complaint in preview.left_out}
    if out := taken.count(Choice.SKIP) + len(left):
        texts.append(f"{out} left out.")
    if lines := len(preview.blocked):
        these = "this line" if lines == 1 else f"these {lines} lines"
        texts.append(
            f"{lines} {'line needs' if lines == 1 else 'lines need'} a look, and nothing is written"
            f" until then: L leaves {these} out."
        )
    texts += preview.remarks
    if starting and preview.missing_groups:
        texts.append("G again starts no groups.")
    return " ".join(texts)


def waiting_words(preview: Preview, *, starting: bool = False) -> str:
    """Return why nothing is written yet, and the keys that help; `starting`: `G` was pressed."""
    them = "it" if len(preview.blocked) == 1 else "them"
    words = [f"Nothing is written while {lines_words(preview.blocked)}."]
    if missing := preview.missing_groups:
        names = ", ".join(missing)
        words.append(f"G again does not start {names}." if starting else f"G starts {names}.")
    return " ".join([*words, f"L leaves {them} out."])

"""People out again: no cell is a formula, nothing is alive, and it can all be read back."""

import csv
import random
import re
from io import StringIO

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec import convert
from msgspec.structs import asdict, replace

from cartui.exchange.people_csv import (
    COLUMNS,
    PersonRow,
    guess_mapping,
    people_csv_out,
    read_people,
    read_sheet,
)
from cartui.exchange.people_markdown import people_markdown_out
from cartui.exchange.safe_cells import guard, unguard
from cartui.model.text import ALIVE, clean

ESC, BEL, ST = "\x1b", "\x07", "\x1b\\"
CONTROLS = (
    f"A{ESC}[2JB",
    f"A{ESC}]52;c;cm0gLXJm{BEL}B",
    f"A{ESC}]0;pwned{BEL}B",
    f"A{ESC}]8;;http://evil/{ST}B{ESC}]8;;{ST}",
    "A\x9b2JB",
    "A\x9d52;c;eA\x9cB",
    f"A{BEL}B",
    "safe\rEVIL",
    "abc\x08\x08\x08EVIL",
    "A\u202eevil\u202cB",
    "A\x7fB",
    f"A{ESC}P+q544e{ST}B",
)
MARKUP = (
    "[@click=app.quit]x[/]",
    "[red]R[/red]",
    "[link='http://evil']x[/link]",
    "[/",
    "[/bold]x",
    "[type=x, v={'a[0]'}]",
    "[00] foo",
    "[ ] task [x] done",
)
FORMULA = re.compile("[\\s\u200b\ufeff]*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")

texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40)
signs = st.text("='+-@\t\r\n ,;|\"'ab\u00a0\uff1d", max_size=12)
written = st.one_of(texts, signs)
lines = written.map(clean)
names = lines.filter(bool)
people = st.builds(
    PersonRow,
    name=names,
    agency=lines,
    sector=lines,
    profession=lines,
    job_role=lines,
    role=lines,
    area=lines,
    group=lines,
    joined=st.sampled_from(["", "2015-10-20", "2016-03", "2016"]),
    left=st.sampled_from(["", "2017-01-17", "2018"]),
    why_joined=written.map(lambda text: clean(text, lines=True)),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(people, min_size=1, max_size=6), st.booleans())
def test_what_goes_out_comes_back(rows: list[PersonRow], excel_bom: bool) -> None:
    sheet = read_sheet(people_csv_out(rows, excel_bom=excel_bom).encode())
    back, complaints = read_people(sheet, guess_mapping(sheet))
    assert complaints == ()
    assert [replace(person, line=0) for person in back] == rows
    assert sheet.encoding == ("utf-8-sig" if excel_bom else "utf-8")


@settings(max_examples=1000, deadline=None)
@given(st.one_of(st.text(), signs))
def test_a_guarded_cell_is_no_formula_and_is_given_back(cell: str) -> None:
    assert not FORMULA.match(guard(cell))
    assert unguard(guard(cell)) == cell


def test_ten_thousand_hostile_cells_hold_no_formula() -> None:
    chance = random.Random(20171115)
    starts = ["=", "+", "-", "@", "\t", "\r", "\n", "'=", "''-", '"=', ";=", ",=", " =", "  @"]
    starts += ["\ufeff=", "\u200b=", "\uff1d", "\u00a0+", "=cmd|' /C calc'!A0", '=HYPERLINK("x")']
    tail = "=+-@ \t\r\n,;\"'1A"
    rows = []
    for n in range(1000):
        cells = [chance.choice(starts) + "".join(chance.choices(tail, k=6)) for _ in COLUMNS[1:]]
        rows.append(
            convert({"name": f"Ada {n}", **dict(zip(COLUMNS[1:], cells, strict=True))}, PersonRow)
        )
    out = people_csv_out(rows, excel_bom=True).removeprefix("\ufeff")
    found = [cell for row in csv.reader(StringIO(out, newline="")) for cell in row]
    assert len(found) == 11 * 1001
    assert not [cell for cell in found if FORMULA.match(cell)]
    assert sum(cell.startswith("'") for cell in found) > 5000
    given = [getattr(row, column) for row in rows for column in COLUMNS]
    assert [unguard(cell) for cell in found[11:]] == given


def test_contact_details_go_out_only_where_the_caller_asks() -> None:
    ada = PersonRow(name="Ada", email="ada@example.org", phone="+44 131")
    assert "example.org" not in people_csv_out([ada])
    assert "example.org" not in people_markdown_out([ada])
    asked = people_csv_out([ada], columns=("name", "email", "phone"))
    assert asked == "Name,Email,Phone\r\nAda,ada@example.org,'+44 131\r\n"


def test_twenty_hostile_strings_come_in_clean_and_go_out_clean() -> None:
    hostile = CONTROLS + MARKUP
    assert len(hostile) == 20
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["Name", "Agency", "Group", "Why joined", "Joined"])
    writer.writerows([text, text, text, text, text] for text in hostile)
    sheet = read_sheet(out.getvalue().encode())
    rows, complaints = read_people(sheet, guess_mapping(sheet))
    assert len(rows) == len(complaints) == 20
    shown = [str(value) for row in rows for value in asdict(row).values()]
    shown += [complaint.says for complaint in complaints]
    shown += [cell for row in sheet.rows for cell in row]
    shown += [people_csv_out(rows).replace("\r\n", ""), people_markdown_out(rows)]
    assert not [text for text in shown if ALIVE.search(text)]
    for row, text in zip(rows[-len(MARKUP) :], MARKUP, strict=True):
        assert row.name == row.agency == row.why_joined == text


def _tokens(markdown: str) -> list[str]:
    found: list[str] = []
    for token in MarkdownIt("gfm-like").parse(markdown):
        found += [token.type, *(child.type for child in token.children or [])]
    return found


MARKDOWN_TRAPS = (
    *MARKUP,
    "a|b",
    "a\\|b",
    "`code` ``",
    "<script>alert(1)</script>",
    "<http://evil.example>",
    "http://evil.example/x",
    "www.evil.example",
    "evil.example",
    "someone@evil.example",
    "![x](http://evil.example)",
    "[x]: http://evil.example",
    "**b** _i_ ~~s~~",
    "&lt;b&gt; &#64;",
    "# heading",
    "- one",
    "1. one",
    "---",
    "> quote",
    "two\nlines",
    "\\",
    "ends with \\",
)


def test_nothing_is_alive_in_a_markdown_table() -> None:
    rows = [PersonRow(name=trap, agency=trap, why_joined=trap) for trap in MARKDOWN_TRAPS]
    tokens = _tokens(people_markdown_out(rows, title="North & [East](x)"))
    assert tokens.count("tr_open") == len(rows) + 1
    assert tokens.count("td_open") == len(rows) * len(COLUMNS)
    alive = re.compile("link|html|code|image|strong|em_|^s_|break|list|quote")
    assert not [token for token in tokens if alive.search(token)]


def test_a_markdown_table_shows_what_was_written() -> None:
    rows = [PersonRow(name=trap) for trap in MARKDOWN_TRAPS]
    parsed = MarkdownIt("gfm-like").parse(people_markdown_out(rows, columns=("name",)))
    said = [
        "".join(child.content for child in token.children or [])
        for token in parsed
        if token.type == "inline"
    ]
    assert said == ["Name", *map(clean, MARKDOWN_TRAPS)]

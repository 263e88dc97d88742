"""Made-up OpenDocument texts: comments with ranges and replies, changes, lists, tables, notes."""

from cartui.exchange.papers.reader import read_paper
from cartui.exchange.papers.said import said_in
from tests.exchange.papers.make_odt_files import note, odt_file


def end(name: str) -> str:
    return f'<office:annotation-end office:name="{name}"/>'


def test_comments_with_ranges_replies_and_resolved() -> None:
    reply = note("2", "Counted.", "Ben Moss", 'loext:parent-name="1"')
    settled = note("1", "Only seven?", more='loext:resolved="true"')
    body = (
        f"<text:p>We saw {settled}{reply}"
        f'seven<text:s text:c="1"/>falls{end("1")} here.</text:p>'
        f"<text:p>At a point{note('3', 'Why?')}.</text:p>"
    )
    paper = read_paper(odt_file(body))
    assert paper.text == "We saw seven falls here.\n\nAt a point."
    one, two, three = paper.comments
    assert (one.id, one.initials, one.date) == ("1", "CH", "2026-02-03T10:11:12.5")
    assert (one.anchored_text, one.resolved, two.parent) == ("seven falls", True, "1")
    assert (three.anchored_text, three.start) == (None, paper.text.index(".", 25))
    root, last = said_in(paper)
    assert (root.text, root.at, root.resolved) == ("Only seven?", "2026-02-03T10:11:12", True)
    assert [(each.text, each.name) for each in root.replies] == [("Counted.", "Ben Moss")]
    assert last.text == "Why?"


def test_a_reply_to_what_is_not_there_is_kept_as_a_comment() -> None:
    lost = note("2", "Counted.", more='loext:parent-name="gone"')
    (found,) = read_paper(odt_file(f"<text:p>Words{lost}.</text:p>")).comments
    assert (found.text, found.parent) == ("Counted.", None)


def test_tracked_changes() -> None:
    region = (
        '<text:changed-region text:id="{id}"><text:{kind}><office:change-info>'
        "<dc:creator>Ben Moss</dc:creator><dc:date>2026-02-03T10:11:12</dc:date>"
        "</office:change-info>{inner}</text:{kind}></text:changed-region>"
    )
    body = (
        "<text:tracked-changes>"
        + region.format(id="c1", kind="deletion", inner="<text:p>very </text:p>")
        + region.format(id="c2", kind="insertion", inner="")
        + '</text:tracked-changes><text:p>It was <text:change text:change-id="c1"/>'
        '<text:change-start text:change-id="c2"/>good<text:change-end text:change-id="c2"/>.'
        '</text:p><text:change-end text:change-id="c2"/>'
    )
    paper = read_paper(odt_file(body))
    assert paper.text == "It was good."
    assert [(each.kind, each.text, each.author) for each in paper.changes] == [
        ("deletion", "very ", "Ben Moss"),
        ("insertion", "good", "Ben Moss"),
    ]
    assert [each.text for each in said_in(paper)] == ["Put “good” in the place of “very ”"]


def test_headings_lists_tables_looks_and_notes() -> None:
    body = (
        '<text:p text:style-name="P1">The falls</text:p>'
        '<text:h text:outline-level="2">By <text:span text:style-name="T1">night</text:span>'
        "</text:h>"
        '<text:list text:style-name="L1"><text:list-item><text:p>one</text:p><text:list>'
        "<text:list-item><text:p>under</text:p></text:list-item></text:list></text:list-item>"
        "<text:list-item><text:p>two</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="2"><text:p>b</text:p></table:table-cell>'
        "</table:table-row></table:table>"
        '<text:p>So <text:span text:style-name="T1">much</text:span>.'
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>See page 3.</text:p></text:note-body></text:note></text:p>"
    )
    paper = read_paper(odt_file(body))
    assert paper.text == (
        "# The falls\n\n## By night\n\n1. one\n   - under\n2. two\n\n| a | b | |\n"
        "| --- | --- | --- |\n\nSo **much**.[^1]\n\n[^1]: See page 3."
    )
    counts = paper.counts
    assert (counts.headings, counts.lists, counts.tables, counts.footnotes) == (2, 3, 1, 1)

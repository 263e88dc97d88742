"""Made-up twins of what real Word files hold: each trap once, read letter by letter."""

import pytest

from cartui.exchange.papers.found import Paper, PaperComment
from cartui.exchange.papers.reader import read_paper
from tests.exchange.papers import make_word_files as made
from tests.exchange.papers.make_word_files import (
    comment,
    deleted,
    end,
    in_list,
    inserted,
    mark,
    p,
    run,
    said_of,
    start,
    thread,
    word_file,
)


def by_id(paper: Paper) -> dict[str, PaperComment]:
    return {each.id: each for each in paper.comments}


def quote(paper: Paper, id_: str) -> str:
    found = by_id(paper)[id_]
    assert found.start is not None
    assert found.end is not None
    return paper.text[found.start : found.end]


@pytest.mark.parametrize("namespace", [made.W15, made.BEFORE_RELEASE, "urn:not-yet-written"])
@pytest.mark.parametrize("main", [made.W, made.STRICT])
def test_threads_are_read_in_every_namespace(namespace: str, main: str) -> None:
    raw = word_file(
        p(run("We saw "), start("1"), start("2"), run("seven falls"), end("1"), end("2")),
        comments=[comment("1", "Only seven?"), comment("2", "Counted\ntwice", "Ben Moss")],
        threads=[thread("1", done=True), thread("2", answers="1")],
        namespace=main,
        threads_in=namespace,
    )
    paper = read_paper(raw)
    root, answer = paper.comments
    assert (root.author, root.initials, root.date) == ("Carys Hale", "CH", made.WHEN)
    assert (root.resolved, root.parent, answer.parent, answer.resolved) == (True, None, "1", False)
    assert (root.anchored_text, answer.text) == ("seven falls", "Counted\ntwice")
    assert quote(paper, "1") == "seven falls"


def test_parts_are_found_by_what_they_are_wherever_they_stand() -> None:
    body = p(said_of("1", run("here")))
    raw = word_file(body, comments=[comment("1", "?")], folder="elsewhere/deep")
    assert [each.text for each in read_paper(raw).comments] == ["?"]


def test_a_passage_over_paragraphs_and_those_that_cross() -> None:
    raw = word_file(
        p(run("One "), start("1"), run("two "), start("2"), run("three")),
        p(run("four"), end("1"), run(" five"), end("2")),
        p(run("six")),
        comments=[comment("1", "a"), comment("2", "b")],
    )
    paper = read_paper(raw)
    assert by_id(paper)["1"].anchored_text == "two three\nfour"
    assert by_id(paper)["2"].anchored_text == "three\nfour five"
    assert quote(paper, "1") == "two three\n\nfour"


def test_passages_that_begin_and_end_between_paragraphs() -> None:
    raw = word_file(
        p(run("One")), start("1"), p(run("two")), '<w:commentRangeEnd w:id="1"/>',
        p(run("three"), mark("1")),
        comments=[comment("1", "a")],
    )  # fmt: skip
    paper = read_paper(raw)
    assert by_id(paper)["1"].anchored_text == "two"
    assert quote(paper, "1") == "two"


def test_comments_in_cells_and_over_them() -> None:
    raw = word_file(
        made.table(
            [p(run("Place")), p(run("Falls"))],
            [p(said_of("1", run("Ward | A"))), p(start("2"), run("seven"))],
            [p(run("Ward B"), end("2")), p(run("two")) + p(run("or three"))],
        ),
        comments=[comment("1", "a"), comment("2", "b")],
    )
    paper = read_paper(raw)
    assert paper.text == (
        "| Place | Falls |\n| --- | --- |\n| Ward \\| A | seven |\n| Ward B | two or three |"
    )
    assert quote(paper, "1") == "Ward \\| A"
    assert by_id(paper)["1"].anchored_text == "Ward | A"
    assert by_id(paper)["2"].anchored_text == "seven\nWard B"
    assert paper.counts.tables == 1


def test_a_comment_without_a_range_stands_where_its_mark_is() -> None:
    raw = word_file(
        p(run("One.")), p(run("Two."), mark("1")), p(run("Three.")), comments=[comment("1", "a")]
    )
    paper = read_paper(raw)
    found = by_id(paper)["1"]
    assert (found.anchored_text, found.referenced) == (None, True)
    assert paper.text[: found.start] == "One.\n\nTwo."


def test_a_comment_that_nothing_refers_to_is_not_lost() -> None:
    (found,) = read_paper(word_file(p(run("One.")), comments=[comment("1", "a")])).comments
    assert (found.text, found.referenced, found.start) == ("a", False, None)


def test_tracked_changes_are_done_and_kept() -> None:
    raw = word_file(
        p(run("It was "), deleted("very "), deleted("bad"), inserted("good"), run(" there.")),
        p(inserted("All new.", "Ann Other")),
    )
    paper = read_paper(raw)
    assert paper.text == "It was good there.\n\nAll new."
    assert [(each.kind, each.text, each.author) for each in paper.changes] == [
        ("deletion", "very ", "Ben Moss"),
        ("deletion", "bad", "Ben Moss"),
        ("insertion", "good", "Ben Moss"),
        ("insertion", "All new.", "Ann Other"),
    ]
    assert paper.text[paper.changes[2].start : paper.changes[2].end] == "good"


def test_what_was_moved_stands_where_it_is_now() -> None:
    moved = made.changed("moveFrom", run("Gone."))
    raw = word_file(p(moved), p(run("Stays.")), p(made.changed("moveTo", run("Gone."))))
    paper = read_paper(raw)
    assert paper.text == "Stays.\n\nGone."
    assert [each.kind for each in paper.changes] == ["moved away", "moved here"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    ends = f"<w:rPr>{made.changed('del', '')}</w:rPr>"
    paper = read_paper(word_file(p(run("One "), properties=ends), p(run("two.")), p(run("Three."))))
    assert paper.text == "One two.\n\nThree."


def test_a_comment_in_deleted_text_keeps_the_words_it_was_said_of() -> None:
    raw = word_file(
        p(run("It "), said_of("1", deleted("never ")), run("rains.")), comments=[comment("1", "a")]
    )
    found = by_id(read_paper(raw))["1"]
    assert (found.anchored_text, found.deleted) == ("", "never")
    assert found.start == found.end == len("It ")


def test_headings_go_by_the_names_of_their_styles() -> None:
    styled = [
        p(run(name), properties=f'<w:pStyle w:val="{id_}"/>') for id_, name in made.STYLES.items()
    ]
    outlined = p(run("by outline"), properties='<w:outlineLvl w:val="1"/>')
    unknown = p(run("body"), properties='<w:pStyle w:val="Heading1"/>')
    raw = word_file(*styled, outlined, unknown, parts={"styles": made.styles()})
    paper = read_paper(raw)
    assert paper.text.split("\n\n") == [
        "# Title", "# heading 1", "## Heading 2", "### heading 3", "## by outline", "body"
    ]  # fmt: skip
    assert paper.counts.headings == 4


def test_lists_keep_their_depth_and_count_on() -> None:
    items = [p(run(words), properties=in_list(deep)) for words, deep in (
        ("a", 0), ("b", 1), ("c", 1), ("d", 0),
    )]  # fmt: skip
    parts = {"numbering": made.numbering(("decimal", "3"), ("bullet", "1"))}
    paper = read_paper(word_file(*items, parts=parts))
    assert paper.text == "3. a\n   - b\n   - c\n4. d"
    assert paper.counts.lists == 4


def test_footnotes_and_comments_within_them() -> None:
    refers = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    note = made.notes("See page 3.", "Ibid.").replace("See page 3.", "See</w:t></w:r>" + said_of(
        "1", run("page 3")
    ) + "<w:r><w:t>.")  # fmt: skip
    raw = word_file(
        p(run("One"), refers.format(2), run(" two"), refers.format(1), run(".")),
        comments=[comment("1", "Which?")],
        parts={"footnotes": note},
    )
    paper = read_paper(raw)
    assert paper.text == "One[^1] two[^2].\n\n[^1]: Ibid.\n\n[^2]: Seepage 3."
    assert quote(paper, "1") == "page 3"
    assert paper.counts.footnotes == 2


def test_looks_and_links_become_markdown() -> None:
    bold, slant = run("much", properties="<w:b/>"), run("this", properties="<w:i/>")
    plain = run(" not", properties='<w:b w:val="0"/>')
    raw = word_file(p(run("So "), bold, run(" of "), slant, plain, run(".")))
    assert read_paper(raw).text == "So **much** of *this* not."


def test_a_text_box_is_read_once_although_it_is_written_twice() -> None:
    box = f"<w:txbxContent>{p(run('Boxed.'))}</w:txbxContent>"
    both = (
        '<mc:AlternateContent xmlns:mc="urn:mc">'
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    paper = read_paper(word_file(p(run("Beside. "), f"<w:r>{both}</w:r>"), p(run("After."))))
    assert paper.text == "Beside.\n\nBoxed.\n\nAfter."


def test_replies_that_go_in_a_circle_are_all_kept() -> None:
    from cartui.exchange.papers.said import said_in

    raw = word_file(
        p(said_of("1", run("x")), said_of("2", run("y"))),
        comments=[comment("1", "a"), comment("2", "b")],
        threads=[thread("1", answers="2"), thread("2", answers="1")],
    )
    said = said_in(read_paper(raw))
    assert sorted(each.text for each in said) == ["a", "b"]

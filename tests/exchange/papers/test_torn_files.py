"""Files gone wrong at random: read, or refused in words, and never a comment lost."""

import io
import random
import zipfile

import pytest
from lxml import etree

from cartui.exchange.decoding import Unreadable
from cartui.exchange.draft_files import read_draft
from tests.exchange.papers import make_word_files as made
from tests.exchange.papers.make_odt_files import note, odt_file
from tests.exchange.papers.make_word_files import comment, in_list, p, run, said_of, thread

WORD = made.word_file(
    p(run("Title"), properties='<w:pStyle w:val="Title"/>'),
    p(said_of("1", run("bold", properties="<w:b/>")), made.deleted("old"), made.inserted("new")),
    p(run("one"), '<w:r><w:footnoteReference w:id="1"/></w:r>', properties=in_list()),
    made.table([p(said_of("2", run("cell"))), p(run("b"))], [p(), p(run("d"))]),
    comments=[comment("1", "a\nb"), comment("2", "c")],
    threads=[thread("1", done=True), thread("2", answers="1")],
    parts={
        "styles": made.styles(), "footnotes": made.notes("See."),
        "numbering": made.numbering(("decimal", "3")),
    },
)  # fmt: skip
ODT = odt_file(
    f'<text:h text:outline-level="1">H</text:h><text:p>We{note("1", "a")}saw'
    '<office:annotation-end office:name="1"/><text:s text:c="3"/></text:p>'
    '<text:list text:style-name="L1"><text:list-item><text:p>x</text:p></text:list-item>'
    "</text:list><table:table><table:table-row><table:table-cell><text:p>c</text:p>"
    "</table:table-cell></table:table-row></table:table>"
)


def torn(raw: bytes, dice: random.Random) -> bytes:
    """The same file with elements and attributes taken out, doubled, moved or changed."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    return made.zipped(
        {
            name: _torn_part(part, dice) if part.startswith(b"<") and dice.random() < 0.7 else part
            for name, part in members.items()
        }
    )


def _torn_part(raw: bytes, dice: random.Random) -> bytes:
    root = etree.fromstring(raw)
    for _ in range(dice.randint(1, 4)):
        every = list(root.iter())
        one, other = dice.choice(every), dice.choice(every)
        above = one.getparent()
        how = dice.randrange(4)
        if one.attrib and how == 0:
            key = dice.choice(list(one.attrib))
            one.set(key, dice.choice(["", "-1", "99999999999999", "x", "0", "\u0663"]))
        elif one.attrib and how == 1:
            del one.attrib[dice.choice(list(one.attrib))]
        elif above is not None and how == 2:
            above.remove(one)
        elif one not in list(other.iterancestors()) and one is not other and one is not root:
            other.append(one)
    return etree.tostring(root)


@pytest.mark.parametrize(("raw", "name"), [(WORD, "a.docx"), (ODT, "a.odt")])
@pytest.mark.parametrize("seed", range(6))
def test_what_is_torn_is_read_or_refused(raw: bytes, name: str, seed: int) -> None:
    dice = random.Random(seed)
    read = 0
    for _ in range(60):
        broken = torn(raw, dice)
        try:
            file = read_draft(broken, name)
        except Unreadable:
            continue
        read += 1
        assert file.paper is not None
        said = len(file.comments) + sum(len(each.replies) for each in file.comments)
        assert said >= len(file.paper.comments)
        assert all(0 <= each.start <= each.end <= len(file.text) for each in file.comments)
    assert read

"""What cannot be read: a sentence each that says what happened, what is safe, and what to do."""

import struct
import zlib

import pytest

from cartui.exchange.decoding import LARGEST, Unreadable
from cartui.exchange.draft_files import read_draft
from cartui.exchange.papers import zipped as limits
from cartui.exchange.papers.reader import read_paper
from tests.exchange.papers.make_odt_files import odt_file
from tests.exchange.papers.make_word_files import p, run, word_file, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
GOOD = word_file(p(run("One. " * 200)))


def relations(name: str) -> dict[str, str]:
    """The part that says which member is the document."""
    target = f'<Relationship Id="r" Type="x/officeDocument" Target="{name}"/>'
    return {"_rels/.rels": f"<Relationships>{target}</Relationships>"}


def with_document(xml: str) -> bytes:
    """A Word file whose document is this XML."""
    return zipped({**relations("d.xml"), "d.xml": xml})


LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><a>&b;</a>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]><a>&a;</a>'
LOCKED_ODT = zipped({"content.xml": "x", "META-INF/manifest.xml": "<encryption-data/>"})
LOCKED_WORD = OLE + "EncryptedPackage".encode("utf-16-le") + "EncryptionInfo".encode("utf-16-le")


def lying(raw: bytes, size: int) -> bytes:
    """The same zip, with every unpacked size in it declared anew."""
    found = bytearray(raw)
    for sign, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = found.find(sign)
        while place >= 0:
            found[place + at : place + at + 4] = struct.pack("<I", size)
            place = found.find(sign, place + 4)
    return bytes(found)


def named(given: object) -> str:
    """A case by its words: bytes of a file made just now are no name, they hold the time."""
    return given if isinstance(given, str) else "file"


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "nothing in this file"),
        (OLE, "an older Word file"),
        (LOCKED_WORD, "locked with a password"),
        (LOCKED_ODT, "locked with a password"),
        (GOOD[: len(GOOD) // 2], "damaged or cut short"),
        (GOOD[:-30], "damaged or cut short"),
        (GOOD[:60] + b"\xff" * 40 + GOOD[100:], "damaged or cut short"),
        (b"PK\x03\x04", "damaged or cut short"),
        (with_document("<a>"), "damaged or cut short"),
        (with_document("<a>" * 400 + "</a>" * 400), "damaged or cut short"),
        (with_document("<a/>"), "no Word or OpenDocument text"),
        (with_document(LAUGHS), "far more than a text"),
        (with_document(OUTSIDE), "far more than a text"),
        (zipped({"xl/workbook.xml": "<a/>"}), "no Word or OpenDocument text"),
        (zipped({"content.xml": "<a><body/></a>"}), "no Word or OpenDocument text"),
        (zipped({f"{n}": "" for n in range(2_001)}), "far more than a text"),
        (zipped({"a": bytes(3 * 1024 * 1024)}), "far more than a text"),
        (b"%PDF-1.7", "This is a PDF"),
        (b"{\\rtf1", "rich text"),
        (b"<html>", "a web page"),
        (b"Just words.", "neither a Word nor an OpenDocument file"),
    ],
    ids=named,
)
def test_each_is_refused_in_words(raw: bytes, says: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_paper(raw)
    assert says in str(refused.value)
    assert limits.SAFE in str(refused.value)


def test_sizes_that_lie_are_not_believed() -> None:
    """A member that says it is small is read only as far as a text may go."""
    swollen = zipped(
        {"word/document.xml": b" " * (limits.WHOLE + 1), **relations("word/document.xml")}
    )
    with pytest.raises(Unreadable, match=r"damaged|far more"):
        read_paper(lying(swollen, 100))


def test_what_comes_out_is_counted_over_all_members(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WHOLE", 1_000)
    members = limits.Zipped(zipped({"a": b"x" * 600, "b": zlib.compress(b"")}))
    members._left = 500
    with pytest.raises(Unreadable, match="far more"):
        members.read("a")


@pytest.mark.parametrize(
    ("name", "raw", "says"),
    [
        ("a.docx", word_file(p()), "no words"),
        ("a.docx", b"PK" + bytes(LARGEST), "20 MB"),
        ("a.doc", OLE, "save it as .docx"),
        ("a.odt", b"Just words.", "give it the ending .txt"),
        ("a.md", GOOD, "whatever its name"),
    ],
    ids=named,
)
def test_a_drafts_file_says_the_same(name: str, raw: bytes, says: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_draft(raw, name)
    assert says in str(refused.value)
    assert "Nothing was brought in" in str(refused.value)


def test_a_word_file_under_another_word_ending_is_read_all_the_same() -> None:
    assert read_draft(GOOD, "a.odt").text.startswith("One.")
    assert read_draft(odt_file("<text:p xmlns:text='t'>Two.</text:p>"), "b.docx").title == "b"

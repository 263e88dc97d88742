"""E-mails from files: their words, who wrote them, and what is refused in a sentence."""

import pytest

from cartui.exchange.decoding import LARGEST, Unreadable
from cartui.exchange.mails.mail import Voice
from cartui.exchange.mails.mail_file import pasted_mail, read_mail
from cartui.exchange.mails.mail_html import html_text
from cartui.exchange.mails.mail_text import LONGEST, unflowed
from tests.exchange.mails.make_mails import QUOTED, eml


def test_a_saved_mail_says_who_and_when() -> None:
    mail = read_mail(eml(QUOTED, attached="draft.docx"), "answer.eml")
    assert mail.voice == Voice("Ana Moreno", "2016-10-04T09:30:00+01:00")
    assert mail.text.splitlines() == QUOTED.splitlines()
    assert mail.attached == ("draft.docx",)
    assert read_mail(eml(QUOTED), "-") == read_mail(eml(QUOTED), "b.eml")


def test_of_an_address_alone_what_stands_before_the_at_is_the_name() -> None:
    assert read_mail(eml("a", sender="ana.m@council.example"), "a.eml").voice.name == "ana.m"


def test_flowed_lines_are_whole_again() -> None:
    flowed = "> The map was \n> finished.\n>> Twice \n> No \nI doubt \nit.\n-- \nAna"
    assert unflowed(flowed) == "> The map was finished.\n>> Twice \n> No \nI doubt it.\n-- \nAna"
    assert unflowed("a \nb", delete_space=True) == "ab"
    assert read_mail(eml("I doubt \nit.\n", flowed=True), "a.eml").text.strip() == "I doubt it."


def test_a_page_without_plain_text_keeps_what_is_quoted() -> None:
    page = (
        "<html><head><style>p {}</style></head><body><p>I&nbsp;like&#8203; it.</p>"
        '<div>On 3 Oct 2016, Rowan wrote:<br></div><blockquote type="cite"><p>The map<br>was.</p>'
        "<ul><li>one<li>two</ul></blockquote><div>Who?</div><script>bad()</script></body></html>"
    )
    assert html_text(page).replace("\n\n", "\n").split("\n") == [
        "I\N{NO-BREAK SPACE}like\N{ZERO WIDTH SPACE} it.", "On 3 Oct 2016, Rowan wrote:",
        "> The map", "> was.", ">", "> - one", "> - two", ">", "Who?",
    ]  # fmt: skip
    mail = read_mail(eml("", page), "a.eml")
    assert mail.text.startswith("I like it.")


def test_what_nobody_sees_goes_and_blanks_are_blanks() -> None:
    mail = pasted_mail("\ufeffI\u00a0like\u200b it\u200e.\r\nYes\u2028no\x07")
    assert mail.text == "I like it.\nYes\nno\N{REPLACEMENT CHARACTER}"


def nested(depth: int) -> bytes:
    """A message in a message in a message."""
    raw = b"From: a@b.example\nMessage-ID: <1>\n"
    for number in range(depth):
        raw += f'Content-Type: multipart/mixed; boundary="{number}"\n\n--{number}\n'.encode()
    return raw


@pytest.mark.parametrize(
    ("name", "raw", "says"),
    [
        ("a.eml", b"", "no words"),
        ("a.txt", b" \n\t\n", "no words"),
        ("a.msg", b"\xd0\xcf\x11\xe0rest", ".msg"),
        ("a.eml", b"PK\x03\x04rest", "comes in with N"),
        ("a.eml", b"%PDF-1.7", "This is a PDF"),
        ("a.docx", b"words", "E-mails are read from"),
        ("a.txt", b"a\0b", "not the words of an e-mail"),
        ("a.txt", bytes(range(256)) * 9, "not the words of an e-mail"),
        ("a.txt", b"word " * 300_000, "longer than any e-mail"),
        ("a.eml", b"x" * (LARGEST + 1), "larger than 20 MB"),
        ("a.eml", b"From: a@b.example\n\n" + b"word " * 300_000, "longer than any e-mail"),
        ("a.eml", nested(3_000), "Nothing was brought in"),
        ("a.eml", b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\n\nb\n" * 900, "parts"),
        ("a.eml", b"From: a@b.example\nContent-Type: text/plain; charset=utf-8\n\n\0\0\0", "words"),
    ],
)
def test_what_is_no_mail_is_refused_in_a_sentence(name: str, raw: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match="Nothing was brought in") as refused:
        read_mail(raw, name)
    assert says in str(refused.value)


def test_a_mail_in_an_odd_alphabet_is_read_all_the_same() -> None:
    raw = b"From: a@b.example\nContent-Type: text/plain; charset=klingon\n\nCaf\xe9\n"
    assert read_mail(raw, "a.eml").text.strip() == "Café"


def test_five_megabytes_pasted_are_refused_at_once() -> None:
    with pytest.raises(Unreadable, match="longer than any e-mail"):
        pasted_mail("> " * (5 * LONGEST // 2))

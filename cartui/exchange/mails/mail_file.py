"""An e-mail from a file (.eml), from a paste or from standard input, with who wrote it."""

from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from pathlib import PurePath

from cartui.exchange.decoding import LARGEST, Unreadable, letters
from cartui.exchange.mails.header_blocks import writer
from cartui.exchange.mails.mail import Mail, Voice
from cartui.exchange.mails.mail_html import html_text
from cartui.exchange.mails.mail_text import LONGEST, mail_text, unflowed
from cartui.exchange.papers.spoken import moment

MAIL_FILES = (".eml", ".txt")
_SAFE = "Nothing was brought in."
_PASTE = "Open the e-mail, copy its words and paste them."
_MSG = (
    f"This is Outlook's own kind of file (.msg). {_SAFE} Save the e-mail as .eml or text, or copy "
    "its words and paste them."
)
_ZIP = (
    f"This is a document or a zipped file, not an e-mail. {_SAFE} A Word file comes in with N, as "
    "a new version."
)
_OTHER_KINDS = (
    (b"\xd0\xcf\x11\xe0", _MSG),
    (b"PK\x03\x04", _ZIP),
    (b"%PDF", f"This is a PDF. {_SAFE} {_PASTE}"),
)
_MOST_PARTS = 500


def read_mail(raw: bytes, name: str) -> Mail:
    """Return the e-mail in a file of that name; "-" and .txt hold the words alone, as pasted.

    Raises Unreadable for other kinds of file, for what is empty, too large, damaged, or no text.
    """
    for start, says in _OTHER_KINDS:
        if raw.startswith(start):
            raise Unreadable(says)
    if len(raw) > LARGEST:
        raise Unreadable(f"The file is larger than 20 MB, too large for an e-mail. {_SAFE}")
    ending = PurePath(name).suffix.lower()
    if ending == ".eml" or (name == "-" and _has_headers(raw)):
        return _from_message(raw)
    if name != "-" and ending not in MAIL_FILES:
        raise Unreadable(f"E-mails are read from .eml and .txt files; {name} is neither. {_SAFE}")
    try:
        return pasted_mail(letters(raw)[0])
    except Unreadable as problem:
        if "Line" in str(problem):
            raise Unreadable(f"These are not the words of an e-mail. {_SAFE}") from None
        raise


def pasted_mail(text: str) -> Mail:
    """Return an e-mail whose words were pasted. Raises Unreadable."""
    return Mail(text=mail_text(text))


def _has_headers(raw: bytes) -> bool:
    """Whether bytes begin as a saved e-mail does, and not only as one that was copied."""
    head = raw[:20_000].lower()
    return b"\nmime-version:" in head or b"\nmessage-id:" in head


def _from_message(raw: bytes) -> Mail:
    try:
        message = BytesParser(policy=policy.default).parsebytes(raw)
        if sum(1 for _ in zip(message.walk(), range(_MOST_PARTS + 1), strict=False)) > _MOST_PARTS:
            raise Unreadable(f"This e-mail has more than {_MOST_PARTS} parts. {_SAFE} {_PASTE}")
        words, files = _words(message), _attached(message)
        voice = Voice(writer(str(message["from"] or "")), _sent(message))
    except Unreadable:
        raise
    except (RecursionError, LookupError, ValueError, AttributeError, TypeError):
        # The library raises whatever it stumbles on in a damaged or a hostile header.
        raise Unreadable(f"This e-mail is damaged and cannot be read. {_SAFE} {_PASTE}") from None
    return Mail(text=mail_text(words), voice=voice, attached=files)


def _words(message: EmailMessage) -> str:
    """Return the plain text of a mail; of one that has none, its page as lines."""
    plain = message.get_body(preferencelist=("plain",))
    if plain is not None and (words := _content(plain)).strip():
        if str(plain.get_param("format", "")).lower() == "flowed":
            spaces = str(plain.get_param("delsp", "")).lower() == "yes"
            return unflowed(words, delete_space=spaces)
        return words
    page = message.get_body(preferencelist=("html",))
    return html_text(_content(page)) if page is not None else ""


def _content(part: MIMEPart) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    if len(payload) > 10 * LONGEST:
        raise Unreadable(f"This is longer than any e-mail ({LONGEST:,} characters). {_SAFE}")
    try:
        return payload.decode(part.get_content_charset("utf-8"))
    except (LookupError, UnicodeDecodeError):
        return letters(payload)[0]


def _attached(message: EmailMessage) -> tuple[str, ...]:
    names = (part.get_filename() for part in message.iter_attachments())
    return tuple(" ".join(str(name).split())[:80] for name in names if name)


def _sent(message: EmailMessage) -> str:
    when = getattr(message["date"], "datetime", None)
    return moment(when.isoformat()) if when is not None else ""

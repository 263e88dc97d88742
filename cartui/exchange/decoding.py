"""From bytes to text: which letters a spreadsheet program meant when it saved a file."""

import codecs

from cartui.model.problems import CartuiProblem

LARGEST = 20 * 1024 * 1024

_SAFE = "Nothing was brought in."
_AS_CSV = "choose Save as, CSV, and bring in that file"
# The first bytes of files that people pick by mistake, and what to say of each.
_OTHER_KINDS = (
    (b"PK\x03\x04", f"This is an Excel workbook or a zipped file. {_SAFE} In Excel {_AS_CSV}."),
    (b"\xd0\xcf\x11\xe0", f"This is an older Excel or Word file. {_SAFE} In Excel {_AS_CSV}."),
    (b"%PDF", f"This is a PDF. {_SAFE} Copy the names from it and paste them instead."),
    (b"{\\rtf", f"This is a word processor's file. {_SAFE} Copy the list from it and paste it."),
)
# A mark of four bytes begins with the same bytes as one of two, so it is tried first.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Without a mark: what Windows, an older Mac, and "CSV (MS-DOS)" write. Windows wins a draw.
_WITHOUT_MARK = ("cp1252", "mac_roman", "cp850")
# Signs that stand in ordinary lists (pounds, dashes, curly quotes ...), as Windows counts them.
_PLAIN_SIGNS = frozenset(
    b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa3\xa7\xa9\xab\xae\xb0\xb2\xb3\xb7\xbb\xbc\xbd".decode(
        "cp1252"
    )
)


class Unreadable(CartuiProblem):
    """A file or a paste that cannot be read as a list. Nothing was brought in."""


def decode(raw: bytes) -> tuple[str, str]:
    """Return the text of a file and the name of its encoding (a mark, then UTF-8, then older ones).

    Raises Unreadable for a file that is empty, too large, of another kind, or not text.
    """
    if len(raw) > LARGEST:
        raise Unreadable(f"The file is larger than 20 MB, too large for a list. {_SAFE}")
    for start, says in _OTHER_KINDS:
        if raw.startswith(start):
            raise Unreadable(says)
    text, encoding = letters(raw)
    return refuse_what_is_no_list(text), encoding


def letters(raw: bytes) -> tuple[str, str]:
    """Return bytes as text, whatever they hold, and the encoding. Raises Unreadable."""
    return _with_mark(raw) or _without_mark(raw)


def refuse_what_is_no_list(text: str) -> str:
    """Return `text` unless it is empty, a web page or holds NUL characters: then Unreadable."""
    if len(text) > LARGEST:
        raise Unreadable(f"The text is larger than 20 MB, too large for a list. {_SAFE}")
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise Unreadable(f"Line {line} holds NUL characters, so this is not a text file. {_SAFE}")
    if text.lstrip("\ufeff \t\r\n")[:14].lower().startswith(("<!doctype html", "<html", "<table")):
        raise Unreadable(f"This is a web page under another name. {_SAFE} Open it, {_AS_CSV}.")
    if not text.strip('\ufeff \t\r\n\v\f,;"'):
        raise Unreadable(f"There is nothing in it. {_SAFE}")
    return text


def _with_mark(raw: bytes) -> tuple[str, str] | None:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return raw.decode(encoding), encoding
            except UnicodeDecodeError as broken:
                raise Unreadable(
                    f"The file says that it is {encoding.upper()}, but it breaks off or is"
                    f" damaged at byte {broken.start + 1}. {_SAFE} Save it again as CSV UTF-8."
                ) from None
    return None


def _without_mark(raw: bytes) -> tuple[str, str]:
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as broken:
        line = raw[: broken.start].count(b"\n") + 1
    found: list[tuple[int, str, str]] = []
    for encoding in _WITHOUT_MARK:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        found.append((_likely(text[:65_536]), text, encoding))
    if b"\0" in raw or not found:
        raise Unreadable(
            f"Line {line} holds letters that cannot be read. {_SAFE} Save it again as CSV UTF-8."
        )
    _, text, encoding = max(found, key=lambda reading: reading[0])
    return text, encoding


def _likely(text: str) -> int:
    """Count what reads as western writing, less what does not (a capital after a small letter)."""
    score, before = 0, " "
    for letter in text:
        if letter > "\x7f":
            ordinary = letter.isalpha() and "\xbf" < letter < "\u0100"
            shouts = letter.isupper() and before.islower()
            score += 1 if (ordinary and not shouts) or letter in _PLAIN_SIGNS else -1
        before = letter
    return score

"""A word processor's file is a zip: opened without trust, its members read within limits."""

import zipfile
import zlib
from io import BytesIO
from posixpath import normpath

from cartui.exchange.decoding import Unreadable

MEMBERS = 2_000
"""How many members a file may have."""
WHOLE = 50 * 1024 * 1024
"""How many bytes its members may come to, unpacked."""
RATIO = 100
LARGE = 1024 * 1024
"""A member over this size may not be more than RATIO times its packed size."""
SAFE = "Nothing was brought in, and the file is as it was."
_STEP = 64 * 1024
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = ("EncryptedPackage".encode("utf-16-le"), "EncryptionInfo".encode("utf-16-le"))
_OTHER_KINDS = (
    (b"%PDF", "This is a PDF"),
    (b"{\\rtf", "This is a rich text file (.rtf)"),
    (b"<", "This is a web page or an XML file"),
)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)


class Zipped:
    """The members of a zip by name. What is read in all is counted, since declared sizes lie."""

    def __init__(self, raw: bytes) -> None:
        """Look the file over. Raises Unreadable, in words, for all that is no sound zip."""
        _refuse_other_kinds(raw)
        try:
            self._zip = zipfile.ZipFile(BytesIO(raw))
            members = self._zip.infolist()
        except _BROKEN:
            raise broken() from None
        _refuse_bombs(members)
        self._members = {_plain(each.filename): each for each in members if not each.is_dir()}
        self._folded = {name.casefold(): name for name in self._members}
        self._left = WHOLE
        self._read: dict[str, bytes] = {}

    def __contains__(self, name: str) -> bool:
        return self._known(name) is not None

    def read(self, name: str) -> bytes:
        """Return a member's bytes, b"" if there is none. Raises Unreadable: damaged or too large.

        Names are found whatever their case: some programs write them as they like.
        """
        known = self._known(name)
        if known is None:
            return b""
        if known not in self._read:
            self._read[known] = self._unpacked(self._members[known])
        return self._read[known]

    def names(self) -> tuple[str, ...]:
        """Return the names of all members."""
        return tuple(self._members)

    def _known(self, name: str) -> str | None:
        plain = _plain(name)
        return plain if plain in self._members else self._folded.get(plain.casefold())

    def _unpacked(self, member: zipfile.ZipInfo) -> bytes:
        if member.flag_bits & 0x1:
            raise locked()
        parts = []
        try:
            with self._zip.open(member) as file:
                while part := file.read(_STEP):
                    self._left -= len(part)
                    if self._left < 0:
                        raise swollen()
                    parts.append(part)
        except RuntimeError:  # what zipfile raises for a password
            raise locked() from None
        except _BROKEN:
            raise broken() from None
        return b"".join(parts)


def broken() -> Unreadable:
    """Return the problem of a file that is not whole."""
    return Unreadable(
        f"This file is damaged or cut short, so not all of it can be read. {SAFE} Open it in the "
        "program it was written with, save it again and bring in that file, or ask for it again."
    )


def locked() -> Unreadable:
    """Return the problem of a file with a password."""
    return Unreadable(
        f"This file is locked with a password. {SAFE} Open it in Word or LibreOffice, save a copy "
        "without the password and bring in that copy."
    )


def swollen() -> Unreadable:
    """Return the problem of a file that unpacks to far more than a text."""
    return Unreadable(
        f"This file unpacks to far more than a text is: over 50 MB, or in too many pieces. {SAFE} "
        "If it is full of pictures, save a copy without them and bring in that copy."
    )


def not_a_text() -> Unreadable:
    """Return the problem of a zip that holds no text document."""
    return Unreadable(
        f"This is a zipped file, but no Word or OpenDocument text is in it. {SAFE} A sheet or "
        "slides are not read: save the text as .docx, .odt or .md and bring in that file."
    )


def _refuse_other_kinds(raw: bytes) -> None:
    if raw.startswith(_OLD_OFFICE):
        if all(mark in raw for mark in _ENCRYPTED):
            raise locked()
        raise Unreadable(
            f"This is an older Word file (.doc), which is not read. {SAFE} Open it in Word or "
            "LibreOffice, save it as .docx and bring in that file: its comments come along."
        )
    if not raw:
        raise Unreadable(f"There is nothing in this file. {SAFE} Ask for it again.")
    if raw.startswith(b"PK"):
        return
    for start, says in _OTHER_KINDS:
        if raw.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(start):
            raise Unreadable(
                f"{says}, whatever its name. {SAFE} Save the text as .docx, .odt or .md and bring "
                "in that file."
            )
    raise Unreadable(
        f"This is neither a Word nor an OpenDocument file, whatever its name. {SAFE} If it is "
        "plain text, give it the ending .txt or .md and bring it in again."
    )


def _refuse_bombs(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MEMBERS or sum(each.file_size for each in members) > WHOLE:
        raise swollen()
    for each in members:
        if each.file_size > LARGE and each.file_size > RATIO * max(1, each.compress_size):
            raise swollen()


def _plain(name: str) -> str:
    """Return a member's name without the ways round that programs write: `/a/../b`, `a\\b`."""
    return normpath(name.replace("\\", "/").lstrip("/"))

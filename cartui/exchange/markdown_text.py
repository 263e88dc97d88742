"""Text inside Markdown: it reads as it was written, and no sign of it is alive."""

import re

from cartui.model.text import clean

_SIGNS = re.compile(r"[\\`*_\[\]<>#|~&$!@]|(?<=\S)[.:](?=\S)")
# These mean something only at the beginning: a list, a quotation, a number, a rule. After digits
# only a dot or a bracket does, so that a date stays one.
_FIRST = re.compile(r"^(?:(\d+)(?=[.)])|(?=[-+=:.)]))")


def literal(text: str) -> str:
    """Return `text` as one line of Markdown that shows it letter by letter.

    No emphasis, code, table cell, HTML, link or address comes to life in it.
    """
    return _FIRST.sub(lambda found: f"{found[0]}\\", _SIGNS.sub(r"\\\g<0>", clean(text)))

"""Who speaks in a paper, and when: names without addresses, dates as they are kept."""

import re
from datetime import datetime

VERDICT = "cartui"
"""The initials of a reply that says what the author decided; nobody's own."""

_ADDRESS = re.compile(r"<.*")
_FRACTION = re.compile(r"\.\d+")


def name_of(author: str) -> str:
    """Return an author's name without the mail address that Word may put behind it."""
    name = _ADDRESS.sub("", author).strip() or author.strip(" <>")
    return name.partition("@")[0] if " " not in name else name


def moment(date: str) -> str:
    """Return a date of a file in ISO form, "" if it is none; fractions of seconds are left out."""
    try:
        found = datetime.fromisoformat(_FRACTION.sub("", date.strip()))
    except ValueError:
        return ""
    return found.isoformat(timespec="seconds").replace("+00:00", "Z")

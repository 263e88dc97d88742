"""Whether this terminal's locale has letters beyond plain ones, told from what it says itself."""

import os
import sys

_PYTHONS_OWN = ("C.UTF-8", "C.utf8", "UTF-8")


def speaks_utf8() -> bool:
    """Whether the locale and Python's own output are both UTF-8.

    What LC_ALL, LC_CTYPE or LANG says counts: Python writes UTF-8 though the locale is C (PEP 540),
    and where LANG says C it puts an LC_CTYPE of its own before it (PEP 538), which does not count.
    """
    said = [os.environ.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG")]
    if said[1] in _PYTHONS_OWN and said[2] in ("C", "POSIX"):
        del said[1]
    encoding = sys.stdout.encoding or ""
    locale = next(filter(None, said), encoding)
    return all("utf8" in each.lower().replace("-", "") for each in (locale, encoding))

"""A change that somebody suggests, in words: what is put in, taken out, or both."""

import re

_FORMS = (
    re.compile(r"Put “(?P<new>.+)” in the place of “(?P<old>.+)”", re.DOTALL),
    re.compile(r"Take out: “(?P<old>.+)”", re.DOTALL),
    re.compile(r"Put in: “(?P<new>.+)”", re.DOTALL),
)


def suggested(old: str, new: str) -> str:
    """Return in words what a change asks for: words put in, taken out, or both."""
    if old and new:
        return f"Put “{new}” in the place of “{old}”"
    return f"Take out: “{old}”" if old else f"Put in: “{new}”"


def change_in(words: str) -> tuple[str, str] | None:
    """Return (old, new) of words that `suggested` has written, either may be "".

    None for any other words: somebody may have said it differently.
    """
    for form in _FORMS:
        if (found := form.fullmatch(words.strip())) is not None:
            said = found.groupdict()
            return said.get("old", ""), said.get("new", "")
    return None

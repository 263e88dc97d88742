"""Which names may mean which people: the same but for order and accents, or only perhaps."""

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from msgspec import Struct

from cartui.model.people import Person
from cartui.services.people_lines import folded

_NOT_LETTERS = re.compile(r"[^\w]+|_+")
_ALIKE = 0.84
"""How much of two names must agree, letter by letter, to be taken for a slip of the pen."""


class Meant(Struct, frozen=True):
    """Whom a name means, a person's uid, and why; without `sure` only perhaps."""

    person: str
    why: str
    sure: bool = False


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name for comparing: "Moreno, Ana" is ana moreno."""
    family, comma, rest = folded(name).partition(",")
    turned = f"{rest} {family}" if comma and rest.strip() else family
    return tuple(word for word in _NOT_LETTERS.split(turned) if word)


def meant(name: str, people: Iterable[Person]) -> Meant | None:
    """Return whom a name means. A name that may be of two people at once means neither."""
    words = name_words(name)
    if not words:
        return None
    known = [(person.uid, names) for person in people for names in _names(person)]
    for fits, why, sure in _WAYS:
        found = {uid for uid, names in known if fits(words, names)}
        if found:
            return Meant(found.pop(), why, sure) if len(found) == 1 else None
    return None


def _names(person: Person) -> list[tuple[str, ...]]:
    found = (name_words(person.name), name_words(person.label))
    return [names for names in dict.fromkeys(found) if names]


def _same(words: Sequence[str], names: Sequence[str]) -> bool:
    return words == names


def _any_order(words: Sequence[str], names: Sequence[str]) -> bool:
    return len(names) > 1 and sorted(words) == sorted(names)


def _initials(words: Sequence[str], names: Sequence[str]) -> bool:
    letters = "".join(words)
    whole = "".join(name[0] for name in names)
    short = len(words) == 1 or all(len(word) == 1 for word in words)
    return short and len(letters) > 1 and letters in (whole, whole[0] + whole[-1])


def _shortened(words: Sequence[str], names: Sequence[str]) -> bool:
    """Whether each word is a name or the first letter of one, as in "Ana M." and "A. Moreno"."""
    if len(words) < 2 or len(names) < 2 or max(map(len, words)) < 2:
        return False
    first, last = (words[0], names[0]), (words[-1], names[-1])
    return all(word == name or word == name[0] for word, name in (first, last))


def _run_together(words: Sequence[str], names: Sequence[str]) -> bool:
    """Whether one word is made of a name and a letter, as addresses are: amoreno, anam."""
    if len(words) != 1 or len(names) < 2:
        return False
    first, last = names[0], names[-1]
    return words[0] in (first[0] + last, first + last[0], first + last, last + first[0])


def _one_of_them(words: Sequence[str], names: Sequence[str]) -> bool:
    return len(words) == 1 and len(words[0]) > 1 and words[0] in (names[0], names[-1])


def _slip(words: Sequence[str], names: Sequence[str]) -> bool:
    one, other = " ".join(words), " ".join(names)
    if min(len(one), len(other)) < 4 or abs(len(one) - len(other)) > 4:
        return False
    if one[0] != other[0] and one[-1] != other[-1]:
        return False  # a slip at both ends at once is none
    likeness = SequenceMatcher(None, one, other, autojunk=False)
    return likeness.quick_ratio() >= _ALIKE and likeness.ratio() >= _ALIKE


Fits = Callable[[Sequence[str], Sequence[str]], bool]
_WAYS: tuple[tuple[Fits, str, bool], ...] = (
    (_same, "the same name", True),
    (_any_order, "the same name", True),
    (_initials, "initials", False),
    (_shortened, "shortened", False),
    (_run_together, "as in an address", False),
    (_one_of_them, "one name of two", False),
    (_slip, "spelt alike", False),
)

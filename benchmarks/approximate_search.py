"""Where a pattern stands in a text with the fewest errors: the search of the Hypothes.is client.

Myers' bit-parallel algorithm (Journal of the ACM 46, 1999), a Python integer for a column.
"""

from collections import defaultdict


def fewest_errors(pattern: str, text: str, most: int) -> tuple[int, list[tuple[int, int]]]:
    """Return the fewest insertions, deletions and replacements with which a pattern stands in a
    text, and all places where it does so with that many; none if it takes more than `most`.
    """
    errors, ends = _ends(pattern, text, most)
    places = []
    for end in ends:
        left = max(0, end - len(pattern) - errors)
        _, lengths = _ends(pattern[::-1], text[left:end][::-1], errors, fixed=True)
        places += [(end - lengths[0], end)] if lengths else []
    return errors, places


def _ends(pattern: str, text: str, most: int, fixed: bool = False) -> tuple[int, list[int]]:
    """Return the fewest errors, and where matches with that many end. `fixed` ones begin at the
    beginning of the text.
    """
    where: dict[str, int] = defaultdict(int)
    for at, letter in enumerate(pattern):
        where[letter] |= 1 << at
    whole, top = (1 << len(pattern)) - 1, 1 << (len(pattern) - 1)
    more, less, errors = whole, 0, len(pattern)
    best, ends = most, list[int]()
    for at, letter in enumerate(text, start=1):
        same = where.get(letter, 0)
        down = same | less
        across = (((same & more) + more) ^ more) | same
        rise, fall = less | (whole & ~(across | more)), more & across
        errors += bool(rise & top) - bool(fall & top)
        rise, fall = ((rise << 1) | fixed) & whole, (fall << 1) & whole
        more, less = fall | (whole & ~(down | rise)), rise & down
        if errors < best:
            best, ends = errors, []
        if errors == best:
            ends.append(at)
    return best, ends

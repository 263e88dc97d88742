"""Two versions of the rules in two columns, wrapped; words that differ stand in brackets."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from cartui.services.ground_rules_compared import Became, Compared, Words
from screens.parts.cells import fit, wrap
from screens.parts.reading import Line
from screens.parts.symbols import mark


def side_by_side(titles: tuple[str, str], rows: Sequence[Compared], width: int) -> Iterator[Line]:
    """Yield the two columns line by line, as wide as the window."""
    column = max(10, (min(width, 180) - 4) // 2)
    rule = [(f" {mark('bar')} ", "muted")]
    yield [("  " + fit(titles[0], column - 2), "word"), *rule, (fit(titles[1], column), "word")]
    for row in rows:
        yield [(" " * column, ""), *rule]
        left = _cell(row.number_before, row.before, "-", _instead(row, Became.NEW), column)
        right = _cell(row.number_after, row.after, "+", _instead(row, Became.GONE), column)
        for n in range(max(len(left), len(right))):
            one = left[n] if n < len(left) else [(" " * column, "")]
            other = right[n] if n < len(right) else []
            yield [*one, *rule, *other]


def _instead(row: Compared, when: Became) -> str:
    return (
        {Became.NEW: "(not there yet)", Became.GONE: "(no longer there)"}[row.change]
        if (row.change is when)
        else ""
    )


def _cell(number: int, words: Words, sign: str, instead: str, width: int) -> list[Line]:
    """Return one rule's lines in a column, each as wide as the column."""
    room = width - 5
    said = iter([(word, "muted") for word in instead.split()]) if instead else _signed(words, sign)
    lines = _wrapped(said, room)
    found: list[Line] = []
    for n, line in enumerate(lines):
        front = f"{number:>3}  " if number and not n else "     "
        blanks = room - sum(cell_len(text) for text, _ in line)
        found.append([(front, "muted"), *line, (" " * max(0, blanks), "")])
    return found


def _signed(words: Words, sign: str) -> Iterator[tuple[str, str]]:
    """Yield single words with their look; a piece that differs stands in brackets."""
    for text, differs in words:
        held = f"[{sign}{text}{sign}]" if differs else text
        for word in held.split(" "):
            yield word, "differs" if differs else ""


def _wrapped(words: Iterator[tuple[str, str]], width: int) -> list[list[tuple[str, str]]]:
    lines: list[list[tuple[str, str]]] = [[]]
    used = 0
    for whole, look in words:
        for word in wrap(whole, width):
            cells = cell_len(word)
            if used and used + 1 + cells > width:
                lines.append([])
                used = 0
            if used:
                before = lines[-1][-1][1]
                lines[-1].append((" ", look if look == before else ""))
            lines[-1].append((word, look))
            used += cells + (1 if used else 0)
    return lines

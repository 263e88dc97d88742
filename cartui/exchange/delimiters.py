"""Comma, semicolon or tab: which of them really divides the lines.

The standard library's Sniffer guesses from single lines and takes letters and blanks for
delimiters; here the one wins that gives the same number of cells on line after line.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable
from io import StringIO
from itertools import islice

_CANDIDATES = ("\t", ";", ",")
_SAID = re.compile(r'"?sep=(.)"?[,;\t]*', re.IGNORECASE)
_SAMPLE = 400


def said_delimiter(first_line: str) -> str:
    """Return the delimiter that a first line such as `sep=;` (as Excel writes it) names, or ""."""
    said = _SAID.fullmatch(first_line.strip("\r\n\ufeff "))
    return said[1] if said else ""


def choose_delimiter(text: str) -> str:
    """Return the delimiter of `text`, or "" when it is one column."""
    sample = list(islice(StringIO(text, newline=""), _SAMPLE))
    scores = {mark: score for mark in _CANDIDATES if (score := _score(sample, mark))}
    return max(scores, key=lambda mark: scores[mark]) if scores else ""


def _score(sample: Iterable[str], mark: str) -> tuple[bool, float, float, int] | None:
    """Return how well `mark` divides the lines (greater is better), None if it does not.

    In order: it stands in the first line; how many lines have the same number of cells; how
    many of its uses stand tight between words, as a delimiter does; the number of cells.
    """
    try:
        reader = csv.reader(sample, delimiter=mark, skipinitialspace=True)
        rows = [row for row in reader if any(row)]
    except csv.Error:  # a cell without end; the reading of the whole will say where it begins
        return None
    if not rows:
        return None
    widths = Counter(map(len, rows))
    width, lines = max(widths.items(), key=lambda pair: (pair[1], pair[0]))
    if width < 2:
        return None
    return len(rows[0]) > 1, lines / len(rows), _tight("".join(sample), mark), width


def _tight(text: str, mark: str) -> float:
    uses = text.count(mark)
    # "1,5" is a number and "North; East" is prose: there the mark divides no cells.
    loose = re.findall(rf"(?<=\d){re.escape(mark)}(?=\d)|{re.escape(mark)}(?= )", text)
    return 1 - len(loose) / uses if uses else 0.0

"""Block digits: 5, 7 and 9 rows and whole multiples, told apart, in plain signs too."""

from collections.abc import Iterator
from itertools import combinations

import pytest

from screens.parts.digits import HEIGHTS, can_be_drawn, drawn, largest
from screens.parts.symbols import use_ascii

SIGNS = "0123456789:"


@pytest.fixture(autouse=True)
def symbols_again() -> Iterator[None]:
    yield
    use_ascii(False)


@pytest.mark.parametrize("rows", HEIGHTS)
def test_every_sign_has_its_rows_and_all_of_one_width(rows: int) -> None:
    for sign in SIGNS:
        lines = drawn(sign, rows)
        assert len(lines) == rows
        assert len({len(line) for line in lines}) == 1
    assert len({len(drawn(sign, rows)[0]) for sign in "0123456789"}) == 1


@pytest.mark.parametrize("rows", [*HEIGHTS, 18, 27])
def test_any_two_signs_can_be_told_apart_from_afar(rows: int) -> None:
    scale = max(1, rows // 9) if rows > 9 else 1
    for one, other in combinations("0123456789", 2):
        pairs = zip("".join(drawn(one, rows)), "".join(drawn(other, rows)), strict=True)
        assert sum(a != b for a, b in pairs) >= 2 * scale * scale, (one, other)


def test_a_digit_of_seven_rows_is_drawn_as_it_looks() -> None:
    assert drawn("4", 7) == [
        "      ██  ",
        "    ████  ",
        "  ██  ██  ",
        "██    ██  ",
        "██████████",
        "      ██  ",
        "      ██  ",
    ]


@pytest.mark.parametrize("times", [2, 3])
def test_larger_ones_are_whole_multiples_of_nine_rows(times: int) -> None:
    small, large = drawn("12:47", 9), drawn("12:47", 9 * times)
    assert len(large) == 9 * times
    assert [line[::times] for line in large[::times]] == small
    assert all(large[y] == large[y - y % times] for y in range(len(large)))


def test_the_ascii_twin_has_two_plain_signs() -> None:
    use_ascii(True)
    assert {*"".join(drawn("0123456789:", 9))} == {"#", " "}


@pytest.mark.parametrize(
    ("room", "rows"),
    [((60, 14), 9), ((60, 8), 7), ((60, 6), 5), ((40, 14), 5), ((120, 36), 18), ((200, 60), 36),
     ((20, 14), 0), ((60, 4), 0)],
)  # fmt: skip
def test_they_are_as_large_as_the_room_allows(room: tuple[int, int], rows: int) -> None:
    lines = largest("12:47", *room)
    assert len(lines) == rows
    assert all(len(line) <= room[0] for line in lines)


@pytest.mark.parametrize(
    ("text", "yes"),
    [("12:47", True), ("5", True), ("", False), (":", False), ("12a", False), ("١٢", False)],
)
def test_only_digits_can_be_drawn(text: str, yes: bool) -> None:
    assert can_be_drawn(text) is yes

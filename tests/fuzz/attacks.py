"""Texts that attack a terminal or a markup parser, made at random from a seed.

Each has a mark of its own before every attack, so that an attack that lives can be told from what
the program sends for its own ends, and traced to the text it came in.
"""

import random
import re

from msgspec import Struct

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
_HIDDEN = "\u200b\u2060\ufeff\U000e0041\u00ad"
_MARKUP = (
    *("[@click=app.quit]x[/]", "[red]", "[/", "[link='http://evil']x[/link]", "[/bold]", "[00]"),
    *("[b][i]x[/b]", "[type=x, v={'a[0]'}]", "\\[", "$primary", "{{x}}", "%s%n", "<b>x</b>"),
)
_WIDE = ("\u6f22\u5b57", "e\u0301\u0302", "\U0001f469\u200d\U0001f52c", "\u05d0", "\uff21")


class Attack(Struct, frozen=True):
    """One hostile text. `stings` are what would be alive if it reached a terminal as it is."""

    text: str
    stings: tuple[str, ...]


def attacks(count: int, seed: int = 1) -> list[Attack]:
    """Return so many hostile texts, the same for the same seed."""
    chance = random.Random(seed)
    return [_attack(number, chance) for number in range(count)]


def _attack(number: int, chance: random.Random) -> Attack:
    parts, stings = [f"Q{number}"], []
    for turn in range(chance.randint(1, 3)):
        mark = f"q{number}x{turn}y"
        sting = mark + chance.choice(_STINGS)(chance)
        stings.append(sting)
        harmless = (chance.choice(_MARKUP), chance.choice(_WIDE), _word(chance), "")
        parts += [sting, chance.choice(harmless)]
    return Attack("".join(parts), tuple(stings))


def _word(chance: random.Random, most: int = 8) -> str:
    return "".join(chance.choices(_LETTERS, k=chance.randint(1, most)))


def _csi(chance: random.Random) -> str:
    numbers = ";".join(str(chance.randint(0, 200)) for _ in range(chance.randint(0, 3)))
    private = chance.choice(("", "?", ">", "="))
    return f"\x1b[{private}{numbers}{chance.choice('ABCDHJKLMPSTXcfhlmnrstu')}"


def _osc(chance: random.Random) -> str:
    number = chance.choice((0, 2, 4, 8, 9, 10, 52, 104, 133, 777, 1337))
    return f"\x1b]{number};{_word(chance)};{_word(chance)}" + chance.choice(("\x07", "\x1b\\"))


def _string(chance: random.Random) -> str:
    return f"\x1b{chance.choice('PX^_')}{_word(chance)}\x1b\\"


def _c1(chance: random.Random) -> str:
    return chance.choice("\x84\x85\x8d\x90\x98\x9b\x9d\x9e\x9f") + _word(chance) + "\x9c"


def _single(chance: random.Random) -> str:
    return chance.choice("\x00\x05\x07\x08\x0b\x0c\x0e\x0f\x7f\x88\x8e") + _word(chance)


def _turn(chance: random.Random) -> str:
    return chance.choice(_BIDI) + _word(chance) + chance.choice(_BIDI)


def _unseen(chance: random.Random) -> str:
    return chance.choice(_HIDDEN) + _csi(chance)


def _escape(chance: random.Random) -> str:
    return f"\x1b{chance.choice('c78DEHMNOZ=>')}{_word(chance)}"


_STINGS = (_csi, _csi, _osc, _osc, _string, _c1, _single, _turn, _unseen, _escape)
_MARK = re.compile(rb"q(\d+)x(\d+)y")


def living(sent: bytes, texts: list[Attack]) -> list[str]:
    """Return the stings that reached a terminal just as they were."""
    found = []
    for match in _MARK.finditer(sent):
        number, turn = int(match[1]), int(match[2])
        if number >= len(texts) or turn >= len(texts[number].stings):
            continue
        sting = texts[number].stings[turn].encode()
        if sent.startswith(sting, match.start()):
            found.append(repr(texts[number].stings[turn]))
    return found


def seen(sent: bytes) -> set[int]:
    """Return the numbers of the texts of which something was shown."""
    return {int(match[1]) for match in re.finditer(rb"[Qq](\d+)", sent)}

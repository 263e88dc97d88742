"""A theme of ten colours that no theme has: what is painted in them tells which were asked for.

One tour in these tells of every pair of text and background which colours of a theme meet there;
then the pair can be reckoned for all themes, in true colour, in 256 colours and in grey.
"""

from rich.color import Color as RichColour
from textual.color import Color

from cartui.app.themes import THEMES, theme_of
from tests.looks.tour import Tour

PARTS = {
    "back": "background", "panel": "panel", "ink": "text", "muted": "text-muted",
    "focus": "focus", "ok": "ok", "warn": "warn", "bad": "bad", "light": "highlight",
    "on_light": "on-highlight",
}  # fmt: skip
"""The ten colours of a theme, and the variable that each can be read from."""
DYES = {part: (16 + 22 * n, 240 - 19 * n, 7 + 13 * n) for n, part in enumerate(PARTS)}
COLOURS = {
    name: {
        part: {"background": str(theme.background), "panel": str(theme.panel), **theme.variables}[
            variable
        ]
        for part, variable in PARTS.items()
    }
    for name, theme in THEMES.items()
}
"""The ten colours of each theme by part."""
DYED = {
    name: theme_of(name, False, **{part: Color(*rgb).hex for part, rgb in DYES.items()})
    for name in THEMES
}
Pair = tuple[str, str]


def pairs_painted(tour: Tour) -> dict[Pair, str]:
    """Return (part of the text, part of its background) of all that is painted, and an example."""
    found: dict[Pair, str] = {}
    for line in tour.painted():
        for segment in line:
            style = segment.style
            if not segment.text.strip():
                continue
            assert style is not None
            ink, ground = (_part(each) for each in (style.color, style.bgcolor))
            pair = (ground, ink) if style.reverse else (ink, ground)
            found.setdefault(pair, segment.text.strip()[:30])
            if style.dim:
                found.setdefault(("dimmed", ground), segment.text.strip()[:30])
    return found


def _part(colour: RichColour | None) -> str:
    """Return which of the ten a colour is, give or take how it was rounded; else its own name."""
    if colour is None:
        return "none"
    painted = colour.get_truecolor()
    near = (
        part
        for part, dye in DYES.items()
        if all(abs(one - other) <= 1 for one, other in zip(painted, dye, strict=True))
    )
    return next(near, colour.name)

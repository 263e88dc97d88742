"""Colours as numbers: contrast, what a terminal of few colours shows, what the colour-blind see."""

from rich.color import Color as RichColour
from rich.color import ColorSystem
from textual.color import Color

Colour = tuple[float, float, float]


def _linear(colour: Colour) -> Colour:
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return (r, g, b)


def contrast(one: Colour, other: Colour) -> float:
    """Return the WCAG contrast ratio of two sRGB colours in 0..1."""
    lights = (
        sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), _linear(each), strict=True))
        for each in (one, other)
    )
    low, high = sorted(lights)
    return (high + 0.05) / (low + 0.05)


def in_true_colour(text: str) -> Colour:
    """Return a colour as it is."""
    return Color.parse(text).normalized


def in_256(text: str) -> Colour:
    """Return what a terminal of 256 colours shows for it."""
    found = RichColour.parse(text).downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
    return (found.red / 255, found.green / 255, found.blue / 255)


def in_grey(text: str) -> Colour:
    """Return what Textual shows for it under NO_COLOR."""
    return Color.parse(text).monochrome.normalized


FORMS = {"true colour": in_true_colour, "256 colours": in_256, "grey": in_grey}

# Machado, Oliveira and Fernandes 2009, severity 1.0; they work on linear RGB.
MACHADO = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
               (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
               (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
               (0.004733, 0.691367, 0.303900)),
}  # fmt: skip


def apart(one: str, other: str, kind: str) -> float:
    """Return how far two colours are from each other (CIE76) to one kind of colour-blindness."""
    a, b = (_lab(_as_seen(each, kind)) for each in (one, other))
    return float(sum((p - q) ** 2 for p, q in zip(a, b, strict=True)) ** 0.5)


def _as_seen(text: str, kind: str) -> Colour:
    linear = _linear(in_true_colour(text))
    r, g, b = (sum(m * c for m, c in zip(row, linear, strict=True)) for row in MACHADO[kind])
    return (r, g, b)


def _lab(linear: Colour) -> Colour:
    """Return CIE L*a*b* (D65) of linear RGB."""
    r, g, b = (min(1.0, max(0.0, c)) for c in linear)
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return (116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz))

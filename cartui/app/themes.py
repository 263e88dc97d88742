"""The four themes: every value an exact xterm-256 colour, so that every terminal shows the same."""

from textual.theme import Theme


def theme_of(
    name: str, dark: bool, back: str, panel: str, ink: str, muted: str,
    focus: str, ok: str, warn: str, bad: str, light: str, on_light: str,
) -> Theme:  # fmt: skip
    """Return a theme of ten colours; every variable Textual's widgets ask for is one of them."""
    variables = {
        "text": ink, "text-muted": muted, "text-disabled": muted, "foreground-muted": muted,
        "foreground-disabled": muted, "muted": muted, "ok": ok, "warn": warn, "bad": bad,
        "focus": focus, "highlight": light, "on-highlight": on_light,
        "bad-back": bad, "bad-fore": back,
        "block-cursor-background": light, "block-cursor-foreground": on_light,
        "block-cursor-text-style": "bold", "block-cursor-blurred-background": panel,
        "block-cursor-blurred-foreground": ink, "block-cursor-blurred-text-style": "bold",
        "block-hover-background": panel, "input-cursor-background": ink,
        "input-cursor-foreground": back, "input-cursor-text-style": "none",
        "input-selection-background": light, "input-selection-foreground": on_light,
        "screen-selection-background": light, "screen-selection-foreground": on_light,
        "border": focus, "border-blurred": muted, "scrollbar": muted, "scrollbar-hover": ink,
        "scrollbar-active": ink, "scrollbar-background": panel, "scrollbar-corner-color": panel,
        "scrollbar-background-hover": panel, "scrollbar-background-active": panel,
    }  # fmt: skip
    return Theme(
        name=name, dark=dark, primary=focus, warning=warn, error=bad, success=ok, foreground=ink,
        background=back, surface=back, panel=panel, boost=panel, luminosity_spread=0.0,
        text_alpha=1.0, variables=variables, secondary=focus, accent=focus,
    )  # fmt: skip


PAPER = theme_of(
    "paper", False, "#ffffff", "#eeeeee", "#121212", "#444444",
    "#00005f", "#005faf", "#870000", "#870000", "#ffd787", "#121212",
)  # fmt: skip
INK = theme_of(
    "ink", True, "#121212", "#1c1c1c", "#eeeeee", "#bcbcbc",
    "#d7afff", "#5fafff", "#ffd75f", "#ff8787", "#ffd75f", "#121212",
)  # fmt: skip
STAGE = theme_of(
    "stage", True, "#000000", "#121212", "#ffffff", "#d0d0d0",
    "#ffd75f", "#87d7ff", "#ffd75f", "#ffafaf", "#ffd75f", "#000000",
)  # fmt: skip
# A problem is not pure yellow: to some eyes that is as good as the white of the other words.
CONTRAST = theme_of(
    "contrast", True, "#000000", "#000000", "#ffffff", "#ffffff",
    "#ffff00", "#ffffff", "#ffd75f", "#ffd75f", "#ffff00", "#000000",
)  # fmt: skip
THEMES = {theme.name: theme for theme in (PAPER, INK, STAGE, CONTRAST)}

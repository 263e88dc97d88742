"""CartuiApp: one terminal, one workspace, one screen at a time."""

from collections.abc import Callable, Mapping
from functools import partial

from textual.app import App

from cartui.model.rooms import Room
from cartui.themes import THEMES
from screens.parts.frame import FrameScreen
from screens.parts.surroundings import Surroundings, Tab


class CartuiApp(App[None], inherit_bindings=False):
    """The app around the screens. `screens` are makers by mode name, the first is shown first."""

    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = "app.tcss"

    def __init__(self, screens: Mapping[str, Callable[[], FrameScreen]]) -> None:
        super().__init__()
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = "paper"
        self._room = Room.MEMBERS
        self._makers = screens
        words = list(screens)
        self._around = Surroundings(
            room=lambda: self._room,
            tabs=tuple(Tab(str(n), word.title(), word) for n, word in enumerate(words, 1)),
        )
        for word in words:
            self.add_mode(word, partial(self._made, word))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give our own variables a value in every theme."""
        return dict(THEMES["paper"].variables)

    def _made(self, word: str) -> FrameScreen:
        screen = self._makers[word]()
        screen.around = self._around
        return screen

    def on_mount(self) -> None:
        """Show the first screen."""
        self.switch_mode(next(iter(self._makers)))

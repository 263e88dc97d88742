"""The app's settings: the page, what is kept in the file, and acting on it."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from cartui.app.doors import Doors
from cartui.app.rooms import Rooms
from cartui.settings import Settings, put_aside, write
from cartui.store.identity import Identity
from cartui.store.places import Places
from screens.parts.symbols import use_ascii

if TYPE_CHECKING:
    from screens.settings.screen import SettingsScreen


class SettingUp(Doors):
    """An app with settings. They stand in `places.config`."""

    places: Places
    settings: Settings
    rooms: Rooms
    identity: Identity

    def action_settings(self) -> None:
        """Open the settings page."""
        from cartui.app.choosing import rows_of  # noqa: PLC0415
        from screens.settings.screen import SettingsScreen  # noqa: PLC0415

        if not isinstance(self.frame, SettingsScreen):
            page = SettingsScreen(lambda: rows_of(self.settings, self.workroom, self.places))
            page.around = self.rooms.around
            self.push_screen(page)

    def change_setting(self, name: str, value: str) -> None:
        """Keep a setting in the file and act on it; if it cannot be kept it holds for now.

        A file that cannot be understood is kept under another name: what was written into it
        would be left aside with all the rest at the next start.
        """
        said = ""
        try:
            if (aside := put_aside(self.places.config)) is not None:
                said = f"The old settings file cannot be read: it is now {aside}. A new one stands."
            self.settings = write(self.places.config, self.settings, **{name: value})
        except OSError:
            self.settings = replace(self.settings, **{name: value})
            why = "is a folder" if self.places.config.is_dir() else "cannot be written"
            said = f"The settings file {self.places.config} {why}. This holds until you leave."
        self.wear_settings()
        if said and self.frame is not None:
            self.frame.say(said)

    def on_settings_screen_changed(self, event: "SettingsScreen.Changed") -> None:
        """Keep what was chosen on the page and act on it."""
        if event.name == "programme":
            from cartui.app.naming import write_name  # noqa: PLC0415 - seldom wanted

            write_name(self, event.value, event.was)
        else:
            self.change_setting(event.name, event.value)

    def wear_settings(self) -> None:
        """Act on the settings as they are now."""
        self._wear_symbols()
        self.identity = replace(self.identity, actor=self.settings.name)
        if self.workroom is not None:
            self.workroom.called(self.settings.name)
            self.workroom.cosy = self.settings.density == "cosy"
        if self._door is not None:
            self._door.wear_again()
        else:
            self.theme = self.settings.theme
        self.read_again()

    def _wear_symbols(self) -> None:
        plain = self.settings.symbols == "ascii"
        use_ascii(plain)
        self.guard.plain = plain

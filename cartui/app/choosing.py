"""The rows of the settings page: what is chosen now, and what each choice may be."""

from msgspec.structs import replace

from cartui.app.workroom import Workroom
from cartui.settings import CHOICES, Settings
from cartui.store.places import Places
from screens.settings.screen import Row

ABOUT_KEYS = (
    "cartui keys (in a shell) lists every action as a line for the settings file; there, under"
    " [keys], it may have another key"
)


def rows_of(now: Settings, room: Workroom | None, places: Places) -> list[Row]:
    """Return every row of the settings page, as things stand now."""

    def choice(name: str, word: str, says: str) -> Row:
        return Row(id=name, word=word, value=getattr(now, name), choices=CHOICES[name], says=says)

    instead = "" if now.theme_on_back == now.back_theme else f"; {now.theme_on_back} for now"
    rows = [
        Row(id="name", word="Your name", value=now.name, says="for the history; may be empty"),
        choice("theme", "Colours on FRONT", "paper for a light room, stage for a dark hall"),
        choice("back_theme", "Colours on BACK", f"never the same as on FRONT{instead}"),
        choice("symbols", "Symbols", "ascii uses letters and plain signs only"),
        choice("density", "Rows", "cosy leaves a line between two rows"),
    ]
    if room is not None:
        rows.append(Row(id="programme", word="Programme", value=room.programmes.name(),
                        says="what this workspace is called"))  # fmt: skip
        rows.append(_kept("Workspace", str(room.workspace.folder)))
    mine = len(now.keys)
    own_keys = f"{mine} of your own" if mine else "as they come"
    rows.append(Row(id="", word="Keys", value=own_keys, says=ABOUT_KEYS))
    settings = _kept("Settings file", str(places.config))
    rows.append(replace(settings, says="text, read at the start; y copies where it is"))
    rows.append(_kept("Crash reports", str(places.reports)))
    return rows


def _kept(word: str, where: str) -> Row:
    return Row(id="", word=word, value=where, says="y copies it")

"""The programme's name, from the palette or from the settings page: asked for, and written."""

from cartui.app.keeping import Keeping
from cartui.store.events import Change
from screens.parts.meanwhile import reword
from screens.parts.unsaved import Act


def ask_name(app: Keeping, before: str, typed: str) -> None:
    """Ask for the name, which was `before`; `typed` stands in the line."""

    def then(text: str | None) -> None:
        if text:
            write_name(app, text, before)

    if (frame := app.frame) is not None:
        frame.ask("Name of the programme", then, value=typed)


def write_name(app: Keeping, name: str, was: str) -> None:
    """Call the programme something; if it has another name meanwhile, ask which one stands."""
    frame, room = app.frame, app.workroom
    if frame is None or room is None:
        return
    programmes = room.programmes

    def write(text: str, was: str | None) -> Change | None:
        return programmes.rename(text, was=was)

    def do(act: Act, place: object) -> Change | None:
        change = frame.do(act, place)
        app.read_again()
        return change

    reword(frame, write, name, was, lambda typed: ask_name(app, was, typed), do=do)

"""Files changed outside cartui: asked at the start whether they count, or are put back."""

from cartui.app.opening import Opening
from cartui.services.mending import Mending
from screens.parts.choice import Choice, Option

SHOWN = 6
WORDS = (
    "Files of this workspace were changed outside cartui. Nothing was overwritten.\n\n{}\n\n"
    "What should count?"
)
OPTIONS = (
    Option("take the changes over (u takes them back)", "t"),
    Option("put the files back as cartui knows them", "p"),
    Option("decide another time", "d"),
)


async def ask_about_edits(app: Opening) -> None:
    """If files were changed by hand, ask what should become of it."""
    room, frame = app.workroom, app.frame
    if room is None or frame is None or room.workspace.read_only:
        return
    mending = Mending(room.workspace, room.room)
    if not (lines := mending.lines()):
        return
    more = [f"... and {len(lines) - SHOWN} more"] if len(lines) > SHOWN else []
    said = "\n".join([*lines[:SHOWN], *more])
    taken = await app.push_screen_wait(Choice("Changed by hand", OPTIONS, text=WORDS.format(said)))
    if taken == 0:
        frame.do(mending.take)
    elif taken == 1:
        mending.restore()
        frame.say("The files are as cartui knows them; what stood there is kept under generations.")
    app.read_again()

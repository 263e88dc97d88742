"""Private notes as lines of a panel."""

from cartui.backstage.private_notebook import PrivateNotebook
from cartui.backstage.records import PrivateNote
from screens.backstage.dates import day_of
from screens.backstage.panel import BackPanel
from screens.backstage.private_lines import PrivateLine


def note_line(
    panel: BackPanel, notes: PrivateNotebook, note: PrivateNote, group: str = "", about: str = ""
) -> PrivateLine:
    """Return a note as a line that can be reworded and put away; `about` names its subject."""
    title = ", ".join(filter(None, (f"Note {day_of(note.at)}".strip(), about)))
    return PrivateLine(
        key=note.uid,
        title=title,
        text=note.text,
        edit=lambda: panel.reword(
            "Private note", note.text, lambda text, was: notes.reword(note, text, group, was=was)
        ),
        away=lambda: panel.do(lambda: notes.put_away(note, group)),
    )

"""The verbs that answer on every screen, declared once."""

from textual.binding import BindingType

from cartui.model.rooms import Room
from screens.parts.keys import BACK_ONLY, EVERYWHERE, keyless, verb

_FRONT = (Room.MEMBERS, Room.PUBLIC)
_STAGE = "Stage of the room"

BINDINGS: list[BindingType] = [
    verb("question_mark,f1", "help", "help", "Show the keys of this screen", "app.help",
         group="Everywhere", also="keys shortcuts what can i do", rank=5, rooms=EVERYWHERE),
    verb("u,ctrl+z", "undo", "undo", "Take back the last change", "app.undo",
         group="Everywhere", also="undo mistake revert back oops restore", rank=6),
    verb("U,ctrl+y", "redo", "redo", "Do again what was taken back", "app.redo",
         group="Everywhere", also="redo repeat forward", show=False),
    verb("colon,ctrl+p", "palette", "commands", "Find any action by its name", "app.palette",
         group="Everywhere", also="search command palette action", rank=40, rooms=EVERYWHERE),
    verb("f2", "menu", "actions", "Choose what to do with this from a list", "app.menu",
         group="Everywhere", also="menu list context", rank=41, rooms=EVERYWHERE),
    verb("g", "jump", "go to", "Go to a pane or row by a letter; gg goes to the first",
         "app.jump", group="Everywhere", also="jump labels top", show=False, rooms=EVERYWHERE),
    verb("c", "note", "note", "Write a note on this", "app.note",
         group="Everywhere", also="comment remark write down remember", rank=30),
    verb("C", "loose_note", "loose note", "Write a note on nothing in particular",
         "app.loose_note", group="Everywhere", also="jot free note remember", show=False),
    verb("r", "raise", "raise", "Raise this at the next meeting", "app.raise",
         group="Everywhere", also="agenda bring up remember next time discuss meeting", rank=32),
    keyless("raise_words", "raise words", "Raise something in your own words at the next meeting",
            "app.raise_words", group="Everywhere", also="agenda bring up remember discuss park"),
    verb("i", "history", "history", "Show who changed this, what and when", "app.history",
         group="Everywhere", also="info log audit changes past who when", rank=45),
    verb("y,ctrl+c", "copy", "copy", "Copy this as text", "app.copy",
         group="Everywhere", also="clipboard yank export text", show=False),
    verb("p", "present", "present", "Show this to the room in large type", "app.present",
         group="Everywhere", also="projector large big screen slide display read out", rank=50,
         rooms=EVERYWHERE),
    keyless("present_words", "present words", "Show words you type to the room in large type",
            "app.present_words", group="Everywhere", rooms=EVERYWHERE,
            also="projector large big message break time back at announce"),
    verb("H", "stamp_hat", "hat",
         "Stamp which hat you wear, for your eyes only; on FRONT H and its digit do it unseen",
         "app.hat", group="Everywhere", rank=16, rooms=BACK_ONLY,
         also="role stamp policer outsider insider"),
    keyless("reflect", "reflect", "Reflect on the meeting that was, for your eyes only",
            "app.reflect", group="Everywhere", rooms=BACK_ONLY,
            also="reflection journal owed hats cues"),
    keyless("hats", "hats by month", "Hats you wore, by month", "app.hats", group="Everywhere",
            rooms=BACK_ONLY, also="drift role stamps"),
    keyless("tour", "tour", "Tour: five steps, each done by doing it", "app.tour",
            group="Everywhere", also="tutorial guide learn begin introduction demo lesson"),
    verb("escape", "end_tour", "end the tour", "End the tour", "tour.end", group="Everywhere",
         also="tutorial stop close", show=False, priority=True),
    verb("comma", "settings", "settings", "Change colours, symbols, your name; see the files",
         "app.settings", group="Everywhere", rank=60, show=False,
         also="preferences options theme colour dark light font config name"),
    verb("q,ctrl+q", "leave", "leave", "Go back one level; on Home, leave cartui", "app.leave",
         group="Everywhere", also="quit exit close end", rank=70, rooms=EVERYWHERE),
    verb("f", "front", "FRONT", "Hide what is private, at once (Ctrl+G or F9 in fields)",
         "stage.front", group=_STAGE, also="hide private projector members safe boss",
         rank=3, rooms=EVERYWHERE),
    verb("B", "back_stage", "BACK", "Go back stage: private notes show on this screen",
         "stage.back", group=_STAGE, also="private notes backstage secret show", show=False,
         rooms=_FRONT),
    verb("F", "public", "public", "Show only what outsiders may see, or leave that again",
         "stage.public", group=_STAGE, also="outsiders visitors projector presentation",
         show=False, rooms=EVERYWHERE),
    verb("ctrl+g,f9", "front", "FRONT", "Hide what is private, at once, from within a field",
         "stage.front_now", group=_STAGE, also="hide private projector members safe boss",
         rank=3, rooms=BACK_ONLY, priority=True, in_fields=True),
]  # fmt: skip

WORKSPACES: list[BindingType] = [
    keyless("workspace('rename')", "rename", "Rename this programme (the workspace)",
            "workspace.rename", group="Workspace", also="title name workspace programme"),
    keyless("workspace('open')", "open", "Open another workspace", "workspace.open",
            group="Workspace", also="switch folder programme file load change"),
    keyless("workspace('start')", "start", "Start a new workspace", "workspace.start",
            group="Workspace", also="new create programme begin"),
    keyless("workspace('practise')", "practise", "Look round with a made-up group",
            "workspace.practise", group="Workspace", also="demo example try practice sample"),
]  # fmt: skip
"""These have no key of their own: they are found in the palette and on the settings page."""

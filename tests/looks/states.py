"""Every state of every screen, by the keys that lead there from a screen with nothing open."""

from itertools import chain

BOARD_POPUPS = {
    "move to": "3 m question_mark", "rest or end": "3 x", "people of a card": "3 w",
    "stage explained": "3 h",
    "a why": "3 greater_than_sign", "next step": "3 d", "new card": "3 n", "sort cards": "3 s",
    "write out the board": "3 o", "find cards": "3 slash a",
}  # fmt: skip
HOME = {
    "home": "1", "home, second pane": "1 tab", "home, third pane": "1 tab tab",
    "new group": "1 n", "rename the group": "1 e",
}  # fmt: skip
PEOPLE = {
    "people": "2", "a person": "2 enter", "person form": "2 e", "views of people": "2 v",
    "sort people": "2 s", "role": "2 w", "groups of a person": "2 m", "why joined": "2 W",
    "new person": "2 n", "find people": "2 slash a", "write out people": "2 o",
    "bring in": "2 I", "bring in, columns": "2 I tab =Ada,Asha escape enter",
    "bring in, preview": "2 I tab escape enter enter",
}  # fmt: skip
CYCLE = {
    "board": "3", **BOARD_POPUPS, "board, dense": "3 v v", "card": "3 enter",
    "card, further down": "3 enter pagedown", "dilemma": "3 enter a", "design": "3 enter D",
    "design, writing": "3 enter D enter", "cycles": "3 t", "own cycle": "3 t n",
}  # fmt: skip
RULES = {
    "rules": "4", "a rule": "4 enter", "versions": "4 v", "adoption round": "4 a",
    "starters": "4 S", "review of a rule": "4 R", "what a rule is for": "4 w",
    "new rule": "4 n", "reword a rule": "4 e", "find rules": "4 slash a",
    "write out rules": "4 o", "gather blind": "4 b =Listen", "newcomers": "4 N",
    "what rules carried": "4 W",
}  # fmt: skip
DRAFTS = {
    "drafts": "5", "new draft": "5 n", "edit a draft": "5 e", "views of drafts": "5 v",
    "sort drafts": "5 s", "find drafts": "5 slash a", "draft": "5 enter",
    "draft, all comments": "5 enter v", "draft, the list": "5 enter z",
    "draft, text": "5 enter tab", "whose turn": "5 enter w", "comment whole": "5 enter enter",
    "choosing a passage": "5 enter c", "comment box": "5 enter c s enter",
    "comment marks": "5 enter c s enter x tab", "reply": "5 enter R",
    "new version": "5 enter N", "because": "5 enter d", "e-mail box": "5 enter I p",
    "an e-mail looked at": "5 enter I p =Fine. escape", "who wrote it": "5 enter I p escape w",
    "what is said in it": "5 enter I p escape tab",
}  # fmt: skip
MEETINGS = {
    "meetings": "6", "meeting form": "6 e", "new meeting": "6 n", "slots": "6 S",
    "to raise": "6 R", "write out meetings": "6 o", "sort meetings": "6 s",
    "find meetings": "6 slash a", "agenda": "6 d", "agenda, templates": "6 d t",
    "agenda, a part": "6 d n =Welcome enter", "part form": "6 d n =Welcome enter e",
    "questions of a part": "6 d n =Welcome enter w", "attendance": "6 a",
    "meeting": "6 enter", "an action": "6 enter A =a", "record": "6 enter v",
    "the last time": "6 enter L", "meeting, written out": "6 enter o",
}  # fmt: skip
EVERYWHERE = {
    "help": "1 question_mark", "help of all": "3 question_mark question_mark", "menu": "3 f2",
    "palette": "1 colon", "palette, found": "4 colon m o v", "jump": "2 g", "history": "3 i",
    "note": "3 c x", "loose note": "1 C", "leaving": "1 q", "settings": "1 comma",
    "settings, a choice": "1 comma enter", "copied": "2 y", "go back stage": "1 B",
    "go public": "1 F",
}  # fmt: skip
PRESENT = {
    "present a group": "1 p", "present a card": "3 p", "present the rules": "4 p",
    "present a passage": "5 enter p", "present what rules carried": "4 W p",
}  # fmt: skip
MEMBERS = dict(
    chain.from_iterable(
        each.items() for each in (HOME, PEOPLE, CYCLE, RULES, DRAFTS, MEETINGS, EVERYWHERE, PRESENT)
    )
)
"""Keys by name of the state; a word after "=" is typed."""
ALIKE = (
    "sort people", "groups of a person", "write out people", "people of a card", "sort cards",
    "home, third pane", "new group", "rename the group", "next step", "new card", "new rule",
    "find cards", "find rules", "find drafts", "write out the board", "write out rules",
    "what a rule is for", "views of drafts", "sort drafts", "views of people", "new draft",
    "edit a draft", "new version", "loose note", "go public", "copied", "palette", "help",
    "board, dense", "card, further down", "dilemma", "own cycle", "settings, a choice",
    "draft, text", "comment marks", "because", "e-mail box", "who wrote it",
    "new person", "go back stage",
    "new meeting", "write out meetings", "sort meetings", "find meetings",
)  # fmt: skip
"""They are made as another state is: a choice, a line to write in, a list."""
MANY_SIZES = {name: keys for name, keys in MEMBERS.items() if name not in ALIKE}
PUBLIC = {
    "home": "1", "people": "2", "board": "3", "card": "3 enter", "rules": "4", "drafts": "5",
    "meetings": "6", "meeting": "6 enter", "help": "3 question_mark", "palette": "3 colon",
    "settings": "1",
    "menu": "3 f2",
}  # fmt: skip
BACK = {
    **HOME, "people": "2", "a person": "2 enter", "private lines": "2 enter tab",
    "meetings": "6", "meeting form": "6 e", "agenda": "6 d", "meeting": "6 enter",
    "board": "3", "card": "3 enter", "under the card": "3 enter tab", "rules": "4",
    "a rule": "4 enter", "draft": "5 enter", "note": "3 c x", "palette": "1 colon",
    "leaving": "1 q",
}  # fmt: skip
MAIN = ("home", "people", "board", "rules", "drafts", "meetings")

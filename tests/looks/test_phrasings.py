"""What people would type into the palette on each screen, and the first letters of it."""

from pathlib import Path

from screens.parts.finding import best
from screens.parts.palette import Palette
from tests.looks.tour import Tour, touring

ON = {
    "1": (
        ("new group", "Start a new group"),
        ("add group", "Start a group"),
        ("another group", "Start a new group"),
        ("rename", "Rename this group"),
        ("change name", "Rename this"),
        ("archive group", "Put this group away"),
        ("delete group", "Put this group away"),
        ("what next", "Go on with what is next"),
        ("todo", "Go on with what is next"),
        ("continue", "Go on with what is next"),
        ("mark as read", "All that is new has been seen"),
        ("seen", "All that is new has been seen"),
        ("open board", "Open"),
        ("tour", "made-up group"),
        ("present", "Show this to the room"),
        ("save", "save"),
    ),
    "4": (
        ("new rule", "Propose a new rule"),
        ("add rule", "Propose a new rule"),
        ("write rule", "Propose a new rule"),
        ("edit rule", "Put the rule in other words"),
        ("reword", "Put the rule in other words"),
        ("change wording", "Put the rule in other words"),
        ("adopt", "Ask where each person stands"),
        ("agree", "Ask where each person stands"),
        ("vote", "Ask where each person stands"),
        ("consent", "Ask where each person stands"),
        ("who agrees", "Ask where each person stands"),
        ("delete rule", "Retire the rule"),
        ("remove", "Retire the rule"),
        ("retired", "Show the retired rules"),
        ("old rules", "retired rules"),
        ("compare", "versions"),
        ("versions", "versions"),
        ("history of rules", "versions"),
        ("review", "Set a day to look again"),
        ("date", "Set a day to look again"),
        ("remind", "Set a day to look again"),
        ("broken", "Note that the rule was used"),
        ("used", "Note that the rule was used"),
        ("purpose", "Say what the rule is for"),
        ("examples", "Choose among rules"),
        ("starter", "Choose among rules"),
        ("suggestions", "Choose among rules"),
        ("move up", "Move the rule up"),
        ("order", "Move the rule"),
        ("export rules", "Write the rules to a file"),
        ("print", "Write the rules to a file"),
        ("projector", "Show this to the room"),
        ("read out", "Show this to the room"),
    ),
    "5": (
        ("new draft", "Begin a draft"),
        ("paste", "Begin a draft"),
        ("import draft", "Begin a draft"),
        ("upload", "Begin a draft"),
        ("add text", "Begin a draft"),
        ("title", "Change the draft's title"),
        ("author", "Change the draft's title"),
        ("who writes", "Change the draft's title"),
        ("delete draft", "Put the draft away"),
        ("whose turn", "Say whom the draft waits for"),
        ("send", "Say whom the draft waits for"),
        ("new version", "Bring in a new version"),
        ("second draft", "Bring in a new version"),
        ("update", "Bring in a new version"),
        ("sort", "Sort the list"),
        ("find", "Find drafts"),
    ),
    "5 enter": (
        ("comment", "Comment on a passage"),
        ("feedback", "Comment on a passage"),
        ("remark", "Comment on a passage"),
        ("accept", "take"),
        ("yes", "take"),
        ("reject", "ecline"),
        ("no", "ecline"),
        ("change", "dapt"),
        ("postpone", "ater"),
        ("reply", "Reply to the comment"),
        ("answer", "omment"),
        ("reason", "Write the reason"),
        ("why not", "Write the reason"),
        ("next", "Go to the next unanswered"),
        ("skip", "Go to the next unanswered"),
        ("unanswered", "unanswered"),
        ("filter", "Go round the views"),
        ("lens", "lens"),
        ("search", "Find"),
        ("delete comment", "Put the comment away"),
        ("edit comment", "Reword the comment"),
        ("zoom", "text and the list"),
        ("select", "Select the comment"),
        ("where", "Show in the text where"),
        ("present", "Show this to the room"),
    ),
    "3": (
        ("present", "Show this to the room"),
        ("big", "Show this to the room"),
        ("slide", "Show this to the room"),
        ("message", "words you type to the room"),
        ("break", "words you type to the room"),
        ("timer", "words you type to the room"),
        ("announce", "words you type to the room"),
        ("words", "words you type to the room"),
    ),
}
"""Phrasings by the keys that lead to where they are typed, and part of what is meant."""
LETTERS = {
    "1": (
        ("new", "Start a new group"),
        ("next", "Go on with"),
        ("seen", "has been seen"),
        ("away", "Put this group away"),
        ("rena", "Rename this"),
    ),
    "4": (
        ("new", "Propose"),
        ("adop", "Ask where"),
        ("retr", "Retire"),
        ("reti", "etire"),
        ("revi", "Set a day"),
        ("used", "was used"),
        ("star", "Choose among"),
        ("vers", "versions"),
        ("edit", "other words"),
        ("expo", "to a file"),
    ),
    "5": (
        ("new", "draft"),
        ("turn", "waits for"),
        ("vers", "new version"),
        ("sort", "Sort"),
    ),
    "5 enter": (
        ("take", "take"),
        ("adap", "dapt"),
        ("decl", "ecline"),
        ("late", "ater"),
        ("comm", "omment"),
        ("repl", "Reply"),
        ("reas", "reason"),
        ("next", "next"),
        ("lens", "lens"),
        ("find", "Find"),
    ),
    "2": (
        ("add", "Add a person"),
        ("role", "which role"),
        ("atte", "Take attendance"),
        ("grou", "Add to a group"),
        ("join", "somebody joined"),
        ("impo", "Bring in"),
    ),
    "3": (
        ("pres", "to the room"),
        ("proj", "to the room"),
        ("big", "to the room"),
        ("forw", "stage on"),
        ("move", "to any stage"),
        ("why", "why"),
        ("paus", "ause"),
        ("new", "new card"),
    ),
    "6": (
        ("agen", "agenda"),
        ("plan", "Plan"),
        ("atte", "Take attendance"),
        ("rais", "Raise"),
        ("slot", "days"),
        ("cale", "calendar"),
    ),
    "6 enter": (
        ("acti", "action"),
        ("deci", "decision"),
        ("park", "Park"),
        ("time", "timer"),
        ("reco", "record"),
        ("than", "thank-you"),
    ),
}


async def _offers(tour: Tour, route: str) -> list[tuple[str, str, str]]:
    await tour.go(f"{route} colon")
    palette = tour.app.screen
    assert isinstance(palette, Palette)
    return [(o.words, f"{o.where} {o.words}".strip(), o.also) for o in palette._offers]


async def test_everyday_words_find_what_is_meant_among_the_first_three(practice: Path) -> None:
    async with touring(practice) as tour:
        missed, asked = [], 0
        for route, phrases in ON.items():
            offers = await _offers(tour, route)
            asked += len(phrases)
            for phrase, meant in phrases:
                top = best(phrase, offers)[:3]
                if not any(meant.lower() in words.lower() for words in top):
                    missed.append((route, phrase, top))
        assert asked > 90
        assert len(missed) * 10 <= asked, "\n".join(map(str, missed))


async def test_four_letters_are_enough(practice: Path) -> None:
    async with touring(practice) as tour:
        missed = []
        for route, words in LETTERS.items():
            offers = await _offers(tour, route)
            for letters, meant in words:
                assert len(letters) <= 4
                top = best(letters, offers)[:3]
                if not any(meant.lower() in words.lower() for words in top):
                    missed.append((route, letters, top))
        assert not missed, "\n".join(map(str, missed))

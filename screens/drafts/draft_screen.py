"""What the list of drafts and an open draft share: the services, and what is done to a draft."""

from collections.abc import Callable, Collection
from functools import cache
from typing import ClassVar, TypeVar

from cartui.model.drafts import Draft
from cartui.model.people import Person
from cartui.model.problems import CartuiProblem
from cartui.model.rooms import Room
from cartui.services.board import Board
from cartui.services.drafts import Drafts
from cartui.services.feedback import Feedback
from cartui.services.feedback_out import FeedbackOut
from cartui.services.people_lines import folded
from cartui.services.roster import Roster
from screens.drafts.private import PrivateRemarks
from screens.parts.acting import ActingScreen
from screens.parts.keys import VERBS
from screens.parts.subject import Subject

GROUP = "Drafts"
T = TypeVar("T")


class DraftServices:
    """What a screen of drafts is given; each gives None while there is no group yet.

    `private` gives the one-to-one comments in BACK, and None on FRONT; `feedback_out` what members
    may carry away, without these lenses.
    """

    def __init__(
        self,
        drafts: Callable[[], Drafts | None],
        feedback: Callable[[], Feedback | None],
        board: Callable[[], Board | None],
        roster: Roster,
        feedback_out: Callable[[Collection[str]], FeedbackOut],
        private: Callable[[], PrivateRemarks | None] = lambda: None,
    ) -> None:
        self.drafts = drafts
        self.feedback = feedback
        self.board = board
        self.roster = roster
        self.feedback_out = feedback_out
        self.private = private


class DraftScreen(ActingScreen):
    """A screen on which things are done to drafts. `draft_here` is the draft they are done to."""

    CSS_PATH = "drafts.tcss"
    NEEDS_DRAFT: ClassVar[frozenset[str]] = frozenset(
        {
            "turn",
            "new_version",
            "edit_draft",
            "put_draft_away",
            "take_out",
            "critique",
            "bring_mail",
        }
    )

    def __init__(self, services: DraftServices) -> None:
        super().__init__()
        self.services = services

    @property
    def drafts(self) -> Drafts:
        """The drafts. Actions run only while there is a group (`check_action`)."""
        return _there(self.services.drafts())

    @property
    def feedback(self) -> Feedback:
        """What is said of them."""
        return _there(self.services.feedback())

    def draft_here(self) -> Draft | None:
        """Return the draft that is highlighted or open."""
        return None

    def draft_called(self, uid: str) -> Draft | None:
        """Return a draft by its uid; None once it is gone, or for outsiders."""
        drafts = self.services.drafts()
        if drafts is None or self.room is Room.PUBLIC:
            return None
        try:
            return drafts.draft(uid)
        except CartuiProblem:
            return None

    def subject_of(self, draft: Draft | None) -> Subject | None:
        """Return a draft as notes, history and copying know it."""
        if draft is None:
            return None
        words = ", ".join(filter(None, (draft.title, self.card_title(draft))))
        return Subject(draft.uid, draft.title, self.drafts.group_uid, words)

    def card_title(self, draft: Draft) -> str:
        """Return the title of the card that a draft is about."""
        card = self.drafts.find_card(draft.card) if draft.card else None
        return card.title if card is not None else ""

    def people(self) -> list[Person]:
        """Return the people of the group."""
        return self.services.roster.people(self.drafts.group_uid)

    def called(self, text: str) -> Person | None:
        """Return the person whose name begins so: of the group, or else of the programme."""
        typed = folded(text.strip())
        for people in (self.people(), self.services.roster.people()):
            names = [(folded(person.name), person) for person in people]
            whole = [person for name, person in names if name == typed]
            begins = [
                p for name, p in names if any(w.startswith(typed) for w in (name, *name.split()))
            ]
            if typed and (found := whole or begins):
                return found[0]
        return None

    def turn_words(self, draft: Draft) -> str:
        """Return whose turn it is."""
        return self.drafts.person_name(draft.turn) if draft.turn else "facilitator"

    # --- doing

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing while there is no group; grey out what needs a draft."""
        if action in acts_here():
            if self.services.drafts() is None:
                return False
            if action in self.NEEDS_DRAFT and self.draft_here() is None:
                return None
        return super().check_action(action, parameters)


@cache
def acts_here() -> frozenset[str]:
    """Return the actions of all verbs of drafts and comments."""
    return frozenset(
        declared.action.partition("(")[0]
        for declared in VERBS.values()
        if declared.id.split(".")[0] in {"draft", "comment"}
    )


def _there(service: T | None) -> T:
    if service is None:
        raise LookupError("there is no group yet")
    return service

"""Between meetings: contacts, and the brief on a person; both are back stage alone."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from cartui.model.rooms import Room
from screens.parts.keys import BACK_ONLY, verb
from screens.people.acts import PeopleActs


class BetweenMeetings(PeopleActs):
    """`l` and `b` on the list of people, in BACK. What answers them is not of this house."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("l", "log_contact", "log", "Log a contact: a call, a mail, a talk", "people.log",
             group="People", rank=8, rooms=BACK_ONLY,
             also="call phone mail email talk met spoke heard from"),
        verb("b", "brief", "brief", "Read the brief on this person before you meet",
             "people.brief", group="People", rank=9, rooms=BACK_ONLY,
             also="prepare last contacts why joined owed signals page"),
    ]  # fmt: skip

    class ContactWanted(Message):
        """A contact with these people is to be logged."""

        def __init__(self, people: Sequence[str]) -> None:
            super().__init__()
            self.people = people

    class BriefWanted(Message):
        """The brief on one of the people shown is to be opened: on the one `at` this place."""

        def __init__(self, people: Sequence[str], at: int) -> None:
            super().__init__()
            self.people, self.at = people, at

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In BACK alone, and for somebody."""
        if action in ("log_contact", "brief"):
            if self.room is not Room.BACK:
                return False
            return self.rows.highlighted is not None or None
        return super().check_action(action, parameters)

    def action_log_contact(self) -> None:
        """Log a contact with who is highlighted, or with all who are selected."""
        if people := [person.uid for person in self.chosen()]:
            self.post_message(self.ContactWanted(people))

    def action_brief(self) -> None:
        """Open the brief on who is highlighted."""
        if (uid := self.rows.highlighted) is not None:
            shown = [*self.rows.uids]
            self.post_message(self.BriefWanted(shown, shown.index(uid)))

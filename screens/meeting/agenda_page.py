"""The page of an agenda: parts are added, worded, moved and put away; templates; slots."""

from typing import ClassVar

from textual import on, work
from textual.binding import BindingType

from cartui.model.rooms import Room
from cartui.services.meeting_words import RAISED
from cartui.store.events import Change
from screens.meeting.agenda_list import AgendaList
from screens.meeting.meeting_form import fill_segment
from screens.meeting.raised_choice import choose_raised, open_raised
from screens.meeting.slots_choice import choose_slot
from screens.meeting.template_choice import choose_template
from screens.parts.choice import Option, lettered
from screens.parts.keys import verb
from screens.parts.long_text import LongText, keeping
from screens.parts.meanwhile import reword
from screens.parts.rows import RowList

GROUP = "Agenda"
TAKES_IN = "R takes in what waits."
ON_A_PART = frozenset({"edit_part", "questions", "hold_on", "order", "put_away", "bring_back"})
ON_AGENDA = ON_A_PART - {"bring_back"} | {"new_part", "templates", "slots", "raised"}


class AgendaPage(AgendaList):
    """The verbs of the agenda, each by one key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("n", "new_part", "new", "Add a part after the highlighted one", "agenda.new",
             group=GROUP, rank=10, also="add segment item write create"),
        verb("e", "edit_part", "edit", "Open the form of the part: title, minutes, kind, owner",
             "agenda.edit", group=GROUP, rank=11,
             also="change minutes length protect owner resource title kind"),
        verb("w", "questions", "asks", "Write what it asks the room, a question on each line",
             "agenda.questions", group=GROUP, rank=12, also="prompt words wording ask discussion"),
        verb("t", "templates", "template", "Take a template, or keep this agenda as one",
             "agenda.template", group=GROUP, rank=13,
             also="first meeting critique retreat table discussion own save starter"),
        verb("b", "hold_on", "on a draft", "Say on which draft it is held", "agenda.about",
             group=GROUP, rank=20, also="critique point whose turn about author"),
        verb("S", "slots", "slots", "Offer days for the next meeting, and pick one", "agenda.slots",
             group=GROUP, rank=21, also="next meeting date candidate choose when agree"),
        verb("R", "raised", "to raise", "See what is to be raised; take it in, put it back",
             "agenda.raised", group=GROUP, rank=22, also="raise parked due reviews list take in"),
        verb("J", "order(1)", "down", "Move the part later", "agenda.down",
             group=GROUP, rank=30, also="order reorder later move"),
        verb("K", "order(-1)", "up", "Move the part earlier", "agenda.up",
             group=GROUP, rank=31, also="order reorder earlier move"),
        verb("X", "put_away", "put away", "Take the part off; u or v brings it back",
             "agenda.put_away", group=GROUP, rank=32, also="delete remove archive"),
        verb("X", "bring_back", "bring back", "Bring the part back to the agenda",
             "agenda.bring_back", group=GROUP, rank=11, also="restore"),
        verb("v", "view", "put away", "Show the parts that were put away, or the agenda",
             "agenda.view", group="Look around", rank=52, also="archived removed away"),
        verb("escape", "leave", "back", "Go back to the meetings", "agenda.leave",
             group="Look around", rank=5),
    ]  # fmt: skip

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now."""
        ours = action in ON_AGENDA or action in ("bring_back", "view")
        if ours and (self.room is Room.PUBLIC or self.has_class("-form")):
            return False
        if (self.away and action in ON_AGENDA) or (not self.away and action == "bring_back"):
            return False
        if action in ON_A_PART and (line := self.line) is None:
            return None
        if action == "hold_on" and line is not None:
            return line.segment.kind == "critique" or bool(line.segment.about) or None
        return super().check_action(action, parameters)

    def action_leave(self) -> None:
        """Go back, first from the parts put away."""
        if self.away:
            self.action_view()
        else:
            self._gone()

    @on(RowList.Opened)
    def _opened(self, event: RowList.Opened) -> None:
        event.stop()
        if self.line is not None and self.line.segment.kind == RAISED and not self.away:
            self.open_raised()
        elif self.check_action("edit_part", ()):
            self.action_edit_part()

    @work
    async def open_raised(self) -> None:
        """Show what was raised, where each thing can be gone to."""
        if (meeting := self.meeting) is not None:
            await open_raised(self, self.meetings, meeting, TAKES_IN)

    def action_new_part(self) -> None:
        """Add a part by its title; its minutes and kind are then one key away."""
        meetings, meeting = self.meetings, self.meeting
        after = self.line.segment if self.line is not None else None

        def then(title: str | None) -> None:
            if not title or meeting is None:
                return
            change = self.act(lambda: meetings.add_segment(meeting, title, after))
            if change is not None:
                self.rows.highlight(change.about[0])

        self.ask("New part", then, id=f"agenda.new.{self._uid}")

    def action_edit_part(self) -> None:
        """Open the form of the highlighted part."""
        if (line := self.line) is not None:
            self.open_form(*fill_segment(self.form, self.meetings, line.segment))

    def action_questions(self) -> None:
        """Write what the part asks."""
        if (line := self.line) is not None:
            self._write_questions(line.uid, "\n".join(line.segment.questions))

    def _write_questions(self, uid: str, typed: str) -> None:
        meetings, segment = self.meetings, self.meetings.segment(uid)
        was = "\n".join(segment.questions)

        def again(text: str) -> None:
            self._write_questions(uid, text)

        def write(text: str, was: str | None) -> Change | None:
            return meetings.set_questions(segment, text, was=was)

        def keep(text: str, place: object) -> Change | None:
            return reword(self, write, text, was, again, do=self.act, place=place)

        hint = "One question on each line; they stand before the room in large type."
        if segment.kind == RAISED:
            hint = "What was raised follows these by itself. One question on each line."
        box = LongText(f"What “{segment.title}” asks", hint, typed, keeping(self, was, keep))
        self.app.push_screen(box)

    def action_order(self, step: int) -> None:
        """Move the part by one place."""
        if (line := self.line) is not None:
            meetings = self.meetings
            self.act(lambda: meetings.reorder_segment(line.segment, step))

    def action_put_away(self) -> None:
        """Take the part off the agenda."""
        if (line := self.line) is not None:
            meetings = self.meetings
            self.act(lambda: meetings.put_away_segment(line.segment))

    def action_bring_back(self) -> None:
        """Bring the part back."""
        if (line := self.line) is not None:
            meetings = self.meetings
            self.act(lambda: meetings.bring_back_segment(line.segment))

    def action_view(self) -> None:
        """Turn to the parts put away, or back."""
        self.away = not self.away
        self.show_again()
        self.refresh_frame()

    @work
    async def action_hold_on(self) -> None:
        """Choose the draft a critique is held on; those that wait for the facilitator are first."""
        if (line := self.line) is None:
            return
        meetings, drafts = self.meetings, self.meetings.drafts_in_turn()
        turns = [meetings.person_name(each.turn) for each in drafts]
        plain = lettered([each.title for each in drafts])
        options = [
            Option(one.words, one.key, f"waits for {turn or 'the facilitator'}")
            for one, turn in zip(plain, turns, strict=True)
        ]
        options.append(Option("no draft", "0"))
        at = await self.choose("The critique is held on", options)
        if at is not None:
            uid = drafts[at].uid if at < len(drafts) else ""
            self.act(lambda: meetings.hold_on(line.segment, uid))

    @work
    async def action_templates(self) -> None:
        """Take a template, or keep this agenda as one."""
        if (meeting := self.meeting) is not None:
            await choose_template(self, self.meetings, meeting, self.act)

    @work
    async def action_slots(self) -> None:
        """Offer slots for the meeting after this one, and pick one."""
        if (meeting := self.meeting) is not None:
            await choose_slot(self, self.meetings, meeting, self.act)

    @work
    async def action_raised(self) -> None:
        """See what is to be raised, and what became of it."""
        await choose_raised(self, self.meetings, self.meeting, self.act)

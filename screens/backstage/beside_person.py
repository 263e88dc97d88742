"""Beside a person, in BACK: how to reach them, what holds them back, what was noted."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from msgspec.structs import replace
from textual import work
from textual.binding import BindingType

from cartui.backstage.attendance_reasons import AttendanceReasons, Missed
from cartui.backstage.briefs import Briefs
from cartui.backstage.contacts import Contacts
from cartui.backstage.private_facts import ConstraintKind, PrivateFacts, constraint_kinds
from cartui.backstage.private_notebook import PrivateNotebook
from cartui.backstage.private_whys import PrivateWhys
from cartui.backstage.records import Constraint, PersonBack, PrivateNote
from cartui.backstage.signals import Signals
from cartui.backstage.titles import titles
from cartui.model.people import Membership
from cartui.store.workspace import Workspace
from screens.backstage.brief_box import BriefBox
from screens.backstage.contact_lines import (
    contact_lines,
    log_contact,
    note_signal,
    note_to_contact,
    signal_lines,
)
from screens.backstage.note_lines import note_line
from screens.backstage.panel import BackPanel
from screens.backstage.private_lines import PrivateLine
from screens.parts.keys import BACK_ONLY, verb

LATELY = 3
"""Contacts that stand first; those before them come after everything else."""


class PersonServices(NamedTuple):
    """What the panel works with."""

    facts: PrivateFacts
    whys: PrivateWhys
    notes: PrivateNotebook
    reasons: AttendanceReasons
    contacts: Contacts
    signals: Signals
    briefs: Briefs


class BesidePerson(BackPanel):
    """The private side of one person."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("l", "log_line", "make it a contact", "Make this private note a contact",
             "private.to_contact", group="Back stage", rank=12, rooms=BACK_ONLY,
             also="log call mail talk"),
    ]  # fmt: skip

    def __init__(self, workspace: Workspace, services: PersonServices) -> None:
        super().__init__()
        self._ws = workspace
        self._facts, self._whys, self._notes, self._reasons = services[:4]
        self._contacts, self._signals, self._briefs = services[4:]

    def lines(self) -> list[PrivateLine]:
        """Return the last contacts and signals, constraints, facts, whys, notes; then the rest."""
        if not self.uid:
            return []
        talked = contact_lines(self, self._contacts, self.uid)
        found = [
            *talked[:LATELY],
            *signal_lines(self, self._signals, self.uid),
            *map(self._constraint, self._facts.constraints(self.uid)),
            *self._fact_lines(),
            *self._why_lines(),
            *map(self._reason_line, self._missed(known=True)),
            *map(self._note_line, self._notes.about(self.uid)),
            *talked[LATELY:],
        ]
        if found:
            return found
        empty = "Nothing private is kept of this person. l logs a contact, c writes a note."
        return [PrivateLine(key="empty", text=f"{empty} Tab comes here, n adds.", quiet=True)]

    def _note_line(self, note: PrivateNote) -> PrivateLine:
        def log() -> None:
            self.run_worker(note_to_contact(self, self._contacts, note))

        return replace(note_line(self, self._notes, note), log=log)

    def _fact_lines(self) -> list[PrivateLine]:
        kept = self._facts.of(self.uid)
        return [
            PrivateLine(
                key=field,
                title=title,
                text=getattr(kept, field),
                edit=partial(self._ask_fact, field),
                away=partial(self._write, self.uid, field, ""),
            )
            for field, title in titles(PersonBack).items()
            if getattr(kept, field)
        ]

    def _ask_fact(self, field: str) -> None:
        uid, title = self.uid, titles(PersonBack)[field]
        self.ask(
            f"{title} (private)",
            f"{field}.{uid}",
            lambda text: self._facts.write(uid, **{field: text}),
            value=getattr(self._facts.of(uid), field),
        )

    def _write(self, uid: str, field: str, text: str) -> None:
        self.do(lambda: self._facts.write(uid, **{field: text}))

    def _constraint(self, constraint: Constraint) -> PrivateLine:
        names = {kind.id: kind.name for kind in constraint_kinds()}
        kind = names.get(constraint.kind, constraint.kind)
        return PrivateLine(
            key=constraint.uid,
            title="Constraint",
            text=", ".join(filter(None, (kind, constraint.text))),
            edit=lambda: self.ask(
                f"Constraint, {kind}" if kind else "Constraint",
                f"constraint.{constraint.uid}",
                lambda text: self._facts.change_constraint(constraint, text=text),
                value=constraint.text,
            ),
            away=lambda: self.do(lambda: self._facts.put_constraint_away(constraint)),
        )

    def _why_lines(self) -> list[PrivateLine]:
        return [
            PrivateLine(
                key=f"why.{membership.uid}",
                title="Why joined, not shared",
                text=self._whys.of(membership),
                edit=partial(self._ask_why, membership),
                away=partial(self.do, partial(self._whys.write, membership, "")),
                share=partial(self.do, partial(self._whys.share, membership)),
            )
            for membership in self._memberships()
            if self._whys.of(membership)
        ]

    def _ask_why(self, membership: Membership) -> None:
        self.ask(
            "Why joined, for yourself",
            f"why.{membership.uid}",
            lambda text: self._whys.write(membership, text),
            value=self._whys.of(membership),
        )

    def _missed(self, *, known: bool) -> list[Missed]:
        return [each for each in self._reasons.missed(self.uid) if bool(each.reason) is known]

    def _reason_line(self, missed: Missed) -> PrivateLine:
        return PrivateLine(
            key=f"reason.{missed.attendance.uid}",
            title=f"Why {missed.called}",
            text=missed.reason,
            edit=partial(self._ask_reason, missed),
            away=lambda: self.do(lambda: self._reasons.write(missed, "")),
        )

    def _ask_reason(self, missed: Missed) -> None:
        self.ask(
            f"Why {missed.called} (private)",
            f"reason.{missed.attendance.uid}",
            lambda text: self._reasons.write(missed, text),
            value=missed.reason,
        )

    def _memberships(self) -> list[Membership]:
        held = self._ws.table(Membership).values()
        return [each for each in held if each.person == self.uid and not each.away]

    # --- contacts

    def log_with(self, people: Sequence[str]) -> None:
        """Log a contact with people, by their uids."""
        self.run_worker(log_contact(self, self._contacts, people))

    def brief(self, people: Sequence[str], at: int) -> None:
        """Open the brief on one of these people; from there the others are one key away."""
        self.app.push_screen(BriefBox(self._briefs, people, at, self.app.copy_to_clipboard))

    def action_log_line(self) -> None:
        """Make the highlighted note a contact."""
        if (line := self.here) is not None and line.log is not None:
            line.log()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A line that is no note leaves the key to the list: there it logs a new contact."""
        if action == "log_line":
            return self.here is not None and self.here.log is not None
        return super().check_action(action, parameters)

    # --- adding

    def add(self) -> None:
        """Offer what is not written down yet."""
        if self.uid:
            self._offer()

    @work
    async def _offer(self) -> None:
        kept = self._facts.of(self.uid)
        facts = [field for field in titles(PersonBack) if not getattr(kept, field)]
        whys = [held for held in self._memberships() if not self._whys.of(held)]
        words = ["Contact", "Signal", "Constraint", *(titles(PersonBack)[field] for field in facts)]
        words += ["Why joined, not shared"] if whys else []
        missed = self._missed(known=False)
        words += [f"Why {each.called}" for each in missed]
        chosen = await self.pick("Add, for yourself", words)
        if chosen is None:
            return
        if chosen == 0:
            await log_contact(self, self._contacts, (self.uid,))
        elif chosen == 1:
            await note_signal(self, self._signals, self.uid)
        elif chosen == 2:
            await self._offer_kinds(constraint_kinds())
        elif chosen < 3 + len(facts):
            self._ask_fact(facts[chosen - 3])
        elif chosen < len(words) - len(missed):
            self._ask_why(whys[0])
        else:
            self._ask_reason(missed[chosen - len(words)])

    async def _offer_kinds(self, kinds: list[ConstraintKind]) -> None:
        uid = self.uid
        chosen = await self.pick("What kind of constraint?", [kind.name for kind in kinds])
        if chosen is None:
            return
        kind = kinds[chosen]
        self.ask(
            f"Constraint, {kind.name}",
            f"constraint.{kind.id}.{uid}",
            lambda text: self._facts.add_constraint(uid, kind.id, text),
        )

"""Beside a person, in BACK: how to reach them, what holds them back, what was noted."""

from functools import partial
from typing import NamedTuple

from textual import work

from cartui.backstage.attendance_reasons import AttendanceReasons, Missed
from cartui.backstage.private_facts import ConstraintKind, PrivateFacts, constraint_kinds
from cartui.backstage.private_notebook import PrivateNotebook
from cartui.backstage.private_whys import PrivateWhys
from cartui.backstage.records import Constraint, PersonBack
from cartui.backstage.titles import titles
from cartui.model.people import Membership
from cartui.store.workspace import Workspace
from screens.backstage.note_lines import note_line
from screens.backstage.panel import BackPanel
from screens.backstage.private_lines import PrivateLine


class PersonServices(NamedTuple):
    """What the panel works with."""

    facts: PrivateFacts
    whys: PrivateWhys
    notes: PrivateNotebook
    reasons: AttendanceReasons


class BesidePerson(BackPanel):
    """The private side of one person."""

    def __init__(self, workspace: Workspace, services: PersonServices) -> None:
        super().__init__()
        self._ws = workspace
        self._facts, self._whys, self._notes, self._reasons = services

    def lines(self) -> list[PrivateLine]:
        """Return constraints first, since they are asked for most; then facts, whys and notes."""
        if not self.uid:
            return []
        found = [
            *map(self._constraint, self._facts.constraints(self.uid)),
            *self._fact_lines(),
            *self._why_lines(),
            *map(self._reason_line, self._missed(known=True)),
            *(note_line(self, self._notes, note) for note in self._notes.about(self.uid)),
        ]
        if found:
            return found
        empty = "Nothing private is kept of this person. Tab comes here, n adds, c writes a note."
        return [PrivateLine(key="empty", text=empty, quiet=True)]

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
        words = ["Constraint", *(titles(PersonBack)[field] for field in facts)]
        words += ["Why joined, not shared"] if whys else []
        missed = self._missed(known=False)
        words += [f"Why {each.called}" for each in missed]
        chosen = await self.pick("Add, for yourself", words)
        if chosen is None:
            return
        if chosen == 0:
            await self._offer_kinds(constraint_kinds())
        elif chosen <= len(facts):
            self._ask_fact(facts[chosen - 1])
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

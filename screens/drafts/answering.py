"""Verdicts by one key each, and the way from one unanswered comment to the next."""

from typing import ClassVar

from textual.binding import BindingType

from cartui.model.drafts import Verdict
from cartui.services.draft_words import verdicts, word
from cartui.services.remarks import Remark
from cartui.store.events import Change
from screens.drafts.desk import WIDE
from screens.drafts.draft_screen import DraftServices
from screens.drafts.open_draft import OpenDraft
from screens.drafts.pace import Pace, bar
from screens.parts.keys import verb

GROUP = "Answer comments"
OWED = "writes it, other keys leave it owed"


def _answering(key: str, name: str, tooltip: str, rank: int, also: str) -> BindingType:
    return verb(key, f"answer('{name}')", name, tooltip, f"comment.{name}", group=GROUP,
                rank=rank, also=also)  # fmt: skip


class AnsweringVerbs(OpenDraft):
    """`t` `a` `d` `l`, `b` for the reason, `>` `<`. Each verdict moves on to the next comment."""

    BINDINGS: ClassVar[list[BindingType]] = [
        _answering("t", "take", "Take the comment: the draft changes as it says", 10,
                   "accept agree yes verdict"),
        _answering("a", "adapt", "Adapt it: the draft changes in the author's own way", 11,
                   "modify change verdict"),
        _answering("d", "decline", "Decline it: the draft stays as it is, for a reason", 12,
                   "reject refuse no verdict"),
        _answering("l", "later", "Later: it waits until the others are answered", 13,
                   "postpone defer verdict"),
        verb("b", "because", "because", "Write the reason for a verdict", "comment.reason",
             group=GROUP, rank=16, also="why reason owed justify not"),
        # These have priority: a held key is not first carried through four widgets to the app.
        verb("greater_than_sign", "unanswered(1)", "next", "Go to the next unanswered comment",
             "comment.next", group=GROUP, rank=14, also="unanswered waiting skip",
             priority=True),
        verb("less_than_sign", "unanswered(-1)", "before", "Go to the unanswered comment before",
             "comment.before", group=GROUP, rank=15, show=False, also="previous unanswered",
             priority=True),
    ]  # fmt: skip

    def __init__(self, services: DraftServices, uid: str) -> None:
        super().__init__(services, uid)
        self.pace = Pace()
        self._owed: tuple[str, ...] = ()
        self._just: tuple[str, ...] = ()
        self._turn_offered = False

    # --- verdicts

    def action_answer(self, verdict: str) -> None:
        """Give the comment in hand, or all that are selected, a verdict; go on to the next."""
        remarks = self.chosen()
        if any(remark.private for remark in remarks):
            self.say("A comment that is back stage gets no verdict. m brings it forward first.")
            return
        comments = [remark.comment for remark in remarks]
        feedback = self.feedback
        apart = {comment.uid for comment in feedback.apart(comments)}
        seen = {remark.uid: remark.state for remark in remarks}
        change = self.act(lambda: feedback.answer(comments, verdict, seen=seen))
        if change is None:
            self.show_again()  # if it was answered elsewhere meanwhile, that stands here now
            return
        answered = [remark for remark in remarks if remark.uid not in apart]
        self.pace.answered(self.around.clock(), len(answered))
        self._ask_reason(Verdict(verdict), [self.remarks[remark.uid] for remark in answered])
        self.rows.clear_marks()
        if apart:
            self._say_apart(len(answered), apart)
        else:
            self._go_on(self.card_of(answered[-1].uid), verdict)

    def _say_apart(self, done: int, apart: set[str]) -> None:
        """Say which of the selection wait for an answer of their own, and go to the first."""
        first = next(uid for uid in self.remarks if uid in apart)
        self.rows.highlight(first)
        which = ", ".join(self.labels[uid] for uid in self.remarks if uid in apart)
        self.say(f"{done} answered. Politics and ethics are answered one by one: {which}.",
                 aside="u undo")  # fmt: skip

    def _go_on(self, uid: str, verdict: str) -> None:
        """Highlight the next comment without a verdict; when there is none, say what is left."""
        after = self._next(uid, 1, later=verdict != Verdict.LATER)
        if after is not None:
            self.rows.highlight(after)
        self.stop_soon()
        self._all_done()
        self.tell_progress()

    def _waiting(self, *, later: bool = True) -> list[str]:
        """Return the comments without a verdict; with `later`, those put off if there is none."""
        open_ = [uid for uid, state in self.states.items() if not state]
        if open_ or not later:
            return open_
        return [uid for uid, state in self.states.items() if state == Verdict.LATER]

    def _next(self, uid: str, way: int, *, later: bool = True) -> str | None:
        """Return the next unanswered comment from `uid` on, going round at the end."""
        waiting = set(self._waiting(later=later))
        order = list(self.rows.shown)
        at = order.index(uid) if uid in order else -1
        around = [*order[at + 1 :], *order[: max(0, at)]]
        if way < 0:
            around.reverse()
        return next((one for one in around if one in waiting), None)

    def action_unanswered(self, way: int) -> None:
        """Go to the next unanswered comment, or the one before."""
        found = self._next(self.rows.highlighted or "", way)
        if found is not None:
            self.rows.highlight(found)
        elif self._waiting():
            self.say("No other comment of this view waits.")
        else:
            self._leave_reason()
            self._all_done()

    # --- reasons

    def _ask_reason(self, verdict: Verdict, answered: list[Remark]) -> None:
        """Ask why, without taking the focus; any other key leaves it owed."""
        self._turn_offered = False
        self._just = tuple(remark.uid for remark in answered)
        self._owed = tuple(remark.uid for remark in answered if remark.owes_reason)
        if not self._owed:
            self.foot.leave()
            return
        done = word(verdicts(), verdict).done.capitalize()
        which = (
            self.labels[self._owed[0]] if len(self._owed) == 1 else f"{len(self._owed)} comments"
        )
        self.foot.ask(f"{done}: {which}. Because?", "b", OWED)

    def action_because(self) -> None:
        """Write the reason just asked for, that of the comment in hand, or of the last answer."""
        uids = self._owed or self._explained()
        if not uids:
            self.say("This comment has no verdict yet, so no reason is owed.")
            return
        remarks = [self.remarks[uid] for uid in uids]
        feedback, before = self.feedback, remarks[0].answered
        comments = [remark.comment for remark in remarks]

        def give(reason: str, was: str | None) -> Change:
            change = feedback.give_reason(comments, reason, was=was)
            self._leave_reason()
            return change

        label = self.labels[uids[0]] if len(uids) == 1 else f"{len(uids)} comments"
        value = before.reason if before is not None and len(uids) == 1 else ""
        self.reword_line(f"{label}: because", value, give, id=f"reason {uids[0]}")

    def _explained(self) -> tuple[str, ...]:
        """Return whose verdict a reason is for: a verdict moves on, and its reason may follow."""
        here = self.here()
        on_card = self.on_card(here.uid) if here is not None else ()
        last = [self.remarks[uid] for uid in self._just if uid in self.remarks]
        for remarks in (on_card, last):
            if uids := tuple(each.uid for each in remarks if each.answered):
                return uids
        return ()

    def _leave_reason(self) -> None:
        self._owed = ()
        if not self._turn_offered:
            self.foot.leave()

    # --- what is left, and whose turn comes then

    def _all_done(self) -> None:
        """When nothing waits any more, offer to pass the turn on; a reason is asked for first.

        Where it is the facilitator's already and no author is named, what comes next is a file.
        """
        draft = self.draft_here()
        if draft is None or self._owed or self._waiting():
            return
        person = self.next_turn(draft)
        self._turn_offered = True
        if person == draft.turn:
            self.foot.ask("All answered. Write it for the author?", "o", "writes it")
            return
        name = self.drafts.person_name(person) or "the facilitator"
        self.foot.ask(f"All answered. Pass the turn to {name}?", "w", "passes it")

    def action_turn(self) -> None:
        """Pass the turn on as offered, or choose whom the draft waits for."""
        draft = self.draft_here()
        if self._turn_offered and draft is not None:
            drafts, person = self.drafts, self.next_turn(draft)
            self._turn_offered = False
            self.foot.leave()
            if person != draft.turn:
                self.act(lambda: drafts.set_turn(draft, person))
                return
        super().action_turn()

    def tell_progress(self) -> None:
        """Say where we are, how many are answered, how long the rest will take."""
        if not self.states:
            self.foot.tell("")
            return
        states = list(self.states.values())
        left, later = states.count(""), states.count(Verdict.LATER)
        done = len(states) - left - later
        put_off = f", {later} later" if later else ""
        words = f"{left} to answer{put_off}, {done} done" if left or later else self._end_words()
        uid = self.rows.highlighted or ""
        where = f"{self.labels[uid]} of {len(states)}   " if uid in self.states else ""
        if self.places_say:
            words += f"   {self.places_say}"
        if not self.places_say or self.size.width >= WIDE:
            words += f"  {bar(len(states) - left, len(states))}"
        self.foot.tell(where + words, self.pace.words(left or later))

    def _end_words(self) -> str:
        """Return what to say when every comment has its verdict: whom the draft waits for."""
        draft = self.draft_here()
        if draft is None or not draft.turn:
            return "all answered"
        return f"all answered, turn passed to {self.drafts.person_name(draft.turn)}"

    def keep_true(self) -> None:
        """Ask no longer for the reason of a verdict that is gone, or that has its reason by now."""
        if self._owed and not all(
            uid in self.remarks and self.remarks[uid].owes_reason for uid in self._owed
        ):
            self._leave_reason()
        if self._turn_offered and self._waiting():
            self._turn_offered = False
            self.foot.leave()

    def after(self, change: Change) -> None:
        """Show what a change has made of the picture; after a verdict the same keys work."""
        if change.verb.startswith("feedback."):
            self.show_again()
            if change.verb.startswith("feedback.reason"):
                self._all_done()
        else:
            super().after(change)

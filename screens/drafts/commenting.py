"""Writing on a draft: comments on a passage or on the whole, replies, places put right by hand."""

from collections.abc import Callable
from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.binding import BindingType

from cartui.model.passages import Passage
from cartui.model.rooms import Room
from cartui.services.remarks import Remark
from cartui.store.events import Change
from screens.drafts.comment_box import CommentBox, Said
from screens.drafts.draft_screen import DraftServices
from screens.drafts.open_draft import OpenDraft
from screens.drafts.text_pane import TextPane
from screens.parts.keys import BACK_ONLY, verb
from screens.parts.meanwhile import reword

GROUP = "Write on a draft"
STARTED = "It starts here. Arrows make it longer, Space lets it go, Enter takes it."
HOW = "Arrows go by word, Space starts it, Enter takes it."


class CommentingVerbs(OpenDraft):
    """`c` `e` `R` `X` `h` `m`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("c", "comment", "comment", "Comment on a passage, or on the whole draft",
             "comment.add", group=GROUP, rank=20, also="note remark write feedback"),
        verb("e", "edit_comment", "edit", "Reword the comment, its lens, tone or who says it",
             "comment.edit", group=GROUP, rank=21, also="change lens tone who"),
        verb("R", "reply", "reply", "Reply to the comment", "comment.reply", group=GROUP, rank=22,
             also="respond answer back"),
        verb("X", "put_away", "put away", "Put the comment away", "comment.put_away", group=GROUP,
             rank=40, also="delete remove archive"),
        verb("h", "place", "place it", "Show in the text where the comment belongs",
             "comment.place", group=GROUP, rank=30, also="anchor position passage by hand move"),
        verb("m", "forward", "bring forward", "Let the group read a comment that is back stage",
             "comment.forward", group=GROUP, rank=24, rooms=BACK_ONLY,
             also="one to one 1-to-1 group share private politics"),
    ]  # fmt: skip

    def __init__(self, services: DraftServices, uid: str) -> None:
        super().__init__(services, uid)
        self._placing: Remark | None = None

    # --- choosing a passage

    def action_comment(self) -> None:
        """Let a passage be chosen, then the words be written."""
        if not self.text.sheet.blocks:
            self.say("There is no text to comment on yet. N brings one in.")
            return
        if not self.text.choosing:
            self._placing = None
            self._choose("Comment on what?")

    def action_place(self) -> None:
        """Let the passage be chosen that the comment in hand belongs to."""
        self._placing = self.here()
        if self._placing is not None and not self._placing.private:
            self._choose("Where does it belong?")

    def _choose(self, asks: str) -> None:
        self.show_text()
        self.text.begin()
        self.say(f"{asks}  {HOW}")
        self.refresh_hints()

    def show_text(self) -> None:
        """Let the text be in sight; overridden where it can be out of it."""

    @on(TextPane.Marked)
    def _passage_begun(self, event: TextPane.Marked) -> None:
        event.stop()
        self.say(STARTED if event.begun else HOW, tone="quiet")

    @on(TextPane.Dropped)
    def _dropped(self, event: TextPane.Dropped) -> None:
        event.stop()
        self._placing = None
        self.say("")
        self._focus_again()

    @on(TextPane.Chosen)
    def _chosen(self, event: TextPane.Chosen) -> None:
        event.stop()
        self.say("")
        remark, self._placing = self._placing, None
        self._focus_again()
        if remark is None:
            self._write(event.passage)
            return
        feedback, version = self.feedback, self.version
        if version is not None:
            self.act(lambda: feedback.place_by_hand(remark.comment, version, event.passage))

    def _focus_again(self) -> None:
        """Give the focus back to the list where there is one beside the text."""
        if self.rows.display and self.rows.size.width:
            self.rows.focus()
        self.refresh_hints()

    # --- the words

    def _write(self, passage: Passage | None) -> None:
        """Open the box for a new comment."""
        draft, version, private = self.draft_here(), self.version, self.services.private()
        if draft is None or version is None:
            return
        feedback = self.feedback

        def add(said: Said) -> Change:
            more = {"lens": said.lens, "tone": said.tone, "by": said.by}
            via = "spoken" if said.by else "written"
            if said.private and private is not None:
                return private.write(draft, version, said.text, passage, **more, via=via)
            return feedback.add(draft, version, said.text, passage, **more, via=via)

        title = "Comment on the whole draft" if passage is None else "Comment on this passage"
        self._open_box(title, self._quote(passage), Said(text="", lens=draft.lens), add)

    def action_edit_comment(self) -> None:
        """Open the box with the comment in hand."""
        remark, private, feedback = self.here(), self.services.private(), self.feedback
        if remark is None:
            return
        comment = remark.comment

        def edit(said: Said, was: str | None) -> Change | None:
            fields = {"text": said.text, "lens": said.lens, "tone": said.tone}
            if said.by != comment.by:
                fields |= {"by": said.by, "name": ""}
            if remark.private:
                return private.edit(remark, was=was, **fields) if private is not None else None
            return feedback.edit(comment, was=was, **fields)

        said = Said(text=comment.text, lens=comment.lens, tone=comment.tone, by=comment.by,
                    private=remark.private)  # fmt: skip
        self._reword_in_box(f"Comment {self.labels[remark.uid]}", said, edit)

    def _reword_in_box(
        self,
        title: str,
        before: Said,
        edit: Callable[[Said, str | None], Change | None],
        typed: Said | None = None,
    ) -> None:
        """Let a comment be reworded that was `before` when it was read, `typed` since."""

        def keep(now: Said, place: object) -> None:
            def write(text: str, was: str | None) -> Change | None:
                return edit(replace(now, text=text), was)

            def again(text: str) -> None:
                self._reword_in_box(title, before, edit, replace(now, text=text))

            reword(self, write, now.text, before.text, again, do=self.act, place=place)

        self._show_box(title, "", before, keep, typed)

    def _open_box(
        self, title: str, quote: str, said: Said, act: Callable[[Said], Change | None]
    ) -> None:
        def keep(now: Said, place: object) -> None:
            change = self.act(lambda: act(now), place)
            if change is not None:
                self.rows.highlight(change.about[-1])

        self._show_box(title, quote, said, keep)

    def _show_box(
        self,
        title: str,
        quote: str,
        said: Said,
        keep: Callable[[Said, object], None],
        typed: Said | None = None,
    ) -> None:
        place = object()

        def kept(now: Said) -> bool:
            keep(now, place)
            return not self.around.unsaved.holds(place)

        back = self.room is Room.BACK
        box = CommentBox(title, quote, said, self.people(), kept, back=back, typed=typed)
        self.app.push_screen(box)

    def _quote(self, passage: Passage | None) -> str:
        """Return the words of a passage, as they are read."""
        if passage is None:
            return ""
        text = self.text.sheet.blocks[passage.block].text[passage.start : passage.end]
        return f"“{' '.join(text.split())}”"

    def action_reply(self) -> None:
        """Ask for a reply to the comment in hand."""
        remark, feedback = self.here(), self.feedback
        if remark is None:
            return
        if remark.private:
            self.say("A comment that is back stage has no replies. m brings it forward first.")
            return

        def then(text: str | None) -> None:
            if text:
                self.act(lambda: feedback.reply(remark.comment, text))

        label = self.labels[remark.uid]
        self.ask(f"Reply to {label}", then, id=f"reply {remark.uid}")

    def action_put_away(self) -> None:
        """Put away the comments chosen."""
        remarks, feedback, private = self.chosen(), self.feedback, self.services.private()
        if remarks and remarks[0].private and private is not None:
            self.act(lambda: private.put_away(remarks[0]))
            return
        comments = [remark.comment for remark in remarks if not remark.private]
        if self.act(lambda: feedback.put_away(*comments)) is not None:
            self.rows.clear_marks()

    def action_forward(self) -> None:
        """Let the group read the comment in hand."""
        remark, private = self.here(), self.services.private()
        if remark is None:
            return
        if not remark.private or private is None:
            self.say("The group can read this comment already, so it stays open.")
            return
        change = self.act(lambda: private.bring_forward(remark))
        if change is not None and change.about:
            self.rows.highlight(change.about[-1])

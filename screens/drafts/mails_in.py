"""E-mails on their way in: a paste box or a file, then what it says, then Enter."""

from asyncio import to_thread
from typing import ClassVar

from textual import events, work
from textual.binding import Binding, BindingType
from textual.content import Content

from cartui.exchange.decoding import Unreadable
from cartui.exchange.mails.mail import Mail
from cartui.exchange.mails.mail_text import LONGEST
from cartui.model.drafts import Draft
from cartui.model.problems import CartuiProblem
from cartui.model.rooms import Room
from cartui.services.mail_heard import Letter, signed
from cartui.store.typed_path import typed_path
from screens.drafts.draft_screen import GROUP
from screens.drafts.look_first import Looked, LookFirst
from screens.drafts.mail_rows import MailRows
from screens.drafts.remark_face import date_of
from screens.drafts.text_in import NotRead, bytes_of
from screens.drafts.texts_in import TextsIn
from screens.drafts.whose import Whose
from screens.parts.choice import Option
from screens.parts.keys import verb
from screens.parts.long_text import Keep, LongText, Page
from screens.parts.popup import Box

HINT = (
    "Paste the e-mail with the lines it quotes: what stands below a quoted passage becomes a"
    " comment on it. A paste is read at once; what is typed, after Esc."
)
STANDS = (
    "What was not brought in stands here still: Esc reads it. Ctrl+U empties the box, and a paste"
    " into the empty box is read at once."
)
TOO_LONG = f"Longer than any e-mail ({LONGEST:,} characters): nothing was pasted"


class MailPage(Page):
    """Lines to write in. A paste into the empty box is taken whole, and read at once."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+u", "empty", show=False)]

    def action_empty(self) -> None:
        """Make room for another e-mail; Ctrl+Z brings back what stood here."""
        self.clear()

    def on_paste(self, event: events.Paste) -> None:
        """Take a paste; one that is longer than any mail is not even shown."""
        event.stop()
        box = self.screen
        if len(event.text) > LONGEST:
            event.prevent_default()
            box.query_one(Box).border_subtitle = Content(TOO_LONG)
        elif not self.text.strip() and event.text.strip() and isinstance(box, MailBox):
            event.prevent_default()
            box.take(event.text)


class MailBox(LongText):
    """Where an e-mail is pasted or typed."""

    FOOT = "Paste, and it is read   Esc reads what is typed, or leaves"
    FOOT_AGAIN = "Ctrl+U empties   Esc reads what stands here"

    def __init__(self, text: str, keep: Keep) -> None:
        super().__init__("Bring in an e-mail", STANDS if text.strip() else HINT, text, keep)
        self._foot = self.FOOT_AGAIN if text.strip() else self.FOOT
        self._page = MailPage(
            text, soft_wrap=True, show_line_numbers=False, tab_behavior="focus", compact=True
        )
        self._page.cursor_blink = False

    def take(self, text: str) -> None:
        """Go on with a paste."""
        if self._keep(text):
            self.dismiss(None)


class MailsIn(TextsIn):
    """`I` on the list and on an open draft."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("I", "bring_mail", "e-mail in", "Bring in what an e-mail says of this draft",
             "draft.mail", group=GROUP, rank=45,
             also="import paste email mail feedback answer reply eml outlook"),
    ]  # fmt: skip

    @work
    async def action_bring_mail(self) -> None:
        """Let an e-mail be pasted or a file be named, say what is in it, and bring it in."""
        if (draft := self.draft_here()) is None:
            return
        if self.drafts.newest(draft) is None:
            self.say("This draft has no text yet. N brings one in.")
            return
        options = [Option("paste the e-mail", "p"), Option("from a file", "f", ".eml or .txt")]
        taken = await self.choose("Bring in an e-mail", options)
        if taken == 0:
            self._paste_mail(draft)
        elif taken == 1:
            await self._mail_file(draft)

    def _paste_mail(self, draft: Draft) -> None:
        def keep(text: str) -> bool:
            self._pasted[_MAIL] = text
            if text.strip():
                self.call_later(self._pasted_mail, draft, text)
            return True

        self.app.push_screen(MailBox(self._pasted.get(_MAIL, ""), keep))

    @work
    async def _pasted_mail(self, draft: Draft, text: str) -> None:
        from cartui.exchange.mails.mail_file import pasted_mail  # noqa: PLC0415 - when one comes

        try:
            mail = pasted_mail(text)
        except Unreadable as problem:
            self._pasted.pop(_MAIL, None)
            self.say(str(problem), tone="problem")
            return
        await self._read_mail(draft, mail, "pasted")

    async def _mail_file(self, draft: Draft) -> None:
        from cartui.exchange.mails.mail_file import read_mail  # noqa: PLC0415 - when one comes

        value, asks = "", "Which e-mail (.eml or .txt)?"
        while (typed := await self.ask_line(asks, value, id="mail file")) is not None:
            path = typed_path(typed)
            try:
                mail = read_mail(await to_thread(bytes_of, path), path.name)
            except (NotRead, Unreadable) as problem:
                self.say(str(problem), tone="problem")
                value = typed
                continue
            await self._read_mail(draft, mail, path.name)
            return

    async def _read_mail(self, draft: Draft, mail: Mail, source: str) -> None:
        """Read an e-mail beside the draft in another thread, and show what it says."""
        self.say("Reading the e-mail beside the draft...", tone="quiet")
        try:
            letter = await to_thread(self.drafts.mails.reader(draft), mail)
        except CartuiProblem as problem:
            self.say(str(problem), tone="problem")
            return
        self.say("")
        if not letter.heard and not letter.left_out:
            self.say("This e-mail quotes, but says nothing of its own. Nothing was brought in.")
            return
        self._look_at(draft, letter, source)

    def _look_at(self, draft: Draft, letter: Letter, source: str) -> None:
        mails, names = self.drafts.mails, self.drafts.names
        found = [names.look_up(name, says) for name, says in letter.names.items()]
        whose = Whose(found, self.drafts.person_name)
        rows = MailRows(
            letter,
            lambda: mails.known(draft, letter, whose.decided),
            whose.shown,
            lambda: self.room is not Room.BACK,
        )

        def then(looked: Looked) -> None:
            self._bring_mail(draft, letter, looked)

        about = _about(letter, source)
        page = LookFirst(f"E-mail · {draft.title}", about, whose, self.people(), self.called, then,
                         rows)  # fmt: skip
        page.around = self.around
        self.app.push_screen(page)

    def _bring_mail(self, draft: Draft, letter: Letter, looked: Looked) -> None:
        mails = self.drafts.mails
        said = signed(letter, looked.signature) if looked.signature else letter
        change = self.act(
            lambda: mails.bring_in(
                draft, said, looked.names, without=looked.without, also=looked.also
            )
        )
        if change is not None:
            self._pasted.pop(_MAIL, None)


_MAIL = "e-mail"


def _about(letter: Letter, source: str) -> str:
    """Return whose e-mail it is, of when, and what came with it."""
    by = f"from {letter.voice.name}" if letter.voice.name else "it does not say who wrote it"
    when = date_of(letter.voice.at) if letter.voice.at else ""
    words = [", ".join(filter(None, (f"{source}: {by}", when))) + "."]
    words += [
        f"{name} came with it and was not read: save it, and bring it in with N."
        for name in letter.attached
    ]
    return "\n".join(words)

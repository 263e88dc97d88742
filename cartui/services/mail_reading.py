"""An e-mail read beside a draft: each answer with its passage; no line of it is lost."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from cartui.exchange.mails.mail import Kind, Mail, MailLine, Voice
from cartui.exchange.mails.mail_lines import mail_lines
from cartui.model.drafts import Anchored
from cartui.model.text import clean
from cartui.services.carrying import Landing
from cartui.services.mail_areas import Area, Role
from cartui.services.mail_blocks import Stretch, says, stretches
from cartui.services.mail_draft import MailDraft
from cartui.services.mail_heard import (
    ANSWERED,
    CLOSING,
    GREETING,
    PICTURE,
    SIGNATURE,
    Answer,
    Heard,
    LeftOut,
    Letter,
)
from cartui.services.mail_typed import typed_words
from cartui.services.mail_words import closing_at, greeting_end
from cartui.services.names_found import UNNAMED

_AREAS = 12
_ALIKE = 0.3
"""What of a quotation must stand in the draft, by weight, to look where it may belong."""
_WHY = {Role.MAIL: ANSWERED, Role.SIGNATURE: SIGNATURE, Role.PICTURE: PICTURE}


def read_letter(mail: Mail, draft: MailDraft) -> Letter:
    """Return what a mail says of a draft: every line is quoted, in one comment, or left out."""
    lines = mail_lines(mail)
    reading = _Reading(draft, {0: lines[0].voice if lines else mail.voice})
    for area in _areas(lines):
        reading.read(Area(area, draft))
    voice = next((line.voice for line in lines if line.level == 0 and line.voice.name), mail.voice)
    return Letter(
        voice=voice,
        heard=tuple(reading.heard),
        left_out=tuple(reading.left_out),
        quoted=reading.quoted,
        attached=mail.attached,
    )


def _areas(lines: Sequence[MailLine]) -> Iterator[Sequence[MailLine]]:
    """Yield what stands between headers; behind many of them the rest is one area."""
    begin = count = 0
    for at, line in enumerate(lines):
        if line.kind is Kind.HEADER and count < _AREAS:
            if at > begin:
                count += 1
                yield lines[begin:at]
            begin = at + 1
    if begin < len(lines):
        yield lines[begin:]


class _Reading:
    """What was heard so far."""

    def __init__(self, draft: MailDraft, voices: dict[int, Voice]) -> None:
        self.heard: list[Heard] = []
        self.left_out: list[LeftOut] = []
        self.quoted = 0
        self._heard_of: Stretch | None = None
        self._draft, self._voices = draft, voices

    def read(self, area: Area) -> None:
        """Read one area from top to bottom."""
        last: Stretch | None = None
        for stretch in map(_named, stretches(area, self._voices)):
            if says(stretch):
                self._say(area, stretch, last)
            elif stretch.role is Role.DRAFT:
                self.quoted += len(stretch.lines)
                self._typed(area, stretch)
            else:
                self._leave(stretch.words(area.lines), _WHY[stretch.role], stretch.voice)
            if stretch.role not in (Role.SIGNATURE, Role.PICTURE):
                last = stretch

    # --- what is said

    def _say(self, area: Area, stretch: Stretch, last: Stretch | None) -> None:
        words = stretch.words(area.lines)
        end = closing_at(words)
        first = not self.heard and stretch.level == 0 and last is None
        begin = greeting_end(words[:end]) if first else 0
        self._leave(words[:begin], GREETING, stretch.voice)
        if text := clean("\n".join(words[begin:end]), lines=True):
            self._hear(area, stretch, last, text)
        self._leave(words[end:], CLOSING, stretch.voice)

    def _hear(self, area: Area, stretch: Stretch, last: Stretch | None, text: str) -> None:
        if last is not None and last is self._heard_of and last.level > stretch.level:
            answer = Answer(text=text, voice=stretch.voice)
            before = self.heard[-1]
            self.heard[-1] = replace(before, replies=(*before.replies, answer))
            return
        heard = Heard(text=text, voice=stretch.voice, typed=stretch.role is Role.TYPED)
        if last is not None and last.role is Role.DRAFT:
            heard = replace(heard, landing=self._passage(area, last.lines))
        elif last is not None and last.role is Role.MAIL:
            heard = self._under_mail(area, heard, last)
        if heard.landing is not None:
            heard = replace(heard, stands=self._draft.stands(heard.landing))
        self.heard.append(heard)
        self._heard_of = stretch

    def _under_mail(self, area: Area, heard: Heard, last: Stretch) -> Heard:
        """Return what is said below lines that are not the draft's, unless they are nearly."""
        span = area.span(last.lines[0], last.lines[-1])
        if area.quoting is not None and area.quoting.share(span) >= _ALIKE:
            landing = self._passage(area, last.lines)
            if landing is not None and landing.state is not Anchored.LOST:
                return replace(heard, landing=landing)
        return replace(heard, of=clean(" ".join(last.words(area.lines))))

    def _passage(self, area: Area, lines: Sequence[int]) -> Landing | None:
        """Return where a quoted paragraph stands."""
        if area.quoting is None:
            return None
        start, end = area.span(lines[0], lines[-1])
        return self._draft.landing(area.quoting, area.text, start, end)

    def _typed(self, area: Area, stretch: Stretch) -> None:
        """Hear what was typed into the quoted lines themselves."""
        if area.quoting is None:
            return
        span = area.span(stretch.lines[0], stretch.lines[-1])
        voice = self._voices.get(stretch.level - 1, Voice())
        if stretch.level > 1 and not voice.name:
            voice = Voice(UNNAMED, voice.at)
        for words, start, end in typed_words(area, span, self._draft):
            landing = self._draft.landing(area.quoting, area.text, start, end)
            self.heard.append(Heard(text=words, voice=voice, landing=landing, typed=True))

    def _leave(self, lines: Sequence[str], why: str, voice: Voice) -> None:
        if text := clean("\n".join(lines), lines=True):
            self.left_out.append(LeftOut(text=text, why=why, voice=voice))


def _named(stretch: Stretch) -> Stretch:
    """Return a stretch of a quoted mail with a name for whoever says it, if there is none."""
    own = stretch.level - (stretch.role is Role.TYPED) < 1
    if own or stretch.voice.name or not says(stretch):
        return stretch
    return replace(stretch, voice=Voice(UNNAMED, stretch.voice.at))

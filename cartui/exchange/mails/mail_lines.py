"""The lines of an e-mail, one by one: how deep each stands, whose it is, what kind it is."""

import re
from collections.abc import Iterator, Sequence

from cartui.exchange.mails.attributions import LINES, attribution
from cartui.exchange.mails.header_blocks import header_block
from cartui.exchange.mails.header_words import SENT_FROM
from cartui.exchange.mails.mail import Kind, Mail, MailLine, Voice

_MARKS = re.compile(r"^ ?((?:> ?)*>)? ?")
_SIGNATURE = re.compile(r"^--[ \t]*$")
_AHEAD = 24


def mail_lines(mail: Mail) -> tuple[MailLine, ...]:
    """Return the lines of a mail in their order, none left out, each without its marks."""
    return tuple(_Reading(mail).lines())


class _Raw:
    """A line apart from the marks before it. `depth` counts them."""

    def __init__(self, line: str) -> None:
        found = _MARKS.match(line)
        marks = found[1] if found is not None else None
        self.depth = marks.count(">") if marks else 0
        self.text = line[found.end() :] if found is not None and marks else line


class _Reading:
    """A mail as it is read from top to bottom.

    Below the header of an earlier mail unmarked lines are that mail's: `_below` counts by depth
    how many such headers were met there.
    """

    def __init__(self, mail: Mail) -> None:
        self._raws = [_Raw(line) for line in mail.text.split("\n")]
        self._voices: dict[int, Voice] = {0: mail.voice}
        self._below: dict[int, int] = {}
        self._signing: int | None = None
        self._begun = bool(mail.voice.name)

    def lines(self) -> Iterator[MailLine]:
        at = 0
        while at < len(self._raws):
            if length := self._header(at):
                yield from (self._line(raw, Kind.HEADER) for raw in self._raws[at : at + length])
                at += length
                continue
            yield self._line(self._raws[at], self._kind(self._raws[at]))
            at += 1

    def _line(self, raw: _Raw, kind: Kind) -> MailLine:
        level = self._level(raw.depth)
        voice = self._voices.get(level, Voice())
        return MailLine(text=raw.text, kind=kind, level=level, marked=raw.depth > 0, voice=voice)

    def _level(self, depth: int) -> int:
        return depth + sum(count for at, count in self._below.items() if at <= depth)

    def _kind(self, raw: _Raw) -> Kind:
        if not raw.text.strip():
            return Kind.SIGNATURE if self._signing == raw.depth else Kind.BLANK
        if self._signing != raw.depth:
            self._signing = raw.depth if _SIGNATURE.match(raw.text) else None
        if self._signing is not None or SENT_FROM.match(raw.text):
            return Kind.SIGNATURE
        self._begun = True
        return Kind.WORDS

    # --- headers

    def _header(self, at: int) -> int:
        """Return how many lines the header that begins here has; 0 if none does."""
        raw = self._raws[at]
        if not raw.text.strip():
            return 0
        ahead = self._same_depth(at)
        if (block := header_block([each.text for each in ahead])) is not None:
            self._signing = None
            self._enter(raw.depth, block[1], below=self._begun or raw.depth > 0)
            return block[0]
        few = [each.text for each in ahead[:LINES]]
        follows = [self._quote_follows(at + n, raw.depth) for n in range(1, len(few) + 1)]
        if (found := attribution(few, quote_follows=follows)) is None:
            return 0
        length, voice = found
        self._signing = None
        self._begun = True
        if follows[length - 1]:
            self._voices[self._level(raw.depth) + 1] = voice
        else:
            self._enter(raw.depth, voice, below=True)
        return length

    def _enter(self, depth: int, voice: Voice, *, below: bool) -> None:
        """Go on with the mail of a voice: an earlier one `below`, or else this mail itself."""
        if below:
            self._below[depth] = self._below.get(depth, 0) + 1
        self._begun = True
        self._voices[self._level(depth)] = voice

    def _same_depth(self, at: int) -> Sequence[_Raw]:
        depth = self._raws[at].depth
        end = at
        while end < min(len(self._raws), at + _AHEAD) and self._raws[end].depth == depth:
            end += 1
        return self._raws[at:end]

    def _quote_follows(self, at: int, depth: int) -> bool:
        """Whether the next line with words, of the few that follow, is marked deeper."""
        for raw in self._raws[at : at + LINES]:
            if raw.depth > depth or raw.text.strip():
                return raw.depth > depth
        return False

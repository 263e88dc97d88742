"""One stretch of a mail, between two headers: which lines are of the draft, which are answers."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from cartui.anchoring.alignment import NOWHERE
from cartui.anchoring.prose import Span, read
from cartui.anchoring.quoting import Quoting
from cartui.exchange.mails.mail import Kind, MailLine
from cartui.services.mail_draft import MailDraft
from cartui.services.mail_words import begins_closing, is_picture, without_quotes

_MARKED, _UNMARKED = 0.5, 0.6
"""What of a quoted line must stand in the draft, of what its words weigh."""
_MANY = 5
"""Words of a line without a mark that must stand in the draft just so, to be read as a quote."""


class Role(StrEnum):
    """What a line is to the draft. TYPED lines were put among its quoted lines."""

    DRAFT = "draft"
    SAID = "said"
    TYPED = "typed"
    MAIL = "mail"
    SIGNATURE = "signature"
    PICTURE = "picture"
    BLANK = "blank"


class Area:
    """The lines between two headers, with a role for each."""

    def __init__(self, lines: Sequence[MailLine], draft: MailDraft) -> None:
        self.lines, self._draft = lines, draft
        copied = self._copied()
        quotes = [
            at
            for at, line in enumerate(lines)
            if line.kind is Kind.WORDS and (line.level > 0 or at in copied)
        ]
        self.text, self.spans = self._joined(quotes)
        self.quoting = Quoting(self.text, draft.verbatim) if quotes else None
        self.roles = [self._role(at) for at in range(len(lines))]
        self.wrapped: set[int] = set()
        self._wrap()
        self._among_quotes()

    def span(self, first: int, last: int) -> Span:
        """Return the characters of the quoted text that two lines and those between have."""
        return self.spans[first][0], self.spans[last][1]

    # --- what is quoted

    def _copied(self) -> set[int]:
        """Return unmarked lines of the mail itself that are the draft's, word for word."""
        found: set[int] = set()
        goes_on = NOWHERE
        for at, line in enumerate(self.lines):
            keys = () if line.level or line.kind is not Kind.WORDS else read(line.text).keys
            begins = self._draft.verbatim.once(keys) if len(keys) >= _MANY else None
            if (
                begins is None
                and goes_on != NOWHERE
                and self._draft.verbatim.goes_on(keys, goes_on)
            ):
                begins = goes_on
            goes_on = NOWHERE if begins is None else begins + len(keys)
            if begins is not None:
                found.add(at)
        return found

    def _joined(self, quotes: Sequence[int]) -> tuple[str, dict[int, Span]]:
        """Return the quoted lines as one text, and where each stands in it."""
        parts: list[str] = []
        spans: dict[int, Span] = {}
        length, before = 0, -1
        for at in quotes:
            if before >= 0:
                gap = any(each.kind is not Kind.WORDS for each in self.lines[before + 1 : at])
                parts.append("\n\n" if gap else "\n")
                length += len(parts[-1])
            words = without_quotes(self.lines[at].text)
            spans[at] = length, length + len(words)
            parts.append(words)
            length, before = length + len(words), at
        return "".join(parts), spans

    # --- what each line is

    def _role(self, at: int) -> Role:
        line = self.lines[at]
        if line.kind is Kind.SIGNATURE:
            return Role.SIGNATURE
        if line.kind is not Kind.WORDS:
            return Role.BLANK
        if self.quoting is None or at not in self.spans:
            return Role.SAID
        if is_picture(line.text):
            return Role.PICTURE
        enough = _MARKED if line.marked else _UNMARKED
        span = self.spans[at]
        if self.quoting.share(span) >= enough or self._stands(span):
            return Role.DRAFT
        return Role.MAIL

    def _stands(self, span: Span) -> bool:
        """Whether these words stand in the draft just so, or stood in an earlier version."""
        words = self.text[slice(*span)]
        keys = read(words).keys
        if len(keys) < _MANY:
            return False
        return self._draft.verbatim.stands(keys) or self._draft.was_there(words)

    def _wrap(self) -> None:
        """Take an unmarked line between marked ones for the draft's if the words go on there."""
        for at in range(1, len(self.lines) - 1):
            around = (self.roles[at - 1], self.roles[at + 1])
            if self.roles[at] is not Role.SAID or around != (Role.DRAFT, Role.DRAFT):
                continue
            keys = read(self.lines[at].text).keys
            last = self.quoting.last_word(self.spans[at - 1]) if self.quoting is not None else -1
            if last != NOWHERE and self._draft.verbatim.goes_on(keys, last + 1):
                self.roles[at] = Role.DRAFT
                self.spans[at] = self.spans[at - 1]
                self.wrapped.add(at)

    def _among_quotes(self) -> None:
        """Tell answers among quoted lines apart from the rest of the mail that they stand in."""
        ends = self._ends()
        deepest = NOWHERE
        begun: set[int] = set()
        for at, line in enumerate(self.lines):
            if self.roles[at] is Role.DRAFT:
                deepest = max(deepest, line.level)
                begun.add(line.level)
            elif self.roles[at] is Role.MAIL:
                self.roles[at] = self._mail_or_said(at, deepest, begun, ends)

    def _mail_or_said(self, at: int, deepest: int, begun: set[int], ends: dict[int, int]) -> Role:
        line = self.lines[at]
        if line.level < deepest:
            return Role.SAID
        if line.level not in begun or at > ends[line.level]:
            return Role.MAIL
        return Role.DRAFT if self._draft.was_there(line.text) else Role.TYPED

    def _ends(self) -> dict[int, int]:
        """Return by level the last line among which answers are looked for.

        That is the last of the draft. Where somebody has answered among unmarked lines before, what
        follows the last is an answer too, up to the closing words of the mail.
        """
        found: dict[int, int] = {}
        for at, line in enumerate(self.lines):
            if self.roles[at] is Role.DRAFT:
                found[line.level] = at
        for level, last in found.items():
            found[level] = max([last, *self._after(level, last)])
        return found

    def _after(self, level: int, last: int) -> Iterator[int]:
        first = next(
            at for at, role in enumerate(self.roles)
            if role is Role.DRAFT and self.lines[at].level == level
        )  # fmt: skip
        answers = any(
            self.roles[at] is Role.MAIL and self.lines[at].level == level
            for at in range(first, last)
        )
        if not answers:
            return
        for at in range(last + 1, len(self.lines)):
            line = self.lines[at]
            if line.marked or begins_closing(line.text):
                return
            yield at

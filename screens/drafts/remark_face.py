"""A comment in words: its row in the list, and all that is said of it beside the text."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from cartui.model.drafts import Anchored, Verdict
from cartui.services.draft_words import lenses, tones, verdicts, word
from cartui.services.remarks import Remark
from cartui.services.then_and_now import ThenAndNow
from screens.drafts.signed_words import from_first_change, signed
from screens.parts.cells import clip, wrap
from screens.parts.columns import Column
from screens.parts.rows import Face
from screens.parts.symbols import mark

COLUMNS = (
    Column(key="number", title="", least=4, right=True),
    Column(key="sign", title="", least=2),
    Column(key="lens", title="Lens", least=14, rank=3),
    Column(key="who", title="Who", least=12, most=20, rank=2, share=1),
    Column(key="words", title="Comment", least=14, share=4),
    Column(key="verdict", title="Verdict", least=10),
)
PLACES = {
    Anchored.EXACT: ("=", "exact place"),
    Anchored.MOVED: ("~", "moved"),
    Anchored.UNSURE: ("?", "unsure place"),
    Anchored.LOST: ("x", "lost place"),
}
SETTLED = "Resolved in the file it came with; it waits for no verdict."
NEW = "*"
"""Beside a verdict: something of the comment is new since the draft was last looked at."""
STAYS = "\N{NO-BREAK SPACE}"
Line = tuple[str, str]
"""Words and their look: "strong", "muted", "problem", "cursor" or ""."""


def tone_sign(remark: Remark) -> str:
    """Return the one-cell sign of a comment's tone, a blank for none."""
    return word(tones(), remark.comment.tone).sign or " "


def place_sign(remark: Remark) -> str:
    """Return the sign of a place that is not simply the same, else a blank."""
    sure = remark.anchored in (None, Anchored.EXACT)
    return " " if sure or remark.anchored is None else PLACES[remark.anchored][0]


def verdict_word(remark: Remark) -> str:
    """Return the verdict as it reads afterwards, in one word."""
    if not remark.state:
        settled = "resolved" if remark.settled_before else ""
        return "private" if remark.private else settled
    if remark.state == Verdict.LATER:
        return "later"
    done = word(verdicts(), remark.state).done
    return f"{done} {mark('owed')}" if remark.owes_reason else done


def row_of(remarks: Sequence[Remark], label: str, news: str = "") -> Face:
    """Return the row of a card: of one comment, or of several that say near the same. `news`
    stands where the verdict does while there is none, and is a star beside one.
    """
    remark = remarks[0]
    comment = remark.comment
    lens = word(lenses(), comment.lens).name if comment.lens else ""
    signs = tone_sign(remark) + place_sign(remark)
    words = " ".join(comment.text[:400].split())
    tone = "" if remark.waits else "muted"
    verdict = verdict_word(remark)
    told = f"{verdict} {NEW}" if verdict and news else verdict or news
    return Face((label, signs, lens, who_of(remarks), words, told), tone)


def who_of(remarks: Sequence[Remark]) -> str:
    """Return who said what stands on a card."""
    if len(remarks) < 2:
        return remarks[0].who
    return " + ".join(each.who or "facilitator" for each in remarks)


def key_of(remark: Remark) -> str:
    """Return what a comment is found by."""
    comment = remark.comment
    replies = " ".join(reply.text for reply in remark.replies)
    return f"{comment.text} {remark.who} {comment.lens} {comment.tone} {replies}".lower()


def head_of(remarks: Sequence[Remark], label: str) -> str:
    """Return who said it, through which lens, in which tone, of what."""
    remark = remarks[0]
    comment = remark.comment
    tone = word(tones(), comment.tone) if comment.tone else None
    words = [
        f"{tone.sign} {tone.name}" if tone is not None else "",
        word(lenses(), comment.lens).name if comment.lens else "",
        (who_of(remarks) or "facilitator") + (", spoken" if comment.via == "spoken" else ""),
    ]
    if remark.place is None:
        words.append("on the whole draft")
    elif remark.anchored is not None and remark.anchored is not Anchored.EXACT:
        words.append(STAYS.join(PLACES[remark.anchored]))
    if remark.private:
        words.append("back stage")
    return f"{label}  " + " · ".join(filter(None, words))


def card_lines(
    remarks: Sequence[Remark],
    label: str,
    width: int,
    wording: ThenAndNow | None = None,
    *,
    short: bool = False,
    news: str = "",
) -> Iterator[Line]:
    """Yield all that is said of a comment, in lines of `width` cells. What was said of other
    words than stand there now says both, `short` in a line each; where that asks a look, first.
    """
    remark = remarks[0]
    head = head_of(remarks, label) + (f" · {news} since you looked" if news else "")
    for line in wrap(head, width):
        yield line.replace(STAYS, " "), "strong"
    both = list(_place_lines(remark, wording, width, short=short))
    if remark.asks_a_look:
        yield from both
    says_all = wording is not None and wording.says_all
    for words in _said(remarks, but_first=says_all):
        for line in wrap(words, width):
            yield line, ""
    if not remark.asks_a_look:
        yield from both
    yield from _under(remarks, width)
    yield from _verdict_lines(remark, width)


def _under(remarks: Sequence[Remark], width: int) -> Iterator[Line]:
    """Yield the words that a comment was said of where the text has them no more, and replies."""
    if of := " ".join(remarks[0].comment.of.split()):
        for line in wrap(f"said there of: “{of}”", width):
            yield line, "muted"
    for reply in (reply for each in remarks for reply in each.replies):
        for line in wrap(f"{mark('arrow')} {reply.name}: {reply.text}", width):
            yield line, "muted"


def _said(remarks: Sequence[Remark], *, but_first: bool) -> Iterator[str]:
    """Yield the words of a card: of the first, then of those who say it in other words."""
    first = remarks[0].comment.text
    if not but_first:
        yield first
    for other in remarks[1:]:
        if other.comment.text.split() != first.split():
            yield f"{other.who}: {other.comment.text}"


def _place_lines(
    remark: Remark, wording: ThenAndNow | None, width: int, *, short: bool
) -> Iterator[Line]:
    """Yield what it was said of, what stands there now, and which key settles it."""
    lost = remark.anchored is Anchored.LOST
    if wording is not None:
        for name, pieces in zip(wording.names, (wording.then, wording.now), strict=True):
            lines = wrap(f"{name}: “{signed(pieces)}”" if pieces else name, width)
            if short and len(lines) > 1:
                lines = [clip(f"{name}: “{signed(from_first_change(pieces))}”", width)]
            for line in lines:
                yield line, "muted"
    if remark.asks_a_look:
        says = "h shows where it belongs now" if lost else "Enter: it stands here.  h: elsewhere"
        yield says, "problem"


def _verdict_lines(remark: Remark, width: int) -> Iterator[Line]:
    if remark.answered is None:
        if remark.settled_before:
            yield from ((line, "muted") for line in wrap(SETTLED, width))
        return
    done = word(verdicts(), remark.state).done.capitalize()
    reason = " ".join(remark.answered.reason.split())
    if reason:
        done = f"{done}, because: {reason}"
    elif remark.owes_reason:
        done = f"{done}. The reason is owed: b writes it"
    for line in wrap(done, width):
        yield line, "strong"


def date_of(at: str) -> str:
    """Return the day of an ISO time on this machine's clock, or what stands there."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return at

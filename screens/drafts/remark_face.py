"""A comment in words: its row in the list, and all that is said of it beside the text."""

from collections.abc import Iterator
from datetime import datetime

from cartui.model.drafts import Anchored, Verdict
from cartui.services.draft_words import lenses, tones, verdicts, word
from cartui.services.remarks import Remark
from screens.parts.cells import wrap
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


def row_of(remark: Remark, label: str) -> Face:
    """Return a comment's row."""
    comment = remark.comment
    lens = word(lenses(), comment.lens).name if comment.lens else ""
    signs = tone_sign(remark) + place_sign(remark)
    words = " ".join(comment.text[:400].split())
    tone = "" if remark.waits else "muted"
    return Face((label, signs, lens, remark.who, words, verdict_word(remark)), tone)


def key_of(remark: Remark) -> str:
    """Return what a comment is found by."""
    comment = remark.comment
    replies = " ".join(reply.text for reply in remark.replies)
    return f"{comment.text} {remark.who} {comment.lens} {comment.tone} {replies}".lower()


def head_of(remark: Remark, label: str) -> str:
    """Return who said it, through which lens, in which tone, of what."""
    comment = remark.comment
    tone = word(tones(), comment.tone) if comment.tone else None
    words = [
        f"{tone.sign} {tone.name}" if tone is not None else "",
        word(lenses(), comment.lens).name if comment.lens else "",
        (remark.who or "facilitator") + (", spoken" if comment.via == "spoken" else ""),
    ]
    if remark.place is None:
        words.append("on the whole draft")
    elif remark.anchored is not None and remark.anchored is not Anchored.EXACT:
        words.append(" ".join(PLACES[remark.anchored]))
    if remark.private:
        words.append("back stage")
    return f"{label}  " + " · ".join(filter(None, words))


def card_lines(remark: Remark, label: str, width: int) -> Iterator[Line]:
    """Yield all that is said of a comment, in lines of `width` cells."""
    for line in wrap(head_of(remark, label), width):
        yield line, "strong"
    for line in wrap(remark.comment.text, width):
        yield line, ""
    if remark.comment.of:
        for line in wrap(f"said there of: “{' '.join(remark.comment.of.split())}”", width):
            yield line, "muted"
    if remark.asks_a_look and remark.place is not None:
        lost = remark.anchored is Anchored.LOST
        says = "h shows where it belongs now" if lost else "Enter: it stands here.  h: elsewhere"
        quote = " ".join(remark.place.quote.split())
        for line in wrap(f"was said of: “{quote}”", width):
            yield line, "muted"
        yield says, "problem"
    for reply in remark.replies:
        for line in wrap(f"{mark('arrow')} {reply.name}: {reply.text}", width):
            yield line, "muted"
    yield from _verdict_lines(remark, width)


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

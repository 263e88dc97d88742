"""A draft with its comments in it as CriticMarkup, for any editor; `read_critic` reads it back."""

from collections.abc import Iterator, Sequence

from cartui.exchange.critic_marks import MARK
from cartui.exchange.critic_markup import CriticComment, CriticReply
from cartui.exchange.critic_names import REPLY, RESOLVED, VERDICT, CriticWords, Said
from cartui.exchange.critic_passages import fitted, nested


def critic_out(
    text: str, comments: Sequence[CriticComment], words: CriticWords | None = None
) -> str:
    """Return the text with every comment at its passage, those on the whole draft before it.

    `words` names lenses and tones as `read_critic` is to know them. A passage that would cross
    another one is shortened to what lies within it.
    """
    words = words or CriticWords()
    parts = [f"{_said(each, words)}\n\n" for each in comments if each.whole]
    at = 0
    for place, mark in _marks(text, [each for each in comments if not each.whole], words):
        parts += [_escaped(text[at:place], before_mark=True), mark]
        at = place
    return "".join([*parts, _escaped(text[at:])])


def _marks(
    text: str, comments: Sequence[CriticComment], words: CriticWords
) -> Iterator[tuple[int, str]]:
    """Yield each mark with its place. At one place: what stands there, what ends, what begins."""
    says: dict[tuple[int, int], list[str]] = {}
    for each in comments:
        says.setdefault(fitted(text, each.start, each.end), []).append(_said(each, words))
    found: list[tuple[int, int, int, str]] = []
    for (start, end), said in nested(says).items():
        if start == end:
            found.append((start, 0, 0, "".join(said)))
        else:
            found.append((start, 2, -end, "{=="))
            found.append((end, 1, -start, "==}" + "".join(said)))
    for place, _, _, mark in sorted(found):
        yield place, mark


def _said(comment: CriticComment, words: CriticWords) -> str:
    """Return the mark of a comment, and behind it one for each reply and for what was decided."""
    standing = frozenset({RESOLVED}) if comment.resolved else frozenset()
    said = [
        Said(text=comment.text, name=comment.name, lens=comment.lens, tone=comment.tone,
             standing=standing),
        *(_answer(each) for each in comment.replies),
    ]  # fmt: skip
    if comment.decided is not None:
        said.append(_answer(comment.decided))
    return "".join("{>>" + _escaped(words.write(each), before_mark=True) + "<<}" for each in said)


def _answer(reply: CriticReply) -> Said:
    kind = VERDICT if reply.verdict else REPLY
    return Said(text=reply.text, name=reply.name, standing=frozenset({kind}))


def _escaped(text: str, *, before_mark: bool = False) -> str:
    """Return plain text in which no mark is alive; backslashes before one that is are doubled."""
    safe = MARK.sub(lambda found: found[1] * 2 + "\\" + found[2], text)
    if not before_mark:
        return safe
    return safe + "\\" * (len(text) - len(text.rstrip("\\")))

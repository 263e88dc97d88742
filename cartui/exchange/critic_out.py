"""A draft with its comments in it as CriticMarkup, for any editor; `read_critic` reads it back."""

from collections.abc import Iterator, Sequence

from cartui.exchange.critic_marks import MARK
from cartui.exchange.critic_markup import CriticComment
from cartui.exchange.critic_names import CriticWords, Said


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
        says.setdefault(_fitted(text, each.start, each.end), []).append(_said(each, words))
    found: list[tuple[int, int, int, str]] = []
    for (start, end), said in _nested(says).items():
        if start == end:
            found.append((start, 0, 0, "".join(said)))
        else:
            found.append((start, 2, -end, "{=="))
            found.append((end, 1, -start, "==}" + "".join(said)))
    for place, _, _, mark in sorted(found):
        yield place, mark


def _fitted(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a passage within the text that can be closed: a brace before `==}` would open one."""
    start, end = max(0, min(start, len(text))), min(end, len(text))
    while end > start and text[start:end].endswith(("{", "{=")):
        end -= 1
    return start, max(start, end)


def _nested(says: dict[tuple[int, int], list[str]]) -> dict[tuple[int, int], list[str]]:
    """Return the passages so that none crosses another: it ends where that one ends."""
    found: dict[tuple[int, int], list[str]] = {}
    around: list[int] = []
    for start, end in sorted(says, key=lambda passage: (passage[0], -passage[1])):
        if start < end:
            while around and around[-1] <= start:
                around.pop()
            fits = min(end, around[-1]) if around else end
            around.append(fits)
        else:
            fits = end
        found.setdefault((start, fits), []).extend(says[start, end])
    return found


def _said(comment: CriticComment, words: CriticWords) -> str:
    said = Said(text=comment.text, name=comment.name, lens=comment.lens, tone=comment.tone)
    return "{>>" + _escaped(words.write(said), before_mark=True) + "<<}"


def _escaped(text: str, *, before_mark: bool = False) -> str:
    """Return plain text in which no mark is alive; backslashes before one that is are doubled."""
    safe = MARK.sub(lambda found: found[1] * 2 + "\\" + found[2], text)
    if not before_mark:
        return safe
    return safe + "\\" * (len(text) - len(text.rstrip("\\")))

"""A draft's text with what was said of it, ready to go out as whichever file was asked for."""

from msgspec import Struct

from cartui.exchange.critic_markup import CriticComment
from cartui.exchange.critic_names import CriticWords
from cartui.exchange.critic_out import critic_out


class Commented(Struct, frozen=True, kw_only=True):
    """A draft and its comments, all in words; nothing of the workspace is read from here on.

    So a file of it can be made in any thread. `about` are lines that stand under the title,
    `words` names lenses and tones.
    """

    title: str
    about: tuple[str, ...] = ()
    text: str = ""
    comments: tuple[CriticComment, ...] = ()
    words: CriticWords = CriticWords()


def commented_markdown(draft: Commented) -> str:
    """Return the text with its comments in it as CriticMarkup."""
    if not draft.text and not draft.comments:
        return ""
    return critic_out(draft.text, draft.comments, draft.words) + "\n"


def commented_word(draft: Commented) -> bytes:
    """Return the text as a Word file, the comments at their passages, with threads and verdicts."""
    from cartui.exchange.papers.word_out import word_out  # noqa: PLC0415 - it weighs

    return word_out(draft.title, draft.text, draft.comments, draft.words)

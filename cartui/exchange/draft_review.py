"""A text with comments in it, taken apart so that both are as they will be kept."""

from msgspec.structs import replace

from cartui.exchange.critic_markup import Reviewed, read_critic
from cartui.exchange.critic_names import CriticWords
from cartui.exchange.draft_text import Tidied, draft_text


def review(text: str, words: CriticWords | None = None) -> Reviewed:
    """Return a text without CriticMarkup, as drafts keep it, and the comments in it."""
    read = read_critic(draft_text(text), words)
    tidy = Tidied(read.text)
    return Reviewed(
        text=tidy.text,
        comments=tuple(
            replace(each, start=tidy.place(each.start), end=tidy.place(each.end))
            for each in read.comments
        ),
    )

"""What was heard in an e-mail about a draft: comments at their passages, and what is left out."""

from collections import Counter

from msgspec import Struct
from msgspec.structs import replace

from cartui.exchange.mails.mail import Voice
from cartui.services.carrying import Landing

GREETING, CLOSING, SIGNATURE = "greeting", "closing words", "signature"
ANSWERED, PICTURE = "the mail that it answers", "picture"


class Answer(Struct, frozen=True, kw_only=True):
    """Words under what somebody else has said in the same mail."""

    text: str
    voice: Voice


class Heard(Struct, frozen=True, kw_only=True):
    """What somebody says of a draft. `landing` is its passage, None for the whole draft.

    `of` are words that it answers and that are nowhere in the draft, `stands` what stands in the
    draft where an unsure one may belong; `typed` says that it stood among the quoted lines.
    """

    text: str
    voice: Voice
    landing: Landing | None = None
    of: str = ""
    stands: str = ""
    typed: bool = False
    replies: tuple[Answer, ...] = ()


class LeftOut(Struct, frozen=True, kw_only=True):
    """Lines that become no comment, whose they are, and why."""

    text: str
    why: str
    voice: Voice = Voice()


class Letter(Struct, frozen=True, kw_only=True):
    """An e-mail as it was read beside a draft, in its own order. `quoted` counts draft lines."""

    voice: Voice
    heard: tuple[Heard, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    quoted: int = 0
    attached: tuple[str, ...] = ()

    @property
    def names(self) -> dict[str, int]:
        """Who says something in it, and how often; "" for whoever wrote it, if it does not say."""
        answers = (answer.voice.name for each in self.heard for answer in each.replies)
        return dict(Counter([*(each.voice.name for each in self.heard), *answers]))


def signed(letter: Letter, name: str) -> Letter:
    """Return a letter whose writer is called so."""
    mine = letter.voice.name

    def by(voice: Voice) -> Voice:
        return Voice(name, voice.at) if voice.name == mine else voice

    heard = tuple(
        replace(
            each,
            voice=by(each.voice),
            replies=tuple(replace(answer, voice=by(answer.voice)) for answer in each.replies),
        )
        for each in letter.heard
    )
    left = tuple(replace(each, voice=by(each.voice)) for each in letter.left_out)
    return replace(letter, voice=by(letter.voice), heard=heard, left_out=left)

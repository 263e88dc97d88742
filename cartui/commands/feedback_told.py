"""What an e-mail says of a draft, told before it comes in: in words, or to other programs."""

from collections import Counter

import msgspec
from msgspec import Struct

from cartui.commands.saying import remark, say
from cartui.model.drafts import Anchored, Draft
from cartui.services.found_words import counted
from cartui.services.mail_heard import Heard, Letter
from cartui.services.names_found import NameFound

_SHOWN = 70
_STATES = {
    Anchored.EXACT: "on",
    Anchored.UNSURE: "perhaps on",
    Anchored.LOST: "its passage is gone:",
}


class Told(Struct, frozen=True, kw_only=True):
    """A letter with the numbers of what is here already, and of what is left out on purpose."""

    letter: Letter
    here: frozenset[int]
    out: frozenset[int]
    names: tuple[NameFound, ...]


class Row(Struct, frozen=True, kw_only=True):
    """A comment. `number` counts from 1; `state` is exact, unsure or lost, or whole draft."""

    number: int
    author: str
    date: str
    text: str
    state: str
    passage: str
    answers: str
    replies: int
    here_already: bool
    left_out: bool


class Outcome(Struct, frozen=True, kw_only=True):
    """What came, or would come, of an e-mail. `left_out` are lines that become no comment."""

    written: bool
    draft: str
    author: str
    date: str
    comments: tuple[Row, ...]
    left_out: tuple[dict[str, str], ...]
    names: tuple[NameFound, ...]
    attached: tuple[str, ...]


def outcome(draft: Draft, told: Told, *, written: bool) -> str:
    """Return it all as JSON."""
    letter = told.letter
    whole = Outcome(
        written=written,
        draft=draft.uid,
        author=letter.voice.name,
        date=letter.voice.at,
        comments=tuple(_row(told, at, each) for at, each in enumerate(letter.heard)),
        left_out=tuple({"why": each.why, "text": each.text} for each in letter.left_out),
        names=told.names,
        attached=letter.attached,
    )
    return msgspec.json.encode(whole).decode()


def _row(told: Told, at: int, heard: Heard) -> Row:
    landing = heard.landing
    return Row(
        number=at + 1,
        author=heard.voice.name,
        date=heard.voice.at,
        text=heard.text,
        state=landing.state.value if landing is not None else "whole draft",
        passage=landing.found.quote if landing is not None else "",
        answers=heard.of,
        replies=len(heard.replies),
        here_already=at in told.here,
        left_out=at in told.out,
    )


def show(told: Told) -> None:
    """Say what was found, one line a comment, and what is left out."""
    letter = told.letter
    states = Counter(each.landing.state for each in letter.heard if each.landing is not None)
    whole = len(letter.heard) - states.total()
    doubtful = states[Anchored.UNSURE] + states[Anchored.LOST]
    say(
        f"{counted(len(letter.heard), 'comment')}: {states[Anchored.EXACT]} at their passages, "
        f"{doubtful} to check, {whole} on the whole draft."
    )
    for at, heard in enumerate(letter.heard):
        say(f"{at + 1}. {_line(told, at, heard)}")
    for left in letter.left_out:
        say(f"Left out, {left.why}: {_short(left.text)}")
    for name in letter.attached:
        remark(f"The file {name} came with it and was not read. Save it, and bring it in apart.")


def _line(told: Told, at: int, heard: Heard) -> str:
    note = " (here already)" if at in told.here else " (left out)" if at in told.out else ""
    return f"{heard.voice.name or 'Somebody'}, {place_words(heard)}: {_short(heard.text)}{note}"


def place_words(heard: Heard) -> str:
    """Return where a comment stands, in words."""
    if heard.landing is None:
        return f"on the whole draft, to “{_short(heard.of)}”" if heard.of else "on the whole draft"
    return f"{_STATES[heard.landing.state]} “{_short(heard.landing.found.quote)}”"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…"

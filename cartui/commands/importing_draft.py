"""`cartui import draft FILE`: a draft of a card, or a new version of one that is here."""

import sys
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec
from msgspec import Struct

from cartui.commands.ending import NotUnderstood
from cartui.commands.giving import STDOUT as STDIN
from cartui.commands.invocation import Invocation
from cartui.commands.naming import decided, say_names, with_names
from cartui.commands.on_workspace import on_workspace
from cartui.commands.saying import say
from cartui.commands.workspaces import on_members, opened
from cartui.exchange.draft_files import DraftFile, read_draft
from cartui.model.cycles import Card
from cartui.model.drafts import Draft
from cartui.model.problems import NotFoundHere
from cartui.services.draft_found import Found, found_in
from cartui.services.draft_incoming import Incoming
from cartui.services.drafts import Drafts
from cartui.services.found_words import counted, in_words
from cartui.services.names_found import Decided
from cartui.services.people_lines import folded
from cartui.store.events import Change
from cartui.store.workspace import Workspace

_WRITTEN = "Brought in. In cartui, u takes it back."
_PREVIEW = "This was a preview: nothing was written."
_Titled = TypeVar("_Titled", Draft, Card)


@click.command("draft")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--draft", "known", metavar="DRAFT", default="", help="It is a new version of this.")
@click.option("--card", metavar="CARD", default="", help="It is a new draft of this card.")
@click.option("--title", default="", help="The new draft's title; else its first heading.")
@click.option("--preview", is_flag=True, help="Show what would happen, and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Say it for other programs.")
@with_names
@on_workspace
def command(
    invocation: Invocation, file: Path, known: str, card: str, title: str,
    preview: bool, as_json: bool, name: tuple[str, ...], names: Path | None,
) -> None:  # fmt: skip
    """Bring a draft in from FILE: .docx, .odt, Markdown (.md) or plain text (.txt).

    Comments in it become comments, tracked changes suggestions. DRAFT and CARD are titles, or ids.
    With --preview and neither of them it is said what FILE holds.

    \b
    Examples
      cartui import draft map.docx --preview
      cartui import draft map.md --card "Asset mapping" --preview
      cartui import draft map-2.md --draft "Asset mapping in Mill Braes"
      cartui import draft map-3.docx --draft "Asset mapping" --name "AM=Ana Moreno"
      cartui import draft - --card "Phone tree" --title "Notes" < notes.md
    """
    if (known and card) or not (known or card or preview):
        raise NotUnderstood(
            "Say which card it is a draft of (--card), or of what it is a new version (--draft)."
        )
    raw = sys.stdin.buffer.read() if file == STDIN else file.read_bytes()
    if not (known or card):
        _tell_found(found_in(read_draft(raw, str(file))), as_json=as_json)
        return
    with opened(invocation) as workspace:
        place = _Place.meant(workspace, known, card)
        read = place.drafts.read_file(raw, str(file))
        whose = decided(workspace, name, names)
        seen = place.drafts.incoming(place.draft, read.text, read.comments, whose)
        change = None if preview else place.bring_in(read, title, whose)
        _tell(place.outcome(title or read.title, seen, change), found_in(read), as_json=as_json)
        if not as_json:
            say_names(workspace, seen.speakers, whose)
            say(_WRITTEN if change is not None else _PREVIEW)


class Outcome(Struct, frozen=True, kw_only=True):
    """What came of it. `draft` and `version` are uids, "" where nothing was written."""

    written: bool
    title: str
    draft: str
    version: str
    seen: Incoming


class _Place(Struct, frozen=True, kw_only=True):
    """Where a text goes: to a draft that is here, or to a card as a new draft."""

    drafts: Drafts
    draft: Draft | None = None
    card: Card | None = None

    @classmethod
    def meant(cls, workspace: Workspace, known: str, card: str) -> "_Place":
        """Return the draft or the card of that title or id. Raises NotFoundHere."""
        if known:
            group, draft = titled(workspace, Draft, known)
            return cls(drafts=Drafts(workspace, on_members, group), draft=draft)
        group, its_card = titled(workspace, Card, card)
        return cls(drafts=Drafts(workspace, on_members, group), card=its_card)

    def bring_in(self, read: DraftFile, title: str, names: Decided) -> Change:
        """Write it, all of it or nothing. Raises NoWords, NothingNew, SaveFailed."""
        came: dict[str, Any] = {
            "source": read.source, "comments": read.comments, "original": read.original,
            "names": names,
        }  # fmt: skip
        if self.draft is not None:
            return self.drafts.new_version(self.draft, read.text, **came)
        return self.drafts.add(self.card, title or read.title, read.text, **came)

    def outcome(self, title: str, seen: Incoming, change: Change | None) -> Outcome:
        """Return what came, or would come, of it."""
        known = self.draft
        if change is not None:
            known = self.drafts.draft(change.about[0])
        newest = self.drafts.newest(known) if change is not None and known is not None else None
        return Outcome(
            written=change is not None,
            title=known.title if known is not None else title,
            draft=known.uid if known is not None else "",
            version=newest.uid if newest is not None else "",
            seen=seen,
        )


def titled(workspace: Workspace, kind: type[_Titled], words: str) -> tuple[str, _Titled]:
    """Return the group and the record of that id or title. Raises NotFoundHere."""
    here = [
        (group, each)
        for group in workspace.group_uids()
        for each in workspace.table(kind, group).values()
        if not each.away
    ]
    found = [pair for pair in here if pair[1].uid == words]
    found = found or [pair for pair in here if folded(pair[1].title) == folded(words)]
    if len(found) == 1:
        return found[0]
    name = kind.__name__.lower()
    if found:
        ids = ", ".join(each.uid for _, each in found)
        raise NotFoundHere(f"Several {name}s are called “{words}”. Name one by its id: {ids}.")
    titles = ", ".join(f"“{each.title}”" for _, each in here) or "none yet"
    raise NotFoundHere(f"There is no {name} called “{words}”. The {name}s here: {titles}.")


def _tell_found(found: Found, *, as_json: bool) -> None:
    if as_json:
        say(msgspec.json.encode(found).decode())
        return
    for sentence in in_words(found):
        say(sentence)
    say(_PREVIEW)


def _tell(outcome: Outcome, found: Found, *, as_json: bool) -> None:
    if as_json:
        whole = msgspec.to_builtins(found) | msgspec.to_builtins(outcome)
        say(msgspec.json.encode(whole).decode())
        return
    seen = outcome.seen
    comments = counted(seen.comments, "new comment") if seen.comments else "no new comments"
    if seen.known:
        comments += f", {seen.known:,} here already"
    say(f"“{outcome.title}”, version {seen.number}: {counted(seen.words, 'word')}, {comments}.")
    if seen.carried:
        say(f"Comments of before: {seen.carried}.")

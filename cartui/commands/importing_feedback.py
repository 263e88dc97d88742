"""`cartui import feedback FILE`: an e-mail that answers a draft, as comments on the draft."""

import sys
from pathlib import Path

import click

from cartui.commands.asking import agreed, somebody_is_here
from cartui.commands.ending import NotUnderstood
from cartui.commands.feedback_told import Told, outcome, show
from cartui.commands.giving import STDOUT as STDIN
from cartui.commands.importing_draft import titled
from cartui.commands.invocation import Invocation
from cartui.commands.naming import decided, say_names, with_names
from cartui.commands.on_workspace import on_workspace
from cartui.commands.saying import say
from cartui.commands.workspaces import on_members, opened
from cartui.exchange.mails.mail_file import read_mail
from cartui.model.drafts import Draft
from cartui.services.drafts import Drafts
from cartui.services.mail_heard import Letter, signed


@click.command("feedback")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--draft", "known", metavar="DRAFT", required=True, help="Its title, or its id.")
@click.option("--from", "sender", metavar="NAME", default="", help="Who wrote it.")
@click.option("--leave-out", metavar="NUMBERS", default="", help="Comments to leave, as 3,7.")
@click.option("--preview", is_flag=True, help="Show what would happen, and write nothing.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_json", is_flag=True, help="Say it for other programs.")
@with_names
@on_workspace
def command(
    invocation: Invocation, file: Path, known: str, sender: str, leave_out: str, preview: bool,
    yes: bool, as_json: bool, name: tuple[str, ...], names: Path | None,
) -> None:  # fmt: skip
    """Bring in what an e-mail says of a draft from FILE: a saved e-mail (.eml), or its words.

    An answer below quoted words becomes a comment on them, one without a quote a comment on the
    whole draft. All of them come in as one change, or none. Signatures, and what is quoted but is
    not the draft, are left out and shown.

    \b
    Examples
      cartui import feedback answer.eml --draft "Asset mapping" --preview
      cartui import feedback answer.eml --draft "Asset mapping" --name "AM=Ana Moreno"
      cartui import feedback - --draft "Asset mapping" --from "Ana Moreno" --yes < answer.txt
    """
    mail = read_mail(sys.stdin.buffer.read() if file == STDIN else file.read_bytes(), str(file))
    with opened(invocation) as workspace:
        group, draft = titled(workspace, Draft, known)
        drafts = Drafts(workspace, on_members, group)
        letter = drafts.mails.read(draft, mail)
        letter = signed(letter, sender) if sender else letter
        whose = decided(workspace, name, names)
        told = Told(
            letter=letter,
            here=drafts.mails.known(draft, letter, whose),
            out=_numbers(leave_out, letter),
            names=tuple(drafts.names.look_up(each, says) for each, says in letter.names.items()),
        )
        if not as_json:
            show(told)
            say_names(workspace, told.names, whose)
        if not preview:
            _refuse(letter)
            _ask(yes=yes or as_json, from_stdin=file == STDIN)
            drafts.mails.bring_in(draft, letter, whose, without=told.out)
        say(outcome(draft, told, written=not preview) if as_json else _ENDS[preview])


_ENDS = {
    True: "This was a preview: nothing was written.",
    False: "Brought in. In cartui, u takes it back.",
}


def _numbers(words: str, letter: Letter) -> frozenset[int]:
    """Return the comments of `--leave-out`, counted from 0. Raises NotUnderstood."""
    known = {str(at): at - 1 for at in range(1, len(letter.heard) + 1)}
    found = words.replace(",", " ").split()
    if wrong := [word for word in found if word not in known]:
        raise NotUnderstood(
            f"“{wrong[0]}” is not the number of a comment. --preview shows the numbers."
        )
    return frozenset(known[word] for word in found)


def _refuse(letter: Letter) -> None:
    """Raise NotUnderstood while it is not known who wrote it, or nothing is said."""
    if not letter.heard:
        raise NotUnderstood(
            "This e-mail quotes, but says nothing of its own. Nothing was written."
            if letter.quoted or letter.left_out
            else "There are no words in it. Nothing was written."
        )
    if "" in letter.names:
        raise NotUnderstood(
            "The e-mail does not say who wrote it. Nothing was written. Say so: --from NAME."
        )


def _ask(*, yes: bool, from_stdin: bool) -> None:
    if yes:
        return
    if from_stdin or not somebody_is_here():
        raise NotUnderstood("Nobody is here to ask, so nothing was written. Add --yes.")
    agreed("Bring them in?")

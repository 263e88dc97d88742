"""`cartui export feedback FILE`: what was said of the drafts, and what their authors decided."""

from collections.abc import Iterator
from pathlib import Path

import click

from cartui.commands.ending import NotUnderstood
from cartui.commands.giving import ending_of, file_options, give
from cartui.commands.invocation import Invocation
from cartui.commands.on_workspace import on_workspace
from cartui.commands.stages import public_option
from cartui.commands.workspaces import complain_of_missing, group_named, on_members, opened
from cartui.exchange.commented import commented_markdown, commented_word
from cartui.exchange.commented_html import commented_html
from cartui.exchange.feedback_csv import feedback_csv_out
from cartui.exchange.feedback_markdown import feedback_markdown_out
from cartui.exchange.page_html import page_html_out, page_out
from cartui.model.drafts import Draft
from cartui.model.people import Person
from cartui.model.problems import NotFoundHere
from cartui.services.draft_words import lenses, word
from cartui.services.drafts import Drafts
from cartui.services.feedback import Feedback
from cartui.services.feedback_out import FeedbackOut
from cartui.services.people_lines import folded
from cartui.services.roster import Roster
from cartui.store.workspace import Workspace

MEMBERS_ONLY = "Feedback is for the group's members. Nothing was written; leave out --public."
FORMATS = ["md", "csv", "html", "docx", "critic", "word", "page"]
FORMATS_HELP = (
    "Otherwise the ending of FILE says it. critic is the text with comments in it as Markdown, "
    "word the same as a Word file, page as one HTML page."
)
ONE_DRAFT = (
    "Such a file holds the text of one draft. Say which: --draft TITLE. Nothing was written."
)
Given = list[tuple[FeedbackOut, Draft]]


@click.command("feedback")
@file_options
@click.option("--group", metavar="NAME", default="", help="Only the drafts of one group.")
@click.option("--draft", "wanted", metavar="DRAFT", default="", help="Only this draft: its title.")
@click.option("--without", metavar="LENS", multiple=True, help="Leave a lens out, as politics.")
@click.option("--unnamed", metavar="NAME", multiple=True, help="Leave a member's name out.")
@click.option("--format", "form", type=click.Choice(FORMATS), default=None, help=FORMATS_HELP)
@click.option("--excel", is_flag=True, help="Mark the table so that Excel reads its accents.")
@public_option
@on_workspace
def feedback(
    invocation: Invocation, file: Path, replace: bool, group: str, wanted: str,
    without: tuple[str, ...], unnamed: tuple[str, ...], form: str | None, excel: bool, public: bool,
) -> None:  # fmt: skip
    """Give what was said of drafts: pages for authors (.md, .html, .docx), or a table (.csv)."""
    if public:
        raise NotUnderstood(MEMBERS_ONLY)
    lenses_out = [_lens(each) for each in without]
    with opened(invocation) as workspace:
        people = [_person(workspace, each) for each in unnamed]
        found = list(_found(workspace, group_named(workspace, group), lenses_out, people))
        given = [pair for pair in found if _is_meant(pair[1], wanted)]
        if wanted and not given:
            titles = ", ".join(f"“{draft.title}”" for _, draft in found) or "none yet"
            raise NotFoundHere(f"There is no draft called “{wanted}”. The drafts here: {titles}.")
        give(_written(given, file, form, excel=excel), file, replace=replace)
        complain_of_missing(workspace)


def _lens(said: str) -> str:
    found = word(lenses(), said)
    if found not in lenses():
        names = ", ".join(each.name for each in lenses())
        raise NotUnderstood(f"“{said}” is not a lens. The lenses: {names}.")
    return found.id


def _person(workspace: Workspace, said: str) -> str:
    """Return the uid of the member of that name; whoever asked for none must not be missed."""
    people = workspace.table(Person).values()
    found = next((each.uid for each in people if folded(each.name) == folded(said)), "")
    if not found:
        raise NotFoundHere(f"Nobody here is called “{said}”. Nothing was written.")
    return found


def _found(
    workspace: Workspace, wanted: str, without: list[str], unnamed: list[str]
) -> Iterator[tuple[FeedbackOut, Draft]]:
    for each in Roster(workspace, on_members).groups():
        if wanted in ("", each.uid):
            drafts = Drafts(workspace, on_members, each.uid)
            said = Feedback(workspace, on_members, each.uid)
            out = FeedbackOut(workspace, drafts, said, without, unnamed)
            yield from ((out, draft) for draft in drafts.drafts())


def _is_meant(draft: Draft, wanted: str) -> bool:
    return not wanted or draft.uid == wanted or folded(draft.title) == folded(wanted)


def _written(given: Given, file: Path, form: str | None, *, excel: bool) -> str | bytes:
    kind = form or ending_of(file, "md", "html", "docx", "csv")
    if kind in ("word", "page"):
        return _one_text(given, kind)
    if kind == "docx":
        from cartui.exchange.feedback_word import feedback_word_out  # noqa: PLC0415 - it weighs

        return feedback_word_out(*(out.page(draft) for out, draft in given))
    if kind == "critic":
        return "\n".join(commented_markdown(out.commented(draft)) for out, draft in given)
    if kind == "csv":
        rows = [row for out, draft in given for row in out.rows(draft)]
        return feedback_csv_out(rows, excel_bom=excel)
    pages = [feedback_markdown_out(out.page(draft)) for out, draft in given]
    page = "\n".join(pages) or "No group has a draft yet.\n"
    if form is None:
        return page_out(page, file)
    return page_html_out(page) if form == "html" else page


def _one_text(given: Given, kind: str) -> str | bytes:
    """Return the text of the one draft with its comments, as a Word file or as a page."""
    if len(given) != 1:
        raise NotUnderstood(ONE_DRAFT)
    ((out, draft),) = given
    return (commented_word if kind == "word" else commented_html)(out.commented(draft))

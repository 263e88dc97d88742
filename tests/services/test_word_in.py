"""A Word file becomes a draft with its comments, threads, suggestions and the file itself."""

import os
import stat
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from cartui.exchange.draft_files import DraftFile
from cartui.model.drafts import Draft, DraftVersion, Verdict
from cartui.store.identity import Identity
from cartui.store.problems import Damaged
from tests.canary.opened import files_opened
from tests.exchange.papers.make_word_files import (
    comment,
    deleted,
    end,
    inserted,
    p,
    run,
    said_of,
    start,
    thread,
    word_file,
)
from tests.services.draft_bench import DraftBench

BODY = (
    p(run("# We saw "), said_of("1", run("seven falls")), run(" in "), deleted("may"),
      inserted("March"), run(".")),
    p(start("2"), run("Two families ")), p(run("disagreed."), end("2")),
    p(said_of("3", deleted("Nobody asked.")), run("We asked.")),
)  # fmt: skip
SAID = [
    comment("1", "Only seven?", "Carys Hale <carys@example.org>", "2026-01-02T03:04:05Z"),
    comment("4", "Counted twice.", "ben moss", "2026-01-03T03:04:05Z"),
    comment("2", "Which?", "Jo Stranger"),
    comment("3", "Why not?", "Ben Moss"),
    comment("5", "Fine.", "Ben Moss"),
]
RAW = word_file(
    *BODY, p(said_of("5", run("The end."))), comments=SAID,
    threads=[thread("1"), thread("4", answers="1"), thread("5", done=True)],
)  # fmt: skip


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> DraftBench:
    return DraftBench(workspace_folder, identity)


def brought_in(bench: DraftBench, raw: bytes = RAW) -> tuple[Draft, DraftVersion, DraftFile]:
    read = bench.drafts.read_file(raw, "falls.docx")
    change = bench.drafts.add(
        bench.card, read.title, read.text, source=read.source, comments=read.comments,
        original=read.original,
    )  # fmt: skip
    bench.again()
    draft = bench.drafts.draft(change.about[0])
    version = bench.drafts.newest(draft)
    assert version is not None
    return draft, version, read


def test_comments_have_their_passage_author_and_date(bench: DraftBench) -> None:
    draft, version, _ = brought_in(bench)
    by_text = {each.comment.text: each for each in bench.feedback.remarks(draft, version)}
    first = by_text["Only seven?"]
    assert first.place is not None
    block = bench.drafts.blocks(version)[first.place.block]
    assert block.text[first.place.start : first.place.end] == "seven falls"
    assert (first.comment.by, first.who) == ("carys", "Carys Hale")
    assert (first.comment.at, first.comment.via) == ("2026-01-02T03:04:05Z", "imported")
    (reply,) = first.replies
    assert (reply.text, reply.by, reply.at) == ("Counted twice.", "ben", "2026-01-03T03:04:05Z")
    stranger = by_text["Which?"]
    assert (stranger.comment.by, stranger.who) == ("", "Jo Stranger")
    assert stranger.comment.of == "Two families \ndisagreed.".replace(" \n", "\n")
    assert by_text["Why not?"].comment.of == "Nobody asked."


def test_changes_are_suggestions_and_what_is_resolved_waits_for_nothing(bench: DraftBench) -> None:
    draft, version, _ = brought_in(bench)
    remarks = bench.feedback.remarks(draft, version)
    suggested = [each.comment.text for each in remarks if each.comment.tone == "suggestion"]
    assert suggested == ["Put “March” in the place of “may”", "Take out: “Nobody asked.”"]
    (fine,) = (each for each in remarks if each.comment.resolved)
    assert (fine.comment.text, fine.waits, fine.settled_before) == ("Fine.", False, True)
    counts = bench.feedback.counts(draft, version)
    assert (counts.total, counts.to_answer, counts.resolved) == (6, 5, 1)
    bench.feedback.answer([fine.comment], Verdict.LATER)
    (fine,) = (
        each for each in bench.again().feedback.remarks(draft, version) if each.uid == fine.uid
    )
    assert (fine.waits, fine.settled_before) == (True, False)


def test_the_file_is_kept_back_stage_and_front_opens_none(bench: DraftBench) -> None:
    with files_opened() as opened:
        _, version, _ = brought_in(bench)
    name = f"{sha256(RAW).hexdigest()}.docx"
    assert version.original == name
    path = bench.folder / "groups" / "north" / "originals.back" / name
    assert path.read_bytes() == RAW
    if sys.platform != "win32":
        assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
        assert stat.S_IMODE(os.stat(path.parent).st_mode) == 0o700
    assert str(path) not in opened
    assert bench.ws.originals.read("north", name) == RAW
    path.write_bytes(RAW[:-1])
    with pytest.raises(Damaged, match="comments and verdicts are safe"):
        bench.ws.originals.read("north", name)


@pytest.mark.parametrize("name", ["", "../../x", "a" * 64, "a" * 64 + ".docx/.."])
def test_a_name_that_is_none_is_never_looked_for(bench: DraftBench, name: str) -> None:
    with pytest.raises(Damaged):
        bench.ws.originals.read("north", name)


def test_no_address_of_the_file_stands_in_what_front_reads(bench: DraftBench) -> None:
    brought_in(bench)
    bench.ws.flush()
    for path in bench.folder.rglob("*"):
        if path.is_file() and "originals.back" not in path.parts:
            assert b"example.org" not in path.read_bytes(), path


def test_the_same_file_again_brings_only_what_is_new(bench: DraftBench) -> None:
    draft, _, _ = brought_in(bench)
    more = word_file(
        *BODY, p(said_of("5", run("The end."))),
        comments=[*SAID, comment("6", "And mine.", "Ben Moss")],
        threads=[thread("1", done=True), thread("4", answers="1"), thread("6", answers="1")],
    )  # fmt: skip
    read = bench.drafts.read_file(more, "falls.docx")
    seen = bench.drafts.incoming(draft, read.text, read.comments)
    assert (seen.comments, seen.known) == (0, 6)
    changed = read.text + "\n\nAnd more."
    bench.drafts.new_version(draft, changed, comments=read.comments, original=more)
    newest = bench.again().drafts.newest(draft)
    assert newest is not None
    remarks = bench.feedback.remarks(draft, newest)
    (first,) = (each for each in remarks if each.comment.text == "Only seven?")
    assert len(remarks) == 6
    assert [each.text for each in first.replies] == ["Counted twice.", "And mine."]
    assert first.comment.resolved


def test_who_speaks_is_told_before_anything_is_written(bench: DraftBench) -> None:
    read = bench.drafts.read_file(RAW, "falls.docx")
    seen = bench.drafts.incoming(None, read.text, read.comments)
    known = {each.name: (each.person, each.says) for each in seen.speakers}
    assert known["Jo Stranger"] == ("", 1)
    assert known["Carys Hale"] == ("carys", 1)
    assert known["ben moss"] == ("ben", 1)
    assert bench.drafts.drafts() == []


def test_undo_takes_it_all_back_in_one_step(bench: DraftBench) -> None:
    from cartui.model.rooms import Room

    draft, _, _ = brought_in(bench)
    bench.ws.undo(Room.MEMBERS)
    assert draft.uid not in {each.uid for each in bench.again().drafts.drafts()}
    bench.ws.redo(Room.MEMBERS)
    assert draft.uid in {each.uid for each in bench.again().drafts.drafts()}


def test_what_the_disk_did_not_take_is_kept_elsewhere_with_its_file(
    bench: DraftBench, tmp_path: Path
) -> None:
    from cartui.model.rooms import Room
    from cartui.store.originals import Original

    change = bench.ws.draft("draft.add", group="north")
    kept = change.keep_original(Original(RAW, ".docx"))
    change.create(DraftVersion(uid="v1", original=kept))
    aside = bench.ws.save_elsewhere(change, tmp_path)
    bench.ws.take_in(aside, room=Room.MEMBERS)
    assert bench.ws.originals.read("north", kept) == RAW
    (tmp_path / f"{aside.stem}-{kept}").write_bytes(b"other")
    with pytest.raises(Damaged, match="not whole"):
        bench.ws.take_in(aside, room=Room.MEMBERS)


def test_replies_and_verdicts_that_lost_their_thread_are_known_again(bench: DraftBench) -> None:
    """As some word processors save them: each a comment of its own, at the same passage."""
    draft, version, _ = brought_in(bench)
    flat = word_file(
        p(run("# We saw "), start("1"), start("4"), start("7"), start("8"), run("seven falls"),
          end("1"), end("4"), end("7"), end("8"), run(" in March.")),
        comments=[
            *SAID[:2],
            comment("7", "Taken.", "Ada").replace('initials="A"', 'initials="cartui"'),
            comment("8", "And mine.", "Ben Moss"),
        ],
    )  # fmt: skip
    read = bench.drafts.read_file(flat, "falls.docx")
    assert len(read.comments) == 4
    bench.drafts.new_version(draft, read.text, comments=read.comments)
    newest = bench.again().drafts.newest(draft)
    assert newest is not None
    here = {each.comment.text for each in bench.feedback.remarks(draft, version)}
    now = [each.comment.text for each in bench.feedback.remarks(draft, newest)]
    assert sorted(now) == sorted(here | {"And mine."})

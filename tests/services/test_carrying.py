"""Comments carried to a new version: none is lost, and what is sure is really there."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from cartui.exchange.markdown_blocks import blocks
from cartui.model.drafts import Answered, Comment, Draft, DraftVersion, Place, Reply
from cartui.model.passages import Passage
from cartui.model.rooms import Room
from cartui.services.carrying import carry
from cartui.services.draft_places import place_at
from cartui.services.passages import passage_of
from cartui.store.identity import Identity
from tests.conftest import StillClock, counting_ids
from tests.services.draft_bench import DraftBench

VERSION = DraftVersion(uid="v1")


def placed(text: str, *passages: tuple[int, int, int]) -> list[Place]:
    found = blocks(text)
    return [
        place_at(f"p{at}", f"c{at}", VERSION, found, Passage(*passage))
        for at, passage in enumerate(passages)
    ]


def carried(old: str, new: str, *passages: tuple[int, int, int]) -> list[tuple[str, int, str]]:
    landings = carry(blocks(old), blocks(new), placed(old, *passages))
    return [(each.state.value, each.found.block, each.found.quote) for each in landings]


def test_a_block_that_stands_is_exact_wherever_it_has_slid_to() -> None:
    assert carried("a b\n\nc d", "new\n\na b\n\nc d", (0, 0, 1), (1, 2, 3)) == [
        ("exact", 1, "a"),
        ("exact", 2, "d"),
    ]


def test_a_block_that_changed_its_order_has_moved() -> None:
    one, two, three = "We met at noon.", "The tea was cold.", "Nobody minded that at all."
    old, new = "\n\n".join([one, two, three]), "\n\n".join([three, one, two])
    assert carried(old, new, (0, 0, 15), (2, 0, 26)) == [("exact", 1, one), ("moved", 0, three)]


def test_one_word_that_changed_its_order_is_unsure() -> None:
    old, new = "one\n\ntwo\n\nthree\n\nfour", "four\n\none\n\ntwo\n\nthree"
    assert carried(old, new, (0, 0, 3), (3, 0, 4)) == [("exact", 1, "one"), ("unsure", 0, "four")]


def test_a_passage_that_stands_once_in_a_changed_block_is_exact() -> None:
    assert carried("keep this, drop that", "we keep this now", (0, 0, 9)) == [
        ("exact", 0, "keep this")
    ]


def test_an_edited_sentence_is_exact_with_its_new_words() -> None:
    old = "We asked the parents to come in spring. It rained."
    new = "It rained.\n\nWe asked all the parents to come in late spring."
    assert carried(old, new, (0, 0, 39)) == [
        ("moved", 1, "We asked all the parents to come in late spring.")
    ]


def test_of_two_alike_it_is_the_one_between_the_same_words() -> None:
    old = "first\n\nso it was said\n\nlast"
    new = "first it was heard\n\nand so it was said then\n\nlast"
    assert carried(old, new, (1, 3, 9)) == [("exact", 1, "it was")]


def test_a_passage_that_stands_twice_is_unsure_when_nothing_stands_around_it() -> None:
    old, new = "say it again", "it was heard\n\nand it was said"
    state, _, quote = carried(old, new, (0, 4, 6))[0]
    assert (state, quote) == ("unsure", "it")


def test_a_sentence_that_became_a_list_is_unsure_at_most_of_it() -> None:
    old = "We need paper, coloured pens and glue. It was cold."
    new = "We need:\n\n- paper\n- coloured pens\n- glue\n\nIt was cold."
    assert carried(old, new, (0, 0, 38)) == [("unsure", 2, old[:38])]


def test_without_the_old_version_the_quote_alone_decides() -> None:
    places = placed("so it was said\n\nit was", (0, 3, 9), (0, 10, 14))
    states = [
        (each.state.value, each.found.block, each.how)
        for each in carry((), blocks("it was heard\n\nso it was said"), places)
    ]
    assert states == [("unsure", 1, "quote"), ("exact", 1, "quote")]


def test_a_passage_that_is_gone_is_lost_beside_what_survived() -> None:
    assert carried("one\n\ngone words\n\nthree", "one\n\nthree", (1, 0, 4)) == [("lost", 0, "gone")]
    assert carried("all of it", "", (0, 0, 3)) == [("lost", 0, "all")]


WORDS = st.sampled_from(
    ["one", "two", "three", "# four", "- five", "six seven", "> eight", "one one"]
)
DOCUMENTS = st.lists(WORDS, min_size=1, max_size=7).map("\n\n".join)


@given(DOCUMENTS, DOCUMENTS, st.data())
@settings(max_examples=300, deadline=None)
def test_every_place_lands_and_what_is_sure_is_there(
    old: str, new: str, data: st.DataObject
) -> None:
    before, after = blocks(old), blocks(new)
    passages = []
    for block in data.draw(st.lists(st.sampled_from(before), max_size=6)):
        start = data.draw(st.integers(0, len(block.text) - 1))
        at = passage_of(block, start, data.draw(st.integers(start, len(block.text))))
        passages.append((at.block, at.start, at.end))
    places = placed(old, *passages)
    landings = carry(before, after, places)
    assert len(landings) == len(places)
    for place, landing in zip(places, landings, strict=True):
        found = landing.found
        assert 0 <= found.start <= found.end <= len(after[found.block].text)
        if landing.state in ("exact", "moved"):
            assert after[found.block].text[found.start : found.end] == found.quote
        else:
            assert found.quote == place.quote


@given(st.lists(DOCUMENTS, min_size=6, max_size=6))
@settings(max_examples=25, deadline=None)
def test_over_five_versions_no_comment_is_lost(texts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        identity = Identity(
            device="d0d0d0d0", actor="Rowan", clock=StillClock(), new_id=counting_ids()
        )
        bench = DraftBench(Path(folder) / "workspace", identity)
        draft = bench.begin(texts[0])
        newest = bench.drafts.newest(draft)
        assert newest is not None
        for block in bench.drafts.blocks(newest):
            bench.feedback.add(draft, newest, "Why?", passage_of(block))
        made = set(bench.ws.table(Comment, "north"))
        for number, text in enumerate(texts[1:]):
            bench.drafts.new_version(draft, f"{text}\n\nline {number}")
            newest = bench.drafts.newest(draft)
            assert newest is not None
            seen = bench.feedback.remarks(draft, newest)
            assert {each.uid for each in seen} == made
            assert all(each.place is not None and each.place.quote for each in seen)
        bench.ws.close()


ACTS = st.lists(
    st.sampled_from(["comment", "version", "answer", "reply", "confirm", "away", "undo", "redo"]),
    max_size=14,
)


@given(ACTS, st.lists(DOCUMENTS, min_size=8, max_size=8))
@settings(max_examples=60, deadline=None)
def test_no_version_loses_a_comment_and_undoing_all_leaves_nothing(
    acts: list[str], texts: list[str]
) -> None:
    with TemporaryDirectory() as folder:
        identity = Identity(
            device="d0d0d0d0", actor="Rowan", clock=StillClock(), new_id=counting_ids()
        )
        bench = DraftBench(Path(folder) / "workspace", identity)
        empty = everything(bench)
        draft = bench.begin(texts[0])
        for number, act in enumerate(acts):
            done(bench, draft, act, texts[number % 8] + f"\n\nline {number}")
            newest = bench.drafts.newest(draft)
            if newest is not None:
                kept = bench.ws.table(Comment, "north").values()
                seen = bench.feedback.remarks(draft, newest)
                seen += bench.feedback.put_away_remarks(draft, newest)
                assert {each.uid for each in seen} == {each.uid for each in kept}
        before = everything(bench)
        assert everything(bench.again()) == before
        while (change := bench.ws.next_undo(Room.MEMBERS)) and change.verb != "test.build":
            bench.ws.undo(Room.MEMBERS)
        assert everything(bench.again()) == empty
        bench.ws.close()


def done(bench: DraftBench, draft: Draft, act: str, text: str) -> None:
    """Do something if it can be done now; what cannot be done says so by a problem of its own."""
    newest = bench.drafts.newest(draft)
    if act == "undo" and len(bench.ws.table(DraftVersion, "north")) > 1:
        bench.ws.undo(Room.MEMBERS)
    elif act == "redo" and bench.ws.next_redo(Room.MEMBERS) is not None:
        bench.ws.redo(Room.MEMBERS)
    elif newest is None:
        return
    elif act == "comment":
        block = bench.drafts.blocks(newest)[0]
        bench.feedback.add(draft, newest, "Why?", passage_of(block))
    elif act == "version":
        bench.drafts.new_version(draft, text)
    elif remarks := bench.feedback.remarks(draft, newest):
        one = remarks[-1]
        if act == "answer" and one.state != "adapt":
            bench.feedback.answer([one.comment], "adapt")
        elif act == "reply":
            bench.feedback.reply(one.comment, "So.")
        elif act == "confirm" and one.asks_a_look and one.passage is not None:
            bench.feedback.confirm(one.comment, newest)
        elif act == "away":
            bench.feedback.put_away(one.comment)


def everything(bench: DraftBench) -> dict[str, object]:
    """Return every live record of drafts by uid."""
    kinds = (Draft, DraftVersion, Comment, Place, Answered, Reply)
    return {uid: record for kind in kinds for uid, record in bench.ws.table(kind, "north").items()}

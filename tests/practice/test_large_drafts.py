"""The large programme's forty drafts and six hundred comments: whole, coherent, all kinds there."""

from collections import Counter

from cartui.model.drafts import Answered, Comment, DraftVersion, Place, Reply, Verdict
from tests.practice.large_hall import Large

LENSES = {"interpretation", "analysis", "writing-style", "politics", "ethics", "literature"}


def test_there_are_forty_drafts_with_six_hundred_comments(large: Large) -> None:
    drafts = list(large.all_drafts())
    assert len(drafts) == 40
    assert len(large.comments()) == 600
    assert sum(len(large.remarks(*each)) for each in drafts) == 600, "the newest has them all"
    assert Counter(draft.kind for _, draft in drafts).keys() == {
        "idea",
        "proposal",
        "draft",
        "final",
    }


def test_every_inquiry_has_drafts_and_each_stands_by_a_card_of_its_group(large: Large) -> None:
    held = Counter(large.board(group).card(draft.card).title for group, draft in large.all_drafts())
    assert len(held) == 6
    assert min(held.values()) >= 4


def test_one_review_of_forty_waits_for_the_facilitator(large: Large) -> None:
    waiting = {
        draft.title: large.feedback(group).counts(draft, newest)
        for group, draft in large.all_drafts()
        if not draft.turn and (newest := large.drafts(group).newest(draft)) is not None
    }
    assert len(waiting) == 3
    counts = waiting["One letter, four agencies"]
    assert (counts.total, counts.to_answer, counts.later) == (75, 40, 0)


def test_every_kind_of_place_verdict_lens_and_tone_is_there(large: Large) -> None:
    remarks = [each for draft in large.all_drafts() for each in large.remarks(*draft)]
    places = Counter(each.anchored.value if each.anchored else "whole" for each in remarks)
    assert places["exact"] > 450
    assert min(places[each] for each in ("moved", "unsure", "lost", "whole")) >= 8
    states = Counter(each.state for each in remarks)
    assert min(states[each] for each in (*Verdict, "")) >= 5
    assert Counter(each.comment.lens for each in remarks).keys() == LENSES
    assert len({each.comment.tone for each in remarks}) == 4
    assert 10 < sum(each.owes_reason for each in remarks) < 60
    assert sum(bool(each.replies) for each in remarks) > 50
    assert {each.comment.via for each in remarks} == {"written", "spoken"}


def test_a_sure_place_holds_its_quote_and_some_are_shorter_than_eight_signs(large: Large) -> None:
    seen = 0
    for uid in large.ws.group_uids():
        versions = large.ws.table(DraftVersion, uid)
        (drafts,) = [large.drafts(n) for n, group in large.groups.items() if group.uid == uid]
        for place in large.ws.table(Place, uid).values():
            if place.state in ("exact", "moved"):
                text = drafts.blocks(versions[place.version])[place.block].text
                assert text[place.start : place.end] == place.quote
                seen += 0 < len(place.quote) < 8
    assert seen >= 3


def test_nothing_is_said_before_its_time_or_by_somebody_who_was_not_there(large: Large) -> None:
    for group, uid in ((name, group.uid) for name, group in large.groups.items()):
        comments = large.ws.table(Comment, uid)
        joined = {held.person: held.joined for held in large.members(group)}
        for comment in comments.values():
            first = large.drafts(group).versions(large.drafts(group).draft(comment.draft))[-1]
            assert comment.at > first.at
            assert not comment.by or joined[comment.by] <= comment.at[:10]
        afterwards: list[Answered | Reply] = [*large.ws.table(Answered, uid).values()]
        afterwards += large.ws.table(Reply, uid).values()
        for later in afterwards:
            assert later.at > comments[later.comment].at


def test_nobody_comments_on_their_own_draft_or_says_the_same_twice(large: Large) -> None:
    for group, draft in large.all_drafts():
        remarks = large.remarks(group, draft)
        assert draft.author not in [each.comment.by for each in remarks]
        texts = [each.comment.text for each in remarks]
        assert len(texts) == len(set(texts))


def test_the_texts_read_as_if_somebody_had_written_them(large: Large) -> None:
    for group, draft in large.all_drafts():
        for version in large.drafts(group).versions(draft):
            text = large.drafts(group).text(version)
            assert text.startswith(f"# {draft.title}\n")
            assert not set("{}<>\\") & set(text.replace("\n> ", "\n"))
            sentences = [block.text for block in large.drafts(group).blocks(version)]
            assert all(each.lstrip("->* #")[0].isupper() for each in sentences)
            assert len(sentences) == len(set(sentences))


def test_what_is_said_is_not_said_everywhere(large: Large) -> None:
    said = Counter(comment.text for comment in large.comments())
    assert len(said) > 250
    assert max(said.values()) <= 4

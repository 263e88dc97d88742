"""Draft A of the practice group: four versions, twelve comments, and what became of each."""

from collections import Counter
from collections.abc import Callable
from datetime import date

from cartui.model.drafts import Draft, DraftVersion
from cartui.model.rooms import Room
from cartui.services.drafts import Drafts
from cartui.services.feedback import Feedback
from cartui.services.remarks import Remark
from tests.practice.conftest import Copy


def drafts_of(copy: Copy) -> Drafts:
    return Drafts(copy.ws, lambda: Room.MEMBERS, copy.group.uid)


def draft_a(copy: Copy) -> tuple[Draft, list[DraftVersion]]:
    """Return the draft of asset mapping and its versions, newest first."""
    drafts = drafts_of(copy)
    [card] = [card for card in copy.board.cards() if card.title == "Asset mapping"]
    [draft] = drafts.of_card(card)
    return draft, drafts.versions(draft)


def remarks(copy: Copy, version: DraftVersion) -> list[Remark]:
    draft, _ = draft_a(copy)
    return Feedback(copy.ws, lambda: Room.MEMBERS, copy.group.uid).remarks(draft, version)


def test_it_has_four_versions_whose_texts_are_whole(copy: Copy) -> None:
    draft, versions = draft_a(copy)
    assert [version.number for version in versions] == [4, 3, 2, 1]
    texts = [drafts_of(copy).text(version) for version in versions]
    assert all("Mill Braes" in text for text in texts)
    assert len(set(texts)) == 4
    assert (draft.kind, draft.lens) == ("draft", "interpretation")
    assert draft.ask


def test_twelve_comments_three_for_each_lens(copy: Copy) -> None:
    _, versions = draft_a(copy)
    found = remarks(copy, versions[0])
    assert Counter(each.comment.lens for each in found) == {
        "interpretation": 3,
        "analysis": 3,
        "writing-style": 3,
        "politics": 3,
    }
    assert all(each.who for each in found)


def test_six_taken_three_adapted_two_declined_one_waits(copy: Copy) -> None:
    _, versions = draft_a(copy)
    found = remarks(copy, versions[0])
    counts = Counter(each.state for each in found)
    assert counts == {"take": 6, "adapt": 3, "decline": 2, "": 1}
    [owed] = [each for each in found if each.owes_reason]
    assert owed.comment.lens == "politics"


def test_in_the_fourth_version_eight_stand_two_moved_one_is_unsure_one_lost(copy: Copy) -> None:
    _, versions = draft_a(copy)
    newest, before = remarks(copy, versions[0]), remarks(copy, versions[1])
    places = [each.place for each in newest]
    states = Counter(place.state for place in places if place is not None)
    assert states == {"exact": 8, "moved": 2, "unsure": 1, "lost": 1}
    assert {each.place.state for each in before if each.place is not None} == {"exact"}
    [lost] = [each for each in newest if each.place is not None and each.place.state == "lost"]
    assert lost.place is not None
    assert lost.place.quote == "It is vital that partners utilise assets."


def test_the_authors_words_are_hers(copy: Copy) -> None:
    _, versions = draft_a(copy)
    [declined] = [
        each for each in remarks(copy, versions[0]) if each.comment.text.startswith("Readers will")
    ]
    assert declined.answered is not None
    assert declined.answered.reason == "It is the finding."
    [card] = [card for card in copy.board.cards() if card.title == "Asset mapping"]
    assert declined.answered.decided_by == card.owners[0]


def test_the_texts_come_along_when_the_dates_move(on_day: Callable[..., Copy]) -> None:
    moved = on_day(date(2026, 3, 2)).again()
    _, versions = draft_a(moved)
    assert versions[0].at > "2025"
    assert all(drafts_of(moved).blocks(version) for version in versions)

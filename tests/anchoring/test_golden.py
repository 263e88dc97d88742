"""What becomes of a passage, one made-up case for each way in which texts change."""

import unicodedata

import pytest

from cartui.anchoring.reanchor import reanchor

DIARY = (
    "We asked the young people to keep a diary for a week. The diaries came back full of drawings. "
    "Nobody had expected that, and it changed our plan. In the second meeting we read them aloud."
)
ALIKE = (
    "The school asked for a meeting in spring. The parents asked for a meeting in autumn. "
    "We wrote it down.\n\nLater it rained."
)
TWICE = (
    "Please read this twice. First part about trust.\n\n"
    "Please read this twice. Second part about money.\n\n"
    "Please read this twice. Third part about time."
)
SHORT = "He said no. She said yes. They left at 9. It was cold."


def lands(old: str, new: str, quote: str, number: int = 0) -> tuple[str, str]:
    """Return the state and the new words of a quote, the one of that number from 0."""
    at = -1
    for _ in range(number + 1):
        at = old.index(quote, at + 1)
    [found] = reanchor(old, new, [(at, at + len(quote))])
    return found.state.value, new[found.start : found.end]


def test_an_edited_sentence_takes_its_new_words() -> None:
    new = DIARY.replace("for a week", "for two whole weeks")
    assert lands(DIARY, new, DIARY[:53]) == (
        "exact",
        "We asked the young people to keep a diary for two whole weeks.",
    )


def test_a_phrase_whose_end_was_replaced_takes_what_came_for_it_and_asks() -> None:
    new = DIARY.replace("for a week", "for two whole weeks")
    assert lands(DIARY, new, "diary for a week") == ("unsure", "diary for two whole weeks")


def test_a_phrase_does_not_take_the_words_newly_put_before_it() -> None:
    old, new = "Keep this, drop that.", "We always keep this, and drop all that."
    assert lands(old, new, "Keep this") == ("exact", "keep this")


def test_a_moved_sentence_has_moved_and_what_is_in_it_with_it() -> None:
    last = "In the second meeting we read them aloud."
    new = f"{last} {DIARY[: -len(last) - 1]}"
    assert lands(DIARY, new, last) == ("moved", last)
    assert lands(DIARY, new, "read them aloud") == ("moved", "read them aloud")
    assert lands(DIARY, new, "The diaries came back") == ("exact", "The diaries came back")


def test_a_moved_and_edited_sentence_is_found() -> None:
    old = f"It began in the kitchen of the old school by the river. {DIARY}"
    new = f"{DIARY} It began in the small kitchen of the school by the river."
    assert lands(old, new, old[:55]) == (
        "moved",
        "It began in the small kitchen of the school by the river.",
    )


def test_a_split_sentence_is_both_halves() -> None:
    new = DIARY.replace("that, and it changed", "that. It changed")
    assert lands(DIARY, new, "Nobody had expected that, and it changed our plan.") == (
        "exact",
        "Nobody had expected that. It changed our plan.",
    )


def test_merged_sentences_are_told_apart() -> None:
    new = DIARY.replace("week. The diaries", "week, but the diaries")
    assert lands(DIARY, new, DIARY[:53])[1] == DIARY[:52] + ","
    assert lands(DIARY, new, "The diaries came back full of drawings.") == (
        "exact",
        "but the diaries came back full of drawings.",
    )


def test_a_deleted_sentence_is_lost_beside_what_stood_around_it() -> None:
    gone = "Nobody had expected that, and it changed our plan. "
    new = DIARY.replace(gone, "")
    [found] = reanchor(DIARY, new, [(DIARY.index(gone), DIARY.index(gone) + len(gone) - 1)])
    assert (found.state, found.confidence, found.how) == ("lost", 0.0, "nearest")
    assert found.start == found.end == new.index(". In the second")
    assert lands(DIARY, new, "plan")[0] == "lost"


@pytest.mark.parametrize("changed", ["in autumn", "in late autumn"])
def test_a_look_alike_is_refused_when_it_stands_for_itself(changed: str) -> None:
    new = ALIKE.replace("The school asked for a meeting in spring. ", "")
    new = new.replace("in autumn", changed)
    assert lands(ALIKE, new, "The school asked for a meeting in spring.")[0] == "lost"
    assert lands(ALIKE, new, "The parents asked for a meeting in autumn.") == (
        "exact",
        f"The parents asked for a meeting {changed}.",
    )


def test_a_sentence_that_stands_three_times_goes_with_its_paragraph() -> None:
    quote = "Please read this twice."
    first, second, third = TWICE.split("\n\n")
    without = f"{first}\n\n{third}"
    assert lands(TWICE, without, quote, 0) == ("exact", quote)
    assert lands(TWICE, without, quote, 1)[0] == "lost"
    spans = [(TWICE.index(quote, at), TWICE.index(quote, at) + len(quote)) for at in (0, 9, 60)]
    turned = f"{third}\n\n{second}\n\n{first}"
    found = reanchor(TWICE, turned, spans)
    assert [each.start for each in found] == [turned.index(part) for part in (first, second, third)]


def test_of_two_copies_with_one_left_and_nothing_to_tell_them_apart_none_is_sure() -> None:
    old = "It was so. Anna spoke. It was so. Berta spoke. It was so. Carla spoke."
    new = "Anna spoke. It was so. Carla spoke."
    spans = [(at, at + 10) for at in (0, 23, 47)]
    found = reanchor(old, new, spans)
    assert sum(each.state == "exact" for each in found) <= 1
    assert found[0].state != "exact"


def test_short_passages_lean_on_the_words_around_them() -> None:
    new = "He said no. She said yes. They left at 10. It was very cold."
    assert lands(SHORT, new, "no") == ("exact", "no")
    assert lands(SHORT, new, "said", 1) == ("exact", "said")
    assert lands(SHORT, new, "9")[0] == "lost"
    assert lands(SHORT, "He said nothing. It was cold.", "yes")[0] == "lost"
    assert lands("Oh. We met at noon.", "We met at noon. Then we ate. Oh.", "Oh")[0] == "unsure"


def test_a_passage_within_a_word_stays_within_it() -> None:
    assert lands("the unfairness of it", "and the unfairness of it all", "fair") == (
        "exact",
        "fair",
    )


def test_accents_are_the_same_however_they_are_kept() -> None:
    old = "Le café était fermé à midi. Die Größe der Gruppe ändert sich."
    new = unicodedata.normalize("NFD", old.replace("à midi", "à minuit"))
    state, words = lands(old, new, "Le café était fermé à midi.")
    assert (state, unicodedata.normalize("NFC", words)) == (
        "exact",
        "Le café était fermé à minuit.",
    )
    assert unicodedata.normalize("NFC", lands(old, new, "Größe")[1]) == "Größe"


@pytest.mark.parametrize("quote", ["🎉", "👍🏽", "👩‍👩‍👧 went", "🏳️‍🌈", "celebrated 🎉👍🏽"])
def test_signs_made_of_many_letters_stay_whole(quote: str) -> None:
    old = "We celebrated 🎉👍🏽 all night. Then 👩‍👩‍👧 went home 🏳️‍🌈."
    new = "Last week we celebrated 🎉👍🏽 all night long. Then 👩‍👩‍👧 went home 🏳️‍🌈."
    assert lands(old, new, quote) == ("exact", quote)


def test_right_to_left_text() -> None:
    old = "שאלנו את בני הנוער לנהל יומן במשך שבוע. היומנים חזרו מלאים בציורים. אף אחד לא ציפה לזה."
    new = old.replace("שבוע.", "שבועיים.")
    assert lands(old, new, "היומנים חזרו מלאים בציורים.")[0] == "exact"
    assert lands(old, new, old[: old.index(".") + 1]) == ("exact", new[: new.index(".") + 1])


def test_text_without_spaces() -> None:
    old = "私たちは若者に日記を頼みました。日記は絵でいっぱいでした。"
    new = "私たちは若者に日記を頼みました。その日記は絵と詩でいっぱいでした。"
    assert lands(old, new, "日記は絵でいっぱいでした。")[1] == "その日記は絵と詩でいっぱいでした。"


def test_signs_without_a_word_stand_between_the_same_words() -> None:
    old, new = "Wait -- what? Yes.\n\n---\n\nThe end", "Well: wait -- what? Yes.\n\n---\n\nOur end"
    assert lands(old, new, "--") == ("exact", "--")
    assert lands(old, new, "---", 0) == ("unsure", "---")


def test_a_cell_of_a_table_stays_in_its_cell() -> None:
    old = "| a | b |\n|---|---|\n| one thing | two things |"
    assert lands(old, old.replace("one thing", "one more thing"), "two things")[0] == "exact"


def test_another_text_altogether_has_nothing() -> None:
    new = "Something quite different stands here now, about bicycles and weather."
    assert lands(DIARY, new, DIARY[:53])[0] == "lost"
    assert lands(DIARY, "", DIARY[:53]) == ("lost", "")
    assert reanchor("", new, [(0, 0)])[0].state in ("lost", "unsure")

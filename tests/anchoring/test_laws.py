"""What holds for any two texts: every passage lands once, within the text, and honestly."""

from hypothesis import given, settings
from hypothesis import strategies as st

from cartui.anchoring.reanchor import reanchor
from cartui.anchoring.standing import Standing
from cartui.anchoring.verdict import SURE
from tests.anchoring.revisions import WORDS, revision

Span = tuple[int, int]

SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(
    lambda words: " ".join(words).capitalize() + "."
)
PROSE = st.lists(SENTENCES, max_size=9).flatmap(
    lambda found: st.sampled_from([" ", "\n\n", "\n- "]).map(lambda between: between.join(found))
)
ANY = PROSE | st.text(max_size=80)


@st.composite
def passages(draw: st.DrawFn, text: str) -> list[Span]:
    ends = st.integers(0, len(text))
    found = draw(st.lists(st.tuples(ends, ends), max_size=5))
    return [(min(each), max(each)) for each in found]


def texts_and_passages(texts: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, list[Span]]]:
    return texts.flatmap(lambda text: st.tuples(st.just(text), passages(text)))


@given(texts_and_passages(ANY))
@settings(max_examples=300, deadline=None)
def test_in_the_same_text_all_is_exact_and_certain(given_: tuple[str, list[Span]]) -> None:
    text, spans = given_
    for span, found in zip(spans, reanchor(text, text, spans), strict=True):
        assert (found.start, found.end, found.state, found.confidence) == (*span, "exact", 1.0)


@given(texts_and_passages(PROSE), PROSE)
@settings(max_examples=200, deadline=None)
def test_what_is_put_before_and_after_moves_nothing(
    given_: tuple[str, list[Span]], more: str
) -> None:
    text, spans = given_
    if set(text.lower().split()) & set(more.lower().split()):
        return
    new = f"Prelude.\n\n{more}\n\n{text}"
    for (start, end), found in zip(spans, reanchor(text, new, spans), strict=True):
        if text[start:end].strip(" \n.-"):
            assert new[found.start : found.end] == text[start:end]


@given(texts_and_passages(ANY), ANY)
@settings(max_examples=300, deadline=None)
def test_every_passage_lands_once_within_the_text(given_: tuple[str, list[Span]], new: str) -> None:
    old, spans = given_
    found = reanchor(old, new, spans)
    assert len(found) == len(spans)
    assert found == reanchor(old, new, spans), "the same again"
    for each in found:
        assert 0 <= each.start <= each.end <= len(new)
        assert 0.0 <= each.confidence <= 1.0
        assert honest(each)


def honest(found: Standing) -> bool:
    """Whether the state is what the confidence allows."""
    if found.state == "lost":
        return found.confidence == 0.0 and found.start == found.end
    return (found.confidence >= SURE) == (found.state != "unsure")


@given(texts_and_passages(ANY), ANY)
@settings(max_examples=100, deadline=None)
def test_passages_do_not_know_of_one_another(given_: tuple[str, list[Span]], new: str) -> None:
    old, spans = given_
    assert reanchor(old, new, spans) == [reanchor(old, new, [each])[0] for each in spans]


@given(st.integers(0, 10_000))
@settings(max_examples=25, deadline=None)
def test_a_passage_deleted_whole_is_lost_and_none_gets_lost_on_the_way(seed: int) -> None:
    one = revision(seed, sentences=24)
    found = reanchor(one.old, one.new, [(each.start, each.end) for each in one.passages])
    assert len(found) == len(one.passages)
    for passage, standing in zip(one.passages, found, strict=True):
        if passage.act == "deleted":
            assert standing.state in ("lost", "unsure")

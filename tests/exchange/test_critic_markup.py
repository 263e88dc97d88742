"""CriticMarkup: what stands in a file, and that what is written is read back the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cartui.exchange.critic_markup import CriticComment, CriticReply, read_critic
from cartui.exchange.critic_names import CriticWords
from cartui.exchange.critic_out import critic_out

WORDS = CriticWords(
    lenses={"politics": "politics", "writing style": "writing-style"},
    tones={"concern": "concern", "question": "question"},
    people=frozenset({"bell"}),
)


def test_a_comment_behind_a_passage_is_about_it() -> None:
    read = read_critic("Start {==the map==}{>>Ann: whose?<<} end.")
    assert read.text == "Start the map end."
    [comment] = read.comments
    assert (comment.name, comment.text) == ("Ann", "whose?")
    assert read.text[comment.start : comment.end] == "the map"


def test_several_comments_share_a_passage_and_a_blank_may_stand_between() -> None:
    read = read_critic("{==a==} {>>one<<}{>>two<<} b")
    assert read.text == "a  b"
    assert [(each.start, each.end, each.text) for each in read.comments] == [
        (0, 1, "one"),
        (0, 1, "two"),
    ]


def test_suggestions_are_done_and_kept() -> None:
    read = read_critic("A {++new++} and {--old--}, {~~utilise~>use~~} it.")
    assert read.text == "A new and , use it."
    assert [each.text for each in read.comments] == [
        "Put in: “new”",
        "Take out: “old”",
        "Put “use” in the place of “utilise”",
    ]
    assert {each.tone for each in read.comments} == {"suggestion"}
    assert [read.text[each.start : each.end] for each in read.comments] == ["new", "", "use"]


def test_a_reason_behind_a_suggestion_has_its_passage() -> None:
    read = read_critic("{~~utilise~>use~~}{>>Ann: plainer<<} it")
    assert [(each.start, each.end) for each in read.comments] == [(0, 3), (0, 3)]


def test_comments_before_the_text_are_about_the_whole_of_it() -> None:
    read = read_critic(
        "{>>Ann: read it twice<<}{>>so did I<<}\n\n# Title\n\n{>>of it<<}\n\nWords.\n"
    )
    assert read.text == "# Title\n\nWords.\n"
    assert [(each.whole, each.text) for each in read.comments] == [
        (True, "read it twice"),
        (True, "so did I"),
        (False, "of it"),
    ]
    assert read.text[read.comments[2].start] == "e"  # the end of the title


def test_a_passage_without_a_comment_is_not_lost() -> None:
    read = read_critic("{==this==} here")
    assert read.text == "this here"
    assert [(each.start, each.end) for each in read.comments] == [(0, 4)]


@pytest.mark.parametrize("text", ["{==", "{>> no end", "a ==} b", "<<}", "{==a{>>", "~~} {++"])
def test_marks_that_do_not_close_stay(text: str) -> None:
    read = read_critic(text)
    assert (read.text, read.comments) == (text, ())


def test_a_backslash_makes_a_mark_plain() -> None:
    assert read_critic(r"\{==a==} and \{>>b<<}").text == "{==a==} and {>>b<<}"


@pytest.mark.parametrize(
    ("said", "name", "lens", "tone", "text"),
    [
        ("Ann: why", "Ann", "", "", "why"),
        ("Ann Bell (politics, concern): why", "Ann Bell", "politics", "concern", "why"),
        ("Ann (Writing style): why", "Ann", "writing-style", "", "why"),
        ("Ann (Housing): why", "Ann (Housing)", "", "", "why"),
        ("bell: why", "bell", "", "", "why"),
        ("one thing: why", "", "", "", "one thing: why"),
        ("I think that this is wrong: why", "", "", "", "I think that this is wrong: why"),
        ("see http://x.test/a", "", "", "", "see http://x.test/a"),
        ("why", "", "", "", "why"),
    ],
)
def test_who_says_it(said: str, name: str, lens: str, tone: str, text: str) -> None:
    [comment] = read_critic("a{>>" + said + "<<}", WORDS).comments
    assert (comment.name, comment.lens, comment.tone, comment.text) == (name, lens, tone, text)


def test_replies_verdicts_and_what_is_settled_are_written_and_read() -> None:
    comment = CriticComment(
        start=0, end=3, text="How many?", name="Ada Fernhollow", resolved=True,
        replies=(CriticReply(text="27.", name="Ben Moss"),),
        decided=CriticReply(text="Taken.", name="Callum", verdict=True),
    )  # fmt: skip
    marked = critic_out("One day.", [comment], WORDS)
    assert marked == (
        "{==One==}{>>Ada Fernhollow (resolved): How many?<<}{>>Ben Moss (reply): 27.<<}"
        "{>>Callum (verdict): Taken.<<} day."
    )
    (read,) = read_critic(marked, WORDS).comments
    assert read.resolved
    assert [(e.name, e.text, e.verdict) for e in read.replies] == [
        ("Ben Moss", "27.", False),
        ("Callum", "Taken.", True),
    ]


def test_a_passage_that_would_cross_another_ends_with_it() -> None:
    crossing = [
        CriticComment(start=0, end=4, text="one"),
        CriticComment(start=2, end=6, text="two"),
    ]
    read = read_critic(critic_out("abcdef", crossing))
    assert read.text == "abcdef"
    assert [(each.start, each.end) for each in read.comments] == [(0, 4), (2, 4)]


SIGNS = st.sampled_from(
    ["{==", "==}", "{>>", "<<}", "{++", "++}", "{--", "--}", "~~}", "\\", "{", "=", "<", "a", " b"]
)
PLAIN = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=6)
PIECES = st.lists(SIGNS | PLAIN, max_size=12).map("".join)
SPOKEN = PIECES.map(str.strip)
NAMES = st.text(st.sampled_from("Annbell é-."), max_size=12).map(
    lambda name: " ".join(name.split())
)

REPLIES = st.builds(CriticReply, text=SPOKEN, name=NAMES, verdict=st.booleans())


@st.composite
def reviewed(draw: st.DrawFn) -> tuple[str, list[CriticComment]]:
    """A text of one paragraph with nested or separate passages, points, and whole comments."""
    parts = draw(st.lists(PIECES, min_size=1, max_size=6))
    text = "x" + "".join(parts) + "y"
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=4)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False)) if draw(st.booleans()) else []
    if not pairs and len(cuts) >= 2:
        pairs = [(cuts[0], cuts[-1]), *([(cuts[1], cuts[-2])] if len(cuts) == 4 else [])]
    found = [
        CriticComment(
            start=start,
            end=end,
            text=draw(SPOKEN),
            name=draw(NAMES),
            lens=draw(st.sampled_from(["", "politics", "writing-style"])),
            tone=draw(st.sampled_from(["", "concern"])),
            resolved=draw(st.booleans()),
            replies=tuple(draw(st.lists(REPLIES, max_size=2))),
        )
        for start, end in pairs
        if not text[start:end].endswith(("{", "{="))
    ]
    if draw(st.booleans()):
        found.append(CriticComment(text=draw(SPOKEN), whole=True))
    return text, found


@given(reviewed())
@settings(max_examples=400, deadline=None)
def test_what_is_written_is_read_back(case: tuple[str, list[CriticComment]]) -> None:
    text, comments = case
    read = read_critic(critic_out(text, comments, WORDS), WORDS)
    assert read.text == text
    assert sorted(read.comments, key=repr) == sorted(comments, key=repr)


@given(PIECES)
@settings(max_examples=300, deadline=None)
def test_nothing_breaks_it_and_no_letter_is_made_up(text: str) -> None:
    read = read_critic(text)
    kept = read.text + "".join(each.text for each in read.comments)
    assert {sign for sign in text if sign.isalnum()} <= set(kept)
    assert all(0 <= each.start <= each.end <= len(read.text) for each in read.comments)

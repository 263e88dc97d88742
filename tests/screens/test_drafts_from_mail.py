"""An e-mail comes in by the keys: what it says and whose its names are, then Enter, then `u`."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events

from cartui.model.drafts import Comment, DraftVersion
from cartui.model.people import Person, Spelling
from screens.drafts.look_first import LookFirst
from tests.exchange.mails.make_mails import ATTRIBUTIONS, DRAFT, QUOTED, eml
from tests.exchange.papers.make_word_files import comment, p, run, said_of, word_file
from tests.screens.drafts_hall import LARGE, SMALL, Bench, Seat, seated
from tests.screens.stage import reopened

MAIL = f"Hi Rowan,\n\nA good piece.\n\n{ATTRIBUTIONS['gmail']}\n\n{QUOTED}\nBest wishes,\nBen\n"


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path / "workspace")
    made.begin(DRAFT, title="Asset mapping")
    yield made
    made.ws.close()


async def paste(seat: Seat, text: str) -> None:
    """Paste as a terminal does."""
    focused = seat.app.screen.focused
    assert focused is not None
    focused.post_message(events.Paste(text))
    await seat.pilot.pause()


async def looking(seat: Seat) -> LookFirst:
    """Wait until the e-mail is shown."""
    await seat.until(lambda: isinstance(seat.app.screen, LookFirst))
    await seat.pilot.pause()
    return seat.app.screen  # type: ignore[return-value]


def comments(bench: Bench) -> list[Comment]:
    return list(bench.ws.table(Comment, bench.group).values())


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_pasted_mail_is_looked_at_and_comes_in_after_enter(
    bench: Bench, size: tuple[int, int]
) -> None:
    async with seated(bench, size) as seat:
        await seat.press("I", "p")
        await paste(seat, MAIL)
        await looking(seat)
        assert "3 comments: 2 at their passages, 0 to check, 1 on the whole draft." in seat.seen()
        assert "(whoever wrote it)" in seat.seen()
        await seat.press("enter")
        assert "Say first who wrote it: w." in seat.seen()
        await seat.press("w")
        await seat.press("2")
        await seat.press("enter")
    said = comments(bench)
    assert sorted(each.text for each in said) == [
        "A good piece.",
        "A plainer verb.",
        "Who says so?",
    ]


async def test_one_key_takes_it_back_and_esc_writes_nothing(bench: Bench) -> None:
    async with seated(bench, LARGE) as seat:
        await seat.press("I", "p")
        await paste(seat, f"From: Ben Okoro\nSent: 3 Oct 2016\nSubject: Re\n\n{MAIL}")
        await looking(seat)
        assert "Ben Okoro  (the same name)" in seat.seen()
        await seat.press("escape")
        assert reread(bench) == []
        await seat.press("I", "p", "escape")  # what was pasted stands there again
        await looking(seat)
        await seat.press("enter")
        assert len(reread(bench)) == 3
        await seat.press("u")
        assert reread(bench) == []
    assert bench.ws.table(Spelling, bench.group) == {}


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_another_mail_takes_the_place_of_one_that_was_left(
    bench: Bench, size: tuple[int, int]
) -> None:
    async with seated(bench, size) as seat:
        await seat.press("I", "p")
        await paste(seat, MAIL.replace("A good piece", "Left for now"))
        await looking(seat)
        await seat.press("escape", "I", "p")
        assert "stands here still: Esc reads it" in seat.seen()
        assert "Ctrl+U empties" in seat.seen()
        await seat.press("ctrl+u", "ctrl+z", "ctrl+u")  # a slip is taken back
        assert "Left for now" not in seat.seen()
        await paste(seat, MAIL)
        await looking(seat)
        assert "3 comments: 2 at their passages, 0 to check, 1 on the whole draft." in seat.seen()
        await seat.press("w", "2", "enter")
        said = [each.text for each in reread(bench)]
        assert len(said) == 3
        assert not any("Left for now" in each for each in said)


def reread(bench: Bench) -> list[Comment]:
    """The comments that another process would find by now."""
    other = reopened(bench.folder)
    try:
        return list(other.table(Comment, bench.group).values())
    finally:
        other.close()


async def test_rows_are_left_out_and_taken_in(bench: Bench) -> None:
    async with seated(bench, LARGE) as seat:
        await seat.press("I", "p")
        await paste(seat, MAIL)
        await looking(seat)
        await seat.press("w", "1", "tab", "X", "down", "down", "down", "X")
        assert "Taken in, greeting. X leaves it out." in seat.seen()
        await seat.press("enter")
    assert {each.text for each in comments(bench)} == {
        "Hi Rowan,", "Who says so?", "A plainer verb.",
    }  # fmt: skip
    assert {bench.drafts.person_name(each.by) for each in comments(bench)} == {"Asha Rao"}


async def test_a_name_is_decided_and_remembered(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "answer.eml"
    path.write_bytes(eml(QUOTED, sender="B. Okoro <b.okoro@ward.example>"))
    async with seated(bench, LARGE) as seat:
        await seat.press("I", "f")
        await seat.type(str(path), "enter")
        await looking(seat)
        assert "? perhaps Ben Okoro (shortened); s says yes" in seat.seen()
        assert "1 name is perhaps a member's and stays as written until you say" in seat.seen()
        for words in (
            "→ Ben Okoro", "nobody here; the name stays", "as it is written", "→ Ben Okoro",
        ):  # fmt: skip
            await seat.press("s")
            assert f"B. Okoro: {words}" in seat.seen()
        await seat.press("enter")
        assert "Brought in 2 comments" in seat.seen()
        path.write_bytes(eml("> Making it mattered more than having it.\nThe heart of it.",
                             sender="B. Okoro <b.okoro@ward.example>"))  # fmt: skip
        await seat.press("I", "f")
        await seat.type(str(path), "enter")
        await looking(seat)
        assert "→ Ben Okoro  (decided before)" in seat.seen()
        await seat.press("enter")
    assert [each.text for each in comments(bench) if each.by == ben(bench)] == [
        each.text for each in comments(bench)
    ]
    (spelt,) = bench.ws.table(Spelling, bench.group).values()
    assert (spelt.name, spelt.person) == ("B. Okoro", ben(bench))


def ben(bench: Bench) -> str:
    return next(each.uid for each in bench.ws.table(Person).values() if each.name == "Ben Okoro")


async def test_undecided_names_stay_as_they_are_written(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "answer.eml"
    path.write_bytes(eml(QUOTED, sender="BO <b@ward.example>"))
    async with seated(bench, SMALL) as seat:
        await seat.press("I", "f")
        await seat.type(str(path), "enter")
        await looking(seat)
        assert "perhaps Ben Okoro (initials)" in seat.seen()
        await seat.press("enter")
    assert {(each.by, each.name) for each in comments(bench)} == {("", "BO")}


async def test_a_writer_who_is_nobody_here_is_typed(bench: Bench) -> None:
    async with seated(bench, SMALL) as seat:
        await seat.press("I", "p")
        await paste(seat, MAIL)
        await looking(seat)
        await seat.press("w", "plus_sign")
        await seat.type("Moira Drystane", "enter")
        assert "(whoever wrote it): → Moira Drystane" in seat.seen()
        await seat.press("enter")
    assert {(each.by, each.name) for each in comments(bench)} == {("", "Moira Drystane")}


async def test_names_in_a_word_file_are_decided_in_the_same_table(
    bench: Bench, tmp_path: Path
) -> None:
    path = tmp_path / "map.docx"
    path.write_bytes(
        word_file(
            p(said_of("1", run("The map")), run(" was finished in June.")),
            comments=[comment("1", "Which?", "BO"), comment("2", "All of it.", "Guest User")],
        )
    )
    async with seated(bench, SMALL) as seat:
        await seat.press("N", "f")
        await seat.type(str(path), "enter")
        page = await looking(seat)
        assert page.names.highlighted == "name BO"
        assert "? perhaps Ben Okoro (initials); s says yes" in seat.seen()
        await seat.press("s", "down", "w", "0")
        assert "Guest User: nobody here; the name stays" in seat.seen()
        assert "version 2" not in seat.seen()
        await seat.press("enter")
        await seat.until(lambda: bench_versions(bench) == 2)
    assert {each.text: each.by or each.name for each in comments(bench)} == {
        "Which?": ben(bench), "All of it.": "Guest User",
    }  # fmt: skip
    kept = bench.ws.table(Spelling, bench.group).values()
    assert {each.name: each.person for each in kept} == {"BO": ben(bench), "Guest User": ""}


def bench_versions(bench: Bench) -> int:
    other = reopened(bench.folder)
    try:
        return len(other.table(DraftVersion, bench.group))
    finally:
        other.close()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a\0b" * 50, "not the words of an e-mail"),
        ("\x07\x1b" * 90, "not the words of an e-mail"),
        ("> The map was finished in May.", "says nothing of its own"),
    ],
)
async def test_a_paste_that_is_no_answer_is_refused_in_a_sentence(
    bench: Bench, text: str, says: str
) -> None:
    async with seated(bench, SMALL) as seat:
        await seat.press("I", "p")
        await paste(seat, text)
        await seat.until(lambda: says in seat.seen())
        assert "Nothing was brought in" in " ".join(seat.seen().split())
    assert comments(bench) == []


async def test_five_megabytes_are_not_even_shown(bench: Bench) -> None:
    async with seated(bench, LARGE) as seat:
        await seat.press("I", "p")
        await paste(seat, "> word " * 700_000)
        assert "Longer than any e-mail" in seat.seen()
        await paste(seat, "Fine.")
        await looking(seat)
        await seat.press("escape")
    assert comments(bench) == []


async def test_an_empty_paste_and_files_that_are_no_mails(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "a.msg").write_bytes(b"\xd0\xcf\x11\xe0 and so on")
    async with seated(bench, LARGE) as seat:
        await seat.press("I", "p")
        await paste(seat, "   ")
        await seat.press("escape", "I", "f")
        await seat.type(str(tmp_path / "none.eml"), "enter")
        assert "There is no file" in seat.seen()
        await seat.press("ctrl+u")
        await seat.type(str(tmp_path / "a.msg"), "enter")
        assert "Outlook's own kind of file" in seat.seen()
        await seat.press("escape")
    assert comments(bench) == []


async def test_unsure_places_are_gone_through_first(bench: Bench) -> None:
    async with seated(bench, LARGE) as seat:
        await seat.press("I", "p")
        await paste(
            seat,
            "From: Ben Okoro\nSent: 3 Oct 2016\n\n"
            "> The map got finished last May; most found it useful.\nWho?\n",
        )
        await looking(seat)
        assert "0 at their passages, 1 to check" in seat.seen()
        assert "unsure ?" in seat.seen()
        await seat.press("enter")
        await seat.press("enter")  # it stands here
    (remark,) = bench.remarks
    assert remark.place is not None
    assert (remark.place.state, remark.place.how) == ("exact", "hand")


async def test_telephones_in_a_signature_stay_unseen_on_front(bench: Bench) -> None:
    signed = "From: Ben Okoro\nSent: 3 Oct 2016\n\nFine.\n-- \nBen 01387 555123 b.o@ward.example\n"
    async with seated(bench, LARGE) as seat:
        await seat.press("I", "p")
        await paste(seat, signed)
        await looking(seat)
        await seat.press("down")
        assert "555123" not in seat.seen()
        assert "ward.example" not in seat.seen()
        assert "Ben (private) (private)" in seat.seen()
        await seat.press("escape", "B", "enter", "I", "p", "escape")
        await looking(seat)
        assert "01387 555123 b.o@ward.example" in seat.seen()
        await seat.press("down", "f")
        assert "555123" not in seat.seen()
        await seat.press("B", "enter")
        assert "01387 555123 b.o@ward.example" in seat.seen()
        await seat.press("enter")
    assert [each.text for each in comments(bench)] == ["Fine."]

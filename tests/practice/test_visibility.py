"""Nothing of the back stage stands in an open file of the practice programme."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from cartui.backstage.contact_words import said
from cartui.backstage.practice import back_story
from tests.practice.conftest import Copy

DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
GATEKEEPERS = ["Gordon", "Haarwood", "Moira", "Drystane", "Tam Ferrier", "Lena", "Wick"]


def words_of(told: Any) -> Iterator[str]:
    if isinstance(told, dict):
        for value in told.values():
            yield from words_of(value)
    elif isinstance(told, (list, tuple)):
        for value in told:
            yield from words_of(value)
    elif isinstance(told, str) and len(told) > 8 and not DATE.fullmatch(told):
        yield told


def private_words() -> list[str]:
    told = msgspec.to_builtins(back_story("one-group"))
    agreed = {share["person"] for share in told["shared"]}
    told["whys"] = [why for why in told["whys"] if why["person"] not in agreed]
    ids = {"asset-mapping", "community-consultation", "area-meetings"}
    ids |= {"social-prescribing", "festival-volunteers", "phone-tree"}
    ids |= {
        missing["meeting"] for key in ("missing", "hats", "reflections") for missing in told[key]
    }
    told["contacts"] = [{**each, "said": said(each["said"])[1]} for each in told["contacts"]]
    passages = {aside["passage"] for aside in told["asides"]}  # words of the open draft
    return [words for words in words_of(told) if words not in ids | passages]


def open_text(folder: Path) -> str:
    paths = [path for path in folder.rglob("*") if path.is_file() and ".back." not in path.name]
    assert len(paths) >= 3
    return "\n".join(path.read_text(encoding="utf-8") for path in paths).casefold()


def test_no_private_word_stands_in_an_open_file(copy: Copy) -> None:
    copy.back().again()
    text = open_text(copy.folder)
    words = private_words()
    assert len(words) > 90
    assert [each for each in [*words, *GATEKEEPERS] if each.casefold() in text] == []


def test_every_private_word_stands_back_stage(copy: Copy) -> None:
    copy.back().again()
    text = "\n".join(path.read_text(encoding="utf-8") for path in copy.folder.rglob("*.back.json*"))
    assert [each for each in private_words() if each not in text] == []


def test_in_front_no_back_file_is_opened(copy: Copy) -> None:
    copy.again()
    copy.ws.close()
    assert not list(copy.folder.rglob("*.back.json"))


def test_addresses_and_numbers_can_reach_nobody() -> None:
    for person in back_story("one-group").people:
        assert person.facts["email"].endswith("@example.invalid")
        # Ofcom keeps these numbers free for drama.
        assert person.facts["phone"].startswith(("01632 960", "07700 900"))


@pytest.mark.parametrize("field", ["title", "learning", "housed_at", "stop_reason"])
def test_the_held_study_says_nothing_of_a_refusal_to_outsiders(copy: Copy, field: str) -> None:
    held = next(each for each in copy.board.cards() if each.status.endswith("held locally"))
    said = getattr(held, field).casefold()
    assert not [word for word in ("refus", "dislik", "style", "lead", "object") if word in said]

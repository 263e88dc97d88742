"""A table file proves itself: whatever is changed in it is noticed, whatever is not comes back."""

import json
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from cartui.store.documents import opened
from cartui.store.problems import Damaged, NewerFormat
from cartui.store.sealing import Reading, decode, encode, fragments

META = {"format": 1, "generation": 7, "journals": {"a": 3}}
SMALL = {
    "person": {"1": {"uid": "p1", "name": "Mòrag", "left": None}, "12": {"uid": "p2", "n": 1.5}},
    "card": {},
}


def sealed(tables: dict[str, Any] = SMALL, meta: dict[str, Any] = META) -> bytes:
    return bytes(encode(fragments(tables), meta))


def plain(reading: Reading) -> dict[str, Any]:
    return {
        name: {doc_id: opened(raw) for doc_id, raw in rows.items()}
        for name, rows in reading.tables.items()
    }


def resealed(text: bytes) -> bytes:
    """The bytes of a JSON object with a checksum that holds, whatever is in it."""
    body = text[:-1]
    return body + b',"_seal":{"1":{"sha256":"' + sha256(body).hexdigest().encode() + b'"}}}'


texts = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner) | st.dictionaries(texts, inner),
    max_leaves=8,
)
documents = st.dictionaries(texts, values, max_size=4)
names = texts.filter(lambda name: name not in ("_meta", "_seal"))
all_tables = st.dictionaries(
    names, st.dictionaries(st.integers(1, 10**17).map(str), documents, max_size=3), max_size=3
)


@given(all_tables, st.integers(0, 10**14))
@settings(max_examples=150, deadline=None)
def test_what_is_encoded_comes_back(tables: dict[str, Any], generation: int) -> None:
    raw = bytes(encode(fragments(tables), {"format": 1, "generation": generation}))
    reading = decode(raw)
    assert reading.sealed
    assert reading.generation == generation
    assert plain(reading) == tables
    assert decode(bytes(encode(reading.tables, reading.meta))).tail == reading.tail


def test_every_changed_byte_is_noticed() -> None:
    raw = sealed()
    for place, before in enumerate(raw):
        for after in range(256):
            if after != before:
                changed = raw[:place] + bytes([after]) + raw[place + 1 :]
                assert not taken_as_good(changed), (place, after)


def taken_as_good(raw: bytes) -> bool:
    try:
        return decode(raw).sealed
    except (Damaged, NewerFormat):
        return False


def test_every_truncation_is_damage() -> None:
    raw = sealed()
    for length in range(len(raw)):
        with pytest.raises(Damaged):
            decode(raw[:length])


def test_blanked_doubled_and_lengthened_files_are_noticed() -> None:
    raw = sealed()
    for start in range(0, len(raw), 16):
        blank = raw[:start] + bytes(min(16, len(raw) - start)) + raw[start + 16 :]
        assert not taken_as_good(blank)
    assert not taken_as_good(raw + raw)
    assert not taken_as_good(raw + raw[-40:])


def test_a_file_changed_by_hand_carries_what_it_says() -> None:
    reading = decode(sealed().replace("Mòrag".encode(), b"Ailsa"))
    assert not reading.sealed
    assert plain(reading)["person"]["1"]["name"] == "Ailsa"
    assert reading.meta == META


def test_an_editor_may_lay_the_file_out_anew() -> None:
    text = json.dumps(json.loads(sealed()), indent=2) + "\n"
    reading = decode(b"\xef\xbb\xbf" + text.encode())
    assert not reading.sealed
    assert plain(reading) == SMALL


def test_plain_tinydb_and_json_can_open_it(tmp_path: Path) -> None:
    path = tmp_path / "programme.json"
    path.write_bytes(sealed())
    with TinyDB(path, access_mode="r", encoding="utf-8") as db:
        assert [dict(doc) for doc in db.table("person")] == list(SMALL["person"].values())
    tables = list(json.loads(path.read_text(encoding="utf-8")))
    assert (tables[0], tables[-1]) == ("_meta", "_seal")


META_TEXT = '"_meta":{"1":{"format":1,"generation":2}}'


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("{}", "what it is"),
        ("[]", "what it is"),
        ("null", "what it is"),
        ('{"person":{"1":{"uid":"a"}}}', "what it is"),
        ('{"_meta":{}}', "format"),
        ('{"_meta":{"1":[]}}', "format"),
        ('{"_meta":{"1":{"format":true,"generation":1}}}', "format"),
        ('{"_meta":{"1":{"format":0,"generation":1}}}', "format"),
        ('{"_meta":{"1":{"format":1}}}', "which save"),
        ('{"_meta":{"1":{"format":1,"generation":-1}}}', "which save"),
        (f'{{{META_TEXT},"person":{{"1":{{"uid":"a","uid":"b"}}}}}}', "twice"),
        (f'{{{META_TEXT},"person":{{"1":{{}},"1":{{}}}}}}', "twice"),
        (f'{{{META_TEXT},"person":{{}},"person":{{}}}}', "twice"),
        (f'{{{META_TEXT},"person":{{"01":{{}}}}}}', "whole number"),
        (f'{{{META_TEXT},"person":{{" 1":{{}}}}}}', "whole number"),
        (f'{{{META_TEXT},"person":{{"1_0":{{}}}}}}', "whole number"),
        (f'{{{META_TEXT},"person":{{"x":{{}}}}}}', "whole number"),
        (f'{{{META_TEXT},"person":{{"1":[]}}}}', "object"),
        (f'{{{META_TEXT},"person":[]}}', "no table"),
        (f'{{{META_TEXT},"person":{{"1":{{"n":NaN}}}}}}', "not a number"),
        (f'{{{META_TEXT},"person":{{"1":{{"n":1e999}}}}}}', "not a number"),
        (f'{{{META_TEXT},"person":{{"1":{{"n":{"9" * 30}}}}}}}', "too large"),
        (f'{{{META_TEXT},"person":{{"1":{{"n":"\\ud800"}}}}}}', "cannot have written"),
        (f'{{{META_TEXT},"person":{{"1":{{"n":{"[" * 99999}', "garbled"),
    ],
)
def test_what_cartui_cannot_have_written_is_damage_and_never_empty(text: str, why: str) -> None:
    with pytest.raises(Damaged, match=why):
        decode(text.encode())


@pytest.mark.parametrize("text", [b"{}", b'{"a":[]}', b'{"_meta":{"1":{"format":1}}}', b"[1]"])
def test_a_checksum_alone_makes_no_file_good(text: bytes) -> None:
    with pytest.raises(Damaged):
        decode(resealed(text))


@pytest.mark.parametrize("proof", [bytes, resealed])
def test_a_newer_format_is_named_whatever_its_shape(proof: Any) -> None:
    text = b'{"_meta":{"1":{"format":2,"shelves":9}},"person":[["1",{"uid":"a"}]]}'
    with pytest.raises(NewerFormat) as caught:
        decode(proof(text))
    assert caught.value.found == 2
    assert "newer" in str(caught.value)


@pytest.mark.parametrize(
    "value",
    [float("nan"), float("inf"), 2**63, {1: "a"}, "\ud800", datetime(2026, 1, 1, tzinfo=UTC), b"x"],
)
def test_what_json_would_not_give_back_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        fragments({"person": {"1": {"uid": "a", "deep": [{"note": value}]}}})
    assert "note" not in str(caught.value)


@pytest.mark.parametrize("doc_id", ["0", "01", "-1", "x", "", "1 "])
def test_only_whole_numbers_are_ids(doc_id: str) -> None:
    with pytest.raises(ValueError, match="whole number"):
        fragments({"person": {doc_id: {}}})

"""One save: TinyDB sees what is to change, and the others stay as they are, byte for byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Raw
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document

from cartui.store.laid_out import LaidOut
from cartui.store.sealing import Tables, fragments


def start(count: int = 3) -> Tables:
    return fragments({"person": {str(n): {"uid": f"p{n}"} for n in range(1, count + 1)}})


def as_bytes(tables: Tables) -> dict[str, dict[str, bytes]]:
    return {name: {n: bytes(raw) for n, raw in rows.items()} for name, rows in tables.items()}


def test_only_what_is_laid_out_is_seen() -> None:
    laid_out = LaidOut(start())
    assert laid_out.read() == {}
    laid_out.open("person", ["2"])
    assert laid_out.read() == {"person": {"2": {"uid": "p2"}}}


def test_what_was_not_seen_stays_as_it_was() -> None:
    before = start()
    laid_out = LaidOut(before)
    laid_out.open("person", ["1", "2"])
    seen = laid_out.read()
    seen["person"]["1"]["name"] = "Mòrag"
    del seen["person"]["2"]
    seen["person"]["4"] = {"uid": "p4"}
    laid_out.write(seen)
    assert list(laid_out.tables["person"]) == ["1", "3", "4"]
    assert laid_out.tables["person"]["3"] is before["person"]["3"]
    assert bytes(laid_out.tables["person"]["1"]) == '{"uid":"p1","name":"Mòrag"}'.encode()
    assert laid_out.read() == {}
    assert list(before["person"]) == ["1", "2", "3"]


def test_a_number_that_was_not_shown_is_not_given_again() -> None:
    laid_out = LaidOut(start())
    laid_out.open("person", ["1"])
    before = as_bytes(laid_out.tables)
    with pytest.raises(ValueError, match="number of another"):
        laid_out.write({"person": {"2": {"uid": "other"}}})
    assert as_bytes(laid_out.tables) == before


def test_what_json_cannot_hold_changes_nothing() -> None:
    laid_out = LaidOut(start())
    laid_out.open("person", ["1"])
    before = as_bytes(laid_out.tables)
    with pytest.raises(ValueError, match="not a number"):
        laid_out.write({"person": {"1": {"uid": "p1", "score": float("nan")}}})
    assert as_bytes(laid_out.tables) == before


def test_a_whole_table_is_laid_out_to_be_emptied_and_others_stay() -> None:
    tables = start() | fragments({"card": {"1": {"uid": "c1"}}})
    laid_out = LaidOut(tables)
    laid_out.lay_all("person")
    assert all(type(raw) is Raw for raw in laid_out.read()["person"].values())
    laid_out.write({"person": {}})
    assert as_bytes(laid_out.tables) == {"person": {}, "card": as_bytes(tables)["card"]}


class _Seeing(Storage):
    """Hands TinyDB the whole of a file, or what is laid out of it."""

    def __init__(self, laid_out: LaidOut) -> None:
        self.laid_out = laid_out

    def read(self) -> dict[str, dict[str, object]]:
        return self.laid_out.read()

    def write(self, data: dict[str, dict[str, object]]) -> None:
        self.laid_out.write(data)


ids = st.sets(st.integers(1, 8), max_size=4)


@given(changed=ids, removed=ids, added=st.integers(0, 3))
def test_tinydb_comes_to_the_same_as_if_it_saw_everything(
    changed: set[int], removed: set[int], added: int
) -> None:
    removed -= changed
    found = []
    for everything in (True, False):
        laid_out = LaidOut(start(8))
        table = TinyDB(storage=lambda laid_out=laid_out: _Seeing(laid_out)).table("person")
        for act, numbers in (("update", changed), ("remove", removed)):
            if numbers:
                there = list(laid_out.tables["person"])
                laid_out.open("person", there if everything else map(str, numbers))
                if act == "update":
                    table.update({"name": "new"}, doc_ids=sorted(numbers))
                else:
                    table.remove(doc_ids=sorted(numbers))
        fresh = [Document({"uid": f"n{n}"}, 9 + n) for n in range(added)]
        if everything:
            laid_out.open("person", list(laid_out.tables["person"]))
        table.insert_multiple(fresh)
        found.append(as_bytes(laid_out.tables))
    assert found[0] == found[1]

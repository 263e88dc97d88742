"""Our reader and other libraries on the same Word files: `python -m benchmarks.word_files`.

The files and the truth about them (`manifest.json`, from another reader) are looked for in
`../shared/corpora/docx` beside the project, or in the folder given. docx2python and mammoth are
compared if they are installed: `pip install docx2python mammoth`.
"""

import argparse
import io
import json
import re
import time
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

from cartui.exchange.draft_files import read_draft
from cartui.services.draft_found import found_in

WHAT = ("comments", "author, date", "text", "anchored text", "parent", "resolved", "ins / del")
FOLDER = Path(__file__).resolve().parents[1].parent / "shared" / "corpora" / "docx"
LOAD = "load-136-comments.docx"
Said = dict[str, Any]


def ours(raw: bytes) -> tuple[list[Said], tuple[int, int]]:
    """cartui."""
    found = found_in(read_draft(raw, "a.docx"))
    fields = [{name: getattr(e, name) for name in e.__struct_fields__} for e in found.comments]
    return fields, (found.n_insertions, found.n_deletions)


def python_docx(raw: bytes) -> tuple[list[Said], tuple[int, int]]:
    """python-docx: comments without ranges and threads."""
    document = import_module("docx").Document(io.BytesIO(raw))
    found = [
        {"id": str(e.comment_id), "author": e.author, "text": e.text,
         "date": e.timestamp.strftime("%Y-%m-%dT%H:%M:%SZ") if e.timestamp else ""}
        for e in document.comments
    ]  # fmt: skip
    return found, (0, 0)


def docx2python(raw: bytes) -> tuple[list[Said], tuple[int, int]]:
    """docx2python: comments with their ranges, without threads."""
    with import_module("docx2python").docx2python(io.BytesIO(raw)) as document:
        found = [
            {"id": None, "author": author, "date": date, "text": text, "anchored_text": anchor}
            for anchor, author, date, text in document.comments
        ]
    return found, (0, 0)


def mammoth(raw: bytes) -> tuple[list[Said], tuple[int, int]]:
    """mammoth: comments as notes of a page, without author, range or thread."""
    page = import_module("mammoth").convert_to_html(
        io.BytesIO(raw), style_map="comment-reference => sup"
    ).value  # fmt: skip
    notes = re.findall(r'<dt id="comment-(\d+)">.*?<dd>(.*?)</dd>', page, re.DOTALL)
    return [{"id": id_, "text": re.sub(r"<[^>]+>|↑", "", text)} for id_, text in notes], (0, 0)


READERS: dict[str, Callable[[bytes], tuple[list[Said], tuple[int, int]]]] = {
    "cartui": ours, "python-docx": python_docx, "docx2python": docx2python, "mammoth": mammoth,
}  # fmt: skip
NEEDS = {"cartui": "lxml", "python-docx": "docx", "docx2python": "docx2python"}


def plain(value: object) -> object:
    """A value without its blanks: libraries differ in them and nobody reads them."""
    return "".join(value.split()) if isinstance(value, str) else value


def right(found: Iterable[Said], truth: list[Said]) -> list[int]:
    """How many comments were found, and of them how many right in each respect."""
    by_id = {e["id"]: e for e in found if e["id"] is not None}
    nameless = [e for e in found if e["id"] is None]
    counts = [0] * 6
    for want in truth:
        got = by_id.get(want["id"]) or next(
            (e for e in nameless if plain(e["text"]) == plain(want["text"])), None
        )
        if got is None:
            continue
        if got in nameless:
            nameless.remove(got)
        counts[0] += 1
        for at, names in enumerate((("author", "date"), ("text",), ("anchored_text",)), 1):
            counts[at] += all(plain(got.get(n, 0)) == plain(want[n]) for n in names)
        counts[4] += bool(want["parent"]) and got.get("parent") == want["parent"]
        counts[5] += want["resolved"] and got.get("resolved") is True
    return counts


def row(reader: str, folder: Path, entries: list[Said]) -> str:
    """One line of the table, or why there is none."""
    try:
        import_module(NEEDS.get(reader, reader))
    except ImportError:
        return f"| {reader} | skipped: {reader} is not installed |"
    counts, changes, took, failed = [0] * 6, [0, 0], 0.0, 0
    for entry in entries:
        raw = (folder / entry["file"]).read_bytes()
        began = time.perf_counter()
        try:
            found, changed = READERS[reader](raw)
        except Exception:  # what it cannot read counts as nothing found
            failed += 1
            continue
        took += time.perf_counter() - began
        counts = [a + b for a, b in zip(counts, right(found, entry["comments"]), strict=True)]
        changes = [a + b for a, b in zip(changes, changed, strict=True)]
    cells = [*map(str, counts), f"{changes[0]} / {changes[1]}", f"{took:.2f} s", str(failed)]
    return f"| {reader} | {' | '.join(cells)} |"


def truth(entries: list[Said]) -> str:
    """The line of what is there."""
    comments = [c for e in entries for c in e["comments"]]
    count = str(len(comments))
    replies, resolved = (
        sum(bool(c["parent"]) for c in comments),
        sum(c["resolved"] for c in comments),
    )
    changes = (
        f"{sum(e['n_insertions'] for e in entries)} / {sum(e['n_deletions'] for e in entries)}"
    )
    return f"| truth | {' | '.join([count] * 4)} | {replies} | {resolved} | {changes} | | |"


def load(folder: Path) -> str:
    """How long the large file takes to be read and made ready, lxml imported already."""
    raw = (folder / LOAD).read_bytes()
    times = []
    for _ in range(7):
        began = time.perf_counter()
        read_draft(raw, LOAD)
        times.append(time.perf_counter() - began)
    return f"{LOAD}: read in {min(times):.3f} s at best, {max(times):.3f} s at worst of 7"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    folder = parser.parse_args().folder
    if not (folder / "manifest.json").is_file():
        print(f"skipped: no manifest.json in {folder}")
        return
    every = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    entries = [each for each in every if each["file"].endswith(".docx")]
    print(f"{len(entries)} files\n")
    print(f"| reader | {' | '.join(WHAT)} | time | files not read |")
    print("|---" * (len(WHAT) + 3) + "|")
    print(truth(entries))
    for reader in READERS:
        print(row(reader, folder, entries))
    if (folder / LOAD).is_file():
        print(f"\n{load(folder)}")


if __name__ == "__main__":
    main()

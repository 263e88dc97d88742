"""Our reader and other libraries on the same Word files: `python -m benchmarks.word_files`.

The files and the truth about them (`manifest.json`, from another reader) are looked for in
`../shared/corpora/docx` beside the project, or in the folder given. The libraries are compared if
they are installed: `pip install docx2python mammoth all2md docx-editor docx-revisions
"markitdown[docx]"`.
"""

import argparse
import json
import time
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from benchmarks.word_readers import MODULES, READERS, Said
from cartui.exchange.draft_files import read_draft

WHAT = ("comments", "author, date", "text", "anchored text", "parent", "resolved", "ins / del")
FOLDER = Path(__file__).resolve().parents[1].parent / "shared" / "corpora" / "docx"
LOAD = "load-136-comments.docx"


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
        import_module(MODULES.get(reader, reader))
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

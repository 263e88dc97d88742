"""Every comment of real files, against what was read from them by another reader.

The files are not part of this project. They are looked for beside its folder, in
`../shared/corpora/docx`, or where CARTUI_CORPORA says; without them this is skipped, by name.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from cartui.exchange.draft_files import read_draft
from cartui.services.draft_found import found_in

ROOT = Path(__file__).resolve().parents[3]
NAME = "manifest.json"


def corpora() -> Path | None:
    """The folder with the files and what is in them."""
    named = os.environ.get("CARTUI_CORPORA")
    beside = [above / "shared" / "corpora" for above in ROOT.parents]
    for folder in [Path(named)] if named else beside:
        for found in (folder / "docx", folder):
            if (found / NAME).is_file():
                return found
    return None


FOLDER = corpora()


def entries() -> list[dict[str, Any]]:
    if FOLDER is None:
        return []
    return list(json.loads((FOLDER / NAME).read_text(encoding="utf-8"))["files"])


pytestmark = pytest.mark.skipif(FOLDER is None, reason="shared/corpora/docx is not here")


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: str(entry["file"]))
def test_every_comment_and_every_count_is_right(entry: dict[str, Any]) -> None:
    assert FOLDER is not None
    found = found_in(read_draft((FOLDER / entry["file"]).read_bytes(), entry["file"]))
    assert len(found.comments) == len(entry["comments"])
    for ours, theirs in zip(found.comments, entry["comments"], strict=True):
        mine = {name: getattr(ours, name, None) for name in theirs if name != "name"}
        assert mine == {name: value for name, value in theirs.items() if name != "name"}
    counts = {name: value for name, value in entry.items() if name.startswith("n_")}
    counts.pop("n_ranges", None)
    assert {name: getattr(found, name) for name in counts} == counts
    for name in {"authors", "revision_authors"} & entry.keys():
        assert list(getattr(found, name)) == sorted(entry[name])

"""`make canary`: the marker in every back field of the large programme, and every key on FRONT.

Every page at five sizes from both FRONT stages, the page for the room, the second window, every
export. It says what it pressed and looked at; exit code 1 if the marker was seen anywhere.
"""

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.canary.large_walk import exports, planted_large, steps, taken


def main() -> int:
    """Run from the command line."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--only", default="", help="steps with these words, as 'members 80x24'")
    only = words.parse_args().only
    told, wrong = Counter[str](), list[str]()
    with tempfile.TemporaryDirectory() as place:
        seedbed = Path(place) / "large"
        planted_large(seedbed)
        for step in steps():
            if only not in str(step):
                continue
            gone = taken(step, seedbed)
            told.update(pages=1, keys=gone.keys, looks=gone.looks, hits=len(gone.hits),
                        faults=len(gone.faults))  # fmt: skip
            wrong += [f"{step}: {each}" for each in (*gone.hits, *gone.faults)]
            print(f"{step}: {gone.keys} keys, {gone.looks} looks, {len(gone.hits)} hits",
                  *gone.faults, flush=True)  # fmt: skip
        for asked, found in exports(seedbed):
            told.update(exports=1, hits=bool(found))
            wrong += [f"{asked}: {found}"] * bool(found)
    print(", ".join(f"{count} {what}" for what, count in told.items()))
    for each in wrong:
        print("wrong:", each)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

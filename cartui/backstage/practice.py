"""The back half of a practice programme: what its facilitator alone knows, day by day.

`python -m cartui.backstage.practice` builds the shipped programmes anew, after their stories in
`data/practice/` were edited.
"""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

import data
from cartui.backstage.kinds import BACK
from cartui.backstage.practice_acts import (
    Aside,
    Behind,
    Facts,
    Hat,
    Hindrance,
    Missing,
    Noticed,
    OwnNote,
    PrivateWhy,
    Reflected,
    Shared,
    Stored,
    Talked,
    Told,
)
from cartui.backstage.practice_large import large_back_acts
from cartui.practice.building import LARGE, BackHalf, build
from cartui.practice.copying import SHIPPED
from cartui.practice.story import known, programmes
from cartui.practice.telling import Act


class BackStory(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The back half of a story, as `story.back.json` holds it."""

    people: tuple[Facts, ...]
    constraints: tuple[Hindrance, ...]
    whys: tuple[PrivateWhy, ...]
    shared: tuple[Shared, ...]
    notes: tuple[OwnNote, ...]
    storage: tuple[Stored, ...]
    behind: tuple[Behind, ...]
    asides: tuple[Aside, ...] = ()
    missing: tuple[Missing, ...] = ()
    hats: tuple[Hat, ...] = ()
    reflections: tuple[Reflected, ...] = ()
    contacts: tuple[Talked, ...] = ()
    signals: tuple[Noticed, ...] = ()


def back_story(programme: str) -> BackStory:
    """Return a practice programme's back half. Raises NoSuchProgramme."""
    return data.load(f"{known(programme)}/story.back", BackStory)


def back_half(programme: str) -> BackHalf:
    """Return the back half for `cartui.practice.build`. Raises NoSuchProgramme."""
    acts = large_back_acts() if programme == LARGE else _acts(back_story(programme))
    return BackHalf(kinds=BACK, acts=tuple(acts))


def _acts(story: BackStory) -> Iterator[Act]:
    told: tuple[Told, ...] = (
        *story.people,
        *story.constraints,
        *story.whys,
        *story.shared,
        *story.notes,
        *story.storage,
        *story.behind,
        *story.asides,
        *story.missing,
        *story.hats,
        *story.reflections,
        *story.contacts,
        *story.signals,
    )
    for each in told:
        yield each.act()


def build_anew(programme: str, target: Path) -> None:
    """Build a programme in the place of the one in `target`, without locks and generations.

    The tables of the large one are left out: they come from the journals when it is opened first.
    """
    left_out = ["*.lock", "generations", *(["*.json"] if programme == LARGE else [])]
    with TemporaryDirectory() as scratch:
        built = build(programme, Path(scratch) / "built", back_half(programme))
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(
            built, target, ignore=shutil.ignore_patterns(*left_out), copy_function=_copy
        )


def _copy(source: str, target: str) -> None:
    Path(target).write_bytes(Path(source).read_bytes())


if __name__ == "__main__":
    for name in programmes():
        place = Path(str(data.place(known(name)))) / SHIPPED
        build_anew(name, place)
        sys.stdout.write(f"{place}\n")

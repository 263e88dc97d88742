"""Makes a workspace of any size through the services: `python -m benchmarks.make_large DIR`.

Every person and card is a change of its own, as if written by hand, so that the journal is as long
as such a programme's would be. The names are made of made-up parts; nobody real is in it.
"""

from __future__ import annotations

import argparse
import itertools
import time
from datetime import date, timedelta
from pathlib import Path
from random import Random

import msgspec

from cartui.exchange.critic_markup import CriticComment
from cartui.model.kinds import OPEN
from cartui.model.rooms import Room
from cartui.services.board import Board
from cartui.services.drafts import Drafts
from cartui.services.ground_rules import GroundRules
from cartui.services.meetings import Meetings
from cartui.services.partnerships import Partnerships
from cartui.services.roster import Roster
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace

FIRST = (
    "Ada",
    "Ben",
    "Cleo",
    "Dara",
    "Edwin",
    "Fern",
    "Gwen",
    "Hal",
    "Ines",
    "Joss",
    "Kit",
    "Rhys",
)
LAST = ("Fernhollow", "Oakmist", "Stonecrop", "Larkfield", "Brook", "Wren", "Moss", "Heather")
AGENCIES = ("Harbour Trust", "North Quarter Council", "Ferry Road Clinic", "Elm Street School")
TASKS = ("Falls log", "Quiet room", "Bus times", "Letters home", "First visit", "Kitchen table")


NOUNS = ("hub", "visit", "letter", "meeting", "form", "street", "team", "question", "answer")
DOES = ("helped", "took longer than", "came before", "was easier than", "did not fit", "followed")


class Size(msgspec.Struct, frozen=True, kw_only=True):
    """How much: people are spread over the groups; cards, rules and meetings stand in the first.

    Without groups there are no cards, and a person is one record instead of two. The first card
    has a draft of so many words with so many comments, if any.
    """

    people: int = 10_000
    cards: int = 5_000
    groups: int = 10
    words: int = 0
    comments: int = 0
    rules: int = 0
    meetings: int = 0


def make(folder: Path, size: Size) -> Path:
    """Make the workspace in a missing or empty folder."""
    dice = Random(f"{size.people} {size.cards}")
    device = f"{dice.getrandbits(128):032x}"
    workspace = Workspace.open(
        folder, open_kinds=OPEN, identity=Identity(device=device, actor="Rowan")
    )
    try:
        groups = start(workspace, size)
        join(workspace, size, groups, dice)
        if groups:
            pin(workspace, size, groups[0], dice)
            write(workspace, size, groups[0], dice)
            meet(workspace, size, groups[0], dice)
    finally:
        workspace.close()
    return folder


def members() -> Room:
    """The stage of the room in which all of it is written."""
    return Room.MEMBERS


def start(workspace: Workspace, size: Size) -> list[str]:
    """The programme and its groups; returns the groups' uids."""
    wall = Partnerships(workspace, members)
    wall.rename(f"A programme of {size.people:,} people")
    return [wall.start_group(f"Group {n + 1}").about[0] for n in range(size.groups)]


def join(workspace: Workspace, size: Size, groups: list[str], dice: Random) -> None:
    """The people, each in a group if there is one."""
    roster, home = Roster(workspace, members), itertools.cycle(groups or [""])
    for number in range(size.people):
        name = f"{dice.choice(FIRST)} {dice.choice(LAST)} {number}"
        roster.add(f"{name}; {dice.choice(AGENCIES)}", next(home), area=f"Ward {number % 23}")


def pin(workspace: Workspace, size: Size, group: str, dice: Random) -> None:
    """The cards, over all stages."""
    board = Board(workspace, members, group)
    stages = [stage.id for stage in board.stages()]
    for number in range(size.cards):
        board.new_card(f"{dice.choice(TASKS)} {number}", stages[number % len(stages)])


def write(workspace: Workspace, size: Size, group: str, dice: Random) -> None:
    """The ground rules, and one draft with its comments."""
    rules = GroundRules(workspace, members, group)
    for number in range(size.rules):
        rules.propose(f"{number}: the {dice.choice(NOUNS)} comes before the {dice.choice(NOUNS)}")
    if size.words:
        text, comments = said_of(prose(size.words, dice), size.comments, dice)
        card = Board(workspace, members, group).cards()[0]
        Drafts(workspace, members, group).add(card, "A long draft", text, comments=comments)


def meet(workspace: Workspace, size: Size, group: str, dice: Random) -> None:
    """The meetings, each with an agenda of eight parts."""
    meetings, first = Meetings(workspace, members, group), date(2026, 1, 6)
    for number in range(size.meetings):
        on = (first + timedelta(weeks=2 * number)).isoformat()
        meeting = meetings.meeting(meetings.add(on=on, start="14:00").about[0])
        for part in range(8):
            asks = f"What did the {dice.choice(NOUNS)} change for the {dice.choice(NOUNS)}?"
            title = f"Part {part + 1}: the {dice.choice(NOUNS)}"
            meetings.add_segment(meeting, title, minutes=15, questions=(asks,))


def prose(words: int, dice: Random) -> list[str]:
    """At least so many words of made-up prose, by paragraph."""
    paragraphs, count = ["# A long draft"], 3
    while count < words:
        some = [sentence(dice) for _ in range(dice.randint(3, 7))]
        paragraphs.append(" ".join(some))
        count += sum(len(each.split()) for each in some)
    return paragraphs


def sentence(dice: Random) -> str:
    """Some twelve words."""
    one, other = dice.choice(NOUNS), dice.choice(NOUNS)
    where = f"in {dice.choice(AGENCIES)} number {dice.randint(1, 9_999)}"
    return f"The {one} {where} {dice.choice(DOES)} the {other} of {dice.choice(LAST)}."


def said_of(paragraphs: list[str], count: int, dice: Random) -> tuple[str, list[CriticComment]]:
    """The text, and so many comments on sentences spread evenly over it."""
    text = "\n\n".join(paragraphs)
    ends = [at for at, letter in enumerate(text) if letter == "."]
    comments = []
    for number in range(count):
        at = (number + 1) * (len(ends) - 1) // (count + 1)
        start = text.rindex("The ", 0, ends[at])
        words = f"Comment {number}: is the {dice.choice(NOUNS)} meant?"
        comments.append(
            CriticComment(start=start, end=ends[at] + 1, text=words, name=dice.choice(FIRST))
        )
    return text, comments


def main() -> int:
    """Run from the command line."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("folder", type=Path)
    for field in msgspec.structs.fields(Size):
        words.add_argument(f"--{field.name}", type=int, default=field.default)
    options = words.parse_args()
    size = msgspec.convert({name: getattr(options, name) for name in Size.__struct_fields__}, Size)
    began = time.monotonic()
    make(options.folder, size)
    took = time.monotonic() - began
    print(f"{options.folder}: {size.people} people, {size.cards} cards, made in {took:.0f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

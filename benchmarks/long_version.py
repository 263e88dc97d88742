"""A new version of 50,000 words with 1,000 comments: how long it takes, how long the screen waits.

    python -m benchmarks.long_version

Made-up text, three revisions of it. The longest wait is that of a clock that ticks every 5 ms in
the screen's thread while another thread carries the comments.
"""

import asyncio
import random
import tempfile
from collections import Counter
from pathlib import Path
from time import perf_counter, thread_time

from cartui.exchange.critic_markup import CriticComment
from cartui.exchange.markdown_blocks import blocks
from cartui.model.kinds import OPEN
from cartui.model.people import Group
from cartui.model.rooms import Room
from cartui.services.carrying_ahead import Ahead
from cartui.services.draft_differences import count_words, differences
from cartui.services.drafts import Drafts
from cartui.services.feedback import Feedback
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace

PARAGRAPHS, COMMENTS = 715, 1_000
TICK = 0.005


def text_of(chance: random.Random, words: list[str]) -> str:
    """Return some 50,000 words in paragraphs of five sentences."""

    def sentence() -> str:
        return " ".join(chance.choices(words, k=14)).capitalize() + "."

    return "\n\n".join(" ".join(sentence() for _ in range(5)) for _ in range(PARAGRAPHS))


def revised(chance: random.Random, text: str, words: list[str], part: float) -> str:
    """Return a text with this part of its words replaced, and one paragraph of twenty gone."""
    kept = [each for each in text.split("\n\n") if chance.random() > 0.05]
    return "\n\n".join(
        " ".join(chance.choice(words) if chance.random() < part else word for word in each.split())
        for each in kept
    )


async def waited(ahead: Ahead) -> tuple[float, float]:
    """Return how long the carrying took, and the longest wait of the screen's thread, in s."""
    task = asyncio.create_task(asyncio.to_thread(ahead.run, lambda _: True))
    began = last = perf_counter()
    longest = 0.0
    while not task.done():
        await asyncio.sleep(TICK)
        longest, last = max(longest, perf_counter() - last), perf_counter()
    await task
    return perf_counter() - began, longest


def measured(folder: Path, text: str, after: str) -> str:
    """Return the figures of one revision as a line."""
    workspace = Workspace.open(folder, open_kinds=OPEN, identity=Identity(device="b" * 32))
    begin = workspace.draft("test.build")
    begin.create(Group(uid="north", name="North"))
    workspace.commit(begin, room=Room.MEMBERS)
    drafts = Drafts(workspace, lambda: Room.MEMBERS, "north")
    feedback = Feedback(workspace, lambda: Room.MEMBERS, "north")
    said = [
        CriticComment(start=at, end=at + 50, text=f"Comment {at}")
        for at in range(0, len(text) - 60, len(text) // COMMENTS)
    ]
    draft = drafts.draft(drafts.add(None, "Long", text, comments=said).about[0])
    ahead = feedback.carrying_ahead(draft, after)
    assert ahead is not None
    carried, longest = asyncio.run(waited(ahead))
    began, worked = perf_counter(), thread_time()
    drafts.new_version(draft, after)
    written, worked = perf_counter() - began, thread_time() - worked
    newest = drafts.newest(draft)
    assert newest is not None
    states = Counter(each.anchored for each in feedback.remarks(draft, newest))
    workspace.close()
    began = perf_counter()
    changes = count_words(differences(blocks(text), blocks(after)))
    compared = perf_counter() - began
    places = ", ".join(f"{count} {state}" for state, count in states.items() if state)
    waits = f"longest wait {1000 * longest:.0f} ms, written {1000 * written:.0f} ms"
    waits += f" of which {1000 * worked:.0f} at work"
    return f"carried {carried:.2f} s, {waits} ({places}); compared {compared:.2f} s ({changes})"


def main() -> None:
    """Measure three revisions and print a line for each."""
    chance = random.Random(7)
    letters = "abcdefghijklmnop"
    words = ["".join(chance.choices(letters, k=chance.randint(3, 9))) for _ in range(4_000)]
    text = text_of(chance, words)
    for name, after in (
        ("one word of fifty", revised(chance, text, words, 0.02)),
        ("each second word", revised(chance, text, words, 0.5)),
        ("a wholly different text", text_of(chance, words)),
    ):
        with tempfile.TemporaryDirectory() as folder:
            print(f"{name}: {measured(Path(folder) / 'w', text, after)}")


if __name__ == "__main__":
    main()

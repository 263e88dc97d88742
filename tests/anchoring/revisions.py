"""Made-up drafts and their revisions, with the truth of what became of each passage."""

import random
from typing import NamedTuple

Span = tuple[int, int]

_STOCK = """
the a of and to in we they it that was for on with as had not this but at by from our her his
all some when which there more about into after before only also then very much school group
young people teacher parents council nurse garden kitchen library street river market diary
meeting question answer letter drawing camera picture story map plan report budget figure rule
promise reason doubt trust power voice silence money time week summer winter morning evening
asked wrote listened decided noticed carried opened closed changed repeated forgot remembered
shared refused gathered compared measured planned tested learned taught argued agreed promised
waited counted walked cooked planted repaired painted printed translated careful quiet late
early open difficult simple strange common rare useful honest angry hopeful tired brave slow
quick small large warm cold round empty full second third other same different whole
"""
WORDS = _STOCK.split()


class Passage(NamedTuple):
    """A passage of the old text, what was done to it, and where it stands in the new text."""

    start: int
    end: int
    act: str
    truth: Span | None


class Revision(NamedTuple):
    """An old text, a new one, and passages with the truth about them."""

    old: str
    new: str
    passages: list[Passage]


class _Sentence:
    """A sentence of the old text and the pieces of the new text it has become."""

    def __init__(self, words: list[str], act: str) -> None:
        self.words, self.act = words, act
        self.new: list[str] = [] if act == "deleted" else list(words)
        self.old_at = self.new_at = self.new_end = -1


def revision(seed: int, sentences: int = 60) -> Revision:
    """Return a revision: most sentences stand, the others are edited, moved, split, merged or
    deleted, some with a look-alike left standing.
    """
    rng = random.Random(seed)
    old = [_sentence(rng) for _ in range(sentences)]
    for at in rng.sample(range(2, sentences), sentences // 12):
        old[at] = _look_alike(rng, old[at - 2])
    for one in old:
        _edit(rng, one)
    old_text = _written(old, rng, new=False)
    new = _moved(rng, old)
    for at in sorted(rng.sample(range(len(new)), sentences // 15), reverse=True):
        fresh = _sentence(rng)
        fresh.act, fresh.new = "fresh", list(fresh.words)
        new.insert(at, fresh)
    new_text = _written(new, rng, new=True)
    return Revision(old_text, new_text, [each for one in old for each in _passages(rng, one)])


def _sentence(rng: random.Random) -> _Sentence:
    acts = ("kept", "edited", "moved", "moved_edited", "deleted", "split", "merged")
    act = rng.choices(acts, (60, 15, 6, 3, 8, 4, 4))[0]
    return _Sentence(rng.choices(WORDS, k=rng.randrange(8, 20)), act)


def _look_alike(rng: random.Random, of: _Sentence) -> _Sentence:
    """Return a sentence that stands and is like one that is deleted."""
    words = list(of.words)
    for at in rng.sample(range(len(words)), len(words) // 4):
        words[at] = rng.choice(WORDS)
    of.act, of.new = "look_alike_left", []
    return _Sentence(words, rng.choice(("kept", "edited")))


def _edit(rng: random.Random, one: _Sentence) -> None:
    if one.act not in ("edited", "moved_edited"):
        return
    for _ in range(rng.randrange(1, 4)):
        at = rng.randrange(1, len(one.new) - 1)
        one.new[at : at + rng.randrange(0, 2)] = rng.choices(WORDS, k=rng.randrange(0, 3))


def _moved(rng: random.Random, old: list[_Sentence]) -> list[_Sentence]:
    """Return the sentences in their new order."""
    stay = [one for one in old if not one.act.startswith("moved")]
    for one in (one for one in old if one.act.startswith("moved")):
        stay.insert(rng.randrange(len(stay)), one)
    return [one for one in stay if one.new]


def _written(sentences: list[_Sentence], rng: random.Random, *, new: bool) -> str:
    """Return the text of sentences, and note where each stands."""
    text = ""
    joined = False
    for one in sentences:
        words = list(one.new if new else one.words)
        if new and one.act == "split":
            half = len(words) // 2
            words[half - 1] += "."
            words[half] = words[half].capitalize()
        if not joined:
            words[0] = words[0].capitalize()
            text += "\n\n" if rng.random() < 0.2 and text else " " * bool(text)
        at = len(text)
        text += " ".join(words)
        if new:
            one.new_at, one.new_end = at, len(text)
        else:
            one.old_at = at
        joined = new and one.act == "merged"
        text += ", and " if joined else "."
    return text


def _passages(rng: random.Random, one: _Sentence) -> list[Passage]:
    text = " ".join(one.words)
    whole = Passage(
        one.old_at,
        one.old_at + len(text),
        one.act,
        (one.new_at, one.new_end) if one.new else None,
    )
    if one.act not in ("kept", "moved", "deleted"):
        return [whole]
    first = rng.randrange(1, len(one.words) - 5)
    last = first + rng.randrange(3, 6)
    begin, end = (len(" ".join(one.words[:at])) for at in (first, last))
    part = begin + 1, end
    new = (one.new_at + part[0], one.new_at + part[1]) if one.new else None
    return [whole, Passage(one.old_at + part[0], one.old_at + part[1], f"{one.act} phrase", new)]

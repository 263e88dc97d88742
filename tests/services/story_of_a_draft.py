"""A made-up Word file full of comments, and what people may do with its draft, all by chance."""

from random import Random

from cartui.exchange.commented import commented_word
from cartui.exchange.draft_files import DraftFile
from cartui.model.drafts import Draft, Place, Verdict
from cartui.model.problems import CartuiProblem
from cartui.services.feedback_out import FeedbackOut
from cartui.services.group_service import NothingNew
from cartui.services.passages import passage_of
from cartui.services.remarks import Remark
from tests.anchoring.revisions import WORDS
from tests.exchange.papers.make_word_files import (
    changed,
    comment,
    deleted,
    end,
    inserted,
    mark,
    p,
    run,
    start,
    thread,
    word_file,
)
from tests.services.draft_bench import DraftBench

NAMES = ("Carys Hale", "Ben Moss <ben@example.org>", "Jo Stranger", "")


class MadeUp:
    """A Word file with comments, replies, settled ones and tracked changes. `said` are the texts
    of comments that begin a thread, `replied` those of replies, `settled` how many are.
    """

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.said: list[str] = []
        self.replied: list[str] = []
        self.settled = 0
        self._comments: list[str] = []
        self._threads: list[str] = []
        self.changes = 0
        body = [self._paragraph() for _ in range(chance.randint(2, 7))]
        self.raw = word_file(*body, comments=self._comments, threads=self._threads)

    def _paragraph(self) -> str:
        """Sentences with passages that begin and end anywhere, also within one another."""
        parts: list[str] = []
        open_: list[str] = []
        for _ in range(self.chance.randint(1, 4)):
            for word in sentence(self.chance).split():
                if self.chance.random() < 0.08:
                    parts.append(start(id_ := self._comment()))
                    open_.append(id_)
                parts.append(self._word(word))
                if open_ and self.chance.random() < 0.3:
                    parts.append(end(open_.pop(self.chance.randrange(len(open_)))))
        return p(*parts, *map(end, open_))

    def _word(self, word: str) -> str:
        what, who = self.chance.random(), self.chance.choice(NAMES[:2])
        if what < 0.03:
            self.changes += 1
            return run("so ") + inserted(f"{word} ", who.partition(" <")[0]) + run("on ")
        if what < 0.06:
            self.changes += 1
            return run("as ") + deleted(f"{word} ", who.partition(" <")[0]) + run("it ")
        if what < 0.08:
            return run(f"{word} ") + mark(self._comment())
        if what < 0.09:
            inner = changed("ins", run(f"{word} "))
            self.changes += 1
            return f"{run('and ')}{start(id_ := self._comment())}{inner}{end(id_)}{run('or ')}"
        return run(f"{word} ", properties=self.chance.choice(["", "", "<w:b/>"]))

    def _comment(self) -> str:
        """Say something, perhaps with replies; return the id of the comment."""
        id_ = str(len(self._comments) + 1)
        text = f"Remark {id_}."
        self.said.append(text)
        settled = self.chance.random() < 0.2
        self.settled += settled
        self._comments.append(comment(id_, text, self.chance.choice(NAMES)))
        self._threads.append(thread(id_, done=settled))
        for _ in range(self.chance.choice([0, 0, 1, 2])):
            answer = str(len(self._comments) + 1)
            self.replied.append(f"Reply {answer}.")
            self._comments.append(comment(answer, f"Reply {answer}.", self.chance.choice(NAMES)))
            self._threads.append(thread(answer, answers=id_, done=settled))
        return id_


def sentence(chance: Random) -> str:
    """Return a sentence of chance words."""
    return " ".join(chance.choices(WORDS, k=chance.randint(2, 12))).capitalize() + "."


def revised(chance: Random, text: str, number: int) -> str:
    """Return a text edited, moved, cut and added to by chance; the number makes it another."""
    paragraphs = [each for each in text.split("\n\n") if chance.random() > 0.12] or ["Anew."]
    for at, each in enumerate(paragraphs):
        if chance.random() < 0.4:
            words = [w for w in each.split(" ") if chance.random() > 0.1]
            paragraphs[at] = " ".join(
                chance.choice(WORDS) if chance.random() < 0.15 else word for word in words
            ) or "Gone."  # fmt: skip
    if chance.random() < 0.3:
        chance.shuffle(paragraphs)
    paragraphs.insert(chance.randrange(len(paragraphs) + 1), f"Version {number}.")
    return "\n\n".join(paragraphs)


def next_file(bench: DraftBench, draft: Draft, chance: Random) -> DraftFile:
    """Return the next version as it is read from a file: Markdown, a new Word file, or the Word
    file that went out, with its comments.
    """
    newest = bench.newest(draft)
    text = revised(chance, bench.drafts.text(newest), newest.number + 1)
    way = chance.randrange(3)
    if way == 0:
        return bench.drafts.read_file(text.encode(), "next.md")
    if way == 1:
        raw = word_file(*(p(run(plain(each))) for each in text.split("\n\n")))
        return bench.drafts.read_file(raw, "next.docx")
    raw = commented_word(FeedbackOut(bench.ws, bench.drafts, bench.feedback).commented(draft))
    back = bench.drafts.read_file(raw, "back.docx")
    return DraftFile(
        title="", text=f"{back.text}\n\nVersion {newest.number + 1}.", source="back.docx",
        comments=back.comments, original=raw,
    )  # fmt: skip


def plain(text: str) -> str:
    """Return a text fit for a run."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


def people_act(bench: DraftBench, draft: Draft, chance: Random) -> None:
    """Give verdicts, confirm, place by hand, put down to the whole draft: each by chance."""
    version = bench.newest(draft)
    blocks = bench.drafts.blocks(version)
    for remark in bench.feedback.remarks(draft, version):
        what = chance.random()
        try:
            if what < 0.25:
                bench.feedback.answer([remark.comment], chance.choice(list(Verdict)))
            elif what < 0.35:
                bench.feedback.confirm(remark.comment, version)
            elif what < 0.45:
                block = chance.choice(blocks)
                begin = chance.randrange(len(block.text))
                at = passage_of(block, begin, chance.randint(begin, len(block.text)))
                bench.feedback.place_by_hand(remark.comment, version, at)
            elif what < 0.47:
                bench.feedback.place_by_hand(remark.comment, version, None)
        except NothingNew:
            continue
        except CartuiProblem:
            assert remark.passage is None, "only what has no passage cannot be confirmed"


def decided(bench: DraftBench, draft: Draft) -> tuple[dict[str, str], list[Place]]:
    """Return what people have decided so far: verdicts by comment, and places."""
    verdicts = {each.uid: each.state for each in said(bench, draft)}
    places = [each for each in bench.ws.table(Place, "north").values() if each.how == "hand"]
    return verdicts, places


def said(bench: DraftBench, draft: Draft) -> list[Remark]:
    """Return what is said of the newest version."""
    return bench.feedback.remarks(draft, bench.newest(draft))

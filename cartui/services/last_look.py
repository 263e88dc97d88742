"""What changed on a draft since I last looked: kept on this machine alone, uids and counts only."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from cartui.services.own_mark import OwnMark
from cartui.services.remarks import Remark
from cartui.store.workspace import Workspace

Looks = dict[str, dict[str, str]]
"""By draft and comment what was seen of it: how many replies, and which verdict, as a short sum."""


class News(StrEnum):
    """What is new of a comment; of several the first."""

    COMMENT = "new"
    REPLY = "new reply"
    VERDICT = "new verdict"


class LastLook:
    """How each draft stood when it was last left here. `state` is this machine's state folder."""

    def __init__(self, workspace: Workspace, state: Path) -> None:
        self._kept = OwnMark(state, "drafts seen", workspace)
        self._looks: Looks | None = None

    def news(self, draft: str, remarks: Iterable[Remark]) -> dict[str, News]:
        """Return by uid what is new of these comments; nothing of a draft never looked at."""
        seen = self._known().get(draft)
        if seen is None:
            return {}
        found = ((each.uid, _news(each, seen)) for each in remarks if not each.private)
        return {uid: news for uid, news in found if news is not None}

    def looked(self, draft: str, remarks: Iterable[Remark]) -> None:
        """Remember how a draft's comments stand now; of private ones nothing is kept."""
        now = {each.uid: _seen(each) for each in remarks if not each.private}
        if self._known().get(draft) != now:
            self._known()[draft] = now
            self._kept.write(self._looks)

    def _known(self) -> Looks:
        if self._looks is None:
            self._looks = self._kept.read(Looks) or {}
        return self._looks


def news_words(news: Mapping[str, News]) -> str:
    """Return what is new in words: "2 comments, 1 reply"; "" for nothing."""
    many = {
        News.COMMENT: ("comment", "comments"),
        News.REPLY: ("reply", "replies"),
        News.VERDICT: ("verdict", "verdicts"),
    }
    found = list(news.values())
    counts = ((found.count(kind), *words) for kind, words in many.items())
    return ", ".join(f"{n} {one if n == 1 else more}" for n, one, more in counts if n)


def _news(remark: Remark, seen: Mapping[str, str]) -> News | None:
    before = seen.get(remark.uid)
    if before is None:
        return News.COMMENT
    replies, _, verdict = before.partition(" ")
    if str(len(remark.replies)) != replies:
        return News.REPLY
    return News.VERDICT if _sum(remark) != verdict and remark.answered is not None else None


def _seen(remark: Remark) -> str:
    return f"{len(remark.replies)} {_sum(remark)}"


def _sum(remark: Remark) -> str:
    if remark.answered is None:
        return ""
    words = f"{remark.uid}\n{remark.state}\n{remark.answered.reason}"
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:12]

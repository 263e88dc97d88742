"""E-mails about a draft on their way in: read beside it, then written as one change."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from typing import Any

from cartui.exchange.critic_markup import CriticComment, CriticReply
from cartui.exchange.mails.mail import Mail
from cartui.exchange.markdown_blocks import Block, blocks
from cartui.model.drafts import WHOLE, Comment, Draft, DraftVersion, Place, Reply
from cartui.model.problems import NotFoundHere
from cartui.services.arrivals import Arrivals, arrivals, speaker, told
from cartui.services.carrying import Landing
from cartui.services.draft_texts import DraftTexts
from cartui.services.gathered import version_rank
from cartui.services.group_service import GroupService, NothingNew
from cartui.services.mail_draft import MailDraft
from cartui.services.mail_heard import Answer, Heard, LeftOut, Letter
from cartui.services.mail_reading import read_letter
from cartui.services.names_found import Decided
from cartui.store.draft import Draft as ChangeDraft
from cartui.store.events import Change
from cartui.store.problems import Damaged

MAILED = "mail"
"""How a comment came, and how its place came about where the quotation stood there just so."""


class MailIn(GroupService):
    """E-mails about the drafts of one group."""

    def reader(self, draft: Draft) -> Callable[[Mail], Letter]:
        """Return what reads e-mails beside the newest version of a draft. Raises NotFoundHere.

        It may take a while for a long draft, and may run in another thread.
        """
        newest, *before = self._versions(draft)
        texts = DraftTexts(self._ws, self.group_uid)
        found = texts.blocks(newest.text)

        def older() -> Iterator[Sequence[Block]]:
            for version in before:
                with suppress(Damaged):
                    yield blocks(texts.text(version.text))

        return lambda mail: read_letter(mail, MailDraft(found, lambda: [*older()]))

    def read(self, draft: Draft, mail: Mail) -> Letter:
        """Return what an e-mail says of the newest version of a draft. Raises NotFoundHere."""
        return self.reader(draft)(mail)

    def known(self, draft: Draft, letter: Letter, names: Decided | None = None) -> frozenset[int]:
        """Return the numbers of what is heard in a letter that is here already."""
        said = [_said(each) for each in letter.heard]
        fresh = {id(each) for each in self._arrivals(draft, said, names).fresh}
        return frozenset(at for at, each in enumerate(said) if id(each) not in fresh)

    def bring_in(
        self,
        draft: Draft,
        letter: Letter,
        names: Decided | None = None,
        *,
        without: Collection[int] = (),
        also: Sequence[LeftOut] = (),
    ) -> Change:
        """Write what was heard as comments on the newest version, all of it in one change.

        `without` are the numbers of those to leave, `also` lines that were left out and become
        comments on the whole draft. Raises NothingNew if nothing would be written.
        """
        taken = [each for at, each in enumerate(letter.heard) if at not in without]
        taken += [Heard(text=each.text, voice=each.voice) for each in also]
        said = [_said(each) for each in taken]
        came = self._arrivals(draft, said, names)
        heard = {id(comment): each for comment, each in zip(said, taken, strict=True)}
        records = list(self._records(draft, self._versions(draft)[0], came, heard))
        if not records:
            raise NothingNew("All that this e-mail says is here already. Nothing was written.")
        change = self._change(draft, len(came.fresh))
        for record in (*came.spellings, *records):
            change.create(record)
        return self._commit(change)

    # --- within

    def _change(self, draft: Draft, count: int) -> ChangeDraft:
        if count > 1:
            return self._draft("feedback.mail", draft.uid, str(count))
        return self._draft(f"feedback.mail_{'one' if count else 'known'}", draft.uid)

    def _versions(self, draft: Draft) -> list[DraftVersion]:
        found = self._ws.table(DraftVersion, self.group_uid).values()
        mine = sorted((each for each in found if each.draft == draft.uid), key=version_rank)
        if not mine:
            raise NotFoundHere("This draft has no text yet. N brings one in.")
        return mine[::-1]

    def _arrivals(
        self, draft: Draft, said: Sequence[CriticComment], names: Decided | None
    ) -> Arrivals:
        return arrivals(self._ws, self.group_uid, draft, said, names)

    def _records(
        self, draft: Draft, version: DraftVersion, came: Arrivals, heard: dict[int, Heard]
    ) -> Iterator[Comment | Place | Reply]:
        for each in came.fresh:
            what = heard[id(each)]
            yield (comment := self._comment(draft, each, what, came))
            if what.landing is not None:
                yield self._place(comment.uid, version, what.landing)
            yield from self._replies(comment.uid, each, came)
        for uid, each in came.known:
            yield from self._replies(uid, each, came)

    def _comment(self, draft: Draft, each: CriticComment, what: Heard, came: Arrivals) -> Comment:
        return Comment(
            uid=self._ws.new_uid(),
            draft=draft.uid,
            about=WHOLE if what.landing is None else "",
            via=MAILED,
            text=each.text,
            at=each.at or self._ws.now(),
            of=what.of,
            **speaker(each.name, came.people),
        )

    def _place(self, comment: str, version: DraftVersion, landing: Landing) -> Place:
        where = {field: getattr(landing.found, field) for field in landing.found.__struct_fields__}
        how: dict[str, Any] = {
            "state": landing.state.value,
            "confidence": landing.confidence,
            "how": MAILED if landing.how == "same" else landing.how,
        }
        uid = self._ws.new_uid()
        return Place(uid=uid, comment=comment, version=version.uid, **where, **how)

    def _replies(self, comment: str, each: CriticComment, came: Arrivals) -> Iterator[Reply]:
        """Yield the answers under a comment; one that is here already is no new one."""
        here = {
            (kept.text, told(kept, came.people))
            for kept in self._ws.table(Reply, self.group_uid).values()
            if kept.comment == comment
        }
        for reply in each.replies:
            who = speaker(reply.name, came.people)
            if (reply.text, who.get("by") or who["name"].casefold()) not in here:
                at = reply.at or self._ws.now()
                yield Reply(uid=self._ws.new_uid(), comment=comment, text=reply.text, at=at, **who)


def _said(heard: Heard) -> CriticComment:
    return CriticComment(
        text=heard.text,
        name=heard.voice.name,
        whole=heard.landing is None,
        at=heard.voice.at,
        replies=tuple(_reply(each) for each in heard.replies),
    )


def _reply(answer: Answer) -> CriticReply:
    return CriticReply(text=answer.text, name=answer.voice.name, at=answer.voice.at)

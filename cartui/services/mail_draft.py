"""A draft as mails quote it: where words stand in its newest version, or stood in an earlier."""

from collections.abc import Callable, Sequence
from functools import cached_property

from cartui.anchoring.prose import read
from cartui.anchoring.quoting import Quoting
from cartui.anchoring.standing import Standing
from cartui.anchoring.verbatim import Verbatim
from cartui.exchange.markdown_blocks import Block
from cartui.model.drafts import Anchored, Place
from cartui.services.carrying import Landing, carry, landing_of
from cartui.services.joined import Joined
from cartui.services.passages import quoted


class MailDraft:
    """The newest version of a draft; the `older` ones are read only if words are not in it."""

    def __init__(
        self, blocks: Sequence[Block], older: Callable[[], Sequence[Sequence[Block]]]
    ) -> None:
        self.joined = Joined(blocks)
        self.verbatim = Verbatim(read(self.joined.text))
        self._read_older = older

    @cached_property
    def _older(self) -> list[tuple[Joined, Verbatim]]:
        found = [Joined(blocks) for blocks in self._read_older()]
        return [(each, Verbatim(read(each.text))) for each in found]

    def was_there(self, words: str) -> bool:
        """Whether words stood just so in an earlier version."""
        keys = read(words).keys
        return bool(keys) and any(verbatim.stands(keys) for _, verbatim in self._older)

    def landing(self, quoting: Quoting, text: str, start: int, end: int) -> Landing:
        """Return where a quotation stands: unsure or lost if that is doubtful.

        What is not there any more is looked up in earlier versions, and carried on from there.
        """
        quote = " ".join(text[start:end].split())
        found = self._landed(quote, quoting.standing((start, end)))
        if found.state is Anchored.EXACT:
            return found
        return self._from_older(quote) or found

    def stands(self, landing: Landing) -> str:
        """Return what stands in the draft where an unsure quotation may belong; else ""."""
        if landing.state is not Anchored.UNSURE:
            return ""
        return self.joined.blocks[landing.found.block].text[landing.found.start : landing.found.end]

    def _landed(self, quote: str, standing: Standing) -> Landing:
        """Return where a quotation stands; one of several paragraphs is about the last of them."""
        if standing.state not in (Anchored.EXACT, Anchored.MOVED):
            return landing_of(Place(uid="", quote=quote), self.joined, standing)
        passage = self.joined.last_passage(standing.start, standing.end)
        return Landing(
            found=quoted(self.joined.blocks, passage),
            state=Anchored.EXACT,
            confidence=standing.confidence,
            how=standing.how,
        )

    def _from_older(self, quote: str) -> Landing | None:
        keys = read(quote).keys
        for joined, verbatim in self._older:
            if (at := verbatim.once(keys)) is None:
                continue
            prose = verbatim.text
            passage = joined.passage(prose.starts[at], prose.ends[at + len(keys) - 1])
            kept = quoted(joined.blocks, passage)
            where = {field: getattr(kept, field) for field in kept.__struct_fields__}
            return carry(joined.blocks, self.joined.blocks, [Place(uid="", **where)])[0]
        return None

"""What can happen to a card in a story, each written as one entry of its file."""

from msgspec import Struct

from cartui.practice.telling import Telling


class _Entry(Struct, frozen=True, kw_only=True, tag_field="do", forbid_unknown_fields=True):
    """Something that happened to a card on the ISO date `on`."""

    on: str


class Moved(_Entry, frozen=True, kw_only=True, tag="move"):
    """It went to a stage of its round; without a `why`, that why is owed."""

    to: str
    why: str = ""

    def tell(self, told: Telling, card: str) -> None:
        """Move it, one stage on or back where that is the way, and say why."""
        board, now = told.board(), told.card(card)
        stages = [stage.id for stage in board.stages()]
        steps = stages.index(self.to) - stages.index(now.stage)
        verb = {1: board.advance, -1: board.send_back}.get(steps)
        told.because(self.why, verb(now) if verb is not None else board.move_to(self.to, now))


class BeganAgain(_Entry, frozen=True, kw_only=True, tag="next_round"):
    """It went from the last stage into the next round."""

    why: str

    def tell(self, told: Telling, card: str) -> None:
        """Move it on and say why."""
        told.because(self.why, told.board().advance(told.card(card)))


class Paused(_Entry, frozen=True, kw_only=True, tag="pause"):
    """It was left to rest."""

    def tell(self, told: Telling, card: str) -> None:
        """Pause it."""
        told.board().pause(told.card(card))


class Resumed(_Entry, frozen=True, kw_only=True, tag="resume"):
    """It was taken up again."""

    def tell(self, told: Telling, card: str) -> None:
        """Resume it."""
        told.board().resume(told.card(card))


class Completed(_Entry, frozen=True, kw_only=True, tag="complete"):
    """The work was done."""

    learning: str
    why: str

    def tell(self, told: Telling, card: str) -> None:
        """Complete it and say why."""
        told.because(self.why, told.board().complete(told.card(card), learning=self.learning))


class Published(_Entry, frozen=True, kw_only=True, tag="publish"):
    """The findings came out."""

    housed_at: str
    why: str

    def tell(self, told: Telling, card: str) -> None:
        """Publish it and say why."""
        told.because(self.why, told.board().publish(told.card(card), housed_at=self.housed_at))


class HeldLocally(_Entry, frozen=True, kw_only=True, tag="hold_locally"):
    """It stayed where it was made."""

    why: str

    def tell(self, told: Telling, card: str) -> None:
        """Hold it locally and say why, in words that the group may read."""
        told.because(self.why, told.board().hold_locally(told.card(card)))


class Stopped(_Entry, frozen=True, kw_only=True, tag="stop"):
    """It was stopped, for a reason that may be told to anybody; without a `why`, that is owed."""

    reason: str
    why: str = ""

    def tell(self, told: Telling, card: str) -> None:
        """Stop it and say why."""
        told.because(self.why, told.board().stop(self.reason, told.card(card)))


class Redirected(_Entry, frozen=True, kw_only=True, tag="redirect"):
    """It led to another card of its board, given by its id."""

    to: str
    why: str

    def tell(self, told: Telling, card: str) -> None:
        """Redirect it and say why."""
        told.because(self.why, told.board().redirect(told.card(card), to=told.card(self.to)))


class NextStep(_Entry, frozen=True, kw_only=True, tag="next"):
    """A next step was agreed: what, who (a member's id), by when (an ISO date)."""

    step: str
    owner: str
    due: str

    def tell(self, told: Telling, card: str) -> None:
        """Write the next step."""
        owner = told.uids[self.owner]
        told.board().set_next_step(told.card(card), self.step, owner, self.due)


class Answered(_Entry, frozen=True, kw_only=True, tag="answer"):
    """Fields of the design were filled in, by field id."""

    answers: dict[str, str]

    def tell(self, told: Telling, card: str) -> None:
        """Write each answer."""
        for field, text in self.answers.items():
            told.board().designs.answer(told.card(card), field, text)


class Doubted(_Entry, frozen=True, kw_only=True, tag="dilemma"):
    """An ethical dilemma was seen."""

    kind: str
    text: str
    handling: str

    def tell(self, told: Telling, card: str) -> None:
        """Write the dilemma."""
        told.board().dilemmas.add(told.card(card), self.kind, self.text, self.handling)


class Settled(_Entry, frozen=True, kw_only=True, tag="settle"):
    """The card's newest dilemma came to stand otherwise."""

    state: str

    def tell(self, told: Telling, card: str) -> None:
        """Say how it stands."""
        dilemmas = told.board().dilemmas
        dilemmas.set_state(dilemmas.of(told.card(card))[-1], self.state)


class Described(_Entry, frozen=True, kw_only=True, tag="describe"):
    """What was learned, or whether its scope is right, was written down."""

    learning: str = ""
    scope_check: str = ""

    def tell(self, told: Telling, card: str) -> None:
        """Write down what there is."""
        words = {"learning": self.learning, "scope_check": self.scope_check}
        said = {field: text for field, text in words.items() if text}
        told.board().describe(told.card(card), **said)


class Retitled(_Entry, frozen=True, kw_only=True, tag="retitle"):
    """It was given another title."""

    title: str

    def tell(self, told: Telling, card: str) -> None:
        """Reword its title."""
        told.board().retitle(told.card(card), self.title)


class Noted(_Entry, frozen=True, kw_only=True, tag="note"):
    """A group note was written beside it."""

    text: str

    def tell(self, told: Telling, card: str) -> None:
        """Write the note."""
        told.notebook.write(told.uids[card], self.text, told.home_of(card))


class TakenBack(_Entry, frozen=True, kw_only=True, tag="undo"):
    """What was done last was a slip, and was taken back."""

    def tell(self, told: Telling, card: str) -> None:
        """Take back the newest change; it must be one of this card."""
        newest = told.ws.next_undo(told.room)
        if newest is None or told.uids[card] not in newest.about:
            raise ValueError(f"the last change before {self.on} was not about {card}")
        told.ws.undo(told.room)


Entry = (
    Moved
    | BeganAgain
    | Paused
    | Resumed
    | Completed
    | Published
    | HeldLocally
    | Stopped
    | Redirected
    | NextStep
    | Answered
    | Doubted
    | Settled
    | Described
    | Retitled
    | Noted
    | TakenBack
)

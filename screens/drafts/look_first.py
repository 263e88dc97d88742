"""Looking first: what a file or an e-mail would bring, and whose its names are. Then Enter."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from msgspec import Struct
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from cartui.model.people import Person
from cartui.services.mail_heard import LeftOut
from cartui.services.names_found import NOBODY
from screens.drafts.mail_rows import SAID_COLUMNS, MailRows
from screens.drafts.whose import NAME_COLUMNS, WRITER, Whose
from screens.parts.choice import Option, lettered
from screens.parts.frame import FrameScreen
from screens.parts.keys import verb
from screens.parts.rows import Face, RowList

GROUP = "Look first"
_NAMES_HIGH = 6


class Looked(Struct, frozen=True, kw_only=True):
    """What was decided. `signature` is who wrote an e-mail, if it is nobody here."""

    names: dict[str, str]
    signature: str = ""
    without: frozenset[int] = frozenset()
    also: tuple[LeftOut, ...] = ()


class LookRows(RowList):
    """Rows from which Enter brings all of it in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("enter", "open", "bring it in", "Bring it in, as one change", "look.write",
             group=GROUP, rank=3),
    ]  # fmt: skip


class LookFirst(FrameScreen):
    """Hands what was decided to `then` at Enter; left by Esc, nothing is written.

    `about` is what was found in words, `called` finds a person by the beginning of a name; `said`
    are the rows of an e-mail, None for a file.
    """

    TITLE_WORD = "Drafts"
    KEEPS = True
    CSS_PATH = "drafts.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("s", "next_whose", "whose: next",
             "Say whose the name is: whom it may mean, nobody here, or as it is written",
             "look.next", group=GROUP, rank=5, also="member outsider name guess same"),
        verb("w", "pick_whose", "who", "Pick the member whose name it is, or type a name",
             "look.who", group=GROUP, rank=6, also="member name person pick outsider"),
        verb("X", "turn_row", "leave out / take in",
             "Leave out what is highlighted; what was left out is taken in", "look.leave",
             group=GROUP, rank=5, also="skip omit signature"),
        verb("escape", "back", "leave it", "Go back; nothing is written", "look.back",
             group=GROUP, rank=40),
    ]  # fmt: skip

    def __init__(
        self,
        title: str,
        about: str,
        whose: Whose,
        people: Sequence[Person],
        called: Callable[[str], Person | None],
        then: Callable[[Looked], object],
        said: MailRows | None = None,
    ) -> None:
        super().__init__()
        self._title, self._about_words = title, about
        self.whose, self._people, self.said = whose, people, said
        self._called, self._then = called, then
        self._about = Static("", markup=False, classes="look--about")
        self._whole = Static("", markup=False, classes="look--whole")
        self.names = LookRows(NAME_COLUMNS, marking=False, id="names", empty="Nobody is named.")
        self.rows = LookRows(SAID_COLUMNS, marking=False, id="said", empty="Nothing is said in it.")
        self.names.follow = self._tell_name
        self.rows.follow = self._tell_row

    def compose_body(self) -> ComposeResult:
        """What was found, whose the names are, what is said, and the highlighted row in full."""
        yield self._about
        if self.whose.names:
            yield self.names
        if self.said is not None:
            yield self.rows
        yield self._whole

    def on_mount(self) -> None:
        """Begin with the names if there is one to decide."""
        high = len(self.whose.names) if self.said is None else _NAMES_HIGH
        self.names.styles.height = min(high, len(self.whose.names)) + 1
        asks = self.whose.in_doubt or self.whose.writer_unknown
        first = self.names if asks or self.said is None else self.rows
        if first.is_mounted:
            self.set_focus(first)

    def heading(self) -> str:
        """What this is."""
        return self._title

    def show_again(self) -> None:
        """Show it as it has been decided so far."""
        words = [self._about_words]
        if self.said is not None:
            self.said.look()
            words.append(self.said.summary())
            self.rows.show(self.said.uids, self.said.face)
        if doubts := self.whose.in_doubt:
            names = "1 name is" if doubts == 1 else f"{doubts} names are"
            words.append(f"{names} perhaps a member's and stays as written until you say: s or w.")
        words.append("Nothing is written before you press Enter.")
        self._about.update(Content("\n".join(filter(None, words))))
        self.names.show([f"name {each}" for each in self.whose.names], self._name_face)
        self._tell_name(self.names.highlighted)
        self._tell_row(self.rows.highlighted)

    def _name_face(self, uid: str) -> Face:
        return self.whose.face(uid.removeprefix("name "))

    def _tell_name(self, uid: str | None) -> None:
        if uid is not None and (self.said is None or self.names.has_focus):
            name = uid.removeprefix("name ")
            self._whole.update(Content(f"{name or WRITER}: {self.whose.words(name)}"))

    def _tell_row(self, uid: str | None) -> None:
        if uid is not None and self.said is not None and not self.names.has_focus:
            self._whole.update(Content(self.said.whole(uid)))

    def on_descendant_focus(self) -> None:
        """Say the highlighted row of the list in hand in full."""
        self._tell_name(self.names.highlighted)
        self._tell_row(self.rows.highlighted)
        self.refresh_bindings()

    # --- deciding

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to names is done where they are, and so with what is said."""
        if action in ("next_whose", "pick_whose"):
            return not self.rows.has_focus
        if action == "turn_row":
            return self.said is not None and not self.names.has_focus
        return super().check_action(action, parameters)

    @property
    def _in_hand(self) -> str | None:
        uid = self.names.highlighted
        return uid.removeprefix("name ") if uid is not None else None

    def action_next_whose(self) -> None:
        """Go on to the next that the name may be."""
        if (name := self._in_hand) is None:
            return
        if name:
            self.whose.next(name)
            self._decided()
        else:
            self.action_pick_whose()

    @work
    async def action_pick_whose(self) -> None:
        """Pick the member whose name it is."""
        if (name := self._in_hand) is None:
            return
        options = lettered([person.name for person in self._people])
        typed = Option("another name, typed" if not name else "somebody of another group", "+")
        rest = [typed] if not name else [typed, Option("nobody here; the name stays", "0"),
                                         Option("as it is written, not decided", "-")]  # fmt: skip
        title = f"Whose is “{name}”?" if name else "Who wrote it?"
        uids = [person.uid for person in self._people]
        guess = self.whose.person(name) or self.whose.names[name].person
        at = uids.index(guess) if guess in uids else 0
        taken = await self.choose(title, [*options, *rest], at=at)
        if taken is None:
            return
        if taken < len(options):
            self.whose.decide(name, self._people[taken].uid)
        elif taken == len(options):
            self._type_whose(name)
        elif taken == len(options) + 1:
            self.whose.decide(name, NOBODY)
        else:
            self.whose.leave(name)
        self._decided()

    def _type_whose(self, name: str) -> None:
        """Let a name be typed: its first letters do for a person of the programme."""

        def then(text: str | None) -> None:
            if not text:
                return
            if (person := self._called(text)) is not None:
                self.whose.decide(name, person.uid)
            elif not name:
                self.whose.sign(text)
            else:
                self.say(f"Nobody is called “{text}”. The name stays as it is.", tone="problem")
                return
            self._decided()

        self.ask("Name, or its first letters", then, id=f"whose {name}")

    def _decided(self) -> None:
        self.say("")
        self.show_again()
        self.refresh_frame()

    def action_turn_row(self) -> None:
        """Leave out what would come in, or the other way round."""
        if self.said is not None and (uid := self.rows.highlighted) is not None:
            self.said.turn(uid)
            self.show_again()

    # --- the end

    @on(RowList.Opened)
    def _opened(self, event: RowList.Opened) -> None:
        event.stop()
        if self.whose.writer_unknown:
            self.set_focus(self.names)
            self.names.highlight("name ")
            self.say("Say first who wrote it: w. Nothing was written.", tone="problem")
            return
        said = self.said
        looked = Looked(
            names=dict(self.whose.decided),
            signature=self.whose.signature,
            without=said.without if said is not None else frozenset(),
            also=said.taken_in if said is not None else (),
        )
        self.dismiss()
        self._then(looked)

    def action_back(self) -> None:
        """Go back; nothing is written."""
        self.dismiss()

"""One line typed while people speak: "be: ask for the log, fri" is whose, what, and until when.
"Ben to ask for the log by fri" says the same, and stays in the words in which it was said.

Nothing of what was typed is lost: it stands in the text, in the owner, or in the due day.
"""

from collections.abc import Callable, Mapping
from datetime import date

from msgspec import Struct

from cartui.model.text import clean
from cartui.services.people_lines import folded

TO, BY = " to ", " by "
MOST_OWNER = 3
"""How many words may stand before the colon or "to"; more are the beginning of a sentence."""


class Callings(Struct, frozen=True, kw_only=True):
    """What a person may be called by: the name (told apart from others of it) and the label."""

    name: str
    label: str = ""

    def forms(self) -> list[str]:
        """Return the whole name and the label, folded."""
        return [each for each in (folded(self.name), folded(self.label)) if each]

    def words(self) -> list[str]:
        """Return each word of the name, folded."""
        return folded(self.name).split()

    def is_called(self, said: str) -> bool:
        """Whether this is the whole name, the label, or a whole word of the name."""
        return folded(said) in (*self.forms(), *self.words())


class Line(Struct, frozen=True, kw_only=True):
    """A line as it was understood. `owner` is a person's uid, or "" and the name stands in
    `owner_name` as it was typed; `due` is an ISO date, `due_typed` the words for it.

    `unsure` is a sentence to be said: why the owner was kept as typed. With `says_whose` the text
    itself says whose it is, and perhaps until when: it stands whole as it was typed.
    """

    text: str
    owner: str = ""
    owner_typed: str = ""
    owner_name: str = ""
    due: str = ""
    due_typed: str = ""
    unsure: str = ""
    says_whose: bool = False


def understood(typed: str, people: Mapping[str, Callings], today: date) -> Line:
    """Read a line. `people` are those who may be meant, by uid; days are counted from `today`."""
    line = clean(typed)
    head, rest = _before_colon(line, people)
    owners = _meant(head, people) if head else []
    if head and not owners and len(head.split()) > 1:
        head, rest = "", line  # several words that are nobody's name begin a sentence
    what, due_typed, due = _before_comma(rest, today)
    if not head and (whose := _who_is_to(what, people)):
        due = due or _by_a_day(what, today)
        return Line(text=what, owner=whose, due=due, due_typed=due_typed, says_whose=True)
    owner = owners[0] if len(owners) == 1 else ""
    return Line(
        text=what,
        owner=owner,
        owner_typed=head,
        owner_name="" if owner else head,
        due=due,
        due_typed=due_typed,
        unsure="" if owner or not head else _unsure(head, [people[uid].name for uid in owners]),
    )


def split_how(typed: str) -> tuple[str, str]:
    """Return a decision and how it was reached, which may stand after the last semicolon."""
    text, sign, how = clean(typed).rpartition(";")
    text, how = text.strip(), how.strip()
    return (text, how) if sign and text and how else (clean(typed), "")


def _before_colon(line: str, people: Mapping[str, Callings]) -> tuple[str, str]:
    """Return what stands before the first colon if it can be an owner, and the rest.

    A colon within a word or a time (14:30) is none, and nor is one that nothing follows; but a
    whole name may be as long as it is, and hold what signs it does.
    """
    for name in sorted((each.name for each in people.values()), key=len, reverse=True):
        if line.startswith(f"{name}: ") and name:
            return name, line[len(name) + 2 :]
    head, sign, rest = line.partition(": ")
    fits = 0 < len(head.split()) <= MOST_OWNER and ":" not in head and "," not in head
    return (head, rest) if sign and rest and fits else ("", line)


def _meant(head: str, people: Mapping[str, Callings]) -> list[str]:
    """Return who may be meant: whom it names whole, or else whose name or label begins like it,
    or else who has a further name that does.
    """
    said = folded(head)
    tests: tuple[Callable[[Callings], bool], ...] = (
        lambda each: each.is_called(head),
        lambda each: any(form.startswith(said) for form in each.forms()),
        lambda each: any(word.startswith(said) for word in each.words()),
    )
    for test in tests:
        if found := [uid for uid, each in people.items() if test(each)]:
            return found
    return []


def says_whose(text: str, owner: str) -> bool:
    """Whether a text begins with a name of its owner and "to": it need not be said before it."""
    return bool({*folded(_before_to(text)).split()} & {*folded(owner).split()})


def _who_is_to(line: str, people: Mapping[str, Callings]) -> str:
    """Return whom "Ben to ask for the log" names: the one person who is called just that; "" if
    there is none, or more than one.
    """
    head = _before_to(line)
    found = [uid for uid, each in people.items() if head and each.is_called(head)]
    return found[0] if len(found) == 1 else ""


def _before_to(line: str) -> str:
    """Return what stands before "to" and a word in small letters, as a name does; "" for none."""
    head, sign, rest = line.partition(TO)
    verb = rest[:1].islower() and 0 < len(head.split()) <= MOST_OWNER
    return head if sign and verb else ""


def _by_a_day(line: str, today: date) -> str:
    """Return the day after the last "by" of a line, if it ends in one; "" if it does not."""
    from cartui.services.due_words import due_in  # noqa: PLC0415 - as above

    what, sign, after = line.rpartition(BY)
    due = due_in(after.removesuffix("."), today) if sign and what.strip() else None
    return due.isoformat() if due is not None else ""


def _before_comma(line: str, today: date) -> tuple[str, str, str]:
    """Return what, the due words after the last comma, and the day; without a day all is what."""
    from cartui.services.due_words import due_in  # noqa: PLC0415 - once an action is typed

    what, sign, after = line.rpartition(",")
    due = due_in(after, today) if sign and what.strip() else None
    return (line, "", "") if due is None else (what.strip(), after.strip(), due.isoformat())


def _unsure(head: str, names: list[str]) -> str:
    if not names:
        return f"Nobody here is called “{head}”: kept as typed."
    some = " or ".join(names[:3]) if len(names) < 4 else f"{len(names)} people"
    return f"“{head}” may be {some}: kept as typed. e says whose."

"""The roster's verbs on the real store: open, do, close, open again, look."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cartui.model.kinds import OPEN
from cartui.model.people import Group, Membership, Person
from cartui.model.rooms import Room
from cartui.services.memberships import NobodyToMove, WrongDate
from cartui.services.people_form import NoName
from cartui.services.people_sieve import Order, Sieve, Standing
from cartui.services.roster import Roster
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace

TODAY = "2026-11-24"


class Bench:
    """A workspace on the disk with two groups, opened anew whenever asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.identity = Identity(
            device="d" * 16, clock=lambda: datetime(2026, 11, 24, 12, tzinfo=UTC)
        )
        self.ws = self._open()
        draft = self.ws.draft("group.start")
        draft.create(Group(uid="north", name="North", order=1.0))
        draft.create(Group(uid="east", name="East", order=2.0))
        self.ws.commit(draft, room=Room.MEMBERS)
        self.roster = Roster(self.ws, lambda: Room.MEMBERS)

    def _open(self) -> Workspace:
        return Workspace.open(self.folder, open_kinds=OPEN, identity=self.identity)

    def again(self) -> Roster:
        """Close, open from the disk, and return the roster that stands there."""
        self.ws.close()
        self.ws = self._open()
        self.roster = Roster(self.ws, lambda: Room.MEMBERS)
        return self.roster

    def add(self, text: str, group: str = "north", **fields: str) -> Person:
        return self.roster.person(self.roster.add(text, group, **fields).about[0])

    def names(self, group: str = "", **sieve: object) -> list[str]:
        narrowed = Sieve(group=group, **sieve)  # type: ignore[arg-type]
        return [line.name for line in self.again().lines(narrowed)]

    def picture(self) -> dict[str, dict[str, object]]:
        """Every live person and membership by uid: what undo must give back."""
        kinds: tuple[type[Person] | type[Membership], ...] = (Person, Membership)
        return {kind.__name__: dict(self.ws.table(kind)) for kind in kinds}


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path / "w")
    yield made
    made.ws.close()


def test_one_line_adds_a_person_with_an_agency_to_the_group_today(bench: Bench) -> None:
    change = bench.roster.add("  Asha\tRaman ; Harbour council", "north")
    (person,) = bench.again().people("north")
    assert (person.name, person.agency) == ("Asha Raman", "Harbour council")
    assert change.about == (person.uid,)
    (held,) = bench.roster.memberships(person)
    assert (held.group, held.joined, held.left) == ("north", TODAY, "")


def test_a_person_needs_a_name_and_nothing_is_saved_without(bench: Bench) -> None:
    with pytest.raises(NoName, match="needs a name"):
        bench.roster.add(" ; Harbour")
    person = bench.add("Asha")
    with pytest.raises(NoName):
        bench.roster.edit(person, name=" \t")
    assert bench.names() == ["Asha"]


def test_people_stand_in_the_order_they_came_and_can_be_moved(bench: Bench) -> None:
    people = {name: bench.add(name) for name in ("Asha", "Ben", "Cai", "Dev")}
    shown = [person.uid for person in bench.roster.people()]
    bench.roster.reorder(people["Dev"], shown, -2)
    assert bench.names() == ["Asha", "Dev", "Ben", "Cai"]
    shown = [person.uid for person in bench.roster.people()]
    bench.roster.reorder(bench.roster.person(people["Asha"].uid), shown, 9)
    assert bench.names() == ["Dev", "Ben", "Cai", "Asha"]
    shown = [person.uid for person in bench.roster.people()]
    assert bench.roster.reorder(bench.roster.person(people["Dev"].uid), shown, -1) is None


def test_a_list_moved_about_a_hundred_times_keeps_its_order(bench: Bench) -> None:
    for name in ("Asha", "Ben", "Cai"):
        bench.add(name)
    wanted = ["Asha", "Ben", "Cai"]
    for _ in range(100):
        shown = [person.uid for person in bench.roster.people()]
        bench.roster.reorder(bench.roster.person(shown[2]), shown, -1)
        wanted[1], wanted[2] = wanted[2], wanted[1]
        assert [person.name for person in bench.roster.people()] == wanted
    assert bench.names() == wanted


def test_edit_changes_only_what_is_different_and_its_groups_with_it(bench: Bench) -> None:
    person = bench.add("Asha; Harbour")
    (held,) = bench.roster.memberships(person)
    assert bench.roster.edit(person, name="Asha", agency=" Harbour ") is None
    change = bench.roster.edit(
        person,
        profession="nurse",
        may_be_named=True,
        memberships={held.uid: {"role": "Volunteer", "joined": "31/3/2016", "left": ""}},
    )
    assert change is not None
    assert sorted(event.field for event in change.events) == [
        "joined",
        "may_be_named",
        "profession",
        "role",
    ]
    (line,) = bench.again().lines(Sieve())
    assert (line.person.profession, line.role(), line.joined()) == (
        "nurse",
        "volunteer",
        "2016-03-31",
    )


@pytest.mark.parametrize(
    "dates", [{"joined": "some day"}, {"joined": "2016-05", "left": "2016-04-30"}]
)
def test_a_wrong_date_saves_nothing(bench: Bench, dates: dict[str, str]) -> None:
    person = bench.add("Asha")
    (held,) = bench.roster.memberships(person)
    with pytest.raises(WrongDate):
        bench.roster.edit(person, name="Other", memberships={held.uid: dates})
    assert bench.names() == ["Asha"]


def test_put_away_hides_and_brings_back_many_in_one_change(bench: Bench) -> None:
    people = [bench.add(name) for name in ("Asha", "Ben", "Cai")]
    change = bench.roster.put_away(*people[:2])
    assert change.about == ("2",)
    assert bench.names() == ["Cai"]
    assert bench.names(standing=Standing.AWAY) == ["Asha", "Ben"]
    away = bench.roster.people(away=True)
    bench.roster.bring_back(*away)
    assert bench.names() == ["Asha", "Ben", "Cai"]
    assert [person.name for person in bench.roster.people("north", away=True)] == []


def test_a_person_in_two_groups_is_one_person(bench: Bench) -> None:
    asha, ben = bench.add("Asha", role="practitioner"), bench.add("Ben")
    bench.roster.join([asha, ben], "east")
    assert bench.names("east") == ["Asha", "Ben"]
    assert bench.names() == ["Asha", "Ben"]
    line = bench.roster.lines(Sieve(group="east"))[0]
    assert line.groups == ("North", "East")
    assert line.role("east") == ""
    with pytest.raises(NobodyToMove, match="Already in East"):
        bench.roster.join([asha, ben], "east")


def test_a_role_is_given_in_the_group_or_in_all_of_them(bench: Bench) -> None:
    asha = bench.add("Asha")
    bench.roster.join([asha], "east")
    bench.roster.set_role([asha], "community-activist", "east")
    line = bench.again().lines(Sieve())[0]
    assert (line.role("north"), line.role("east"), line.unpaid) == ("", "community activist", True)
    assert [found.name for found in bench.roster.lines(Sieve(standing=Standing.UNPAID))] == ["Asha"]
    bench.roster.set_role([bench.roster.person(asha.uid)], "chair of the tenants")
    assert bench.again().lines(Sieve())[0].role() == "chair of the tenants"
    loner = bench.roster.person(bench.roster.add("Loner").about[0])
    with pytest.raises(NobodyToMove, match="in a group"):
        bench.roster.set_role([loner], "volunteer")


def test_who_leaves_is_kept_and_may_come_again(bench: Bench) -> None:
    callum, bridie = bench.add("Callum", role="practitioner"), bench.add("Bridie")
    bench.roster.leave([callum], "north")
    assert bench.names("north") == ["Bridie"]
    assert bench.names(standing=Standing.LEFT) == ["Callum"]
    assert bench.names(standing=Standing.EVERYBODY) == ["Callum", "Bridie"]
    line = bench.roster.lines(Sieve(standing=Standing.LEFT))[0]
    assert (line.left(), line.role(), line.has_left) == (TODAY, "practitioner", True)
    bench.roster.join([bench.roster.person(callum.uid)], "north")
    assert bench.names("north") == ["Callum", "Bridie"]
    assert len(bench.roster.memberships(callum)) == 2
    assert bench.roster.person(bridie.uid).name == "Bridie"


def test_nobody_leaves_before_joining_or_a_group_they_are_not_in(bench: Bench) -> None:
    asha = bench.add("Asha")
    with pytest.raises(WrongDate, match="before joining"):
        bench.roster.leave([asha], "north", on="2001-01-01")
    with pytest.raises(NobodyToMove, match="Not in East"):
        bench.roster.leave([asha], "east")
    assert bench.names("north") == ["Asha"]


def test_moving_leaves_one_group_and_joins_the_other_in_one_change(bench: Bench) -> None:
    people = [bench.add(name, role="volunteer") for name in ("Asha", "Ben")]
    change = bench.roster.move(people, "north", "east")
    assert change.about == ("2", "north", "east")
    assert bench.names("north") == []
    assert [line.role("east") for line in bench.again().lines(Sieve(group="east"))] == [
        "volunteer",
        "volunteer",
    ]
    bench.ws.undo(Room.MEMBERS)
    assert bench.names("north") == ["Asha", "Ben"]


def test_a_membership_that_was_never_meant_is_taken_off(bench: Bench) -> None:
    asha = bench.add("Asha")
    bench.roster.join([asha], "east")
    held = bench.roster.current([asha], "east")[0]
    bench.roster.take_off(held)
    assert bench.names("east") == []
    assert bench.again().lines(Sieve())[0].groups == ("North",)


def test_why_joined_keeps_the_members_own_lines(bench: Bench) -> None:
    asha = bench.add("Asha")
    (held,) = bench.roster.memberships(asha)
    assert bench.roster.set_why(held, "to show what\nnight visits do\x1b[2J") is not None
    (held,) = bench.again().memberships(asha)
    assert held.why_joined == "to show what\nnight visits do\ufffd[2J"


def test_two_people_of_one_name_are_told_apart(bench: Bench) -> None:
    one = bench.add("Kim Reid; Harbour")
    bench.add("Kim Reid; Health")
    bench.add("Kim Reid; Health")
    bench.add("Asha")
    assert bench.names() == [
        "Kim Reid (Harbour)",
        "Kim Reid (Health)",
        "Kim Reid (Health) 2",
        "Asha",
    ]
    bench.roster.edit(one, label="Kim the elder")
    assert bench.names()[0] == "Kim Reid (Kim the elder)"
    assert bench.roster.called(one.uid) == "Kim Reid (Kim the elder)"


def test_people_are_sorted_with_what_is_not_known_last(bench: Bench) -> None:
    for text in ("Émile; Zoo", "Zora; Bank", "anna", "Bo; bank"):
        bench.add(text)
    assert [line.name for line in bench.roster.lines(Sieve(), Order.NAME)] == [
        "anna",
        "Bo",
        "Émile",
        "Zora",
    ]
    by_agency = bench.roster.lines(Sieve(), Order.AGENCY)
    assert [line.name for line in by_agency] == ["Bo", "Zora", "Émile", "anna"]
    for order in Order:
        assert len(bench.roster.lines(Sieve(), order)) == 4


def test_facets_narrow_to_one_agency_area_or_role(bench: Bench) -> None:
    bench.add("Asha; Harbour", area="Quay", role="volunteer")
    bench.add("Ben; Health", area="Quay", role="practitioner")
    assert bench.roster.facets("agency") == [("Harbour", 1), ("Health", 1)]
    assert bench.roster.facets("area") == [("Quay", 2)]
    assert bench.names(agency="Health") == ["Ben"]
    assert bench.names(area="Quay", role="volunteer") == ["Asha"]
    assert Sieve(agency="Health", standing=Standing.UNPAID).narrowed == (
        "activists and volunteers, Health"
    )


def test_the_key_finds_without_case_and_accents(bench: Bench) -> None:
    bench.add("José Muñoz; Große Schule", profession="Lehrer")
    (line,) = bench.again().lines(Sieve())
    for needle in ("josé", "jose", "munoz", "große", "grosse", "lehrer", "north"):
        assert needle in line.key


def test_lines_are_kept_until_their_person_changes(bench: Bench) -> None:
    asha, _ben = bench.add("Asha"), bench.add("Ben")
    before = bench.roster.lines(Sieve())
    bench.roster.edit(asha, agency="Harbour")
    after = bench.roster.lines(Sieve())
    assert after[0].person.agency == "Harbour"
    assert after[1] is before[1]


Act = tuple[str, int, int, str]
ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            ("add", "edit", "away", "back", "join", "leave", "move", "role", "order", "many")
        ),
        st.integers(0, 30),
        st.integers(0, 3),
        st.text(max_size=12),
    ),
    max_size=25,
)


def _act(bench: Bench, act: Act) -> None:
    verb, at, number, text = act
    roster = bench.roster
    people = list(bench.ws.table(Person).values())
    if verb == "add" or not people:
        roster.add(text, ("", "north", "east", "north")[number])
        return
    person = people[at % len(people)]
    some = people[: number + 1]
    group = ("north", "east")[number % 2]
    shown = [found.uid for found in roster.people()]
    verbs: dict[str, Callable[[], object]] = {
        "edit": lambda: roster.edit(person, name=text, agency=text[::-1]),
        "away": lambda: roster.put_away(person),
        "back": lambda: roster.bring_back(person),
        "join": lambda: roster.join([person], group, role=text),
        "leave": lambda: roster.leave(some, group),
        "move": lambda: roster.move(some, "north", "east"),
        "role": lambda: roster.set_role(some, text),
        "order": lambda: person.uid in shown and roster.reorder(person, shown, number - 2),
        "many": lambda: roster.put_away(*some),
    }
    verbs[verb]()


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS)
def test_undo_all_and_redo_all_give_the_same_roster(
    acts: list[Act], tmp_path_factory: pytest.TempPathFactory
) -> None:
    bench = Bench(tmp_path_factory.mktemp("w") / "w")
    start, done = bench.picture(), 0
    for act in acts:
        before = bench.picture()
        try:
            _act(bench, act)
        except (NoName, NobodyToMove, WrongDate):
            assert bench.picture() == before
            continue
        done += bench.picture() != before
    end = bench.picture()
    for _ in range(done):
        bench.ws.undo(Room.MEMBERS)
    assert bench.picture() == start
    for _ in range(done):
        bench.ws.redo(Room.MEMBERS)
    assert bench.picture() == end
    bench.again()
    assert bench.picture() == end
    bench.ws.close()


def test_a_list_pasted_as_a_name_is_none(bench: Bench) -> None:
    with pytest.raises(NoName, match=r"10,889 letters. Nothing was saved; for a list press Esc"):
        bench.roster.add(" ".join(f"Person {number}" for number in range(1_000)))
    assert bench.roster.people() == []
    bench.roster.add("x" * 500)

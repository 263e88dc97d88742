"""Versions of the rules: one for each day on which what the group has adopted changed."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from cartui.model.rules import Line, RulesVersion, Wording
from cartui.services.ground_rules_wall import BEHIND, RulesWall
from cartui.store.draft import Draft

Marks = Mapping[tuple[str, str], str]
"""Positions that a change is about to set, by wording and person; "" takes one away."""


class VersionLine(Struct, frozen=True, kw_only=True):
    """A rule as a version words it."""

    rule: str
    text: str


class Version(Struct, frozen=True, kw_only=True):
    """The rules as they stood adopted by the end of a day. `number` counts from 1.

    The version with `on` empty is what is on the table now and differs from the newest.
    """

    number: int
    on: str
    meeting: int
    lines: tuple[VersionLine, ...]


class Versions(RulesWall):
    """The versions of a group's rules. A change that alters what is adopted makes or amends one."""

    def versions(self) -> list[Version]:
        """Return every version, oldest first; what was adopted on one day is one version."""
        texts = {uid: one.text for uid, one in self._worded().items()}
        by_day: dict[str, RulesVersion] = {}
        for each in self._kept():
            by_day[each.on] = each  # two devices on one day: the one that was written last
        return [
            Version(
                number=number,
                on=each.on,
                meeting=each.meeting,
                lines=tuple(
                    VersionLine(rule=line.rule, text=texts.get(line.wording, ""))
                    for line in each.lines
                ),
            )
            for number, each in enumerate(by_day.values(), start=1)
        ]

    def on_the_table(self) -> Version:
        """Return the rules as they are worded now, adopted or not, as a version without a day."""
        lines = tuple(VersionLine(rule=line.uid, text=line.text) for line in self.rules())
        return Version(number=0, on="", meeting=0, lines=lines)

    def _worded(self) -> Mapping[str, Wording]:
        return self._ws.table(Wording, group=self.group_uid)

    def _kept(self) -> list[RulesVersion]:
        kept = self._ws.table(RulesVersion, group=self.group_uid).values()
        return sorted(kept, key=lambda each: (each.on, each.number, each.uid))

    def _adopted(self, marks: Marks, away: Mapping[str, bool]) -> tuple[Line, ...]:
        """Return what will be adopted once these positions are set and these rules retired."""
        positions = {
            (wording, person): each.position
            for wording, taken in self._positions().items()
            for person, each in taken.items()
        }
        behind = {where[0] for where, now in {**positions, **marks}.items() if now in BEHIND}
        wordings = self._wordings()
        rules = [*self._in_order(), *self._in_order(away=True)]
        rules.sort(key=lambda rule: (rule.order, rule.uid))
        return tuple(
            Line(rule=rule.uid, wording=held[-1].uid)
            for rule in rules
            if not away.get(rule.uid, rule.away)
            and (held := [each for each in wordings.get(rule.uid, ()) if each.uid in behind])
        )

    def _mint(
        self,
        draft: Draft,
        marks: Marks,
        *,
        away: Mapping[str, bool] | None = None,
        meeting: int = 0,
    ) -> None:
        """Write down the version that a change leads to: a new one, or the one of today amended."""
        lines, kept = self._adopted(marks, away or {}), self._kept()
        newest = kept[-1] if kept else None
        if _same(lines, newest):
            return
        if newest is None or newest.on != self.today():
            number = newest.number + 1 if newest is not None else 1
            uid, on = self._ws.new_uid(), self.today()
            made = RulesVersion(uid=uid, number=number, on=on, meeting=meeting, lines=lines)
            draft.create(made)
        elif _same(lines, kept[-2] if len(kept) > 1 else None):
            draft.delete(newest)  # by the end of the day nothing has changed after all
        else:
            draft.set(newest, lines=lines, meeting=meeting or newest.meeting)


def _same(lines: Sequence[Line], version: RulesVersion | None) -> bool:
    """Whether a version holds just these lines; their order alone makes no version."""
    before = version.lines if version is not None else ()
    return {(line.rule, line.wording) for line in lines} == {
        (line.rule, line.wording) for line in before
    }

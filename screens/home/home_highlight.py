"""What is highlighted on Home: a group, an errand, something new; and what is done with it."""

from cartui.model.rooms import Room
from cartui.services.glance import GroupLine
from cartui.services.glance_errands import Errand, Where
from cartui.services.pages import Page, group_page, words_page
from screens.home.errand_lines import errand_face
from screens.home.home_panes import HomePanes
from screens.parts.subject import Subject


class HomeHighlight(HomePanes):
    """The highlighted line of the list that has the focus."""

    @property
    def group(self) -> GroupLine | None:
        """The highlighted group, while the groups have the focus (or no list has it)."""
        if any(pane is self.focused for pane in (self.waits, self.owed, self.news)):
            return None
        return self._lines.get(self.groups.highlighted or "")

    @property
    def errand(self) -> Errand | None:
        """The highlighted errand, if it has the focus."""
        pane = next((pane for pane in (self.waits, self.owed) if pane is self.focused), None)
        return self._errands.get(pane.highlighted or "") if pane is not None else None

    def where(self) -> Where | None:
        """Return where the highlighted thing stands."""
        if (errand := self.errand) is not None:
            return errand.where
        news = self._news.get(self.news.highlighted or "") if self.news is self.focused else None
        return self._glance.where(news.change) if news is not None else None

    def subject(self) -> Subject | None:
        """The highlighted group, or what the highlighted line is about."""
        if self.room is Room.PUBLIC:
            return None
        if (line := self.group) is not None:
            text = f"{line.name}: " + ", ".join(f"{s.name} {s.count}" for s in line.stages)
            return Subject(line.uid, line.name, "", text)
        if (errand := self.errand) is not None:
            face = errand_face(errand, self.around.clock())
            text = self._glance.text_of(errand) or ", ".join(filter(None, face.cells))
            return Subject(errand.where.uid, errand.name, errand.where.group, text)
        return None

    def present_page(self) -> Page | None:
        """The highlighted group, or the card whose why is owed; the rest is not for show."""
        if (errand := self.errand) is not None:
            title = self._glance.card_title(errand.where)
            return words_page(title) if title else None
        if (line := self.group) is None:
            return None
        return group_page(self._programmes.name(), line.name, (line.kind, line.cycle))

"""Templates of agendas: one is taken, the agenda is kept as one, one's own is put away."""

from collections.abc import Callable

from cartui.model.meetings import Meeting
from cartui.services.meetings import Meetings
from cartui.store.events import Change
from screens.parts.choice import Option, lettered
from screens.parts.doing import DoingScreen
from screens.parts.unsaved import Act

Do = Callable[[Act], Change | None]


async def choose_template(
    screen: DoingScreen, meetings: Meetings, meeting: Meeting, do: Do
) -> None:
    """Offer the templates and what can be done with them (in a worker)."""
    agendas = meetings.templates()
    own = [each for each in agendas if each.uid]
    options = [
        Option(option.words, option.key, f"{each.minutes} min; {each.help}")
        for each, option in zip(agendas, lettered([x.name for x in agendas]), strict=True)
    ]
    filled = bool(meetings.agenda(meeting))
    acts = [Option("keep this agenda as a template ...", "t")] if filled else []
    acts += [Option("put away one of your own ...", "x")] if own else []
    title = "Add the parts of" if filled else "Begin with the parts of"
    at = await screen.choose(title, [*options, *acts])
    if at is None:
        return
    if at < len(agendas):
        do(lambda: meetings.use_template(meeting, agendas[at]))
    elif acts[at - len(agendas)].key == "t":
        _keep(screen, meetings, meeting, do)
    else:
        words = lettered([each.name for each in own])
        which = await screen.choose("Put away", words)
        if which is not None:
            do(lambda: meetings.put_away_template(own[which]))


def _keep(screen: DoingScreen, meetings: Meetings, meeting: Meeting, do: Do) -> None:
    def then(name: str | None) -> None:
        if name:
            do(lambda: meetings.keep_template(meeting, name))

    screen.ask("Keep it as", then, value=meeting.title, id="agenda.keep")

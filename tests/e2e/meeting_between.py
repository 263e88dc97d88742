"""Around the meeting of product.md d1: the briefs before it, a contact and a signal after."""

from tests.e2e.meeting_desk import OVER, Desk
from tests.e2e.meeting_script import BEFORE, step, to_the_end, to_the_page

TALKED, NOTICED = "stayed behind to talk about the map", "says less than in spring"


@step(-19)
def reads_the_briefs(desk: Desk) -> None:
    to_the_page(desk)
    desk.press("2", shows="Ada Fernhollow")
    desk.press("B", "enter", shows="BACK private")
    desk.press("b", shows="Last contacts")
    first = headline(desk)
    desk.press(">")
    desk.until(lambda: headline(desk) not in ("", first))
    desk.press("esc", hides="Last contacts")
    desk.press("f", shows="FRONT members")
    assert not desk.sees("Contact 20")
    desk.press("6", shows=BEFORE)


@step(135)
def turns_what_was_said_into_contacts_and_notes_a_signal(desk: Desk) -> None:
    to_the_end(desk)
    desk.press("2", shows="Ada Fernhollow")
    desk.press("B", "enter", shows="BACK private")
    desk.keeps("l", "p", words=TALKED)
    desk.press("enter", "tab")
    desk.keeps("n", "2", "6", words=NOTICED, opens="in your words")
    desk.press("f", shows="FRONT members")
    desk.press("esc")
    assert not desk.sees(TALKED)
    assert not desk.sees(NOTICED)
    desk.press("6", shows=OVER)


def headline(desk: Desk) -> str:
    """Return the line that says whose brief it is."""
    lines = desk.terminal.text().splitlines()
    return next((line for line in lines if "Brief: " in line), "")

"""Having been BACK: whatever stood open there, one key hides it, and nothing of it stays."""

from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from cartui.backstage.private_notebook import REMINDER
from cartui.backstage.records import PrivateNote
from cartui.store.identity import Identity
from screens.backstage import BackPanel, note_box
from screens.backstage.note_box import NoteBox
from screens.parts.slots import Slot
from tests.canary.opened import back_files, files_opened
from tests.canary.planting import MARK
from tests.canary.walking import Walk, walking
from tests.canary.witness import files_holding, painted

MOMENTS = {
    "at home": "1",
    "the people": "2",
    "the board": "3",
    "the rules": "4",
    "a person": "2 enter",
    "a card": "3 enter",
    "the panel": "2 enter panel",
    "editing a fact": "2 enter panel fact e *",
    "changing a contact": "2 enter panel e",
    "a contact in other words": "2 enter panel e 1 *",
    "how we were in touch": "2 l",
    "a contact half typed": "2 l c *",
    "a contact just logged": "2 l c * enter",
    "a signal half typed": "2 enter panel n 2 1 *",
    "the brief": "2 b",
    "the next brief, copied": "2 b > y",
    "editing under a card": "3 enter panel e *",
    "choosing what to add": "2 enter panel n",
    "a new private note": "1 panel n *",
    "rewording a note": "1 panel e *",
    "a note on a person": "2 c *",
    "a note on a card's page": "3 enter c *",
    "a loose note": "1 C *",
    "the palette": "2 colon *",
    "the keys": "2 question_mark",
    "the keys of all screens": "2 question_mark question_mark",
    "the menu": "2 enter panel f2",
    "the history": "2 i",
    "the labels": "2 g",
    "finding": "2 slash *",
    "a note just written": "2 c * enter",
    "a note just taken back": "2 c * enter u",
    "a private line copied": "2 enter panel y",
    "the settings": "comma",
    "a person's form": "2 e *",
    "a list to bring in": "2 I *",
    "why a person joined": "2 W *",
    "a new person": "2 n *",
    "a new card": "3 n *",
    "why a card moved": "3 > l *",
    "an answer of the design": "3 enter D enter *",
    "a dilemma": "3 enter a enter *",
    "a cycle of one's own": "3 t n *",
    "a new group": "1 n *",
    "a rule": "4 enter",
    "a note on a rule": "4 c *",
    "a private note beside a rule": "4 enter panel n *",
    "a rule in other words": "4 e *",
    "a reason in the round": "4 a e *",
    "the versions of the rules": "4 v",
    "the drafts": "5",
    "an open draft": "5 enter",
    "a private comment in hand": "5 enter v < < <",
    "a private comment read whole": "5 enter v < < enter",
    "what differs between versions": "5 enter D",
    "comments in another order": "5 enter v s <",
    "a passage being chosen": "5 enter c right space s",
    "a private comment being written": "5 enter c w 4 *",
    "a comment being reworded": "5 enter e *",
    "a private comment just written": "5 enter c w 4 * enter",
    "finding in a draft": "5 enter / *",
    "a reply": "5 enter > R *",
    "a new draft": "5 n 0 p *",
}
"""What stands open when the key is pressed; `*` is the marker typed, `panel` goes to the panel."""


async def go(walk: Walk, moment: str) -> None:
    for step in moment.split():
        if step == "*":
            await walk.write(MARK)
        elif step == "panel":
            await to_panel(walk)
        elif step == "fact":
            await to_fact(walk)
        else:
            await walk.press(step)


async def to_panel(walk: Walk) -> None:
    for _ in range(12):
        if isinstance(walk.app.focused, BackPanel):
            return
        await walk.press("tab")
    raise AssertionError("Tab does not come to the panel")


async def to_fact(walk: Walk) -> None:
    """Go down in the panel to a fact that is edited in a line."""
    for _ in range(40):
        panel = walk.app.focused
        assert isinstance(panel, BackPanel)
        if panel.here is not None and panel.here.title == "E-mail":
            return
        await walk.press("down")
    raise AssertionError("there is no fact in the panel")


def hiding_key(walk: Walk) -> str:
    writing = isinstance(walk.app.focused, Input | TextArea)
    return "ctrl+g" if writing or len(walk.app.screen_stack) > 1 else "f"


@pytest.mark.parametrize("moment", MOMENTS)
async def test_one_key_hides_all_of_it_in_the_next_frame(
    planted: Path, identity: Identity, tmp_path: Path, moment: str
) -> None:
    """At 80x24, and once more at 120x40 with whatever stands there again on going back."""
    async with walking(planted, identity, (80, 24)) as walk:
        await walk.go_back_stage()
        await go(walk, MOMENTS[moment])
        await assert_hidden_at_once(walk)
        await walk.go_back_stage()
        await walk.pilot.resize_terminal(120, 40)
        await assert_hidden_at_once(walk)
        await walk.look_after("1", "2", "3", "4")
        assert not walk.witness.hits
    assert not files_holding(tmp_path, MARK)


async def assert_hidden_at_once(walk: Walk) -> None:
    frames = await walk.go_front(hiding_key(walk))
    assert frames
    assert "FRONT members" in frames[0]
    assert not [frame for frame in frames if MARK in frame or "BACK private" in frame]
    walk.witness.forget()
    walk.witness.look("at once")
    assert not walk.witness.hits
    assert_nothing_of_back(walk)


def assert_nothing_of_back(walk: Walk) -> None:
    """No panel is left in any slot of any screen, and the back files are shut."""
    screens = [screen for stack in walk.app._screen_stacks.values() for screen in stack]
    assert screens
    for screen in screens:
        assert not list(screen.query(BackPanel))
        assert not [slot for slot in screen.query(Slot) if slot.children or slot.display]
    assert walk.app.workroom is not None
    assert walk.app.workroom.workspace.back_side is None


@pytest.mark.parametrize(
    "moment",
    ["a note just written", "editing a fact", "a private line copied", "a contact just logged"],
)
async def test_nothing_tells_of_it_afterwards(
    planted: Path, identity: Identity, tmp_path: Path, moment: str
) -> None:
    """Histories, undo and redo, help, palette, copies, news, and then FRONT public."""
    async with walking(planted, identity, (120, 40)) as walk:
        await walk.go_back_stage()
        await go(walk, MOMENTS[moment])
        await walk.go_front(hiding_key(walk))
        walk.witness.forget()
        with files_opened() as opened:
            await walk.settle()
            for tab in ("1", "2", "3", "4"):
                await walk.look_after(tab, "i", "escape", "question_mark", "question_mark")
                await walk.look_after("escape", "colon", *"private", "escape", "y", "c", "escape")
                await walk.look_after("f2", "escape")
            await walk.look_after("u", "u", "U", "1")
            await walk.go_public()
            await walk.look_after("1", "2", "3", "4", "question_mark", "escape", "colon", "escape")
        assert not walk.witness.hits
        assert not back_files(opened)
    assert not files_holding(tmp_path, MARK)


@pytest.mark.parametrize("key", ["ctrl+g", "f9"])
@pytest.mark.parametrize(
    "moment", ["editing a fact", "a new private note", "a note on a person", "a contact half typed"]
)
async def test_half_typed_words_wait_unseen_and_are_offered_again(
    planted: Path, identity: Identity, moment: str, key: str
) -> None:
    async with walking(planted, identity, (80, 24)) as walk:
        await walk.go_back_stage()
        await go(walk, MOMENTS[moment])
        await walk.go_front(key)
        assert MARK not in painted(walk.app.screen)
        await walk.go_back_stage()
        await walk.quiet()
        focused = walk.app.focused
        assert isinstance(focused, Input | TextArea)
        text = focused.value if isinstance(focused, Input) else focused.text
        assert text.endswith(MARK)


async def test_a_note_box_kept_unseen_is_finished_back_stage(
    planted: Path, identity: Identity
) -> None:
    async with walking(planted, identity, (80, 24)) as walk:
        await walk.go_back_stage()
        await go(walk, "1 panel n h a l f")
        await walk.go_front("f9")
        assert not isinstance(walk.app.screen, NoteBox)
        await walk.go_back_stage()
        assert isinstance(walk.app.screen, NoteBox)
        await walk.press(*"way", "escape")
        assert walk.app.workroom is not None
        kept = walk.app.workroom.workspace.table(PrivateNote).values()
        assert "halfway" in [note.text for note in kept]


async def test_a_list_left_open_on_another_screen_is_out_of_sight_there_too(
    planted: Path, identity: Identity
) -> None:
    async with walking(planted, identity, (80, 24)) as walk:
        await walk.go_back_stage()
        await go(walk, "2 I *")
        walk.app.action_show("Home")
        await walk.go_front()
        await walk.look_after("2")
        assert not walk.witness.hits
        assert len(walk.app.screen_stack) == 1
        await walk.go_back_stage()
        assert MARK in painted(walk.app.screen)


async def test_undo_on_front_leaves_back_changes_alone(planted: Path, identity: Identity) -> None:
    async with walking(planted, identity, (120, 40)) as walk:
        await walk.press("2", "c", *"open", "enter")
        await walk.go_back_stage()
        await walk.press("c", *"private", "enter")
        assert "Wrote a private note" in painted(walk.app.screen)
        await walk.go_front()
        assert "private note" not in painted(walk.app.screen).lower()
        await walk.press("u")
        assert "Took back: wrote a group note" in painted(walk.app.screen)
        await walk.go_back_stage()
        assert "private" in painted(walk.app.screen)
        await walk.press("u")
        assert "Took back: wrote a private note" in painted(walk.app.screen)


async def test_the_writer_of_private_notes_is_reminded_once(
    planted: Path, identity: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(note_box, "_said", [])
    async with walking(planted, identity, (80, 24)) as walk:
        await walk.press("2", "c")
        assert REMINDER not in painted(walk.app.screen)
        await walk.press("escape")
        await walk.go_back_stage()
        await walk.press("c")
        assert REMINDER in painted(walk.app.screen)
        await walk.press("escape", "u", "1", "C")
        assert REMINDER not in painted(walk.app.screen)


async def test_f_never_widens(planted: Path, identity: Identity) -> None:
    async with walking(planted, identity, (80, 24)) as walk:
        await walk.press("f", "f9", "ctrl+g")
        assert walk.app.stage.value == "members"
        await walk.go_public()
        await walk.press("f", "f9", "ctrl+g")
        assert walk.app.stage.value == "public"

"""What one window shows and another follows: two sides of a small file, no workspace."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from cartui.services.following import Following
from cartui.services.pages import Page, rules_page
from cartui.services.second_window import FOLDER, Shown
from cartui.services.showing import Showing

ROOT = Path(__file__).parents[2]
HERE, THERE = Path("/groups/here"), Path("/groups/there")
LEAVES_IT_SHOWN = """
import os, sys
from pathlib import Path
from cartui.services.pages import words_page
from cartui.services.second_window import Shown
from cartui.services.showing import Showing
page = words_page("Tea")
showing = Showing(Path(sys.argv[1]), Path("/groups/here"))
assert showing.show(Shown(page=page))
"""


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def rules(*words: str) -> Page:
    page = rules_page(words)
    assert page is not None
    return page


def test_what_is_shown_is_seen_turned_and_taken_away(state: Path) -> None:
    showing, following = Showing(state, HERE), Following(state)
    assert following.look() is None
    first = Shown(page=rules("We listen"))
    assert showing.show(first)
    assert following.look() == first
    turned = Shown(page=rules("We listen"), leaf=1, blank=True)
    assert showing.show(turned)
    assert following.look() == turned
    showing.take_away()
    assert following.look() is None
    assert not following.is_alone
    assert os.listdir(state / FOLDER) == []


def test_the_file_is_for_this_account_alone_and_holds_a_page_and_nothing_else(state: Path) -> None:
    showing = Showing(state, HERE)
    showing.show(Shown(page=rules("We listen"), leaf=2))
    (kept,) = (state / FOLDER).glob("*.json")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700
    assert kept.read_bytes() == (
        b'{"page":{"kind":"rules","title":"Our ground rules","name":"","lines":["We listen"],'
        b'"here":-1,"after":[]},"leaf":2,"blank":false,"clock":null}'
    )
    assert str(HERE) not in kept.name
    showing.take_away()


def test_one_workspace_may_be_followed_alone(state: Path) -> None:
    here, there = Showing(state, HERE), Showing(state, THERE)
    here.show(Shown(page=rules("here")))
    there.show(Shown(page=rules("there")))
    os.utime(next(iter(sorted((state / FOLDER).glob("*.json")))))
    seen = Following(state, HERE).look()
    assert seen is not None
    assert seen.page.lines == ("here",)
    there.take_away()
    newest = Following(state).look()
    assert newest is not None
    assert newest.page.lines == ("here",)
    here.take_away()


def test_the_newest_of_several_is_followed(state: Path) -> None:
    here, there = Showing(state, HERE), Showing(state, THERE)
    here.show(Shown(page=rules("here")))
    for each in (state / FOLDER).glob("*.json"):
        os.utime(each, ns=(0, 0))
    there.show(Shown(page=rules("there")))
    seen = Following(state).look()
    assert seen is not None
    assert seen.page.lines == ("there",)
    here.take_away()
    there.take_away()


def test_the_first_window_knows_whether_it_is_followed(state: Path) -> None:
    showing = Showing(state, HERE)
    assert not showing.followed
    anyones, other = Following(state), Following(state, THERE)
    other.begin()
    assert not showing.followed
    anyones.begin()
    assert showing.followed
    anyones.end()
    assert not showing.followed
    other.end()


def test_a_killed_first_window_is_gone_and_swept_away(state: Path) -> None:
    following = Following(state)
    showing = Showing(state, HERE)
    showing.show(Shown(page=rules("still here")))
    script = LEAVES_IT_SHOWN + "os._exit(9)"
    ran = subprocess.run([sys.executable, "-c", script, str(state)], cwd=ROOT)
    assert ran.returncode == 9
    assert len([*(state / FOLDER).glob("*.json")]) == 2
    seen = following.look()
    assert seen is not None
    assert seen.page.lines == ("still here",)
    showing.take_away()
    after = Showing(state, THERE)
    after.show(Shown(page=rules("next")))
    assert len([*(state / FOLDER).glob("*.json")]) == 1
    after.take_away()


def test_a_first_window_that_was_followed_and_killed_is_told_from_one_that_left(
    state: Path,
) -> None:
    script = LEAVES_IT_SHOWN + "print(flush=True); input()"
    begun = subprocess.Popen(
        [sys.executable, "-c", script, str(state)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT,
    )  # fmt: skip
    assert begun.stdout is not None
    begun.stdout.readline()
    following = Following(state)
    assert following.look() is not None
    begun.kill()
    begun.communicate()
    assert following.look() is None
    assert following.is_alone


def test_a_torn_or_foreign_file_is_passed_over(state: Path) -> None:
    showing, following = Showing(state, HERE), Following(state)
    showing.show(Shown(page=rules("We listen")))
    (kept,) = (state / FOLDER).glob("*.json")
    kept.write_bytes(b'{"page":{"kind":"rules"')
    assert following.look() is None
    kept.write_bytes(b'{"page":{"kind":"secret","lines":[]}}')
    assert following.look() is None
    showing.take_away()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder it may not write")
def test_where_nothing_can_be_written_it_says_so(state: Path) -> None:
    state.mkdir(mode=0o500)
    assert not Showing(state, HERE).show(Shown(page=rules("We listen")))


def test_a_state_folder_that_is_a_file_is_no_harm(state: Path) -> None:
    state.write_text("")
    showing, following = Showing(state, HERE), Following(state)
    following.begin()
    assert not showing.show(Shown(page=rules("We listen")))
    assert not showing.followed
    assert following.look() is None
    showing.take_away()
    following.end()

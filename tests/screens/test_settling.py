"""What the tests wait with: an app that still has something to do is not taken for one at rest."""

import time
from typing import ClassVar

import pytest
from textual import work
from textual.app import App
from textual.binding import BindingType

import tests.settling
from tests.settling import at_rest


class Slow(App[None]):
    """An app that answers late, each key in another way."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("a", "in_steps(300)", ""), ("b", "by_a_timer", ""), ("c", "by_a_thread", ""),
        ("d", "after_frames", ""), ("e", "never", ""),
    ]  # fmt: skip
    done = False

    def action_in_steps(self, left: int) -> None:
        if left:
            self.call_later(self.action_in_steps, left - 1)
        self.done = not left

    def action_by_a_timer(self) -> None:
        self.set_timer(0.04, self._finish)

    @work(thread=True)
    def action_by_a_thread(self) -> None:
        time.sleep(0.3)
        self.call_from_thread(self._finish)

    def action_after_frames(self) -> None:
        self.call_after_refresh(self.call_after_refresh, self._finish)
        self.screen.refresh(layout=True)

    def action_never(self) -> None:
        self.set_interval(0.001, self._finish)

    def _finish(self) -> None:
        self.done = True


@pytest.mark.parametrize("key", ["a", "b", "c", "d"])
async def test_a_late_answer_is_waited_for(key: str) -> None:
    app = Slow()
    async with app.run_test() as pilot:
        await pilot.press(key)
        assert app.done


async def test_an_app_that_never_rests_fails_its_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tests.settling, "PATIENCE", 0.3)
    app = Slow()
    async with app.run_test():
        app.action_never()
        with pytest.raises(AssertionError, match="does not come to rest"):
            await at_rest(app)

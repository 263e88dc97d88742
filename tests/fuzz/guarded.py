"""A program that shows texts through cartui's own output guard: run by `tests.fuzz.run` alone.

Its one argument is a file of texts, one JSON string a line. PgDn turns the page.
"""

import json
import sys
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult

from cartui.app import shell
from screens.parts.columns import Column
from screens.parts.rows import Face, RowList


class Shown(shell.Shell):
    """Every text in a row, and in the rows' headings, as no screen would clean it before."""

    CSS_PATH: ClassVar[str] = str(Path(shell.__file__).with_name("app.tcss"))

    def __init__(self, texts: list[str], reports: Path) -> None:
        super().__init__(reports)
        self.theme = "paper"
        self._texts = texts
        self._rows = RowList((Column(key="text", title="Text", least=20, share=1),), id="texts")

    def compose(self) -> ComposeResult:
        """The list alone."""
        yield self._rows

    def on_mount(self) -> None:
        """Show the texts."""
        self._rows.show([str(n) for n in range(len(self._texts))], self._face)
        self._rows.focus()

    def _face(self, uid: str) -> Face:
        return Face((self._texts[int(uid)],))


if __name__ == "__main__":
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    Shown([json.loads(line) for line in lines], Path(sys.argv[1]).parent).run()

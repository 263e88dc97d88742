"""The board, or one card with its trail, on the way to a Markdown file, or a page to print."""

import re
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.binding import BindingType

from cartui.exchange.board_markdown import board_markdown_out
from cartui.exchange.card_markdown import card_markdown_out
from cartui.exchange.page_html import page_out
from cartui.model.cycles import Card
from cartui.model.rooms import Room
from cartui.services.board import Board
from cartui.services.board_out import board_page, public_page
from cartui.services.card_out import card_page
from cartui.store.typed_path import typed_path
from screens.cycle.card_screen import CardScreen
from screens.parts.choice import Choice, Option
from screens.parts.keys import EVERYWHERE, verb
from screens.parts.new_file import WHERE, usual_folder, written

BOARD, CARD, PUBLIC = "board", "card", "public board"
GROUP = "Look around"


class TakingOut(CardScreen):
    """`o`: as Markdown, for the group or for outsiders. On FRONT public, for outsiders only."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("o", "take_out", "output", "Write the board, or one card, to a file or to print",
             "board.out", group=GROUP, rank=75, rooms=EVERYWHERE,
             also="export markdown html save file print share trail"),
    ]  # fmt: skip

    @work
    async def action_take_out(self) -> None:
        """Ask what goes out and where, and write it."""
        card = self.card_here()
        forms = {PUBLIC: Option("the board, for outsiders", "x", "owners as role and agency")}
        if self.room is not Room.PUBLIC:
            forms = {BOARD: Option("the board, for the group", "m", "with whys"), **forms}
            if card is not None:
                forms[CARD] = Option(
                    "this card, for the group", "c", "all that the group knows of it"
                )
        taken = await self.app.push_screen_wait(Choice("Write to a file", list(forms.values())))
        if taken is None:
            return
        form = list(forms)[taken]
        stem = self.board.group.name + (f" {card.title}" if card and form == CARD else "")
        name = f"{_plain(stem)}-{form.replace(' ', '-')}.md"
        path = await self.ask_line(WHERE, str(usual_folder() / name), id=f"out {form}")
        if path:
            self._write(typed_path(path), self._text(form, card))

    def _text(self, form: str, card: Card | None) -> str:
        board: Board = self.board
        if form == CARD and card is not None:
            notes = self.services.notebook.about(card.uid, board.group_uid)
            return card_markdown_out(card_page(board, board.card(card.uid), notes))
        if form == PUBLIC or self.room is Room.PUBLIC:
            return board_markdown_out(public_page(board.public(), board.today()))
        return board_markdown_out(board_page(board, board.person_name, board.today()))

    def _write(self, path: Path, text: str) -> None:
        try:
            place = written(path, page_out(text, path))
        except OSError as error:
            why = error.strerror or "it cannot be written"
            self.say(f"Not written: {why}. Press o to choose another place.", tone="problem")
            return
        self.say(f"Written to {place}")


def _plain(words: str) -> str:
    """Return a file name of plain letters, digits and dashes."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:40] or "cycle"

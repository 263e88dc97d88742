"""The board, or one card with its trail, on the way to a Markdown file, or a page to print."""

from pathlib import Path
from typing import ClassVar

from textual import work
from textual.binding import BindingType

from cartui.exchange.board_csv import board_csv_out
from cartui.exchange.board_markdown import board_markdown_out
from cartui.exchange.card_markdown import card_markdown_out
from cartui.exchange.page_html import page_out
from cartui.model.cycles import Card
from cartui.model.rooms import Room
from cartui.services.board import Board
from cartui.services.board_out import board_page, public_page
from cartui.services.card_out import card_page
from screens.cycle.card_screen import CardScreen
from screens.parts.choice import Option
from screens.parts.keys import EVERYWHERE, verb
from screens.parts.new_file import WHERE, WHERE_TABLE, plain_name, take_out, usual_folder

BOARD, CARD, PUBLIC, TABLE = "board", "card", "public board", "table"
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
            forms[TABLE] = Option("the board as a table (CSV)", "t", "a line for each card")
            if card is not None:
                forms[CARD] = Option(
                    "this card, for the group", "c", "all that the group knows of it"
                )
        taken = await self.choose("Write to a file", list(forms.values()))
        if taken is None:
            return
        form = list(forms)[taken]
        stem = self.board.group.name + (f" {card.title}" if card and form == CARD else "")
        ending = ".csv" if form == TABLE else ".md"
        name = f"{plain_name(stem, 'cycle')}-{form.replace(' ', '-')}{ending}"
        take_out(
            self,
            usual_folder() / name,
            lambda file: self._given(form, card, file),
            id=f"out {form}",
            asks=WHERE_TABLE if form == TABLE else WHERE,
        )

    def _given(self, form: str, card: Card | None, file: Path) -> str:
        if form == TABLE and self.room is not Room.PUBLIC:
            board = self.board
            return board_csv_out([board_page(board, board.person_name, board.today())])
        return page_out(self._text(form, card), file)

    def _text(self, form: str, card: Card | None) -> str:
        board: Board = self.board
        if form == CARD and card is not None:
            notes = self.services.notebook.about(card.uid, board.group_uid)
            return card_markdown_out(card_page(board, board.card(card.uid), notes))
        if form == PUBLIC or self.room is Room.PUBLIC:
            return board_markdown_out(public_page(board.public(), board.today()))
        return board_markdown_out(board_page(board, board.person_name, board.today()))

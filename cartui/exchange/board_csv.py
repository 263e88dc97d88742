"""Cycle boards as a table: one line for each card, no cell of it a formula."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from cartui.exchange.board_markdown import BoardPage
from cartui.exchange.safe_cells import table_out

TITLES = {
    "group": "Group",
    "cycle": "Cycle",
    "number": "Stage number",
    "stage": "Stage",
    "card": "Card",
    "owners": "Owners",
    "status": "Status",
    "time_in_stage": "Time in stage",
    "next_step": "Next step",
    "whys": "Why it moved",
}
FOR_OUTSIDERS = {name: title for name, title in TITLES.items() if name not in ("next_step", "whys")}
"""What a board for outsiders never has needs no column there."""


class CardRow(Struct, frozen=True, kw_only=True):
    """One card as text in columns. `whys` are its justifications, the oldest first."""

    group: str
    cycle: str
    number: str
    stage: str
    card: str
    owners: str
    status: str
    time_in_stage: str
    next_step: str
    whys: str


def board_csv_out(
    pages: Iterable[BoardPage], *, public: bool = False, excel_bom: bool = False
) -> str:
    """Return boards as CSV with headings; lines end with CRLF. `excel_bom` is for Excel.

    What the stage of the room may not see has been left out of the pages by who made them.
    """
    rows = [row for page in pages for row in _rows(page)]
    return table_out(FOR_OUTSIDERS if public else TITLES, rows, excel_bom=excel_bom)


def _rows(page: BoardPage) -> Iterator[CardRow]:
    for number, stage in enumerate(page.stages, start=1):
        for card in stage.cards:
            yield CardRow(
                group=page.title,
                cycle=next(iter(page.about), ""),
                number="" if stage.ended else str(number),
                stage=stage.name,
                card=card.title,
                owners=card.owners,
                status=card.status,
                time_in_stage=card.time_in_stage,
                next_step=card.next_step,
                whys=" | ".join(filter(None, card.trail)),
            )

"""Where a board's columns and cards stand in the window."""

from textual.geometry import Region

from screens.cycle.heights import pitch
from screens.cycle.picture import BoardPicture, CardFace, no_picture
from screens.cycle.standing import Standing
from screens.cycle.widths import Slice, slices
from screens.parts.kept_lines import KeptLines

HEAD = 2


class StagePlaces(KeptLines):
    """The geometry of a `Standing`: columns, and the lines that cards stand on."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.picture: BoardPicture = no_picture()
        self._here = Standing()
        self._slices: list[Slice] = []
        self._lines = 0  # for cards
        self._pitches: list[int] = []  # lines that a card takes, by column
        self._rooms: list[int] = []  # cards in view at once, by column
        self._faces: dict[str, CardFace] = {}

    def _lay_out(self) -> None:
        """Work out the columns anew, and scroll each so that its cursor is in view."""
        (wide, high), count = self.size, len(self.picture.heads)
        self._lines = high - HEAD - bool(self.picture.foot)
        self._slices = slices(count, wide, self._here.column)
        self._pitches = [self._pitch_of(column) for column in range(count)]
        self._rooms = [self._room_of(column) for column in range(count)]
        for column in range(count):
            self._here.keep_in_view(column, self._rooms[column])

    def _pitch_of(self, column: int) -> int:
        cards, dense = self._here.shown[column], self.picture.dense
        return pitch(self._slices[column], cards, self._face, self._lines, dense=dense)

    def _pitch(self, column: int) -> int:
        """How many lines a card takes."""
        return self._pitches[column]

    def _room(self, column: int) -> int:
        """How many cards a column has in view at once."""
        return self._rooms[column]

    def _room_of(self, column: int) -> int:
        lines, each = self._lines, self._pitch(column)
        fits = (lines + (each >= 3)) // each
        if len(self._here.shown[column]) > fits:
            fits = (lines - 1) // each  # the last line says how many more there are
        return max(1, fits)

    def card_at(self, x: int, y: int) -> tuple[int, int | None] | None:
        """Return (column, card) under a place in the window; the card is None beside one."""
        for column, place in enumerate(self._slices):
            if place.x <= x <= place.x + place.width:
                card = self._here.tops[column] + (y - HEAD) // self._pitch(column)
                inside = HEAD <= y < HEAD + self._lines and card < len(self._here.shown[column])
                return column, card if inside else None
        return None

    def _region(self, column: int, card: int) -> Region:
        place, each = self._slices[column], self._pitch(column)
        y = HEAD + (card - self._here.tops[column]) * each
        inked = min(each, max(2, each - 1))
        return Region(self.gutter.left + place.x, self.gutter.top + y, place.width, inked)

    def _column_region(self, column: int) -> Region:
        """Return where a column stands, the bar at its right included."""
        place = self._slices[column]
        left, high = self.gutter.left + place.x, self.size.height
        return Region(left, self.gutter.top, place.width + 1, high)

    def _face(self, uid: str) -> CardFace:
        if (face := self._faces.get(uid)) is None:
            if len(self._faces) > 500:
                self._faces.clear()
            face = self._faces[uid] = self.picture.face(uid)
        return face

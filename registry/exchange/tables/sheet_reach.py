"""How far the cells of a sheet in an xlsx file reach, told before a library lays out the rectangle that holds them.

Nearly every file names the place of a cell first (`<c r="B7"`), and is searched as bytes. Any other is read element by
element, since a place can then hide in many ways.
"""

import re
from xml.parsers import expat

from registry.errors import FileRefused
from registry.exchange import bounds

_STARTS = tuple(start + end for start in (b"<c", b":c") for end in (b" ", b">", b"/", b"\n", b"\t", b"\r"))
_PLACED = re.compile(rb"<c r=\"([A-Z]{1,9})[0-9]")
_FAR = re.compile(rb"<c r=\"[A-Z]{1,9}([0-9]{5,18})\"")
_LAST = re.compile(rb"<c r=\"[A-Z]{1,9}([0-9]{1,4})\"")
_PLACE = re.compile(r"([A-Za-z]{1,9})([0-9]{1,18})")


def reach(xml: bytes) -> tuple[int, int]:
    """Return the height and width of the rectangle from A1 that holds every filled cell, or somewhat more.

    Raises FileRefused for cells without end and for XML that is broken.
    """
    cells = sum(map(xml.count, _STARTS))  # or more, where other text looks like a cell
    if cells > 2 * bounds.MOST_CELLS:
        raise FileRefused(f"Een blad heeft te veel cellen: hoogstens {bounds.MOST_CELLS:,}.".replace(",", "."))
    letters = _PLACED.findall(xml)
    if len(letters) == cells:
        height = max(map(int, _FAR.findall(xml)), default=0) or max(
            map(int, _LAST.findall(xml[-20_000:])), default=9999
        )
        width = max(map(column_number, set(letters)), default=0)
        if height <= bounds.MOST_ROWS and width <= bounds.MOST_COLUMNS:
            return height, width
    return _Reach().of(xml)


class _Reach:
    """Follows the cells of a sheet one by one; a cell with only a style in it does not count."""

    def __init__(self) -> None:
        self.height = self.width = self._row = self._column = 0

    def of(self, xml: bytes) -> tuple[int, int]:
        """Return the height and width."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._open
        try:
            parser.Parse(xml, True)
        except (expat.ExpatError, ValueError) as fault:
            raise FileRefused(
                "Een blad van dit bestand is beschadigd. Open het in Excel en sla het opnieuw op."
            ) from fault
        return self.height, self.width

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "c":
            self._take(attributes.get("r", ""))
        elif name == "row":
            said = attributes.get("r", "")
            self._row, self._column = int(said) if said.isdigit() and len(said) < 19 else self._row + 1, 0
        elif name in ("v", "is", "f"):
            self.height, self.width = max(self.height, self._row), max(self.width, self._column)

    def _take(self, said: str) -> None:
        self._column += 1
        if place := _PLACE.fullmatch(said):
            self._column, self._row = column_number(place[1].encode()), int(place[2])


def column_number(letters: bytes) -> int:
    """Return 1 for A and 27 for AA."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number

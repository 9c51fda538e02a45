"""The sheets of an ods file, looked at before calamine opens it: repeats, hidden rows, merges and errors.

One element can stand for a million rows (`number-rows-repeated`), so the reach is counted from the XML itself.
"""

from dataclasses import dataclass, field
from xml.parsers import expat

from registry.errors import FileRefused
from registry.exchange import bounds
from registry.exchange.packed import Packed
from registry.exchange.tables.grid import NO_VALUE, Merge, Seen

_CELLS = ("table:table-cell", "table:covered-table-cell")


@dataclass
class _Sheet:
    height: int = 0
    width: int = 0
    row: int = 0
    column: int = 0
    repeated: int = 1
    unreadable: list[tuple[int, int, str]] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)

    def open_row(self, attributes: dict[str, str]) -> None:
        self.row, self.column = self.row + self.repeated, 0
        self.repeated = _count(attributes, "table:number-rows-repeated")
        if attributes.get("table:visibility") in ("collapse", "filter"):
            self.hidden.update(range(self.row - 1, min(self.row - 1 + self.repeated, bounds.MOST_ROWS)))

    def take_cell(self, attributes: dict[str, str]) -> None:
        first, times = self.column, _count(attributes, "table:number-columns-repeated")
        self.column += times
        if "office:value-type" in attributes or "table:formula" in attributes:
            self.width = max(self.width, self.column)
            self.height = max(self.height, self.row - 1 + self.repeated)
        self._note(first, attributes)

    def _note(self, first: int, attributes: dict[str, str]) -> None:
        down = _count(attributes, "table:number-rows-spanned")
        across = _count(attributes, "table:number-columns-spanned")
        if down * across > 1:
            self.merges.append((self.row - 1, first, self.row + down - 2, first + across - 1))
        if attributes.get("calcext:value-type") == "error" or (
            "table:formula" in attributes and "office:value-type" not in attributes
        ):
            self.unreadable.append((self.row - 1, first, NO_VALUE))


def seen(packed: Packed) -> dict[str, Seen]:
    """Return what stands in each sheet of an ods file, by its name; FileRefused where its XML is broken."""
    sheets: dict[str, _Sheet] = {}
    current = [_Sheet(repeated=0)]

    def opened(tag: str, attributes: dict[str, str]) -> None:
        if tag == "table:table":
            current[0] = sheets[attributes.get("table:name", "")] = _Sheet(row=1, repeated=0)
        elif tag == "table:table-row":
            current[0].open_row(attributes)
        elif tag in _CELLS:
            current[0].take_cell(attributes)

    parser = expat.ParserCreate()
    parser.StartElementHandler = opened
    try:
        parser.Parse(packed.part("content.xml"), True)
    except (expat.ExpatError, ValueError) as fault:
        raise FileRefused("Dit bestand (ods) is beschadigd. Open het in LibreOffice en sla het opnieuw op.") from fault
    finally:
        packed.forget("content.xml")
    return {name: _seen(sheet) for name, sheet in sheets.items()}


def _seen(sheet: _Sheet) -> Seen:
    hidden = frozenset(sheet.hidden)
    return Seen(sheet.height, sheet.width, tuple(sheet.unreadable), hidden, frozenset(), tuple(sheet.merges))


def _count(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 1

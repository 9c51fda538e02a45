"""What stands on one page of a PDF and where: pieces of text, ruled lines and form fields."""

from dataclasses import dataclass, field, replace
from typing import Any

from registry.exchange.annexes.paper import ticks
from registry.exchange.annexes.paper.block import OPEN, TICKED

Matrix = list[float]
_PAINTED = {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"}
_THIN = 3.0  # points: a rectangle no thicker than this is a ruled line


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text: where its base line begins, the size of its letters, and whether they are bold."""

    x: float
    y: float
    size: float
    text: str
    bold: bool = False

    @property
    def end(self) -> float:
        """Where it ends, by the mean width of letters: the true widths are not asked."""
        return self.x + len(self.text.rstrip()) * self.size * 0.5


@dataclass(slots=True)
class Rules:
    """Ruled lines: across as (y, from x, to x), down as (x, from y, to y)."""

    across: list[tuple[float, float, float]] = field(default_factory=list)
    spaced: bool = False  # whether lines that were broken for want of room keep the blank at their end
    down: list[tuple[float, float, float]] = field(default_factory=list)

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Take up a line, if it runs across or down."""
        if abs(y1 - y0) <= _THIN < abs(x1 - x0):
            self.across.append(((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x1 - x0) <= _THIN < abs(y1 - y0):
            self.down.append(((x0 + x1) / 2, min(y0, y1), max(y0, y1)))

    def thinned(self, most: int) -> None:
        """Keep each line once; of more than `most` lines, which are a drawing and no table, keep none."""
        self.across = sorted({(round(y), round(start), round(end)) for y, start, end in self.across})
        self.down = sorted({(round(x), round(start), round(end)) for x, start, end in self.down})
        if len(self.across) + len(self.down) > most:
            self.across, self.down = [], []

    def box(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Take up a rectangle: a thin one is a line, any other has four sides."""
        if min(abs(x1 - x0), abs(y1 - y0)) <= _THIN:
            self.line(x0, y0, x1, y1)
            return
        for side in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
            self.line(*side)


@dataclass(slots=True)
class PageReader:
    """Takes up what pypdf meets on a page while it extracts the text."""

    pieces: list[Piece] = field(default_factory=list)
    rules: Rules = field(default_factory=Rules)
    _pending: list[tuple[str, tuple[float, float, float, float]]] = field(default_factory=list)
    _point: tuple[float, float] = (0.0, 0.0)

    def text(self, text: str, cm: Matrix, tm: Matrix, font: Any, size: float) -> None:
        """Take up a piece of text; a visitor of pypdf."""
        name = str((font or {}).get("/BaseFont", "")).rpartition("+")[2].lstrip("/")
        said = ticks.with_ticks(ticks.in_symbols(_symbol_font(name), text)).replace("\t", " ")
        x, y = _moved(tm[4], tm[5], cm)
        scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[2]) or 1.0
        bold = any(word in name.lower() for word in ("bold", "black", "heavy"))
        for number, line in enumerate(said.strip("\n").split("\n")):
            if line.strip():
                height = float(size or 10) * scale
                self.rules.spaced = self.rules.spaced or (line.endswith(" ") and len(line) > 3)
                self.pieces.append(Piece(x, y - number * height * 1.2, height, line, bold))
            elif line and self.pieces and abs(self.pieces[-1].y - y) < 1:
                self.pieces[-1] = replace(self.pieces[-1], text=f"{self.pieces[-1].text.rstrip()} ")

    def operand(self, operator: bytes, operands: list[Any], cm: Matrix, tm: Matrix) -> None:
        """Take up a drawing order; a visitor of pypdf."""
        if operator == b"m":
            self._point = _moved(float(operands[0]), float(operands[1]), cm)
        elif operator == b"l":
            there = _moved(float(operands[0]), float(operands[1]), cm)
            self._pending.append(("line", (*self._point, *there)))
            self._point = there
        elif operator == b"re":
            x, y, wide, high = (float(number) for number in operands[:4])
            self._pending.append(("box", (*_moved(x, y, cm), *_moved(x + wide, y + high, cm))))
        elif operator in _PAINTED:
            self._draw()
        elif operator == b"n":
            self._pending.clear()

    def _draw(self) -> None:
        for kind, ends in self._pending:
            if kind == "line":
                self.rules.line(*ends)
            else:
                self.rules.box(*ends)
        self._pending.clear()


def form_pieces(page: Any) -> list[Piece]:
    """Return what was filled in on the form fields of a page, where they stand."""
    found = []
    for reference in page.get("/Annots") or []:
        note = reference.get_object()
        owner = note if "/FT" in note or "/Parent" not in note else note["/Parent"].get_object()
        if note.get("/Subtype") == "/Widget" and (text := _filled(note, owner)):
            left, low, _right, high = (float(number) for number in note["/Rect"])
            found.append(Piece(left, low + 2, min(max(high - low, 6), 11), text))
    return found


def _filled(note: Any, owner: Any) -> str:
    if owner.get("/FT") == "/Btn":
        return OPEN if note.get("/AS", "/Off") == "/Off" else TICKED
    value = owner.get("/V")
    return str(value) if isinstance(value, str) else ""


def _moved(x: float, y: float, cm: Matrix) -> tuple[float, float]:
    return x * cm[0] + y * cm[2] + cm[4], x * cm[1] + y * cm[3] + cm[5]


def _symbol_font(name: str) -> str:
    plain = name.lower().replace("-", "").replace("regular", "")
    return {"wingdings2": "wingdings 2"}.get(plain, plain)

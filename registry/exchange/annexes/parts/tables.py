"""What kind of table rows belong to: labels with values, or columns under a head."""

from dataclasses import dataclass

from registry.exchange.annexes.paper.block import OPEN, TICKED, Block
from registry.exchange.annexes.parts.headings import is_only_sections, sections_of, split_mark
from registry.exchange.annexes.parts.labels import is_party
from registry.exchange.annexes.words.loading import all_said, best, word_list
from registry.exchange.annexes.words.matching import plain
from registry.exchange.annexes.words.sentences import is_blank, is_no, is_yes

_BIV = ("B", "I", "V")
_LONGEST_HEAD = 60
_LONGEST_NAMED = 6  # words of a label that names the supplier or product
_FEWEST_CODES = 5  # different ones that tell what a table is about


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its heads, the texts of the rows that they take, and whether its first cells are labels of values."""

    heads: tuple[str, ...] = ()
    head_rows: frozenset[tuple[str, ...]] = frozenset()
    is_labels: bool = False
    is_data: bool = False  # its rows are categories of data
    about: frozenset[str] = frozenset()  # the section that its rows are of, by what they say


def table_of(rows: list[Block]) -> Table:
    """Return what the rows of one table are."""
    first = rows[0]
    if _is_head(first, rows):
        heads, head_rows = _texts(first), {_texts(first)}
        if len(rows) > 2 and (second := _second_head(heads, rows[1])):
            heads, head_rows = second, head_rows | {_texts(rows[1])}
        return Table(heads, frozenset(head_rows), is_data=_is_data(rows[1:]), about=_about(rows[1:]))
    return Table((), frozenset(), _is_labels(rows), _is_data(rows), _about(rows))


def _texts(row: Block) -> tuple[str, ...]:
    return tuple(cell.kept for cell in row.cells)


def _second_head(first: tuple[str, ...], below: Block) -> tuple[str, ...]:
    """The heads in two rows as one: below a head across columns stand those of each column; () for one row."""
    second = _texts(below)
    filled = [cell for cell in second if cell]
    if not filled or not all(_names_column(cell) and len(cell) <= _LONGEST_HEAD for cell in filled):
        return ()
    if len(first) < len(second) and first[0] in (second[0], ""):
        return second
    divided = len(first) == len(second) and any(not one for one in first[1:])
    if not divided or not all(one or two for one, two in zip(first, second, strict=True)):
        return ()
    return tuple(two or one for one, two in zip(first, second, strict=True))


def _is_data(rows: list[Block]) -> bool:
    texts = [" ".join(cell.kept for cell in row.cells) for row in rows]
    codes = {best("data_categories", plain(text))[0] for text in texts} - {""}
    return len(codes) >= 6 and len(codes) * 2 > len(rows)


def _about(rows: list[Block]) -> frozenset[str]:
    """The section of a table under no heading: most of its rows name categories of data, or most name purposes."""
    labels = [plain(row.cells[label_of(row)].kept) for row in rows]
    for section, lists in (("data", ("data_categories",)), ("purposes", ("purposes_lt", "purposes_sli"))):
        codes = max((_codes(one, labels) for one in lists), key=len)
        if len(codes) >= _FEWEST_CODES and len(codes) * 2 > len(rows):
            return frozenset({section})
    return frozenset()


def _codes(name: str, labels: list[str]) -> set[str]:
    return {best(name, label)[0] for label in labels} - {""}


def label_of(row: Block) -> int:
    """Return which cell of a row is its label: the second where the first only numbers it."""
    numbers = row.cells[0].kept.strip(" .)").replace(".", "")
    return 1 if len(row.cells) > 2 and (len(numbers) <= 2) else 0


def is_label(text: str) -> bool:
    """Return whether a text names a value or a section."""
    _mark, name = split_mark(text)
    words = plain(name)
    if is_party(name):
        return False
    return bool(all_said("labels", words) or all_said("aspects", words)) or bool(sections_of(name))


def _is_labels(rows: list[Block]) -> bool:
    pairs = [row for row in rows if len(row.cells) - label_of(row) == 2]
    if len(pairs) < len(rows) * 0.6:
        return False
    labels = [row.cells[label_of(row)].kept for row in pairs]
    named = sum(is_label(label) for label in labels)
    if _tells_product(labels):
        return True
    aims = {best("purposes_lt", plain(label))[0] for label in labels} - {""}
    if len(aims) >= 3 and len(aims) * 4 >= len(pairs) * 3 and named <= len(aims):
        return False  # a list of purposes with what each means
    codes = {best("data_categories", plain(split_mark(label)[1]))[0] for label in labels} - {"", "1", "12", "1.1"}
    ticks = sum(_is_mark(row.cells[-1].kept) for row in pairs)
    return named * 2 >= len(pairs) and named > len(codes) and (not codes or ticks * 2 < len(pairs))


def _tells_product(labels: list[str]) -> bool:
    """Whether a table has a label for the supplier and one for the product: whatever else it tells has one too."""
    words = [plain(split_mark(label)[1]) for label in labels if len(label.split()) <= _LONGEST_NAMED]
    return all(any(word_list("labels")[code].weight(one) for one in words) for code in ("supplier.name", "products"))


def _is_mark(text: str) -> bool:
    return is_blank(text) or (len(text) <= 20 and (is_yes(text) or is_no(text)))


def _is_head(row: Block, rows: list[Block]) -> bool:
    cells = [cell.kept for cell in row.cells]
    filled = [cell for cell in cells if cell]
    short = all(len(cell) <= _LONGEST_HEAD for cell in cells)
    if any(is_party(cell) for cell in cells):
        return False  # a value: the name of a supplier
    if len(rows) < 2 or len(filled) < 2 or not short or any(sign in "".join(cells) for sign in (TICKED, OPEN, "@")):
        return False
    if tuple(filled[-3:]) == _BIV:
        return True
    if _heads_answers(cells, rows[1:]):
        return True
    bold = all(cell.is_bold for cell in row.cells if cell.text)
    below_bold = all(cell.is_bold for below in rows[1:] for cell in below.cells if cell.text)
    if bold and not below_bold and len(filled) > 2:
        return True
    cornered = not cells[0] and len(filled) == len(cells) - 1 and not any(sign.isdigit() for sign in "".join(cells))
    unmarked = not any(map(_is_mark, filled))
    if cornered and all(below.cells[0].kept for below in rows[1:]) and unmarked:
        return True
    if len(filled) == 2 and (_is_mark(filled[-1]) or _is_mark(filled[0])) and not bold:
        return False
    if len(cells) == 2 and not (bold and not below_bold) and len(rows) > 2 and _is_labels(rows):
        return False  # a value that happens to name a column
    named = sum(_names_column(cell) for cell in filled)
    pairs_bold = bold and not all(below.cells[0].is_bold for below in rows[1:])
    return named == len(filled) if len(filled) <= 2 else named * 2 > len(filled) or (pairs_bold and named > 0)


def _heads_answers(cells: list[str], below: list[Block]) -> bool:
    """Whether a first row has the answers of which the rows below it tick one: "Doel | ja | nee"."""
    asked = [cell for cell in cells[1:] if cell]
    both = any(is_yes(cell) for cell in asked) and any(is_no(cell) for cell in asked)
    short = all(is_yes(cell) != is_no(cell) and len(cell.split()) <= 2 for cell in asked)
    return both and short and not any(tuple(cells[1:]) == _texts(row)[1:] for row in below)


def _names_column(cell: str) -> bool:
    words = plain(cell)
    if len(words.split()) > 6:
        return False
    lists = ("columns", "levels", "data_subjects")
    return any(all_said(name, words) for name in lists) or (is_only_sections(cell) and bool(sections_of(cell)))


def column(heads: tuple[str, ...], code: str) -> int | None:
    """Return which column a head names as this code of words/columns.toml; None where none does."""
    word = word_list("columns")[code]
    weights = [word.weight(plain(head)) for head in heads]
    most = max(weights, default=0)
    return weights.index(most) if most else None

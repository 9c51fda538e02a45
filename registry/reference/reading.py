"""Reads one reference file, TOML or CSV, into raw rows; knows nothing of what the rows mean."""

import csv
import io
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from registry.errors import BadReferenceFile

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")  # records keep several codes as one text, with blanks between
NumberedRows = Iterable[tuple[int, dict[str, Any]]]


@dataclass(frozen=True)
class Row:
    """What a file says of one code: only the columns that it fills; `where` names file and row for a person.

    `is_text`: all values are still text, as CSV has nothing else.
    """

    where: str
    values: dict[str, Any]
    is_text: bool = False


def read_rows(path: Path) -> dict[str, Row]:
    """Return the rows of a reference file by code, in file order.

    A TOML file holds tables called `[[row]]`; a CSV file holds a line of column names and a line per row, between
    commas or semicolons, in which an empty cell says nothing. A file in any other shape is refused: BadReferenceFile.
    """
    is_text = path.suffix == ".csv"
    by_code: dict[str, Row] = {}
    for number, values in (_csv_rows if is_text else _toml_rows)(path.name, _text(path)):
        where = f"{path.name}, rij {number}"
        code = _code(values, where)
        if code in by_code:
            raise BadReferenceFile(f"{where}: de code “{code}” staat hier voor de tweede keer.")
        by_code[code] = Row(f"{where} ({code})", values, is_text)
    return by_code


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as fault:
        raise BadReferenceFile(f"{path.name} is niet te lezen: is het wel een bestand?") from fault
    except UnicodeDecodeError as fault:
        raise BadReferenceFile(f"{path.name} is niet in UTF-8 opgeslagen. Sla het opnieuw op, in UTF-8.") from fault


def _toml_rows(name: str, text: str) -> NumberedRows:
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        place = re.search(r"line \d+", str(fault))
        line = place[0].replace("line", "regel") if place else "het einde van het bestand"
        raise BadReferenceFile(f"{name} is geen goede TOML: kijk bij {line}.") from fault
    rows = content.pop("row", [])
    if content or not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise BadReferenceFile(f"{name}: elke rij begint met een regel [[row]]; iets anders mag er niet in staan.")
    return enumerate(rows, start=1)


def _csv_rows(name: str, text: str) -> NumberedRows:
    delimiter = ";" if ";" in text.partition("\n")[0] else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header, *lines = [[cell.strip() for cell in line] for line in reader] or [[]]
    except csv.Error as fault:
        raise BadReferenceFile(f"{name} is geen goede CSV: kijk bij regel {reader.line_num}.") from fault
    if len(set(header)) < len(header):
        raise BadReferenceFile(f"{name}: elke kolom heeft een eigen naam nodig.")
    numbered = [(number, line) for number, line in enumerate(lines, start=2) if any(line)]  # as a spreadsheet numbers
    return [(number, _cells(f"{name}, rij {number}", header, line)) for number, line in numbered]


def _cells(where: str, header: list[str], line: list[str]) -> dict[str, Any]:
    if len(line) > len(header):
        raise BadReferenceFile(f"{where}: er zijn meer cellen dan kolommen.")
    return {column: cell for column, cell in zip(header, line, strict=False) if cell}


def _code(values: dict[str, Any], where: str) -> str:
    code = values.get("code")
    if not isinstance(code, str) or not CODE.fullmatch(code):
        raise BadReferenceFile(
            f"{where}: elke rij heeft een code als tekst: ten hoogste 40 letters, cijfers, punten en streepjes."
        )
    return code

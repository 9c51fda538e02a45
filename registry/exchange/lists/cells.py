"""A cell as a value of one type: `value_of(field, cell)` gives it or raises Unreadable with a sentence."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from functools import cache, lru_cache

from registry import identifiers, text
from registry.errors import InvalidIdentifier, InvalidText
from registry.exchange.lists.codes import code_of
from registry.exchange.lists.dates import day_of
from registry.exchange.lists.entry import Value
from registry.exchange.lists.fields import Field, plain, word_set
from registry.exchange.lists.unreadable import Unreadable
from registry.exchange.tables.grid import NO_VALUE, UNREADABLE
from registry.exchange.tables.table import Cell

_SCIENTIFIC = re.compile(r"[0-9][.,]?[0-9]{0,15}[eE][+-]?[0-9]{1,3}")
_NAMES = re.compile(r"[,|\n]")


def value_of(field: Field, cell: Cell) -> Value | None:
    """Return what the cell says for this field, or None where it says nothing ("onbekend", "-").

    Raises Unreadable with one sentence for an error of the spreadsheet and for what the field cannot hold.
    """
    refuse_error(cell)
    if cell is None or (isinstance(cell, str) and says_nothing(cell)):
        return None
    try:
        return _reader(field)(field, cell)
    except (InvalidText, InvalidIdentifier) as fault:
        raise Unreadable(fault.sentence) from fault


@cache
def _reader(field: Field) -> Callable[[Field, Cell], Value | None]:
    kind, _, name = field.type.partition(":")
    return (lambda field, cell: code_of(name, cell)) if kind == "code" else _READERS[kind]


def refuse_error(cell: Cell) -> None:
    """Raise Unreadable where a formula has no value, or where the spreadsheet itself shows an error."""
    if isinstance(cell, str) and len(cell) < 20 and cell.strip() in UNREADABLE:
        if cell.strip() == NO_VALUE:
            raise Unreadable(
                "Hier staat een formule zonder waarde. Open het bestand in Excel, sla het op en probeer opnieuw."
            )
        raise Unreadable(f"Hier staat een fout van het rekenblad ({cell.strip()}) in plaats van een waarde.")


def says_nothing(cell: str) -> bool:
    """Tell whether somebody wrote that there is nothing to say: "-", "?", "onbekend"."""
    return len(cell) < 20 and (not cell.strip(" -–—?./_") or plain(cell) in word_set("empty"))


@lru_cache(maxsize=4096)
def unsaid(cell: str, is_end: bool) -> str:
    """Return in words that a cell was read as nothing: "?", "onbekend", and of an end "stilzwijgend"; "" for others."""
    word = plain(cell)
    is_doubt = "?" in cell or word in word_set("doubt")
    if (is_doubt and says_nothing(cell)) or (is_end and len(cell) < 40 and word in word_set("endless")):
        return f"“{cell.strip()}” is gelezen als: geen einddatum" if is_end else f"“{cell.strip()}” is niet overgenomen"
    return ""


def written(cell: Cell) -> str:
    """Return a cell as a person would have typed it."""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, datetime | date):
        return cell.strftime("%d-%m-%Y")
    if isinstance(cell, time):
        return cell.strftime("%H:%M")
    return "" if cell is None else str(cell)


def _line(field: Field, cell: Cell) -> Value | None:
    typed = written(cell)
    if "\n" in typed:
        typed = ("; " if field.code == "product.name" else " ").join(part.strip() for part in typed.split("\n"))
    return text.line(typed, field.most or 255) or None


def _prose(field: Field, cell: Cell) -> Value | None:
    return text.prose(written(cell), field.most or 5000) or None


def _digits(field: Field, cell: Cell) -> str:
    """Return a number as its digits; what a spreadsheet shortened cannot be restored."""
    typed = text.line(written(cell))
    if _SCIENTIFIC.fullmatch(typed):
        raise Unreadable(f"“{typed}” is door het rekenblad afgekort; de cijfers zijn weg. Vul het hele nummer in.")
    if isinstance(cell, float):
        raise Unreadable("Hier staat een getal met cijfers achter de komma. Vul het nummer in als tekst.")
    return typed


def _kvk(field: Field, cell: Cell) -> Value | None:
    return identifiers.kvk_number(re.sub("(?i)^kvk[ :.-]*", "", _digits(field, cell)))


def _phone(field: Field, cell: Cell) -> Value | None:
    typed = _digits(field, cell)
    if isinstance(cell, int) and len(typed) == 9:
        typed = f"0{typed}"  # a spreadsheet drops the zero with which every Dutch number begins
    if isinstance(cell, int) and len(typed) == 11 and typed.startswith("31"):
        typed = f"+{typed}"
    return identifiers.phone_number(typed)


def _yes_no(field: Field, cell: Cell) -> Value | None:
    return truth(cell)


def truth(cell: Cell) -> bool:
    """Return whether a cell says yes; Unreadable where it says neither yes nor no."""
    if isinstance(cell, bool):
        return cell
    typed = written(cell).strip()
    word = plain(typed)
    if typed in ("✓", "✔", "☑", "☒", "●", "•", "■", "√", "×", "✗x", "+") or word in word_set("yes"):
        return True
    if typed in ("☐", "□", "-", "✗", "✘", "") or word in word_set("no") or word in word_set("not_applicable"):
        return False
    raise Unreadable("Hier staat geen ja of nee.")


def _number(field: Field, cell: Cell) -> Value | None:
    typed = written(cell).strip()
    found = re.fullmatch(
        r"([0-9]{1,9})(?: ?(?:maand|maanden|mnd|mnd\.|leerlingen))?",
        typed.replace(".", "") if typed.count(".") == 1 and len(typed.rpartition(".")[2]) == 3 else typed,
    )
    if typed.endswith("%"):
        raise Unreadable(f"“{typed[:20]}” is een percentage, geen aantal.")
    if not found or int(found[1]) > (field.most or 2**31 - 1):
        raise Unreadable("Hier hoort een heel getal te staan.")
    return int(found[1])


def _names(field: Field, cell: Cell) -> Value | None:
    typed = written(cell)
    names = [text.line(name, 200) for name in (typed.split(";") if ";" in typed else _NAMES.split(typed))]
    return tuple(dict.fromkeys(name for name in names if name)) or None


def _schools(field: Field, cell: Cell) -> Value | None:
    typed = written(cell)
    if plain(typed) in word_set("all_schools"):
        return ("*",)
    names = re.split(r"[;\n|]|,(?! ?[0-9])", typed)
    return tuple(dict.fromkeys(filter(None, (text.line(name, 200) for name in names)))) or None


def _site_code(field: Field, cell: Cell) -> Value | None:
    typed = text.line(written(cell))
    return identifiers.site_code(f"{typed}00" if len(typed) == 4 else typed)


def _board_number(field: Field, cell: Cell) -> Value | None:
    return identifiers.board_number(_digits(field, cell).zfill(5))


def _identified(recognise: Callable[[str], str]) -> Callable[[Field, Cell], Value | None]:
    return lambda field, cell: recognise(text.line(written(cell), 2100))


def _date(field: Field, cell: Cell) -> Value | None:
    return day_of(
        cell, is_end=field.code in ("agreement.ends_on", "use.until"), needs_day=field.code not in _MAY_BE_MONTHS
    )


_MAY_BE_MONTHS = ("agreement.starts_on", "agreement.ends_on", "use.since", "use.until")
_READERS: dict[str, Callable[[Field, Cell], Value | None]] = {
    "line": _line,
    "prose": _prose,
    "kvk": _kvk,
    "phone": _phone,
    "yes_no": _yes_no,
    "number": _number,
    "names": _names,
    "schools": _schools,
    "site_code": _site_code,
    "board_number": _board_number,
    "date": _date,
    "web": _identified(identifiers.web_address),
    "email": _identified(identifiers.email_address),
    "postcode": _identified(identifiers.postcode),
    "rio": _identified(identifiers.rio_board),
}

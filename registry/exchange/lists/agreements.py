"""What a cell about the agreement says, which may be much at once: "ja, 3.0 d.d. 12-5-2021"."""

import re
from datetime import date, datetime
from functools import lru_cache

from registry import text
from registry.errors import InvalidText
from registry.exchange.lists.codes import LONGEST, find, model_version
from registry.exchange.lists.dates import day_of, period_of
from registry.exchange.lists.entry import Value
from registry.exchange.lists.fields import plain
from registry.exchange.lists.unreadable import Unreadable
from registry.exchange.tables.table import Cell

_DATE = re.compile(r"\b[0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:[0-9]{4}|[0-9]{2})\b|\b[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}\b")
_PERIOD = re.compile(rf"(?:{_DATE.pattern}) ?(?:t/m|tot en met|tot|tm|-|–) ?(?:{_DATE.pattern})")
_VERSION = re.compile(r"(?:model|versie|mvo|v)?[ .-]?[1-4][.,]0|\b(?:model|versie|mvo|v)[ .-]?[1-4]\b")
_FILLING = frozenset(
    (
        "verwerkersovereenkomst",
        "bewerkersovereenkomst",
        "overeenkomst",
        "mvo",
        "vwo",
        "model",
        "modelovereenkomst",
        "versie",
    )
    + (
        "d",
        "dd",
        "per",
        "van",
        "op",
        "datum",
        "vanaf",
        "conform",
        "volgens",
        "het",
        "de",
        "convenant",
        "algemeen",
        "sinds",
    )
    + ("modelverwerkersovereenkomst", "algemene", "is", "in", "onderwijs")
)


def agreement_in(cell: Cell) -> dict[str, Value]:
    """Return the fields that a cell about an agreement fills: its stage, and perhaps its model and its dates.

    A day or a model alone says that there is an agreement. Raises Unreadable where no stage can be told; whatever else
    the cell says is on that error as `values`.
    """
    if isinstance(cell, datetime | date):
        return {"agreement.status": "in_force", "agreement.starts_on": day_of(cell) or date.min}
    return dict(_in_text("ja" if cell is True else "nee" if cell is False else str(cell).strip()))


def model_alone(typed: str) -> str:
    """Return which model a text such as "verwerkersovereenkomst 3.0" names; "" where it says something else too."""
    rest = plain(_VERSION.sub(" ", typed.lower())).split()
    return model_version(typed) if all(word in _FILLING for word in rest) else ""


@lru_cache(maxsize=1000)
def _in_text(typed: str) -> dict[str, Value]:
    if status := find("agreement_status", typed):
        return {"agreement.status": status}
    values, rest = _without_dates(typed)
    if version := model_version(rest):
        values["agreement.model_version"] = version
    status = _stage(_VERSION.sub(" ", rest.lower()), bool(values))
    if status:
        return values | {"agreement.status": status}
    raise PartlyRead(values, typed)


class PartlyRead(Unreadable):
    """A cell that does not say how an agreement stands; `values` is what it does say."""

    def __init__(self, values: dict[str, Value], typed: str) -> None:
        super().__init__(
            "Hier staat niet hoe het met de overeenkomst staat. Kies het zelf, of vul in: ja, nee of niet nodig.",
            word=" ".join(typed.split())[:LONGEST],
        )
        self.values = values
        try:
            values.setdefault("agreement.note", text.prose(typed))
        except InvalidText:
            self.sentence = "Hier staat een teken dat niet bewaard kan worden."


def _without_dates(typed: str) -> tuple[dict[str, Value], str]:
    values: dict[str, Value] = {}
    if found := _PERIOD.search(typed):
        first, last = period_of(found[0]) or _two(found[0])
        values |= {"agreement.starts_on": first} if first else {}
        values |= {"agreement.ends_on": last} if last else {}
        return values, typed.replace(found[0], " ")
    days = _DATE.findall(typed)
    if len(days) == 1 and (day := day_of(days[0])):
        ends = re.search(r"\b(?:tot|t/m|verloopt|eindigt|einde)\b", typed.lower())
        values["agreement.ends_on" if ends else "agreement.starts_on"] = day
    return values, _DATE.sub(" ", typed)


def _two(typed: str) -> tuple[date | None, date | None]:
    first, last = _DATE.findall(typed)
    return day_of(first), day_of(last)


def _stage(rest: str, says_more: bool) -> str:
    if status := find("agreement_status", rest):
        return status
    left = [word for word in plain(rest).split() if word not in _FILLING]
    if not left:
        return "in_force" if says_more or plain(rest) else ""
    for part in (" ".join(left), *re.split(r"[,;:(]", rest)):
        if status := find("agreement_status", part):
            return status
    stages = {status for word in left if (status := find("agreement_status", word))}
    return stages.pop() if len(stages) == 1 and len(left) < 4 else ""

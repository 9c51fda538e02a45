"""What happened cannot lie in the future."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import inspect

from registry.errors import BrokenRule
from registry.model.base import Record

TO_COME = "Deze dag moet nog komen. Vul hem in als het zover is."


def refuse_days_to_come(record: Record, today: date | None, field: str = "") -> None:
    """Raise BrokenRule at the first day on which something was done, just filled in, that lies after today.

    The model marks those days (`is_past`). `field` is named instead of that day where the record is a row of a list.
    Without `today` nothing is refused: an earlier state that is put back was judged when it was saved.
    """
    changed = inspect(record).attrs
    columns = inspect(type(record)).column_attrs
    named = [one.key for one in columns if one.columns[0].info.get("past")]
    if today is not None:
        refuse_future(record, [name for name in named if changed[name].history.has_changes()], today, field)


def refuse_future(record: Record, names: Iterable[str], today: date, field: str = "") -> None:
    """Raise BrokenRule at the first of these dates that lies after today: it is a slip, or still has to happen."""
    for name in names:
        value = getattr(record, name)
        if value is not None and value > today:
            raise BrokenRule(TO_COME, field=field or name)

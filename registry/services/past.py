"""What happened cannot lie in the future."""

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
    if today is None:
        return
    state, columns = inspect(record).attrs, inspect(type(record)).column_attrs
    for name in (one.key for one in columns if one.columns[0].info.get("past")):
        value = getattr(record, name)
        if value is not None and value > today and state[name].history.has_changes():
            raise BrokenRule(TO_COME, field=field or name)

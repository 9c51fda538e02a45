"""What happened cannot lie in the future."""

from collections.abc import Iterable
from datetime import date

from registry.errors import BrokenRule
from registry.model.base import Record


def refuse_future(record: Record, names: Iterable[str], today: date) -> None:
    """Raise BrokenRule at the first of these dates that lies after today: it is a slip, or still has to happen."""
    for name in names:
        value = getattr(record, name)
        if value is not None and value > today:
            raise BrokenRule("Deze dag moet nog komen. Vul hem in als het zover is.", field=name)

"""A list on a form with one row for each code of a reference table, such as the purposes; the chosen ones are kept."""

from collections.abc import Callable, Iterator
from typing import Any, ClassVar

from wtforms import BooleanField

from registry.reference import facts
from registry.reference.fact import Fact
from registry.web.forms import Row, RowList


class CodeRow(Row):
    """The row of one code, and of the record that is stored for it, if any; it counts when `chooser` is filled in."""

    id = remove = None
    chooser: ClassVar[str]
    unchosen: ClassVar[str]
    fact: Any = None
    stored: Any = None

    @property
    def title(self) -> str:
        """What the errors at the top of the page call this row."""
        return str(self.fact.label)

    @property
    def is_chosen(self) -> bool:
        """Whether this code is part of the annex."""
        return bool(self._fields[self.chooser].data)

    def stand_for(self, fact: Fact, stored: Any, is_sent: bool) -> None:
        """Make this the row of that fact, and of the stored record when there is one."""
        self.fact, self.stored = fact, stored

    def values(self) -> dict[str, Any]:
        """Return the row as services take it, with the number of the stored row it stands for."""
        typed = {name: field.data for name, field in self._fields.items() if name != "ticked"}
        return typed | {"id": self.stored.id if self.stored else None}

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        """Return whether the row is right; something typed at a code that nobody chose is asked about."""
        if self.is_chosen:
            return bool(super(Row, self).validate(*args, **kwargs))
        if self.stored or self.is_blank:
            return True  # unticking what was stored takes it away
        self._fields[self.chooser].errors = [self.unchosen]
        return False


class TickedRow(CodeRow):
    """The row of a code with a box to tick."""

    chooser = "ticked"
    unchosen = "Kruis dit ook aan, of haal weg wat erbij staat."
    ticked = BooleanField("Aangekruist")

    @property
    def title(self) -> str:
        """The number on the paper, and what it stands for."""
        return f"{self.fact.code} {self.fact.label}"

    def stand_for(self, fact: Fact, stored: Any, is_sent: bool) -> None:
        """Make this the row of that fact; what is stored is ticked."""
        super().stand_for(fact, stored, is_sent)
        if not is_sent:
            self.ticked.data = stored is not None


class CodeTable(RowList):
    """A list with a row for each code of a reference table that `fits`; the chosen ones are the rows of the record.

    A code that is stored or was sent always has its row, also when it is retired or of another list.
    """

    def __init__(self, row: type[CodeRow], attribute: Any, label: str, **kwargs: Any) -> None:
        super().__init__(row, label, **kwargs)
        self.key, self.table = attribute.key, attribute.property.columns[0].info["table"]
        self.fits: Callable[[Any], bool] = lambda fact: True

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        """Make the rows, out of what was sent or else out of what is stored."""
        self.entries: list[Any] = []
        self.object_data = list(data or ())
        for fact in self._facts(formdata):
            same = [row for row in self.object_data if getattr(row, self.key) == fact.code]
            for number, stored in enumerate(same or [None]):
                self._add(fact, number, stored, formdata)

    def append_entry(self, data: Any = None) -> None:
        """Add nothing: the codes decide which rows there are."""

    def rows(self) -> list[dict[str, Any]]:
        """Return the rows that are chosen, each with its code."""
        chosen = (entry.form for entry in self.entries if entry.form.is_chosen)
        return [form.values() | {self.key: form.fact.code} for form in chosen]

    def _facts(self, formdata: Any) -> Iterator[Any]:
        kept = {getattr(row, self.key) for row in self.object_data}
        sent = {name.removeprefix(f"{self.name}-").rpartition("-")[0] for name in formdata or ()}
        for fact in getattr(facts(), self.table).values():
            if (self.fits(fact) and not fact.retired) or fact.code in kept | sent:
                yield fact

    def _add(self, fact: Fact, number: int, stored: Any, formdata: Any) -> None:
        name = f"{self.name}-{fact.code}" + (f"-{number}" if number else "")
        options = {"name": name, "id": name, "_meta": self.meta, "translations": self._translations}
        entry = self.meta.bind_field(self._form, self.unbound_field, options)
        entry.process(formdata, stored)
        entry.form.stand_for(fact, stored, bool(formdata))
        self.entries.append(entry)

"""The forms of an import: the file, its columns, the confirmation."""

from collections.abc import Mapping, Set
from datetime import date
from typing import Any

from flask import request
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, Form, HiddenField, SelectField
from wtforms.fields.choices import SelectChoice

from registry.calendar import school_year_begin
from registry.exchange.lists.entry import ListKind
from registry.exchange.lists.fields import fields as list_fields
from registry.exchange.lists.recognising import ROOMS
from registry.exchange.tables.table import Table, Workbook
from registry.model import CovenantEntry, SchoolBoard, Use
from registry.model.imports import ImportKind
from registry.services.imports.choices import Choices
from registry.services.imports.tables import EVERY, Chosen
from registry.web.forms import RegisterForm, fields

GROUPS = {
    "supplier": "Leverancier",
    "contact": "Contact",
    "covenant": "Convenant",
    "product": "Product",
    "agreement": "Overeenkomst",
    "use": "Gebruik op scholen",
    "annex": "Gegevens (in woorden)",
    "school": "School",
    "board": "Bestuur",
}
WITH_USES = (ListKind.SUPPLIERS, ListKind.MATRIX, ListKind.REGISTER)
WITH_BOARDS = (ListKind.SCHOOLS, ListKind.BOARDS)


class UploadForm(RegisterForm):
    """A file with a list."""

    file = FileField(
        "Bestand met de lijst",
        [FileRequired("Kies een bestand.")],
        description="Een Excel-bestand (xlsx of xls), een LibreOffice-bestand (ods) of een csv. Hoogstens 25 MB.",
    )


class TableChoice(Form):
    """Which table of the file, and what kind of list it is; kept in the address."""

    tabel = SelectField("Welke tabel?", coerce=int)
    soort = SelectField("Wat voor lijst is het?")

    def __init__(self, workbook: Workbook, stored: Choices) -> None:
        super().__init__(request.args, data={"tabel": stored.table, "soort": stored.kind})
        tables = [SelectChoice(place, _table_name(table, place)) for place, table in enumerate(workbook.tables)]
        every = [SelectChoice(EVERY, "alle bladen van een register samen")] if len(tables) > 1 else []
        self.tabel.choices = [*tables, *every]
        self.soort.choices = [SelectChoice(kind.value, kind.label.capitalize()) for kind in ImportKind]
        if not self.validate():  # an address that somebody wrote: as it was chosen before
            self.tabel.data, self.soort.data = stored.table, stored.kind


class ColumnsForm(RegisterForm):
    """The dates of a list, its source, and whether its columns are kept; the columns are added to it."""

    since = fields.day(
        Use.since, "Begindatum van gebruik", help="Geldt alleen voor rijen waar geen begindatum bij staat."
    )
    listed_on = fields.day(
        CovenantEntry.checked_on, "Van welke dag is de lijst?", help="Deze dag komt bij de stand in het convenant."
    )
    source = fields.line(CovenantEntry.source, "Waar komt de lijst vandaan?")
    board_number = fields.line(
        SchoolBoard.board_number, "Uw bestuursnummer", help="Alleen rijen met dit nummer worden ingelezen."
    )
    save_mapping = BooleanField(
        "Bewaar deze indeling", description="Een volgende lijst met dezelfde koppen wordt dan meteen zo gelezen."
    )

    def chosen(self, asked: Choices) -> Choices:
        """Return what was typed, for the table and the kind of list that were asked."""
        typed = self.data  # without the fields that this kind of list does not ask
        columns = {int(name[1:]): code for name, code in typed.items() if name[0] == "c" and name[1:].isdigit()}
        return Choices(
            table=asked.table,
            kind=asked.kind,
            columns=columns or None,
            since=typed.get("since"),
            listed_on=typed.get("listed_on"),
            source=typed.get("source") or asked.source,
            board_number=typed.get("board_number") or "",
            answers=asked.answers,
        )


class CheckForm(RegisterForm):
    """The confirmation of what was seen."""

    seal = HiddenField()
    skip = BooleanField("Sla de rijen over die aandacht vragen")


def columns_form(chosen: Chosen, stored: Choices, known_number: str, today: date) -> ColumnsForm:
    """Return the form with a choice for every column of the one table that is read."""
    reading, table = chosen.parts[0][1], chosen.parts[0][0]
    columns = reading.columns if len(chosen.parts) == 1 else ()
    choices = _choices({*ROOMS[reading.kind], *(one.field.partition(".")[0] for one in columns)})
    selects: dict[str, Any] = {
        f"c{one.index}": SelectField(one.heading or f"kolom {table.first_column + one.index}", choices=choices)
        for one in columns
    }
    kind = type("ChosenColumnsForm", (ColumnsForm,), selects)
    said: dict[str, Any] = {f"c{one.index}": one.field for one in columns}
    said |= {"since": stored.since or school_year_begin(today), "listed_on": stored.listed_on or today}
    said |= {"source": stored.source, "board_number": stored.board_number or known_number}
    form: ColumnsForm = kind(data=said)
    if chosen.kind not in WITH_USES:
        del form.since
    if chosen.kind not in WITH_BOARDS:
        del form.board_number
    return form


def examples(table: Table, index: int, most: int = 3) -> list[str]:
    """Return what stands in the first cells of a column that are filled, each once."""
    filled = (row.cells[index] for row in table.rows if index < len(row.cells) and row.cells[index] is not None)
    found: dict[str, None] = {}
    for cell in filled:
        found[str(cell)[:60]] = None
        if len(found) == most:
            break
    return list(found)


def answers_in(form: Mapping[str, str]) -> dict[str, str]:
    """Return the answers that were sent, by the code of their question."""
    return {name.removeprefix("answer-"): value for name, value in form.items() if name.startswith("answer-")}


def _choices(rooms: Set[str]) -> list[SelectChoice]:
    """The fields that a list of this kind can fill."""
    found = [
        SelectChoice(field.code, field.label, optgroup=GROUPS[field.code.partition(".")[0]])
        for field in list_fields().values()
        if field.code.partition(".")[0] in rooms
    ]
    in_groups = sorted(found, key=lambda choice: list(GROUPS.values()).index(choice.optgroup))
    return [SelectChoice("", "Niet overnemen", optgroup="Deze kolom"), *in_groups]


def _table_name(table: Table, place: int) -> str:
    named = f"blad {table.sheet}" if table.sheet else f"tabel {place + 1}"
    return f"{named}, vanaf rij {table.heading_row} ({len(table.rows)} rijen)"

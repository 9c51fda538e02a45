"""The commands that take lists and cards out of the register: `export FILE` and `export card SUPPLIER FILE`."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from registry.errors import BrokenRule
from registry.paths import Instance

REGISTER = "avg-register"
Write = Callable[[Any, date, str], Iterator[bytes]]


class FileOrCommand(click.Group):
    """A group in which a first word that is no command is the name of a file."""

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command named by the first word, else the one that writes a file."""
        return super().resolve_command(context, args if args[0] in self.commands else ["file", *args])


@click.group(
    cls=FileOrCommand,
    subcommand_metavar="BESTAND | card LEVERANCIER BESTAND",
    context_settings={"ignore_unknown_options": True},
    help="Schrijf het register als lijsten: BESTAND.xlsx, .csv of .json, of alles zonder verlies: BESTAND.zip. "
    "Een bestand dat er al is, wordt vervangen. "
    "Achter de naam: --sheet LIJST voor één lijst, zoals leveranciers of avg-register (bij .csv is dat nodig), "
    "en --on DATUM voor de stand op een dag.",
)
def export() -> None:
    """Hold what can be taken out."""


@export.command("file", hidden=True, help="Schrijf het register als lijsten.")
@click.argument("out", metavar="BESTAND", type=click.Path(path_type=Path))
@click.option("--sheet", default="", help="Alleen deze lijst, zoals leveranciers; bij .csv is dat nodig.")
@click.option("--on", "day", help="Stand op deze dag, zoals 2026-08-01. Anders vandaag.")
@click.pass_obj
def file(instance: Instance, out: Path, sheet: str, day: str | None) -> None:
    """Write the lists in the form that the name of the file asks for; BrokenRule for a form or list that is not."""
    from registry.cli import days
    from registry.cli.files import write_files, zip_file
    from registry.cli.running import open_register

    if out.suffix.lower() == ".zip":
        return _everything(instance, out)
    write = _writers().get(out.suffix.lower())
    if write is None:
        raise BrokenRule(f"De naam van het bestand moet eindigen op {' of '.join([*_writers(), '.zip'])}: {out}")
    with open_register(instance, may_begin=False) as session:
        write_files([(zip_file(out), write(session, days.day(day) or date.today(), sheet))])
    return click.echo(f"Geschreven: {out}")


def _everything(instance: Instance, out: Path) -> None:
    from registry.cli.archiving import write_everything
    from registry.cli.running import open_register

    with open_register(instance, may_begin=False) as session:
        write_everything(session, instance, out)


@export.command("card", help="Schrijf de kaart van een leverancier: zonder iets van het bestuur zelf.")
@click.argument("supplier", metavar="LEVERANCIER")
@click.argument("out", metavar="BESTAND", type=click.Path(path_type=Path))
@click.pass_obj
def card(instance: Instance, supplier: str, out: Path) -> None:
    """Write the card of this supplier; NotFound when there is none by that name or KvK number."""
    from registry.cli.cards import write_card

    write_card(instance, supplier, out)


def _writers() -> dict[str, Write]:
    """By the end of the file's name: session, day and wanted list to bytes. Another form of export is a line here."""
    return {".xlsx": _workbook, ".csv": _csv, ".json": _json}


def _workbook(session: Any, on: date, sheet: str) -> Iterator[bytes]:
    from registry.exchange.sheets.workbook import workbook_bytes

    return workbook_bytes(_sheets(session, on, sheet))


def _csv(session: Any, on: date, sheet: str) -> Iterator[bytes]:
    from registry.exchange.sheets.csv import csv_sheet
    from registry.services.exports.lists import LISTS

    if not sheet or sheet == REGISTER:
        raise BrokenRule(f"Een CSV-bestand is één lijst. Kies met --sheet uit: {', '.join(LISTS)}.")
    return csv_sheet(_sheets(session, on, sheet)[0])


def _json(session: Any, on: date, sheet: str) -> Iterator[bytes]:
    from registry.services.exports.json_lists import json_lines

    return json_lines(_sheets(session, on, sheet), on)


def _sheets(session: Any, on: date, sheet: str) -> list[Any]:
    from registry.services.exports.lists import LISTS, register_sheets, sheet_of
    from registry.services.exports.processing import processing_sheets

    if not sheet:
        return list(register_sheets(session, on))
    if sheet == REGISTER:
        return processing_sheets(session, on)
    if sheet not in LISTS:
        raise BrokenRule(f"Er is geen lijst “{sheet}”. Kies uit: {', '.join([*LISTS, REGISTER])}.")
    return [sheet_of(LISTS[sheet](session, on))]

"""The commands for supplier cards: `card validate FILE` and `card schema`; and what `export card` does."""

import json
from pathlib import Path

import click

from registry.errors import BrokenRule
from registry.paths import Instance


@click.group(help="Kaarten van leveranciers: kijk na of een kaart goed is, of bekijk wat erop mag staan.")
def card() -> None:
    """Hold what can be done with cards."""


@card.command(help="Kijk na of een kaart goed is. Daarvoor is geen register nodig.")
@click.argument("file", metavar="BESTAND", type=click.Path(path_type=Path))
def validate(file: Path) -> None:
    """Tell that the card is sound and which hash belongs to it; the first fault is one sentence and exit code 2."""
    from registry.exchange.cards.reading import HASH, MOST_BYTES, hash_of, read_card
    from registry.reference import load
    from registry.services.cards.values import check_codes

    try:
        with file.open("rb") as opened:
            found = read_card(opened.read(MOST_BYTES + 1))
    except OSError as fault:
        raise BrokenRule(f"Dit bestand kan niet worden gelezen: {file}") from fault
    check_codes(found, load(None))
    click.echo(f"De kaart van {found['leverancier']['naam']} is goed.")
    click.echo(
        "De controlecode klopt." if HASH in found else f"Er staat geen controlecode op. Die is: {hash_of(found)}"
    )


@card.command(help="Schrijf het JSON-schema van een kaart.")
def schema() -> None:
    """Write the JSON Schema."""
    from registry.exchange.cards.reading import schema as card_schema

    click.echo(json.dumps(card_schema(), ensure_ascii=False, indent=2))


def write_card(instance: Instance, supplier: str, out: Path) -> None:
    """Write the card of the supplier with this name or KvK number; NotFound when there is none."""
    from datetime import date

    from registry.cli.files import write_files, zip_file
    from registry.cli.running import open_register
    from registry.exchange.cards.reading import card_file
    from registry.queries.exports.supplier_card import supplier_card
    from registry.queries.suppliers.supplier_names import supplier_named

    if out.suffix.lower() != ".json":
        raise BrokenRule(f"De naam van het bestand moet eindigen op .json: {out}")
    with open_register(instance) as session:
        number = supplier_named(session, supplier).id
        write_files([(zip_file(out), [card_file(supplier_card(session, number, date.today()))])])
    click.echo(f"Geschreven: {out}")

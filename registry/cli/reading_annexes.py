"""The command that reads a supplier's annex: `read-annex`."""

from pathlib import Path
from typing import Any

import click


@click.command("read-annex", help="Lees een bijlage van een leverancier (Word of PDF). Er wordt niets bewaard.")
@click.argument("file", metavar="BESTAND", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Als JSON, voor andere programma’s.")
def read_annex(file: Path, as_json: bool) -> None:
    """Write what each annex in the file says; FileRefused for a file that cannot be read."""
    from registry.exchange.annexes.annex_json import as_json as told
    from registry.exchange.annexes.reading import read_annexes

    readings = told(read_annexes(file.name, file.read_bytes()))
    click.echo(_json(readings) if as_json else _lines(readings))


def _json(readings: dict[str, Any]) -> str:
    import json

    return json.dumps(readings, ensure_ascii=False, indent=2)


def _lines(readings: dict[str, Any]) -> str:
    if not readings["annexes"]:
        return "In dit bestand is geen bijlage herkend."
    kinds = {"privacy": "Privacybijsluiter", "security": "Beveiligingsbijlage"}
    lines = []
    for annex in readings["annexes"]:
        lines.append(kinds[annex["kind"]])
        for field, place in annex["found"].items():
            if "[" not in field:
                sure = round(place["certainty"] * 100)
                where = f"bladzijde {place['page']}, " if place["page"] else ""
                lines.append(f"  {field} ({where}{sure}% zeker): {place['text']}")
    return "\n".join(lines)

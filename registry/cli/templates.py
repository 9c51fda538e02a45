"""The commands about Word templates: `templates check`, `templates list` and `templates add`."""

import json
import sys
from pathlib import Path
from typing import Any

import click

from registry.errors import BrokenRule
from registry.paths import Instance


@click.group(help="Word-sjablonen nakijken, tonen en toevoegen.")
def templates() -> None:
    """Hold the commands about templates."""


@templates.command(help="Kijk een Word-sjabloon na. Er wordt niets bewaard.")
@click.argument("file", type=click.Path(dir_okay=False))
@click.option("--paper", default="", help="Voor welk document; anders mag elk bekend veld.")
@click.option("--json", "as_json", is_flag=True, help="Als JSON: ok, fields, unknown, refused.")
def check(file: str, paper: str, as_json: bool) -> None:
    """Tell what a template asks for and what is wrong with it; exit code 1 when something is."""
    from registry.services.paper.checking import check_template

    report = check_template(_content(file), paper)
    if as_json:
        click.echo(json.dumps(report.plain(), ensure_ascii=False, indent=2))
    else:
        _tell(report.plain())
    if not report.ok:
        sys.exit(1)


@templates.command("list", help="Toon van elk document welk sjabloon het gebruikt.")
@click.pass_obj
def list_templates(instance: Instance) -> None:
    """Tell for each paper which template it gets."""
    from registry.cli.template_files import tell_templates

    tell_templates(instance)


@templates.command(help="Voeg een sjabloon toe en neem het in gebruik. Een fout sjabloon wordt niet bewaard.")
@click.argument("file", type=click.Path(dir_okay=False))
@click.option("--paper", required=True, help="Voor welk document, zoals “templates list” het noemt.")
@click.option("--school", "code", default="", help="De vestigingscode, voor een eigen sjabloon van een school.")
@click.option("--title", default="", help="Hoe het sjabloon heet; anders de naam van het bestand.")
@click.pass_obj
def add(instance: Instance, file: str, paper: str, code: str, title: str) -> None:
    """Keep a template and take it in use."""
    from registry.cli.template_files import add_file

    add_file(instance, Path(file), _content(file), paper, code, title)


def _content(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except OSError as fault:
        raise BrokenRule(f"Het bestand kan niet worden gelezen: {file} ({fault.strerror}).") from fault


def _tell(report: dict[str, Any]) -> None:
    click.echo("Het sjabloon is goed." if report["ok"] else "Het sjabloon is niet goed.")
    for one in report["unknown"]:
        nearest = f" Bedoelt u {one['nearest']}?" if one["nearest"] else ""
        click.echo(f"- {one['name']} bestaat niet ({one['place']}).{nearest}")
    for one in report["refused"]:
        place = f" ({one['place']})" if one["place"] and one["place"] not in one["reason"] else ""
        click.echo(f"- {one['reason']}{place}")
    if report["fields"]:
        click.echo(f"Velden: {', '.join(report['fields'])}")

"""The command that takes over a list: `import`."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from registry.errors import BrokenRule
from registry.paths import Instance

if TYPE_CHECKING:
    from registry.services.imports.choices import Choices


@click.command(
    "import",
    help="Lees een lijst in: leveranciers, scholen, het convenant. Of maak dat ongedaan. "
    "Een zip met alles gaat in een leeg register.",
)
@click.argument("file", required=False, metavar="BESTAND")
@click.option("--as", "kind", default="", metavar="SOORT", help="Welke soort lijst het is, zoals suppliers of schools.")
@click.option("--dry-run", is_flag=True, help="Laat alleen zien wat er zou gebeuren.")
@click.option("--json", "as_json", is_flag=True, help="Als JSON, voor andere programma’s.")
@click.option("--since", metavar="DATUM", help="Begindatum van gebruik waar de lijst er geen noemt.")
@click.option("--listed-on", metavar="DATUM", help="Van welke dag de lijst is; zonder: vandaag.")
@click.option(
    "--board", "board_number", default="", metavar="NUMMER", help="Uw bestuursnummer, als de lijst er meer noemt."
)
@click.option("--answer", "answers", multiple=True, metavar="CODE=ANTWOORD", help="Een antwoord op een vraag.")
@click.option("--skip-attention", is_flag=True, help="Sla rijen over die aandacht vragen.")
@click.option("--undo", "undone", type=int, metavar="NUMMER", help="Maak een eerdere lijst ongedaan.")
@click.option("--list", "as_list", is_flag=True, help="Noem de lijsten die zijn ingelezen.")
@click.pass_obj
def import_list(
    instance: Instance, /, file: str | None, undone: int | None, as_list: bool, dry_run: bool, **given: Any
) -> None:
    """Take a list over, all or nothing; exit code 2, with one sentence and nothing written, when that is refused."""
    from registry.cli.archiving import read_everything
    from registry.cli.running import open_register

    with open_register(instance) as session:
        if as_list:
            _list(session)
        elif undone is not None:
            _undo(session, undone)
        elif file and file.lower().endswith(".zip"):
            read_everything(session, instance, Path(file))
        elif file:
            _import(session, Path(file), dry_run, given)
        else:
            raise click.UsageError("Noem een bestand, of --undo of --list.")


def _import(session: Any, file: Path, dry_run: bool, given: dict[str, Any]) -> None:
    from registry.services.imports.at_once import import_at_once, look_at

    content, kind = _content(file), given["kind"]
    if dry_run:
        told = look_at(session, file.name, content, kind, _chooser(given), date.today())
    else:
        now = datetime.now(UTC)
        told = import_at_once(session, file.name, content, kind, _chooser(given), given["skip_attention"], now)
    click.echo(json.dumps(told, ensure_ascii=False, indent=2) if given["as_json"] else _words(told))


def _chooser(given: dict[str, Any]) -> "Callable[[Choices], Choices]":
    from registry.cli import days

    said = {
        "since": days.day(given["since"]),
        "listed_on": days.day(given["listed_on"]),
        "board_number": given["board_number"],
        "answers": dict(answer.split("=", 1) for answer in given["answers"] if "=" in answer),
    }
    return lambda choices: replace(choices, **said)


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as fault:
        raise BrokenRule(f"Het bestand kan niet worden gelezen: {file} ({fault.strerror}).") from fault


def _words(told: dict[str, Any]) -> str:
    lines = [line for row in told["rows"] for line in _row_words(row)]
    counts = told["counts"]
    lines.append(
        f"{counts['new']} nieuw, {counts['changed']} gewijzigd, {counts['same']} hetzelfde, "
        f"{counts['attention']} vraagt aandacht, {counts['left_out']} overgeslagen omdat ze over anderen gaan."
    )
    lines += [f"Staat niet op de lijst: {', '.join(told['missing'])}."] if told["missing"] else []
    lines += [f"Ingelezen als import {told['import']}."] if "import" in told else []
    return "\n".join(lines)


def _row_words(row: dict[str, Any]) -> Iterator[str]:
    from registry.services.imports.plan import Action

    yield f"rij {row['row']}: {Action(row['action']).label} – {', '.join(row['record'])}"
    for field in row["fields"]:
        yield f"    {field['record']}, {field['field']}: {field['old'] or 'leeg'} → {field['new']}"
    for remark in row["remarks"]:
        where = f"kolom {remark['column']}: " if remark["column"] else ""
        yield f"    {where}{remark['sentence']}"
    for problem in row["problems"]:
        where = f"kolom {problem['column']}: " if problem["column"] else ""
        answers = "".join(f" --answer {problem['code']}={one}" for one in problem.get("answers", ()))
        yield f"    {where}{problem['sentence']}{answers}"


def _undo(session: Any, number: int) -> None:
    from registry.services.imports.undoing import undo_import

    one = undo_import(session, number, datetime.now(UTC))
    click.echo(f"Import {one.id} is ongedaan gemaakt: {one.name}.")


def _list(session: Any) -> None:
    from sqlalchemy import select

    from registry.dutch import short_moment
    from registry.model import Import

    found = session.scalars(select(Import).order_by(Import.id)).all()
    for one in found:
        click.echo(f"{one.id}  {short_moment(one.made_at)}  {one.state.label}  {one.kind.label}: {one.name}")
    if not found:
        click.echo("Er is nog geen lijst ingelezen.")

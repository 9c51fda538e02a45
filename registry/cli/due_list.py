"""The command that tells what is due: `due`."""

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from registry.paths import Instance

if TYPE_CHECKING:
    from registry.queries.deadlines.due_item import DueItem


@click.command(help="Zeg wat op een dag gedaan moet zijn en nog niet gedaan is.")
@click.option("--on", "day", metavar="DATUM", help="Op welke dag, zoals 2027-08-01; zonder: vandaag.")
@click.option("--ahead", default="0", metavar="DAGEN", help="Noem ook wat binnen zoveel dagen moet; zonder: 0.")
@click.option("--json", "as_json", is_flag=True, help="Als JSON, voor andere programma’s.")
@click.pass_obj
def due(instance: Instance, day: str | None, ahead: str, as_json: bool) -> None:
    """Write what is due on or before the day, the longest overdue first; BrokenRule for a day that does not exist."""
    from datetime import timedelta

    from registry.cli import days
    from registry.cli.running import open_register
    from registry.model.columns import Day
    from registry.queries.deadlines.due import due as items_due

    on = Day().clean(days.day(day), "on") or date.today()
    until = on + timedelta(days=days.number_of_days(ahead))
    with open_register(instance) as session:
        items = items_due(session, on, until)
        click.echo(_json(session, items) if as_json else _table(items, until, _names(session)))


def _json(session: Any, items: "list[DueItem]") -> str:
    import json

    names = _names(session)
    return json.dumps([_plain(item, names) for item in items], ensure_ascii=False, indent=2)


def _names(session: Any) -> dict[int, str]:
    from sqlalchemy import select

    from registry.model import School

    return {school.id: school.name for school in session.execute(select(School.id, School.name))}


def _plain(item: "DueItem", schools: dict[int, str]) -> dict[str, str]:
    told = {
        "kind": item.kind.value,
        "on": item.on.isoformat(),
        "subject": item.subject,
        "action": item.action,
        "sentence": item.sentence,
    }
    return told if item.school_id is None else told | {"school": schools[item.school_id]}


def _table(items: "list[DueItem]", until: date, schools: dict[int, str]) -> str:
    from registry.dutch import long_date

    if not items:
        return f"Er is niets wat op of voor {long_date(until)} gedaan moet zijn."
    rows = [(item.on.isoformat(), item.kind.label, _whose(item, schools), item.action) for item in items]
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    return "\n".join(_line(row, widths) for row in rows)


def _whose(item: "DueItem", schools: dict[int, str]) -> str:
    """Its sentence, with the school before it where it does not name that itself."""
    name = schools.get(item.school_id or 0, "")
    return item.sentence if name in item.sentence else f"{name}: {item.sentence}"


def _line(row: tuple[str, str, str, str], widths: list[int]) -> str:
    day, kind, sentence, action = row
    return f"{day:<{widths[0]}}  {kind:<{widths[1]}}  {sentence} – {action}"

"""The commands that write Word files: `generate agreement` and `generate schoolgids`."""

from collections.abc import Callable
from typing import Any

import click

from registry.errors import BrokenRule
from registry.paths import Instance


@click.group(help="Schrijf een Word-bestand. Een bestand dat er al is, wordt vervangen.")
def generate() -> None:
    """Hold the papers that can be written."""


def _for_every_paper(command: Callable[..., Any]) -> Callable[..., Any]:
    out = click.option("--out", required=True, type=click.Path(), help="Het Word-bestand, of met --all de map.")
    day = click.option("--on", "day", help="Stand op deze dag, zoals 2026-08-01. Anders vandaag.")
    final = click.option("--final", is_flag=True, help="Definitief; dat kan alleen als er niets meer ontbreekt.")
    return click.pass_obj(out(day(final(command))))


@generate.command(help="De verwerkersovereenkomst met een leverancier, met alle bijlagen.")
@click.option("--supplier", "name", required=True, help="Naam van de leverancier, of het KvK-nummer.")
@_for_every_paper
def agreement(instance: Instance, name: str, **wishes: Any) -> None:
    """Write the agreement with one supplier."""
    from registry.cli.papers import Wish, write_agreement

    write_agreement(Wish.of(instance, **wishes), name)


@generate.command(help="De leverancierslijst voor de schoolgids van een school, of van alle scholen.")
@click.option("--school", "code", help="De vestigingscode, zoals 16SW03.")
@click.option("--all", "every", is_flag=True, help="Van alle scholen; --out is dan een map.")
@click.option("--only-learning-materials", is_flag=True, help="Alleen uitgevers en distributeurs van leermiddelen.")
@_for_every_paper
def schoolgids(instance: Instance, code: str | None, every: bool, only_learning_materials: bool, **wishes: Any) -> None:
    """Write the list of one school, or of every school."""
    from registry.cli.papers import Wish, write_school_guide, write_school_guides

    if bool(code) == every:
        raise BrokenRule("Geef één school met --school, of vraag alle scholen met --all.")
    kind = "schoolgids-leermiddelen" if only_learning_materials else "schoolgids"
    wish = Wish.of(instance, **wishes)
    write_school_guide(wish, kind, code) if code else write_school_guides(wish, kind)

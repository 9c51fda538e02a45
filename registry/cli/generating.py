"""The commands that write Word files: `generate PAPER`, one for every paper that there is."""

from typing import TYPE_CHECKING, Any

import click

from registry.paths import Instance

if TYPE_CHECKING:  # the papers bring the whole register along; `--help` of another command need not wait for it
    from registry.services.paper import PaperKind

# Commands that stand for two papers: which one, the option that asks for the other, which one that is.
VARIANTS = {
    "agreement": ("agreement-complete", "--without-annexes", "agreement", "Alleen de overeenkomst, zonder bijlagen."),
    "schoolgids": (
        "schoolgids",
        "--only-learning-materials",
        "schoolgids-leermiddelen",
        "Alleen uitgevers en distributeurs van leermiddelen.",
    ),
}
BY_SUBJECT = {
    "supplier": (
        click.Option(["--supplier"], help="Naam van de leverancier, of het KvK-nummer."),
        click.Option(["--all", "every"], is_flag=True, help="Van alle verwerkers; --out is dan een map of een .zip."),
        click.Option(["--covenant"], help="Met --all: alleen deelnemer, medestander, niet aangesloten of onbekend."),
        click.Option(["--model"], help="Met --all: alleen overeenkomsten op dit model, zoals mvo_4_0."),
        click.Option(["--without-agreement"], is_flag=True, help="Met --all: alleen wie nog geen overeenkomst heeft."),
    ),
    "school": (
        click.Option(["--school"], help="De vestigingscode, zoals 16SW03."),
        click.Option(["--all", "every"], is_flag=True, help="Van alle scholen; --out is dan een map of een .zip."),
    ),
    "product": (
        click.Option(["--product"], required=True, help="Naam van het product."),
        click.Option(["--supplier"], help="Van welke leverancier, als meer producten zo heten."),
    ),
    "privacy_annex": (
        click.Option(["--product"], required=True, help="Naam van het product."),
        click.Option(["--supplier"], help="Van welke leverancier, als meer producten zo heten."),
        click.Option(["--version", "edition"], help="Versie van de privacybijsluiter; anders de nieuwste."),
    ),
    "security_annex": (
        click.Option(["--product"], required=True, help="Naam van het product."),
        click.Option(["--supplier"], help="Van welke leverancier, als meer producten zo heten."),
        click.Option(["--version", "edition"], help="Versie van de beveiligingsbijlage; anders de nieuwste."),
    ),
    "breach": (click.Option(["--number"], required=True, type=click.IntRange(1), help="Het nummer van het datalek."),),
    "subprocessor_notice": (
        click.Option(["--number"], required=True, type=click.IntRange(1), help="Het nummer van de wijziging."),
    ),
    "practice_check": (
        click.Option(["--number"], required=True, type=click.IntRange(1), help="Het nummer van de keer nalopen."),
    ),
    "school_board": (),
}
# By the names of what a kind of paper asks.
ASKED = {
    "agreement": click.Option(["--agreement"], type=click.IntRange(1), help="Het nummer van de overeenkomst."),
    "since": click.Option(["--since"], help="De eerste dag van de periode, zoals 2025-08-01."),
    "blocks": click.Option(["--blocks"], help="Welke onderdelen, met komma's ertussen; anders alle."),
    "beside": click.Option(
        ["--beside"], type=click.IntRange(1), help="Het nummer van de versie ernaast; anders de vorige."
    ),
}
ALWAYS = (
    click.Option(["--out"], required=True, type=click.Path(), help="Het Word-bestand, of met --all de map of zip."),
    click.Option(["--on", "day"], help="Stand op deze dag, zoals 2026-08-01. Anders vandaag."),
    click.Option(["--final"], is_flag=True, help="Definitief; dat kan alleen als er niets meer ontbreekt."),
    click.Option(["--pdf"], is_flag=True, help="Ook een PDF; dat kan alleen waar LibreOffice is."),
)


class Papers(click.Group):
    """A group with a command for each paper of the table."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the codes of the papers, in the order of the table."""
        return list(_kinds())

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Return the command of this paper; None when there is no such paper."""
        return _command(_kinds()[name]) if name in _kinds() else None


@click.group(cls=Papers, help="Schrijf een Word-bestand. Een bestand dat er al is, wordt vervangen.")
def generate() -> None:
    """Hold the papers that can be written."""


def _kinds() -> dict[str, "PaperKind"]:
    from registry.services.paper import KINDS

    return KINDS


def _command(kind: "PaperKind") -> click.Command:
    code, option, other, told = VARIANTS.get(kind.code, (kind.code, "", "", ""))
    usual = _kinds()[code]
    variant = [click.Option([option, "other"], is_flag=True, help=told)] if option else []
    options = [*BY_SUBJECT[kind.subject], *variant, *(ASKED[one] for one in usual.asks), *ALWAYS]

    @click.pass_obj
    def write(instance: Instance, /, **typed: Any) -> None:
        from registry.cli.papers import write_paper

        write_paper(instance, _kinds()[other] if typed.get("other") else usual, typed)

    blocks = ", ".join(f"{code} ({name})" for code, name in usual.blocks)
    parts = f" Onderdelen: {blocks}." if blocks else ""
    return click.Command(kind.code, params=list(options), callback=write, help=f"{usual.title}.{parts}")

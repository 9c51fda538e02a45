"""`python -m registry …`: the register from the command line; a broken rule is one Dutch sentence and exit code 2."""

import sys

import click

import registry
from registry.cli.archiving import copy_to
from registry.cli.backing_up import backup
from registry.cli.cards import card
from registry.cli.checking import doctor
from registry.cli.due_list import due
from registry.cli.exporting import export
from registry.cli.generating import generate
from registry.cli.importing import import_list
from registry.cli.reading_annexes import read_annex
from registry.cli.reminding import reminders
from registry.cli.restoring import restore
from registry.cli.running import run
from registry.cli.templates import templates
from registry.cli.tidying import tidy
from registry.errors import RegisterError
from registry.paths import Instance, default_instance


class Commands(click.Group):
    """A group whose commands end in one sentence on standard error when a rule is broken."""

    def invoke(self, context: click.Context) -> object:
        """Run the command; exit with 2 after a broken rule, or when disk or database will not."""
        try:
            return super().invoke(context)
        except RegisterError as fault:
            click.echo(fault.sentence, err=True)
            sys.exit(2)
        except Exception as fault:
            if not (sentence := _unavailable(fault)):
                raise
            click.echo(sentence, err=True)
            sys.exit(2)


def _unavailable(fault: Exception) -> str | None:
    """The sentence for a full disk, or a database that cannot be reached: no fault of the program."""
    if isinstance(fault, click.ClickException | click.exceptions.Exit | click.Abort):
        return None
    from registry.database.unavailable import unavailable  # here: a command that only tells its version starts sooner

    told = unavailable(fault)
    return told.sentence if told else None


@click.group(cls=Commands, help="Het register van leveranciers en verwerkersovereenkomsten.")
@click.option("--instance", "folder", type=click.Path(file_okay=False), help="De map van het bestuur.")
@click.version_option(registry.__version__, message="%(version)s")
@click.pass_context
def main(context: click.Context, folder: str | None) -> None:
    """Run one command on one instance folder."""
    from pathlib import Path

    context.obj = Instance(Path(folder)) if folder else default_instance()


# What each asks of who stands at the console: as on a screen, by the name of an access.Right. Reading that module here
# would make every start slower. The console itself is the administrator's: commands run with all rights.
RIGHTS = {
    run: "MANAGE",
    generate: "MAKE_PAPER",
    templates: "SET_UP",
    tidy: "MANAGE",
    doctor: "MANAGE",
    due: "READ",
    reminders: "MANAGE",
    copy_to: "MANAGE",
    backup: "MANAGE",
    restore: "MANAGE",
    import_list: "SET_UP",
    read_annex: "READ",
    export: "READ",
    card: "READ",
}
for command in RIGHTS:
    main.add_command(command)

"""Where the product's own files lie, and those of a board."""

import stat
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
# A wheel carries the templates inside the package; in a checkout they stand beside it.
_INSTALLED = (_PACKAGE / "agreement_templates").is_dir()
_HOME = _PACKAGE if _INSTALLED else _PACKAGE.parent


def templates_folder() -> Path:
    """Return the folder of the HTML templates."""
    return _HOME / "templates"


def agreement_templates_folder() -> Path:
    """Return the folder of the Word templates that come with the product."""
    return _HOME / "agreement_templates"


def manual_folder() -> Path:
    """Return the folder of the manual that is shown on screen."""
    return _PACKAGE / "handleiding" if _INSTALLED else _HOME / "docs" / "handleiding"


@dataclass(frozen=True)
class Instance:
    """The folder in which one board keeps everything of its own."""

    root: Path

    @property
    def database(self) -> Path:
        """Return the SQLite database."""
        return self.root / "register.sqlite"

    @property
    def begun(self) -> Path:
        """Return the mark that says that a register has begun here."""
        return self.root / "register-begonnen.txt"

    @property
    def in_use(self) -> Path:
        """Return the file on which who works in this folder holds a lock."""
        return self.root / "in-gebruik.lock"

    @property
    def settings(self) -> Path:
        """Return the file with the settings."""
        return self.root / "settings.toml"

    @property
    def reference(self) -> Path:
        """Return the folder of the reference facts that lie over the shipped ones."""
        return self.root / "reference"

    @property
    def agreement_templates(self) -> Path:
        """Return the folder of the board's own Word templates."""
        return self.root / "agreement_templates"

    @property
    def cards(self) -> Path:
        """Return the folder of supplier cards: a catalogue that boards can share."""
        return self.root / "cards"

    @property
    def secret_key(self) -> Path:
        """Return the file with the key that signs the sessions."""
        return self.root / "secret_key"

    def prepare(self) -> None:
        """Make the folder where it is missing, and close it to people outside its owner and group.

        Raises OSError where the system does not let us.
        """
        self.root.mkdir(mode=stat.S_IRWXU, parents=True, exist_ok=True)
        mode = stat.S_IMODE(self.root.stat().st_mode)
        if mode & stat.S_IRWXO:
            self.root.chmod(mode & ~stat.S_IRWXO)


def default_instance() -> Instance:
    """Return the instance of the checkout, or for an installed wheel the one in the current folder."""
    return Instance((Path.cwd() if _INSTALLED else _HOME) / "instance")

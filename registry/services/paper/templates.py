"""Where the Word templates come from: a board's own takes the place of the shipped one with the same name."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from registry.errors import BrokenRule
from registry.paths import agreement_templates_folder


@dataclass(frozen=True)
class Template:
    """The bytes of a template, and whether the board made it its own."""

    content: bytes
    is_own: bool

    @property
    def sha256(self) -> str:
        """What tells this template from any other version of it."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True)
class Templates:
    """The templates of one board: those in its own folder, and under them the shipped ones."""

    own: Path

    def read(self, name: str) -> Template:
        """Return the template with this name; BrokenRule when there is none, or it cannot be read."""
        path = self.own / f"{name}.docx"
        is_own = path.is_file()
        try:
            return Template((path if is_own else agreement_templates_folder() / path.name).read_bytes(), is_own)
        except OSError as fault:
            raise BrokenRule(f"Het Word-sjabloon {path.name} kan niet worden gelezen.") from fault

"""A message that somebody sends from their own mail program: the register fills it in and sends nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True)
class Message:
    """A message with its subject and its text, for these addresses, if any."""

    subject: str
    text: str
    to: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        """The link that opens it in a mail program (RFC 6068)."""
        whom = ",".join(quote(address, safe="@") for address in self.to)
        return f"mailto:{whom}?subject={quote(self.subject)}&body={quote(_lines(self.text.splitlines()))}"


def _lines(lines: Iterable[str]) -> str:
    return "\r\n".join(lines)  # RFC 6068, 5: lines of a body end so

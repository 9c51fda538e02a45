"""The folder of cards as a catalogue: what lies in it, read anew each time."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from registry.errors import FileRefused, NotFound
from registry.exchange.cards.reading import MOST_BYTES, read_card
from registry.reference import facts
from registry.services.cards.values import check_codes

MOST_CARDS = 2000


@dataclass(frozen=True)
class Listed:
    """A file of the folder: the card, or the sentence that says why it is none."""

    file: str
    card: dict[str, Any] | None
    refusal: str = ""

    @property
    def day(self) -> date | None:
        """The day of which the card tells the state."""
        return date.fromisoformat(self.card["datum"]) if self.card else None


def catalogue(folder: Path) -> list[Listed]:
    """Return the cards of the folder by the name of their file, at most 2,000; a folder that is not there has none."""
    files = sorted(path for path in folder.glob("*.json") if path.is_file())[:MOST_CARDS]
    return [_listed(path) for path in files]


def card_in(folder: Path, file: str) -> bytes:
    """Return the bytes of one card of the folder; NotFound for a name that is not in its list."""
    found = next((path for path in folder.glob("*.json") if path.name == file and path.is_file()), None)
    if found is None:
        raise NotFound("Deze kaart ligt niet in de map.")
    return _bytes(found)


def checked_card(content: bytes) -> dict[str, Any]:
    """Return the card with every code known here; FileRefused for the first thing that is wrong with it."""
    card = read_card(content)
    check_codes(card, facts())
    return card


def _listed(path: Path) -> Listed:
    try:
        return Listed(path.name, checked_card(_bytes(path)))
    except FileRefused as fault:
        return Listed(path.name, None, fault.sentence)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as fault:
        raise FileRefused("Dit bestand kan niet worden gelezen.") from fault

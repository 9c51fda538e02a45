"""What was found in one part of a read paper: each field in words, with where it stands and how sure it is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from registry.dutch import enumeration
from registry.queries.reading.found_words import coded, country, day, row_words, yes_or_no

SURE = 0.9  # from here a finding is ticked beforehand; a test holds it to what the reader calls sure

Read = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Finding:
    """One field: its Dutch name, what was found in words, the page and the words there, and its certainty, 0 to 1.

    `words` is empty where nothing was found; ("geen",) where the paper says that there is none. Only what has a
    field in the register `can_be_taken`.
    """

    name: str
    label: str
    words: tuple[str, ...]
    page: int | None
    quotation: str
    certainty: float
    can_be_taken: bool
    doubtful: frozenset[str] = frozenset()  # the parts of which the reader is not sure

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """What can be left out by itself, each as key and words; () for a field that is taken over as a whole."""
        listed = self.can_be_taken and len(self.words) > 1
        return tuple((f"{self.name}.{at}", word) for at, word in enumerate(self.words)) if listed else ()

    @property
    def is_sure(self) -> bool:
        """Whether the reader is sure of it."""
        return self.certainty >= SURE


@dataclass(frozen=True, slots=True)
class Field:
    """A field that the reader may find: its Dutch name, the kinds of annex that have it, and its words."""

    label: str
    kinds: frozenset[str]
    words: Callable[[Any], Iterable[str]]
    can_be_taken: bool = True


PRIVACY, SECURITY = frozenset({"privacy"}), frozenset({"security"})
BOTH = PRIVACY | SECURITY
FIELDS: dict[str, Field] = {
    "version": Field("Versie", BOTH, lambda one: [str(one)]),
    "date": Field("Datum van de bijlage", BOTH, lambda one: [day(one)]),
    "model_version": Field("Model van de overeenkomst", BOTH, lambda one: [str(one)], can_be_taken=False),
    "purposes": Field("Doeleinden", PRIVACY, coded("purposes")),
    "data_categories": Field("Soorten persoonsgegevens", PRIVACY, coded("data_categories")),
    "data_category_other": Field("Overige gegevens, te weten", PRIVACY, lambda one: [str(one)]),
    "denied": Field("Wordt uitdrukkelijk niet verwerkt", PRIVACY, coded("data_categories")),
    "data_subjects": Field("Van wie de gegevens zijn", PRIVACY, coded("data_subjects")),
    "storage": Field("Opslag en verwerking", PRIVACY, lambda one: [_place(row) for row in one]),
    "storage_inside_eea": Field("Alles binnen de EER", PRIVACY, yes_or_no, can_be_taken=False),
    "safeguards": Field("Waarborgen buiten de EER", PRIVACY, coded("safeguards")),
    "subprocessors": Field("Subverwerkers", PRIVACY, lambda one: [_subprocessor(row) for row in one]),
    "retention": Field("Bewaartermijnen", PRIVACY, lambda one: [row_words(row, ("data", "term"), ": ") for row in one]),
    "contact": Field("Contact over de bijsluiter", PRIVACY, lambda one: [row_words(one, ("role", "email", "phone"))]),
    "biv": Field("BIV", SECURITY, lambda one: [_biv(one)]),
    "breach": Field("Meldpunt datalekken", SECURITY, lambda one: [_breach(one)]),
    "certificates": Field("Certificaten", SECURITY, lambda one: [_certificate(row) for row in one]),
    "deviations": Field("Afwijkingen van het model", BOTH, lambda one: [_deviation(row) for row in one], False),
    "placeholders": Field("Nog niet ingevuld door de leverancier", BOTH, lambda one: list(one), False),
}


def findings(read: Read) -> list[Finding]:
    """Return every field that this kind of annex has, in the order of the paper, found or not."""
    return [_finding(name, field, read) for name, field in FIELDS.items() if read.get("kind") in field.kinds]


def _finding(name: str, field: Field, read: Read) -> Finding:
    value, found = _given(read.get(name)), (read.get("found") or {}).get(name) or {}
    words = () if value is None else tuple(field.words(value)) or ("geen",)
    takeable = field.can_be_taken and value is not None
    certainty = float(found.get("certainty") or 0)
    quotation = str(found.get("text") or "")
    doubtful = _doubtful(name, len(words), read)
    return Finding(name, field.label, words, found.get("page"), quotation, certainty, takeable, doubtful)


def _doubtful(name: str, length: int, read: Read) -> frozenset[str]:
    told = read.get("found") or {}
    each = {f"{name}.{at}": told.get(f"{name}[{at}]") for at in range(length)}
    return frozenset(key for key, one in each.items() if one and float(one.get("certainty") or 0) < SURE)


def _given(value: Any) -> Any:
    """The value; None for one of parts of which none was found."""
    return None if isinstance(value, Mapping) and not any(value.values()) else value


def _place(row: Read) -> str:
    return ", ".join(filter(None, (row.get("place"), country(row.get("country")))))


def _subprocessor(row: Read) -> str:
    more = ", ".join(text for text in (row.get("service"), country(row.get("country"))) if text)
    return f"{row.get('name') or 'zonder naam'}{f' ({more})' if more else ''}"


def _biv(levels: Read) -> str:
    words = {"B": "beschikbaarheid", "I": "integriteit", "V": "vertrouwelijkheid"}
    known = [
        f"{word} {next(iter(coded('biv_levels')([levels[key]])))}" for key, word in words.items() if levels.get(key)
    ]
    return enumeration(known)


def _breach(contact: Read) -> str:
    within = f"binnen {contact['hours']} uur" if contact.get("hours") else ""
    return ", ".join(filter(None, (contact.get("email"), contact.get("phone"), within)))


def _certificate(row: Read) -> str:
    holder = f"op naam van {row['holder']}" if row.get("holder") else ""
    until = f"tot en met {day(row['end'])}" if row.get("end") else ""
    return ", ".join(filter(None, (row.get("name"), holder, until)))


def _deviation(row: Any) -> str:
    if not isinstance(row, Mapping):
        return str(row)
    told = row_words(row, ("article", "difference"), ": ")
    return f"{told} Reden: {row['reason']}" if row.get("reason") else told

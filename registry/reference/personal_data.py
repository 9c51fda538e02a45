"""Facts about personal data: what for, which, on what ground and for how long."""

from dataclasses import dataclass
from typing import Annotated, Literal

from registry.reference.fact import CodeOf, Fact

PurposeList = Literal["LT", "SLI"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose(Fact):
    """A purpose from list LT (leermiddelen en toetsen) or SLI (school- en leerlinginformatiemiddelen)."""

    purpose_list: PurposeList
    parent: Annotated[str, CodeOf("purposes")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataCategory(Fact):
    """A category of personal data with its number in the privacy annex.

    `short` is how parents read it in a list. `special`: special category of data (AVG 9). `national_number`: only
    where a law allows it (UAVG 46). `needs_text`: means nothing until somebody writes what it is.
    """

    short: str
    explanation: str = ""
    special: bool = False
    national_number: bool = False
    needs_text: bool = False
    parent: Annotated[str, CodeOf("data_categories")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBasis(Fact):
    """One of the six grounds on which personal data may be processed (AVG 6 lid 1)."""

    article: str
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyRight(Fact):
    """What a person may ask about data (AVG 15 to 22 and 77), or a rule about asking: by whom, within which time."""

    article: str
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachQuestion(Fact):
    """What the authority wants to know of a data breach (AVG 33(3)); `answer` names what the register tells of it."""

    article: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionTerm(Fact):
    """How long data are usually kept: `term` for a person, `months` where it can be counted, from `counted_from`."""

    term: str
    months: int | None = None
    counted_from: str = ""
    as_of: str = ""

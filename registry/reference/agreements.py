"""Facts about the paper between a board and a supplier: covenant, models, articles, annexes, arrangements."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from registry.reference.fact import CodeOf, Fact

Role = Literal["processor", "joint_controller", "independent_controller", "legal_recipient", "out_of_scope"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CovenantVersion(Fact):
    """A version of the Privacyconvenant Onderwijs: when it appeared and what it changed."""

    year: int
    published: str
    advised_from: date | None = None
    changes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelVersion(Fact):
    """A model or other text on which an agreement can be written, with its article topics in order.

    `for_whom` names the suppliers that the text is meant for. `old` is a finding, never an end: an agreement on an
    old model stays valid until a party ends it. `topics` and `annex_sections` are empty where they are not known.
    `arrangement` is what an agreement on this text is by its very name, "" where the text does not tell.
    """

    year: int | None = None
    for_whom: Literal["participant", "supporter", "anyone"]
    old: bool = False
    covenant_version: Annotated[str, CodeOf("covenant_versions")] = ""
    arrangement: Annotated[str, CodeOf("arrangements")] = ""
    topics: Annotated[tuple[str, ...], CodeOf("article_topics")] = ()
    annex_sections: Annotated[tuple[str, ...], CodeOf("annex_sections")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleTopic(Fact):
    """What an article is about; `headings` are the titles it goes by, because numbers and titles differ per version."""

    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexSection(Fact):
    """A section of annex 1 (privacy), 2 (security) or 3 (deviations); `mark` is its usual letter or number."""

    annex: Literal[1, 2, 3]
    mark: str = ""
    explanation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement(Fact):
    """How things are arranged with a recipient of data, or why nothing needs to be.

    `needs_agreement`: a signed agreement must be in the register. `needs_reason`: the board writes down why this
    suffices. `roles`: the roles of the recipient that it fits. `reason`: plain text to start that reason from.
    """

    needs_agreement: bool
    needs_reason: bool
    roles: tuple[Role, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankParty(Fact):
    """A party to the official model, by the words that its text uses for it."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankField(Fact):
    """A field of the register that belongs to a blank of the official model, by the words at that blank.

    `field` is its name in a template, "" for what a person fills in; `words` stand right before the blank or inside
    its brackets; `party`: whose field it is; `under`: words that must have gone before, such as the heading over the
    signatures.
    """

    words: tuple[str, ...]
    field: str = ""
    party: Annotated[str, CodeOf("blank_parties")] = ""
    under: tuple[str, ...] = ()

"""The table of contents: which reference tables there are and what a row of each looks like."""

from dataclasses import dataclass
from typing import Annotated

from registry.reference.agreements import (
    AnnexSection,
    Arrangement,
    ArticleTopic,
    BlankField,
    BlankParty,
    CovenantVersion,
    ModelVersion,
)
from registry.reference.fact import Fact
from registry.reference.personal_data import (
    BreachQuestion,
    DataCategory,
    LegalBasis,
    PrivacyRight,
    Purpose,
    RetentionTerm,
)
from registry.reference.security import BivLevel, Measure
from registry.reference.signals import LeftoverMark, PromiseWords, SignalKind, StateWords
from registry.reference.supply import CatalogueEntry, GuideHeading, ProductKind, ReviewStep
from registry.reference.table import Table, pick
from registry.reference.transfers import Country, Safeguard
from registry.reference.words import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """All facts of the trade as one board sees them.

    Each table lies in the data file that bears its name; beside its type stands what a person calls it.
    """

    covenant_versions: Annotated[Table[CovenantVersion], "de lijst met versies van het privacyconvenant"]
    article_topics: Annotated[Table[ArticleTopic], "de lijst met onderwerpen van artikelen"]
    annex_sections: Annotated[Table[AnnexSection], "de lijst met onderdelen van bijlagen"]
    model_versions: Annotated[Table[ModelVersion], "de lijst met modelovereenkomsten"]
    arrangements: Annotated[Table[Arrangement], "de lijst met soorten afspraken"]
    blank_parties: Annotated[Table[BlankParty], "de lijst met namen van partijen in het officiële model"]
    blank_fields: Annotated[Table[BlankField], "de lijst met woorden bij plekken in het officiële model"]

    purposes: Annotated[Table[Purpose], "de lijst met doelen"]
    data_categories: Annotated[Table[DataCategory], "de lijst met soorten persoonsgegevens"]
    data_subjects: Annotated[Table[Fact], "de lijst met groepen betrokkenen"]
    legal_bases: Annotated[Table[LegalBasis], "de lijst met grondslagen"]
    retention_terms: Annotated[Table[RetentionTerm], "de lijst met bewaartermijnen"]

    breach_questions: Annotated[Table[BreachQuestion], "de lijst met vragen bij een datalek"]
    rights: Annotated[Table[PrivacyRight], "de lijst met rechten van ouders en leerlingen"]

    countries: Annotated[Table[Country], "de lijst met landen"]
    safeguards: Annotated[Table[Safeguard], "de lijst met waarborgen voor doorgifte"]

    biv_levels: Annotated[Table[BivLevel], "de lijst met BIV-niveaus"]
    measures: Annotated[Table[Measure], "de lijst met beveiligingsmaatregelen"]
    measure_answers: Annotated[Table[Fact], "de lijst met antwoorden bij maatregelen"]

    product_kinds: Annotated[Table[ProductKind], "de lijst met soorten producten"]
    sectors: Annotated[Table[Fact], "de lijst met onderwijssoorten"]
    guide_headings: Annotated[Table[GuideHeading], "de lijst met koppen voor de schoolgids"]
    catalogue: Annotated[Table[CatalogueEntry], "de startlijst met leveranciers"]

    external_review_steps: Annotated[Table[ReviewStep], "de lijst met stappen van een toets"]
    external_review_sources: Annotated[Table[Fact], "de lijst met uitvoerders van een toets"]
    review_questions: Annotated[Table[Fact], "de lijst met controlevragen"]

    signals: Annotated[Table[SignalKind], "de lijst met signalen"]
    states: Annotated[Table[StateWords], "de lijst met uitleg bij standen"]
    promise_words: Annotated[Table[PromiseWords], "de lijst met beloftes in teksten"]
    leftover_marks: Annotated[Table[LeftoverMark], "de lijst met tekens van open plekken"]

    terms: Annotated[Table[Term], "de lijst met begrippen"]

    def country(self, code: str) -> Country:
        """Return the country with that two-letter code, in capitals; else UnknownCode."""
        return pick(self.countries, code)

"""What lists say of a privacy annex, worked out once for each saved version: many lists name the same products."""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from registry.model import PrivacyAnnex
from registry.queries.annexes.annex_words import about_whom, data_in_short, outside_eea
from registry.queries.papers.facts_used import FactUsed, facts_of_annex


@dataclass(frozen=True)
class AnnexSummary:
    """The words of one annex; a text is empty and `outside_eea` None while unknown."""

    version: int
    data: str
    about_whom: str
    outside_eea: tuple[str, ...] | None
    facts: tuple[FactUsed, ...]


# By the record itself, so that a session's summaries go when its records go.
_known: WeakKeyDictionary[PrivacyAnnex, AnnexSummary] = WeakKeyDictionary()


def summary_of(annex: PrivacyAnnex) -> AnnexSummary:
    """Return the summary of the annex as it was saved last; every save of it or of its rows counts its version up."""
    summary = _known.get(annex)
    if summary is None or summary.version != annex.version:
        summary = _known[annex] = _summary(annex)
    return summary


def _summary(annex: PrivacyAnnex) -> AnnexSummary:
    used = tuple(dict.fromkeys(facts_of_annex(annex)))
    data = data_in_short(annex) if annex.data else ""
    return AnnexSummary(annex.version, data, about_whom(annex), outside_eea(annex), used)

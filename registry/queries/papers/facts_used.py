"""Which reference facts a list or paper rests on, and which of those nobody has compared with their source yet."""

from collections.abc import Iterable

from registry.model import PrivacyAnnex
from registry.reference import facts

FactUsed = tuple[str, str]
"""The name of a reference table and a code in it."""


def facts_of_annex(annex: PrivacyAnnex) -> Iterable[FactUsed]:
    """Return the facts by which a list says what data the annex is about, of whom, and where they are."""
    for item in annex.data:
        yield "data_categories", item.category
        yield from (("data_subjects", subject) for subject in item.subjects)
    yield from (("countries", code) for code in annex.countries)


def facts_of_use(heading: str, basis: str, of_annex: Iterable[FactUsed] = ()) -> tuple[FactUsed, ...]:
    """Return the facts that a row of a list with this heading and legal basis rests on; `of_annex` of its annex."""
    own = (("guide_headings", heading), ("legal_bases", basis))
    return tuple(dict.fromkeys((table, code) for table, code in (*own, *of_annex) if code))


def unverified(used: Iterable[FactUsed]) -> list[str]:
    """Return a line per reference table: its Dutch name and the facts used that nobody has verified."""
    doubtful: dict[str, dict[str, None]] = {}
    for name, code in used:
        table = getattr(facts(), name)
        if (fact := table.get(code)) is not None and not fact.verified:
            doubtful.setdefault(table.dutch, {})[fact.label] = None
    return [f"{dutch[:1].upper()}{dutch[1:]}: {'; '.join(labels)}" for dutch, labels in doubtful.items()]

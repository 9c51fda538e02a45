"""A security annex taken apart: per topic the things it says, each with a key, its words and a warning."""

from collections.abc import Callable, Iterator

from registry.dutch import count, long_date
from registry.model import Certificate, Measure, SecurityAnnex
from registry.queries.annexes.annex_row import Keyed, Row
from registry.reference import facts

NOT_MET = "not_met"
UNSAID = "niet vastgelegd"


def _classification(annex: SecurityAnnex) -> Keyed:
    levels = {
        "Beschikbaarheid": annex.availability,
        "Integriteit": annex.integrity,
        "Vertrouwelijkheid": annex.confidentiality,
    }
    for name, level in levels.items():
        fact = facts().biv_levels.get(level)
        yield name, Row(name, fact.label if fact else UNSAID)


def _measures(annex: SecurityAnnex) -> Keyed:
    for row in annex.measures:
        warning = "de maatregel is niet genomen" if row.answer == NOT_MET else ""
        yield row.measure, Row(facts().measures[row.measure].label, _measure_words(row), warning)


def _measure_words(row: Measure) -> str:
    answer = facts().measure_answers.get(row.answer)
    return ": ".join(filter(None, [answer.label if answer else UNSAID, row.note.rstrip(".")]))


def _certificates(annex: SecurityAnnex) -> Keyed:
    for one in annex.certificates:
        yield f"{one.name}/{one.holder}".casefold(), Row(one.name or "Certificaat", _certificate_words(one))


def _certificate_words(one: Certificate) -> str:
    holder = f"op naam van {one.holder}" if one.holder else ""
    until = f"geldig tot en met {long_date(one.ends_on)}" if one.ends_on else "zonder einddatum"
    return "; ".join(filter(None, [holder, "van een subverwerker" if one.of_subprocessor else "", until, one.link]))


def _access(annex: SecurityAnnex) -> Keyed:
    for row in annex.access_roles:
        yield row.role.casefold(), Row(row.role or "Functie", row.actions or "zonder toelichting")


def _breaches(annex: SecurityAnnex) -> Keyed:
    hours = count(annex.breach_hours, "uur", "uur") if annex.breach_hours else ""
    reach = "; ".join(filter(None, [annex.breach_function, annex.breach_email, annex.breach_phone]))
    yield "hours", Row("Meldt een datalek binnen", hours or UNSAID)
    yield "reach", Row("Meldpunt datalekken", reach or UNSAID)


def _monitoring(annex: SecurityAnnex) -> Keyed:
    yield "", Row("Zwakke plekken vinden", annex.monitoring or UNSAID)


TOPICS: dict[str, Callable[[SecurityAnnex], Iterator[tuple[str, Row]]]] = {
    "Classificatie (BIV)": _classification,
    "Maatregelen": _measures,
    "Certificaten": _certificates,
    "Toegang bij de leverancier": _access,
    "Datalekken": _breaches,
    "Toezicht op de beveiliging": _monitoring,
}

"""The note on a practice check: what differs and what nobody knows, in words to send on."""

from registry.dutch import long_date
from registry.model import PracticeCheck, PracticeRow
from registry.model.practice_check import RowKind, Seen
from registry.queries.agreements.agreement_words import annex_name
from registry.queries.asking.practice import row_words

PARTS = {
    RowKind.AGREED: "Dit is afgesproken, maar wij zien het niet in de app:",
    RowKind.DENIED: "Volgens de bijsluiter wordt dit niet verwerkt, maar in de app zien wij iets anders:",
    RowKind.EXTRA: "Dit staat in de app, maar niet in de bijsluiter:",
}
DIFFERENCES = {
    RowKind.AGREED: "Is afgesproken, maar wij zien het niet in de app.",
    RowKind.DENIED: "Wordt volgens de bijsluiter niet verwerkt, maar in de app zien wij iets anders.",
    RowKind.EXTRA: "Staat in de app, maar niet in de bijsluiter.",
}
UNKNOWN = "Dit konden wij niet nagaan:"


def practice_note(check: PracticeCheck) -> str:
    """Return the text of the note: lines that end in LF, with a dash before each thing."""
    parts = [_part(lead, [row for row in check.mismatches if row.kind is kind]) for kind, lead in PARTS.items()]
    return "\n\n".join(filter(None, [_opening(check), *parts, _part(UNKNOWN, check.unknown), _closing(check)]))


def _opening(check: PracticeCheck) -> str:
    where = f" op {check.school.name}" if check.school else ""
    looked = f"Op {long_date(check.checked_on)} bekeken wij{where} welke gegevens er in {check.product.name} staan."
    name = annex_name(check.privacy_annex)
    return f"{looked} Wij vergeleken dat met de {name[0].lower()}{name[1:]}."


def _part(lead: str, rows: list[PracticeRow]) -> str:
    lines = "\n".join(f"- {row_words(row)}" for row in rows)
    return f"{lead}\n{lines}" if rows else ""


def _closing(check: PracticeCheck) -> str:
    if check.mismatches:
        return "Wilt u laten weten wat er klopt, en de app of de bijsluiter aanpassen?"
    if any(row.seen is Seen.UNKNOWN for row in check.rows):
        return "Wilt u laten weten hoe het hiermee zit?"
    return "Wij vonden geen verschillen."

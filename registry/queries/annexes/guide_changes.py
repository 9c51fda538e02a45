"""What a new version of a privacy annex changes for parents: the words of its product in the lists of schools."""

from dataclasses import dataclass

from registry.dutch import enumeration
from registry.model import PrivacyAnnex
from registry.queries.annexes.annex_changes import compare
from registry.queries.annexes.annex_summary import AnnexSummary, summary_of

EMPTY = "nog niet ingevuld"


@dataclass(frozen=True)
class GuideChange:
    """One column of the list for parents of which the words change; `was` and `now` as parents read them."""

    column: str
    was: str
    now: str


def guide_changes(before: PrivacyAnnex, after: PrivacyAnnex) -> list[GuideChange]:
    """Return the columns of the list that say something else after this version, in the order of the list."""
    old, new = _words(summary_of(before)), _words(summary_of(after))
    return [GuideChange(column, old[column], new[column]) for column in new if old[column] != new[column]]


def _words(summary: AnnexSummary) -> dict[str, str]:
    outside = summary.outside_eea
    said = "" if outside is None else f"ja: {enumeration(outside)}" if outside else "nee"
    told = {"Welke gegevens": summary.data, "Van wie": summary.about_whom, "Buiten de EER": said}
    return {column: words or EMPTY for column, words in told.items()}


def why_look_again(before: PrivacyAnnex, after: PrivacyAnnex) -> str:
    """Return why schools should look at a new version, in a few words; "" when nothing for them changed.

    That is what parents read, and what carries a warning: special categories, the BSN, a country outside the EEA.
    """
    columns = [f"“{change.column}”" for change in guide_changes(before, after)]
    read = f"in de lijst voor ouders verandert {enumeration(columns)}" if columns else ""
    grave = dict.fromkeys(change.warning for change in compare(before, after).grave)
    return "; ".join(filter(None, [read, f"let op: {enumeration(list(grave))}" if grave else ""]))

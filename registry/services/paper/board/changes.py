"""What changed in a period, as the papers of the board and its councils show it."""

from collections.abc import Sequence
from itertools import groupby

from registry import dutch
from registry.model import Use
from registry.queries.agreements.agreement_words import agreement_title, annex_name
from registry.queries.board.period_changes import AgreementEvent, AnnexEvent, PeriodChanges
from registry.queries.board.use_edits import UseEdit
from registry.services.paper.known import Value, Values, gap

NOTHING_GRAVE = "in het register geen nieuwe bijzondere gegevens, BSN of land buiten de EER"


def change_values(changes: PeriodChanges | None, names_schools: bool) -> Values:
    """Return the changes in lists; empty ones where no period is known. `names_schools`: say which school it was."""
    if changes is None:
        return {
            "bekend": False,
            "nieuw": [],
            "gestopt": [],
            "anders": [],
            "afspraken": [],
            "bijsluiters": [],
            "geen": False,
        }
    return {
        "bekend": True,
        "nieuw": _uses(changes.started, names_schools, "since"),
        "gestopt": _uses(changes.ended, names_schools, "until"),
        "anders": [_edit(one, names_schools) for one in changes.edited],
        "afspraken": [_agreement(one) for one in changes.agreements],
        "bijsluiters": [_annex(one) for one in changes.annexes],
        "geen": changes.is_empty,
    }


def _uses(uses: Sequence[Use], names_schools: bool, day: str) -> list[Values]:
    """One row a product and a day; several schools that began together share it."""
    in_order = sorted(uses, key=lambda use: (use.product.name.casefold(), use.product_id, getattr(use, day)))
    together = groupby(in_order, key=lambda use: (use.product_id, getattr(use, day)))
    return [_use(list(group), moment, names_schools) for (_, moment), group in together]


def _use(uses: Sequence[Use], moment: object, names_schools: bool) -> Values:
    use = uses[0]
    schools = dutch.enumeration([one.school.name for one in uses]) if names_schools else ""
    return {
        "product": use.product.name,
        "leverancier": use.product.supplier.name,
        "scholen": schools,
        "dag": dutch.long_date(moment),  # type: ignore[arg-type]
        "doel": _purpose(uses),
    }


def _purpose(uses: Sequence[Use]) -> Value:
    """What parents read; schools that say it differently each have their say."""
    said = dict.fromkeys(use.purpose_plain or use.product.purpose_plain for use in uses)
    silent = next((use for use in uses if not (use.purpose_plain or use.product.purpose_plain)), None)
    return gap(silent, Use.purpose_plain) if silent else "\n".join(said)


def _edit(edit: UseEdit, names_schools: bool) -> Values:
    return {
        "product": edit.use.product.name,
        "scholen": edit.use.school.name if names_schools else "",
        "wat": edit.field,
        "was": edit.was or "niet ingevuld",
        "wordt": edit.now or "niet ingevuld",
    }


def _agreement(event: AgreementEvent) -> Values:
    return {
        "leverancier": event.agreement.supplier.name,
        "afspraak": agreement_title(event.agreement),
        "wat": event.what,
        "dag": dutch.long_date(event.on),
    }


def _annex(event: AnnexEvent) -> Values:
    return {
        "product": event.annex.product.name,
        "versie": annex_name(event.annex),
        "dag": dutch.long_date(event.annex.accepted_on) if event.annex.accepted_on else "",
        "verschil": _difference(event),
        "let_op": dutch.enumeration(event.warnings) or NOTHING_GRAVE,
    }


def _difference(event: AnnexEvent) -> str:
    if event.comparison is None:
        return "eerste versie in het register"
    number = len(event.comparison.changes)
    return dutch.count(number, "verschil", "verschillen") if number else "zegt hetzelfde als de versie ervoor"

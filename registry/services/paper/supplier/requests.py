"""The letters that ask a supplier for what its file still lacks: the request, and its reminder."""

from datetime import date
from typing import Any

from sqlalchemy import select

from registry import dutch
from registry.errors import BrokenRule
from registry.model import Agreement, AuditEvent, Supplier
from registry.model.agreement_lists import AgreementStatus
from registry.model.supplier import CovenantStatus, PartyRole
from registry.queries.agreements.arrangements import proposed_arrangement
from registry.queries.papers.finals import finals_of
from registry.queries.signals.signal import Signal
from registry.queries.suppliers.owed import owed
from registry.services.paper.composing import Order, Paper
from registry.services.paper.known import Facts, Value, Values, gap
from registry.services.paper.reading import the_supplier
from registry.services.paper.supplier.asking import ASKED, AT_THE_BOARD, FOR_AN_AGREEMENT
from registry.services.paper.supplier.letters import Letter

REQUEST = "letter-request"
# On which articles of the AVG the request rests, by the role of who owes an agreement.
ARTICLES = {PartyRole.PROCESSOR: "artikelen 28 en 30", PartyRole.JOINT_CONTROLLER: "artikelen 26 en 30"}
FROM_HISTORY = (
    "De dag van het verzoek in de brief is de dag waarop de stand “aangevraagd” in het register kwam. Kijk na of dat "
    "klopt."
)


def request_paper(session: Any, order: Order) -> Paper:
    """Return the request for all that this supplier still owes; BrokenRule when it owes nothing."""
    letter = Letter(session, order, the_supplier(session, order.subject_id))
    asked, notes = _asked_of(letter.supplier, order.on)
    model = _model_sentence(letter.supplier, asked, order.on, letter.facts)
    return letter.paper({}, notes, **_values(letter.supplier, asked, order.on), modelzin=model)


def reminder_paper(session: Any, order: Order) -> Paper:
    """Return the reminder of the request for an agreement; BrokenRule while none stands as requested."""
    letter = Letter(session, order, the_supplier(session, order.subject_id))
    agreement = _requested(letter.supplier, order.agreement)
    asked, notes = _asked_of(letter.supplier, order.on)
    asked_on, note = _asked_on(session, agreement)
    values = _values(letter.supplier, asked, order.on) | {"gevraagd_op": asked_on}
    return letter.paper({}, (*note, *notes), agreement.reference, **values)


def _asked_of(supplier: Supplier, on: date) -> tuple[list[Signal], tuple[str, ...]]:
    """What is asked, and a note on what lies with the board for now; BrokenRule when nothing is to be asked."""
    if supplier.role not in ARTICLES:
        raise BrokenRule(
            f"Aan {supplier.name} vraagt het bestuur geen overeenkomst of bijlage. De rol is: {supplier.role.label}."
        )
    items = [item for item in owed(supplier, on) if not item.by_the_board]
    at_the_board = [item for item in items if _lies_with_the_board(item, supplier)]
    asked = [item for item in items if item not in at_the_board]
    if not asked:
        raise BrokenRule(
            f"Aan {supplier.name} is nu niets te vragen. In het register ontbreekt niets dat van de leverancier "
            "moet komen, of geen school gebruikt een product."
        )
    return asked, tuple(
        f"Dit staat niet in de brief, omdat het bestuur aan zet is: {one.sentence}" for one in at_the_board
    )


def _lies_with_the_board(item: Signal, supplier: Supplier) -> bool:
    agreement = next((one for one in supplier.agreements if one.id == item.subject_id), None)
    return item.code == "agreement_open" and agreement is not None and agreement.status in AT_THE_BOARD


def _values(supplier: Supplier, asked: list[Signal], on: date) -> Values:
    used = [product.name for product in supplier.products if any(not use.is_over(on) for use in product.uses)]
    return {
        "producten": dutch.enumeration(used),
        "is_verwerker": supplier.is_processor,
        "artikelen": ARTICLES[supplier.role],
        "gevraagd": [{"vraag": ASKED[item.code], "reden": item.sentence} for item in asked],
    }


def _model_sentence(supplier: Supplier, asked: list[Signal], on: date, facts: Facts) -> str:
    """Which text fits a participant or supporter of the covenant, where an agreement is asked; else nothing."""
    entry = supplier.covenant_on(on)
    in_the_covenant = entry is not None and entry.status in (CovenantStatus.PARTICIPANT, CovenantStatus.SUPPORTER)
    if entry is None or not in_the_covenant or not FOR_AN_AGREEMENT.intersection(item.code for item in asked):
        return ""
    fitting = facts.label("arrangements", proposed_arrangement(supplier, on).code)
    return (
        f"Volgens de lijst van het privacyconvenant bent u {entry.status.label} (nagegaan op "
        f"{dutch.long_date(entry.checked_on)}). Daarbij past: {fitting[:1].lower()}{fitting[1:]}."
    )


def _requested(supplier: Supplier, number: int | None) -> Agreement:
    asked = [one for one in supplier.agreements if number is None or one.id == number]
    requested = [one for one in asked if one.status is AgreementStatus.REQUESTED]
    if not requested:
        raise BrokenRule(
            f"Een herinnering kan als bij een overeenkomst met {supplier.name} de stand “aangevraagd” staat. Dat is nu "
            "niet zo."
        )
    return requested[-1]


def _asked_on(session: Any, agreement: Agreement) -> tuple[Value, tuple[str, ...]]:
    """The day of the final request that is kept, else the day on which the register learned of it, else a gap."""
    finals = finals_of(session, {"supplier": [agreement.supplier_id]})
    if made := next((final.made_at for final in finals if final.paper == REQUEST), None):
        return dutch.long_date(dutch.day_of(made)), ()
    line = (
        select(AuditEvent.at)
        .where(AuditEvent.record == "agreement", AuditEvent.record_id == agreement.id)
        .where(AuditEvent.field == "status", AuditEvent.new == AgreementStatus.REQUESTED.value)
        .order_by(AuditEvent.id.desc())
    )
    if at := session.scalars(line).first():
        return dutch.long_date(dutch.day_of(at)), (FROM_HISTORY,)
    return gap(agreement, Agreement.status, "Datum van het verzoek"), ()

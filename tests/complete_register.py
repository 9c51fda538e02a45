"""A small register in which nothing is missing: one board, two schools, Lettervlieg B.V. with Letters, and DUO."""

from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import get_type_hints

from sqlalchemy import select

from registry.model import Agreement, AuditEvent, PrivacyAnnex, Product, School, SecurityAnnex, Supplier
from registry.model.agreement_lists import AgreementStatus, Renewal, Risk
from registry.model.board import NumberKind
from registry.model.privacy_annex import Automation
from registry.model.supplier import PartyRole
from registry.services.agreements.agreements import add_agreement
from registry.services.annexes.annexes import accept_annex, propose_annex
from registry.services.board.board import set_up_board
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.schools import add_school
from registry.services.uses.uses import start_use

TODAY = date(2026, 8, 1)
SINCE = date(2025, 8, 1)

BOARD = {
    "name": "Stichting Getijden",
    "legal_form": "stichting",
    "number_kind": NumberKind.BOARD_NUMBER,
    "board_number": "99001",
    "address": "Havenstraat 1",
    "postcode": "1234 AB",
    "city": "Zuiderveen",
    "signatory_name": "A. de Wit",
    "signatory_function": "voorzitter college van bestuur",
    "dpo_email": "fg@getijden.example",
    "privacy_function": "de privacy officer",
    "privacy_email": "privacy@getijden.example",
    "breach_function": "meldpunt datalekken",
    "breach_email": "datalek@getijden.example",
}
SUPPLIER = {
    "name": "Lettervlieg B.V.",
    "kvk": "01234567",
    "address": "Kade 2",
    "postcode": "4321 BA",
    "city": "Noorderwiel",
    "country": "NL",
    "signatory_name": "B. Jansen",
    "signatory_function": "directeur",
}
PRODUCT = {"name": "Letters", "kind": "lt", "description": "Leren lezen.", "purpose_plain": "Om te leren lezen."}
PRIVACY_ANNEX = {
    "edition": "2.1",
    "dated": date(2025, 6, 1),
    "audience": "basisonderwijs",
    "users": ("pupil", "teacher"),
    "no_subprocessors": True,
    "automation": Automation.NONE,
    "contact_function": "helpdesk",
    "contact_email": "privacy@lettervlieg.example",
}
PRIVACY_ROWS = {
    "purposes": [{"purpose": "LT-a1"}],
    "data": [{"category": "1.1", "subjects": ("pupil",), "needed_because": "om de leerling te kennen"}],
    "denials": [{"statement": "BSN"}],
    "options": [{"description": "Resultaten delen met de uitgever"}],
    "storage": [{"country": "NL", "place": "Noorderwiel"}],
    "retention": [{"data": "resultaten", "term": "tot het einde van het schooljaar"}],
}
SECURITY_ANNEX = {
    "edition": "1.0",
    "dated": date(2025, 6, 1),
    "availability": "medium",
    "integrity": "medium",
    "confidentiality": "high",
    "breach_function": "servicedesk",
    "breach_email": "datalek@lettervlieg.example",
    "breach_phone": "0123 456789",
    "breach_hours": 24,
}
SECURITY_ROWS = {
    "access_roles": [{"role": "helpdesk", "actions": "bekijken op verzoek"}],
    "measures": [{"measure": "design", "answer": "met"}],
    "certificates": [{"name": "ISO 27001", "holder": "Lettervlieg B.V.", "ends_on": date(2027, 6, 30)}],
}
AGREEMENT = {
    "arrangement": "own_text",
    "model_version": "own_text",
    "status": AgreementStatus.READY_TO_SIGN,
    "main_contract": "Leveringsovereenkomst Letters",
    "main_contract_on": date(2025, 5, 1),
    "starts_on": TODAY,
    "renewal": Renewal.INDEFINITE,
    "notice_months": 3,
    "deletion_term": "drie maanden",
}
DEVIATION = {
    "topic": "Datalekken",
    "difference": "melding binnen 36 uur",
    "reason": "de helpdesk is in het weekend dicht",
    "risk": Risk.LOW,
    "decision": "aanvaard",
}


KEPT = {}  # the file of this process, and what has which number in it


@dataclass
class Register:
    """What stands in the register."""

    zandloper: School
    zonnewijzer: School
    lettervlieg: Supplier
    letters: Product
    privacy_annex: PrivacyAnnex
    security_annex: SecurityAnnex
    agreement: Agreement
    duo: Supplier


def complete_register(session) -> Register:
    """Return the register, filled through its services; once made, an empty SQLite file becomes a copy of it."""
    engine = session.get_bind()
    if engine.dialect.name != "sqlite" or session.scalar(select(AuditEvent.id)) is not None:
        return _fill(session)
    return _copied(session, engine) if KEPT else _kept(session, engine)


def _kept(session, engine):
    register = _fill(session)
    session.rollback()
    engine.dispose()
    KEPT["file"] = Path(engine.url.database).read_bytes()
    KEPT["numbers"] = {field.name: getattr(register, field.name).id for field in fields(register)}
    return register


def _copied(session, engine):
    session.rollback()
    engine.dispose()
    Path(engine.url.database).write_bytes(KEPT["file"])
    kinds = get_type_hints(Register)
    return Register(**{name: session.get(kinds[name], number) for name, number in KEPT["numbers"].items()})


def _fill(session):
    set_up_board(session, BOARD)
    zandloper = add_school(session, {"name": "De Zandloper", "site_code": "99XX01"})
    zonnewijzer = add_school(session, {"name": "De Zonnewijzer", "site_code": "99XX02"})
    lettervlieg = add_supplier(session, SUPPLIER, {"aliases": [{"name": "Letterfabriek"}]})
    letters = add_product(session, lettervlieg.id, PRODUCT)
    privacy_annex = propose_annex(session, PrivacyAnnex, letters.id, PRIVACY_ANNEX, PRIVACY_ROWS)
    security_annex = propose_annex(session, SecurityAnnex, letters.id, SECURITY_ANNEX, SECURITY_ROWS)
    accept_annex(session, PrivacyAnnex, privacy_annex.id, SINCE)
    accept_annex(session, SecurityAnnex, security_annex.id, SINCE)
    agreement = add_agreement(
        session,
        lettervlieg.id,
        AGREEMENT,
        {
            "products": [{"product_id": letters.id}],
            "annexes": [{"privacy_annex_id": privacy_annex.id}, {"security_annex_id": security_annex.id}],
            "choices": [{"option_id": privacy_annex.options[0].id, "chosen": False}],
            "deviations": [DEVIATION],
        },
    )
    duo = add_supplier(session, {"name": "DUO", "role": PartyRole.LEGAL_RECIPIENT})
    start_use(session, zandloper.id, letters.id, {"since": SINCE})
    return Register(zandloper, zonnewijzer, lettervlieg, letters, privacy_annex, security_annex, agreement, duo)

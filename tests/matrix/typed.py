"""What somebody types on the form at each address that changes something, beside what the form holds already.

A value may be worked out from the numbers at the address and from what the form holds.
"""

from datetime import date, timedelta
from io import BytesIO

import pyotp

from registry.services.cards.proposing import Proposal, Proposed
from tests.documents.specimens import shipped, word_file

PASSWORD = "vier woorden op een rij"
LIST = "schoolgids-leverancierslijst"
LEVELS = {"availability": "medium", "integrity": "medium", "confidentiality": "high"}
PDF = b"%PDF-1.7\n1 0 obj\n%%EOF\n"


def file_of(content, name):
    """Return a file as a browser sends it; anew for each time it is sent."""
    return lambda at, form: (BytesIO(content), name)


def ticked(at, form):
    """Return the ticks of the grid as they stand, and one more: the school uses the unused product too."""
    return [*form.get("uses", []), f"{at['school_id']}-{at['product_id']}"]


def its_product(at, form):
    """Return the number of the product at the address."""
    return str(at["product_id"])


def code_now(at, form):
    """Return what an app with the secret of the form shows."""
    return pyotp.TOTP(form["secret"][0]).now() if "secret" in form else "123456"


CARD = '{"kaart": 1, "datum": "2026-08-01", "leverancier": {"naam": "Van de kaart"}}'


def its_token(at, form):
    """Return what the page of that card says of the register as it was seen."""
    return Proposal("", None, (Proposed("leverancier.naam", "", "", "", ""),)).token


# What stands behind the address, with the numbers of what was planted.
ASKED = {
    "uses.add": "?school_id={school_id}&product_id={product_id}",
    "breaches.add": "?supplier_id={supplier_id}",
    "together.check": "?nummer={supplier_id}",
    "together.end": "?nummer={product_id}",
    "notices.add": "?supplier_id={supplier_id}",
    "word_templates.preview": "?van={school_id}",
}
TYPED = {
    "together.check": {"on": date.today().isoformat(), "source": "de lijst"},
    "together.end": {},
    "grid_undo.undo": {},
    "accounts.add": {"name": "nieuw", "email": "nieuw@getijden.example", "role": "privacy_officer"},
    "accounts.edit": {"name": "nieuwe functie"},
    "accounts.drop": {},
    "accounts.let_go": {},
    "accounts.link": {},
    "actions.add": {"what": "Vraag na", "school_id": lambda at, form: str(at["school_id"])},
    "actions.edit": {"owner": "directeur"},
    "agreement_files.add": {"file": file_of(PDF + b"%", "nieuw.pdf")},
    "agreement_files.remove": {},
    "agreement_rounds.advise": {"advice": "Let op."},
    "agreement_rounds.answer": {"answer_right_party": "yes"},
    "agreements.add": {"arrangement": "own_text"},
    "agreements.end": {"end_reason": "niet meer nodig"},
    "agreements.edit": {"note": "gewijzigd"},
    "app_requests.add": {"app": "Klok", "purpose": "Klokkijken", "asker": "leerkracht"},
    "app_requests.decide": {"decision": "yes"},
    "archive.take": {},
    "board.edit": {"city": "Elders"},
    "cards.index": {"card": CARD, "ticks": "leverancier.naam", "seen_then": its_token},
    "closing_rounds.close": {},
    "covenant_entries.add": {"found": "participant", "source": "https://convenant.example"},
    "breaches.add": {"what": "een lijst ging mis", "known_at": "2026-03-01T12:00"},
    "breaches.edit": {"lessons": "bellen"},
    "closing_files.add": {"file": file_of(PDF + b"%", "verklaring.pdf")},
    "closing_lines.add": {},
    "closing_lines.edit": {"export_note": "niet nodig"},
    "closings.add": {"product_id": its_product, "begun_on": "2026-03-01"},
    "closings.edit": {"owner": "ict-coördinator"},
    "notices.add": {
        "name": "Mailduif",
        "received_on": "2026-03-01",
        "products": its_product,
    },
    "notices.decision": {"decision": "no_objection", "decided_on": "2026-03-02"},
    "notices.edit": {"note": "gebeld"},
    "notices.propose": {},
    "custom_fields.add": {"label": "Debiteur", "subject": "supplier"},
    "custom_fields.edit": {"label": "Kastnummer"},
    "external_reviews.add": {"reviewer": "sivon"},
    "external_reviews.edit": {"subject": "iets anders"},
    "flow.uses": {"schools": lambda at, form: [str(at["school_id"])], "since": "2025-09-01"},
    "grid.mark": {"uses": ticked, "sure": "y"},
    "imports.add": {"file": file_of(b"Leverancier;Product\nDe Golf;Golven\n", "lijst.csv")},
    "imports.check": {},
    "imports.columns": {},
    "imports.remove": {},
    "imports.undo": {},
    "keys.add": {"purpose": "koppeling", "scope": "read", "begins_on": "2026-08-01", "ends_on": "2027-08-01"},
    "merging.merge": {"sure": "y"},
    "official_model.add": {"file": file_of(word_file("Naam: […]"), "model.docx"), "note": "4.0"},
    "own_account.drop": {"present": PASSWORD},
    "own_account.second_factor": {"code": code_now},
    "own_account.password": {"present": PASSWORD, "password": "vijf andere woorden", "again": "vijf andere woorden"},
    "papers.finish_school": {},
    "papers.finish_school_board": {"welk": "board-register"},
    "papers.finish_supplier": {"welk": "agreement"},
    "parents_page_settings.edit": {"is_on": "y"},
    "practice.add": {"by_function": "beheerder", "agreed_1_pupil": "yes", "denied_1": "no"},
    "privacy_annexes.add": {"edition": "10"},
    "privacy_annexes.edit": {"edition": "11"},
    "privacy_annexes.copy": {"edition": "12"},
    "products.add": {"name": "Nog een boek", "kind": "lt"},
    "products.edit": {"name": "Anders boek"},
    "reading.agreement": {"file": "y"},
    "reading.drop": {},
    "reading.index": {"file": file_of(word_file("Privacybijsluiter", "Bewaard: 2 jaar."), "nieuw.docx")},
    "reading.part": {"taken": "version"},
    "reminders.edit": {"wants_digest": "y"},
    "reminders.make": {},
    "rounds.add": {},
    "rounds.edit": {"answer_by": (date.today() + timedelta(days=20)).isoformat()},
    "rounds.refresh": {},
    "rounds.resume": {},
    "rounds.stop": {},
    "school_rounds.answer": {f"line_{number}-groups": "9" for number in range(1, 30)},  # whichever lines there are
    "schools.add": {"name": "De Zeester"},
    "schools.edit": {"city": "Elders"},
    "security_annexes.add": LEVELS | {"edition": "10"},
    "security_annexes.edit": LEVELS | {"edition": "11"},
    "security_annexes.copy": LEVELS | {"edition": "12"},
    "signals.silence": {"reason": "Komt later."},
    "signals.edit": {"reason": "Komt nog later."},
    "signals.hear": {},
    "staff_addresses.make": {},
    "staff_addresses.stop": {},
    "statements.add": {"title": "Privacyverklaring", "kind": "privacy_statement"},
    "statements.edit": {"edition": "2"},
    "suppliers.add": {"name": "Weer een ander"},
    "suppliers.edit": {"city": "Elders", "country": "NL"},
    "uses.add": {"since": "2025-09-01"},
    "uses.edit": {"groups": "3 en 4"},
    "uses.end": {"until": "2026-07-31"},
    "word_templates.add": {"file": file_of(shipped(LIST), "nieuw.docx"), "title": "Onze lijst"},
}

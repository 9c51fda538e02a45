"""A register with something at every address: per name in an address, the record of school A and that of school B."""

from datetime import date

from registry.model import PrivacyAnnex, SecurityAnnex
from registry.model.account import Role
from registry.model.agreement_lists import AgreementStatus, FileKind, Renewal
from registry.model.api_key import KeyScope
from registry.model.statement import StatementKind
from registry.model.supplier import CovenantStatus
from registry.reference import facts
from registry.services.accounts.accounts import invite
from registry.services.agreements.agreements import add_agreement
from registry.services.agreements.files import attach_file
from registry.services.annexes.annexes import propose_annex
from registry.services.board.custom_fields import add_custom_field
from registry.services.board.statements import add_statement
from registry.services.keys.keys import add_key
from registry.services.paper import KINDS, Order, Templates, compose
from registry.services.paper.making import make_final
from registry.services.paper.own_templates import Upload, add_official_model, add_template, use_template
from registry.services.suppliers.external_reviews import add_review
from registry.services.suppliers.products import add_product, edit_product, retire_product
from registry.services.suppliers.suppliers import add_supplier, note_covenant, retire_supplier
from registry.services.uses.schools import edit_school
from registry.services.uses.uses import edit_use, start_use
from tests.complete_register import SINCE, complete_register
from tests.documents.specimens import shipped, word_file
from tests.matrix.planted_reading import papers_of
from tests.matrix.planted_year import of_the_year

LIST = "schoolgids-leverancierslijst"
OF_SCHOOL = {
    "school_id",
    "use_id",
    "statement_id",
    "document_id",
    "template_id",
    "number",
    "silence_id",
    "action_id",
    "request_id",
    "check_id",
    "line_id",
}  # these differ per school


def planted(session, made_at):
    """Fill the register; the numbers by (group of screens or "", name in the address), each for school A and B."""
    register = complete_register(session)
    schools = (register.zandloper, register.zonnewijzer)
    start_use(session, register.zonnewijzer.id, register.letters.id, {"since": SINCE})
    fixed = _of_nobody(session, register) | papers_of(session, register)
    return {key: (number, number) for key, number in fixed.items()} | {
        ("history", "number"): tuple(_edited_use(session, school) for school in schools),
        ("undoing.undo_edit_uses", "number"): tuple(school.uses[0].id for school in schools),
        ("undoing.undo_set_up", "number"): tuple(_edited_school(session, school) for school in schools),
        ("exports", "name"): ("leveranciers", "leveranciers"),
        ("", "school_id"): tuple(school.id for school in schools),
        ("", "use_id"): tuple(school.uses[0].id for school in schools),
        ("", "statement_id"): tuple(_statement(session, school) for school in schools),
        ("", "document_id"): tuple(_final(session, school, made_at) for school in schools),
        ("", "template_id"): tuple(_template(session, school) for school in schools),
        ("word_templates.stop", "template_id"): tuple(_template(session, school, in_use=True) for school in schools),
        **of_the_year(session, register, schools),
    }


WORDS = {
    ("", "name"): LIST,
    ("help.show", "name"): "start",
    ("help.picture", "name"): "school.png",
    ("history", "slug"): "gebruik",
    ("undoing.undo_edit_uses", "slug"): "gebruik",
    ("undoing.undo_set_up", "slug"): "school",
    ("undoing.undo_edit_register", "slug"): "product",
}


def _of_nobody(session, register):
    """What is of no school."""
    other, retired = (add_supplier(session, {"name": name}) for name in ("Andere Uitgever", "Gestopte Uitgever"))
    old = add_product(session, other.id, {"name": "Oude Klok", "kind": "lt"})
    retire_supplier(session, retired.id, SINCE)
    note_covenant(session, other.id, {"status": CovenantStatus.NONE, "checked_on": SINCE})
    retire_product(session, old.id, SINCE)
    unused = add_product(session, register.lettervlieg.id, {"name": "Nieuw Boek", "kind": "lt"})
    file = attach_file(session, register.agreement.id, FileKind.SIGNED, "getekend.pdf", b"%PDF-1.7\n1 0 obj\n%%EOF\n")
    proposals = [propose_annex(session, kind, unused.id, {"edition": "9"}) for kind in (PrivacyAnnex, SecurityAnnex)]
    return {
        ("", "supplier_id"): other.id,
        ("", "other_id"): retired.id,
        ("", "product_id"): unused.id,
        ("", "agreement_id"): register.agreement.id,
        ("", "file_id"): file.id,
        ("", "review_id"): add_review(session, other.id, {"reviewer": next(iter(facts().external_review_sources))}).id,
        ("", "field_id"): add_custom_field(session, {"label": "Kast", "subject": "supplier"}).id,
        ("", "account_id"): _account(session),
        ("", "key_id"): _key(session),
        ("", "session_id"): 1,
        ("practice.add", "product_id"): register.letters.id,
        **WORDS,
        ("undoing.undo_edit_register", "number"): _edited_product(session, unused),
        ("privacy_annexes", "annex_id"): proposals[0].id,
        ("security_annexes", "annex_id"): proposals[1].id,
        ("papers", "supplier_id"): register.lettervlieg.id,
        ("paper_pdfs", "supplier_id"): register.lettervlieg.id,
        ("paper_previews", "supplier_id"): register.lettervlieg.id,
        ("together", "supplier_id"): other.id,
        ("together", "product_id"): register.letters.id,
        ("suppliers.bring_back", "supplier_id"): retired.id,
        ("products.bring_back", "product_id"): old.id,
        ("agreements.end", "agreement_id"): (agreement := _in_force(session, other)),
        ("signals.silence", "code"): "file_missing",
        ("signals.silence", "subject"): "agreement",
        ("signals.silence", "number"): agreement,
        ("official_model", "template_id"): _official_model(session),
    }


def _in_force(session, supplier):
    signed = {"status": AgreementStatus.IN_FORCE, "board_signed_on": SINCE, "supplier_signed_on": SINCE}
    fields = {"arrangement": "own_text", "starts_on": SINCE, "renewal": Renewal.INDEFINITE} | signed
    return add_agreement(session, supplier.id, fields).id


def _edited_use(session, school):
    use = school.uses[0]
    return edit_use(session, use.id, use.version, {"groups": "3"}).id


def _edited_school(session, school):
    return edit_school(session, school.id, school.version, {"city": "Zuiderveen"}).id


def _edited_product(session, product):
    return edit_product(session, product.id, product.version, {"description": "Lezen."}).id


def _key(session):
    fields = {"purpose": "rooster", "scope": KeyScope.READ, "begins_on": SINCE, "ends_on": date(2027, 7, 31)}
    return add_key(session, fields).key.id


def _account(session):
    fields = {"name": "iemand anders", "email": "anders@getijden.example", "role": Role.PRIVACY_OFFICER}
    return invite(session, fields, ())[0].id


def _statement(session, school):
    fields = {"kind": StatementKind.SCHOOL_GUIDE, "title": f"Schoolgids {school.name}", "school_id": school.id}
    return add_statement(session, fields).id


def _final(session, school, made_at):
    order = Order(KINDS["schoolgids"], school.id, date(2026, 8, 1), date(2026, 8, 1))
    paper = compose(session, order)
    return make_final(session, paper, Templates(made_at[1]), made_at[0]).id


def _template(session, school, in_use=False):
    upload = Upload(LIST, "eigen.docx", shipped(LIST), f"Lijst van {school.name}", school_id=school.id)
    template = add_template(session, upload, date(2026, 8, 1))
    return use_template(session, template.id).id if in_use else template.id


def _official_model(session):
    return add_official_model(session, "model.docx", word_file("Naam leverancier: […]"), "4.0", date(2026, 8, 1)).id

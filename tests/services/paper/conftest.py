"""A register in which nothing is missing but of Rekenwolk, and the papers that are made of it."""

import pytest

from registry.model import PrivacyAnnex, SchoolBoard
from registry.model.supplier import ContactKind
from registry.services.agreements.agreements import edit_agreement
from registry.services.annexes.annexes import propose_annex
from registry.services.paper import KINDS, Order, Templates, compose, draft
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.uses import start_use
from tests.complete_register import SINCE, TODAY, complete_register
from tests.documents.specimens import lines

PRIVACY_SECTION = "school-privacy-section"


@pytest.fixture
def register(session):
    return complete_register(session)


@pytest.fixture
def paper(session, register):
    """The paper of this kind, by default about Lettervlieg, its product, De Zandloper or the board."""
    about = {
        "supplier": register.lettervlieg,
        "product": register.letters,
        "school": register.zandloper,
        "school_board": session.get(SchoolBoard, 1),
        "privacy_annex": register.privacy_annex,
        "security_annex": register.letters.security_annexes[0],
    }

    def paper(code="agreement-complete", subject=None, on=TODAY, **asked):
        return compose(session, Order(KINDS[code], (subject or about[KINDS[code].subject]).id, on, TODAY, **asked))

    return paper


@pytest.fixture
def made(paper, tmp_path):
    """The draft of such a paper."""
    return lambda *args, **asked: draft(paper(*args, **asked), Templates(tmp_path))


@pytest.fixture
def change_agreement(session, register):
    def change(fields, rows=None):
        edit_agreement(session, register.agreement.id, register.agreement.version, fields, rows)

    return change


@pytest.fixture
def rekenwolk(session, register):
    """A processor of which the register knows only its address, a product, and a school that uses it."""
    contact = {"kind": ContactKind.PRIVACY, "function": "privacy officer", "email": "privacy@rekenwolk.example"}
    fields = {"name": "Rekenwolk", "address": "Wolk 1", "postcode": "1111 AA", "city": "Hemelveen", "country": "NL"}
    supplier = add_supplier(session, fields, {"contacts": [contact]})
    product = add_product(session, supplier.id, {"name": "Sommen", "kind": "lt"})
    start_use(session, register.zandloper.id, product.id, {"since": SINCE, "purpose_plain": "Om te rekenen."})
    return supplier


@pytest.fixture
def told(made):
    """The lines of the draft of such a paper."""
    return lambda *args, **asked: lines(made(*args, **asked).content)


@pytest.fixture
def section(made):
    """The section as one text, of all blocks or of these."""
    return lambda *blocks: "\n".join(lines(made(PRIVACY_SECTION, blocks=blocks or None).content))


@pytest.fixture
def used(session, register):
    """Make De Zandloper use a product: its fields, those of the use, and what its annex says."""

    def used(name="Volgsysteem", kind="sli", use=None, rows=None, supplier=None, **fields):
        owner = supplier or add_supplier(session, {"name": f"Maker van {name}"})
        product = add_product(
            session, owner.id, {"name": name, "kind": kind, "purpose_plain": "Om te volgen."} | fields
        )
        if rows is not None:
            propose_annex(session, PrivacyAnnex, product.id, {}, rows)
        start_use(session, register.zandloper.id, product.id, {"since": SINCE} | (use or {}))
        return product

    return used

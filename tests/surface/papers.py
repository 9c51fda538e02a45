"""What the example board lacks: papers that are kept or read, lists, a template of its own, and known secrets."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

from sqlalchemy import select

from registry.access import BUILT_IN
from registry.database import change, db, session_for
from registry.model import AppRequest, PrivacyAnnex, StaffAddress
from registry.services.accounts.tokens import hash_of
from registry.services.imports.importing import offer_import
from registry.services.paper import KINDS, Order, Templates, compose, make_final
from registry.services.paper.own_templates import Upload, add_template, use_template
from tests.matrix.planted_imports import imports_of
from tests.matrix.planted_reading import papers_of

SECRET = "zandloper"  # what stands in every address that asks for a word
GUIDE = "schoolgids-leverancierslijst"


def add_papers(app):
    """Keep a final paper of a school and two versions of an own template in this register."""
    today, templates = date.today(), Templates(app.config["INSTANCE"].agreement_templates)
    with app.app_context():
        session = session_for(BUILT_IN)
        upload = Upload(GUIDE, "lijst.docx", templates.shipped(GUIDE).content, "Onze lijst")
        use_template(session, add_template(session, upload, today).id)
        add_template(session, upload, today)
        kind = next(kind for kind in KINDS.values() if kind.subject == "school" and kind.is_kept)
        make_final(session, compose(session, Order(kind, 1, today, today)), templates, datetime.now(UTC))
        _tell_secrets(session)
        offer_import(session, "eerst.csv", b"Leverancier;Product\nEerst;Eerst Boek\n")
        imports_of(session)
        annex = session.get(PrivacyAnnex, 1)
        papers_of(session, SimpleNamespace(privacy_annex=annex, letters=annex.product))
        db.session.remove()


def _tell_secrets(session):
    """Make SECRET the secret of the first address for staff, and of the first request."""
    with change(session, "toets"):
        for kind in (StaffAddress, AppRequest):
            session.scalars(select(kind).order_by(kind.id)).first().token_hash = hash_of(SECRET)

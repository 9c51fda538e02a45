"""What the example board lacks: a paper that is kept, and a Word template of its own."""

from datetime import UTC, date, datetime

from registry.access import BUILT_IN
from registry.database import db, session_for
from registry.services.paper import KINDS, Order, Templates, compose, make_final
from registry.services.paper.own_templates import Upload, add_template, use_template

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
        db.session.remove()

"""Which record a template is tried on: the choices, and the address of the preview with the one that was chosen."""

from typing import Any

from flask import url_for
from sqlalchemy import select

from registry.database import db
from registry.errors import NotFound
from registry.model import PaperTemplate, PrivacyAnnex, Product, School, SecurityAnnex, Supplier
from registry.model.supplier import PartyRole
from registry.services.paper import KINDS, PaperKind
from registry.services.paper.template_kinds import TemplateKind
from registry.services.records import fetch
from registry.web.paper_previews import TRYING

Choices = list[tuple[str, str]]
ON_A_LIST = "schoolgids"  # the paper on which a house style is tried
ANNEXES = {"annex-1": PrivacyAnnex.product_id, "annex-2": SecurityAnnex.product_id}


def tried_on(kind: TemplateKind) -> PaperKind:
    """Return the paper that shows this template best: its first one."""
    return KINDS[ON_A_LIST] if kind.is_house_style else kind.papers[0]


def preview_choices(paper: PaperKind) -> Choices:
    """Return the records that such a paper can be about, each with its name; none where there is no preview of it."""
    if paper.subject == "school":
        return [(str(one.id), one.name) for one in db.session.scalars(select(School).order_by(School.name))]
    if paper.subject == "supplier":
        suppliers = select(Supplier).where(Supplier.role == PartyRole.PROCESSOR).order_by(Supplier.name)
        return [(str(one.id), one.name) for one in db.session.scalars(suppliers)]
    if paper.subject == "product" and paper.code in ANNEXES:
        products = select(Product).where(Product.id.in_(select(ANNEXES[paper.code]))).order_by(Product.name)
        return [(str(one.id), f"{one.name} ({one.supplier.name})") for one in db.session.scalars(products)]
    return []


def preview_url(paper: PaperKind, number: int, trying: PaperTemplate | None = None) -> str:
    """Return the address of the preview of such a paper about this record; NotFound where there is none."""
    asked: dict[str, Any] = {TRYING: trying.id} if trying else {}
    if paper.subject == "school":
        return url_for("paper_previews.school", school_id=number, welk=paper.code, **asked)
    if paper.subject == "supplier":
        return url_for("paper_previews.supplier", supplier_id=number, welk=paper.code, **asked)
    if paper.subject == "product":
        supplier_id = fetch(db.session, Product, number).supplier_id
        return url_for("paper_previews.supplier", supplier_id=supplier_id, welk=f"{paper.code}/{number}", **asked)
    raise NotFound("Van dit document is nog geen voorbeeld.")

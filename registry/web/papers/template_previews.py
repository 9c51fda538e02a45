"""Which record a template is tried on: the choices, and the address of the preview with the one that was chosen."""

from collections.abc import Callable
from itertools import groupby
from operator import itemgetter
from typing import Any

from flask import url_for
from sqlalchemy import select

from registry.database import db
from registry.errors import NotFound
from registry.model import PaperTemplate, PrivacyAnnex, Product, School, SchoolBoard, SecurityAnnex, Supplier
from registry.model.supplier import PartyRole
from registry.queries.annexes.annex_versions import ANNEX_KINDS
from registry.services.paper import KINDS, PaperKind
from registry.services.paper.template_kinds import TemplateKind
from registry.services.records import fetch
from registry.web.papers.paper_previews import TRYING

Choices = list[tuple[str, str]]
ON_A_LIST = "schoolgids"  # the paper on which a house style is tried
ANNEXES = {"annex-1": PrivacyAnnex.product_id, "annex-2": SecurityAnnex.product_id}


def tried_on(kind: TemplateKind) -> PaperKind:
    """Return the paper that shows this template best: its first one."""
    return KINDS[ON_A_LIST] if kind.is_house_style else kind.papers[0]


def preview_choices(paper: PaperKind) -> Choices:
    """Return the records that such a paper can be about, each with its name; none where there is no preview of it."""
    offered = CHOICES.get(paper.subject)
    return offered(paper) if offered else []


def preview_url(paper: PaperKind, number: int, trying: PaperTemplate | None = None) -> str:
    """Return the address of the preview of such a paper about this record; NotFound where there is none."""
    asked: dict[str, Any] = {TRYING: trying.id} if trying else {}
    if paper.subject == "school":
        return url_for("paper_previews.school", school_id=number, welk=paper.code, **asked)
    if paper.subject == "school_board":
        return url_for("paper_previews.school_board", welk=paper.code, **asked)
    if paper.subject == "supplier":
        return url_for("paper_previews.supplier", supplier_id=number, welk=paper.code, **asked)
    supplier_id = _supplier_of(paper, number)
    return url_for("paper_previews.supplier", supplier_id=supplier_id, welk=f"{paper.code}/{number}", **asked)


def _supplier_of(paper: PaperKind, number: int) -> int:
    if (kind := ANNEX_KINDS.get(paper.subject)) is not None:
        return fetch(db.session, kind, number).product.supplier_id
    if paper.subject == "product":
        return fetch(db.session, Product, number).supplier_id
    raise NotFound("Van dit document is nog geen voorbeeld.")


def _schools(paper: PaperKind) -> Choices:
    return [(str(one.id), one.name) for one in db.session.scalars(select(School).order_by(School.name))]


def _boards(paper: PaperKind) -> Choices:
    return [(str(one.id), one.name) for one in db.session.scalars(select(SchoolBoard))]


def _suppliers(paper: PaperKind) -> Choices:
    found = select(Supplier).where(Supplier.role == PartyRole.PROCESSOR).order_by(Supplier.name)
    return [(str(one.id), one.name) for one in db.session.scalars(found)]


def _products(paper: PaperKind) -> Choices:
    if paper.code not in ANNEXES:
        return []
    found = select(Product.id, Product.name, Supplier.name).join(Product.supplier).order_by(Product.name)
    named = db.session.execute(found.where(Product.id.in_(select(ANNEXES[paper.code]))))
    return [(str(number), f"{product} ({supplier})") for number, product, supplier in named]


def _proposals(paper: PaperKind) -> Choices:
    """The versions of annexes of this kind that came after another one."""
    kind: Any = ANNEX_KINDS[paper.subject]
    found = select(Product.id, Product.name, kind.id, kind.edition).join(kind.product)
    versions = groupby(db.session.execute(found.order_by(Product.name, Product.id, kind.id)), key=itemgetter(0))
    later = [version for _, of_one in versions for version in list(of_one)[1:]]
    return [(str(number), f"{name}, versie {edition or 'nieuwste'}") for _, name, number, edition in later]


CHOICES: dict[str, Callable[[PaperKind], Choices]] = {
    "school": _schools,
    "school_board": _boards,
    "supplier": _suppliers,
    "product": _products,
    "privacy_annex": _proposals,
    "security_annex": _proposals,
}

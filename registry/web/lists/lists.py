"""The lists of products, agreements and annexes of all suppliers together; that of suppliers stands with them."""

from datetime import date

from flask import Blueprint, render_template

from registry.access import Right, needs
from registry.database import db
from registry.model import PrivacyAnnex
from registry.queries.agreements.agreement_words import agreement_title
from registry.queries.lists.agreements import find_agreements
from registry.queries.lists.annexes import find_annexes
from registry.queries.lists.products import find_products
from registry.reference import facts
from registry.web.lists.filters import AgreementFilter, AnnexFilter, ProductFilter
from registry.web.lists.listing import Column
from registry.web.paging import page_of

blueprint = Blueprint("lists", __name__)
WHOSE: list[Column] = [("Product", "product"), ("Leverancier", "leverancier")]
PRODUCTS: list[Column] = [*WHOSE, ("Soort", "soort"), "Bijsluiter", ("Scholen", "scholen")]
ANNEXES: list[Column] = [*WHOSE, "Versie", ("Datum", "datum"), ("Stand", "stand"), ("Geldt vanaf", "vanaf")]
AGREEMENTS: list[Column] = [
    ("Leverancier", "leverancier"),
    ("Afspraak", "soort"),
    ("Stand", "stand"),
    ("Gaat in", "begin"),
    ("Loopt tot en met", "einde"),
]


@blueprint.get("/producten/")
@needs(Right.READ)
def products() -> str:
    """Show the products that the address asks for."""
    form, today = ProductFilter(), date.today()
    wanted = form.wanted()
    page = page_of(lambda skip, most: find_products(db.session, wanted, today, form.order, skip, most))
    heads = form.heads(PRODUCTS, numbers=["Scholen"])
    kinds = facts().product_kinds
    return render_template("lists/products.html", form=form, page=page, heads=heads, kinds=kinds)


@blueprint.get("/overeenkomsten/")
@needs(Right.READ)
def agreements() -> str:
    """Show the agreements that the address asks for."""
    form, today = AgreementFilter(), date.today()
    wanted = form.wanted()
    page = page_of(lambda skip, most: find_agreements(db.session, wanted, today, form.order, skip, most))
    heads = form.heads(AGREEMENTS)
    return render_template("lists/agreements.html", form=form, page=page, heads=heads, title_of=agreement_title)


@blueprint.get("/bijlagen/")
@needs(Right.READ)
def annexes() -> str:
    """Show the versions of annexes that the address asks for."""
    form = AnnexFilter()
    wanted = form.wanted(date.today())
    page = page_of(lambda skip, most: find_annexes(db.session, wanted, form.order, skip, most))
    heads = form.heads(ANNEXES)
    is_privacy = wanted.kind is PrivacyAnnex
    return render_template("lists/annexes.html", form=form, page=page, heads=heads, is_privacy=is_privacy)

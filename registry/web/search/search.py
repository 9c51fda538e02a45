"""The screen of searching: one box in the header of every page, and the page with what was found."""

from datetime import date
from typing import Any

from flask import Blueprint, render_template, request, url_for
from wtforms import Form, SearchField

from registry.access import Right, needs
from registry.database import db
from registry.model import Supplier
from registry.queries.manual.finding import find
from registry.queries.manual.terms import find_terms
from registry.queries.search.search import Hit, search
from registry.reference import facts
from registry.web.forms import DutchMeta
from registry.web.forms.fields import Clean

blueprint = Blueprint("search", __name__)

TITLES = {
    "suppliers": "Leveranciers",
    "products": "Producten",
    "agreements": "Overeenkomsten",
    "schools": "Scholen",
    "statements": "Verklaringen",
    "papers": "Definitieve documenten",
}
PAGES = {
    "suppliers": ("suppliers.show", "supplier_id"),
    "products": ("products.show", "product_id"),
    "agreements": ("agreements.show", "agreement_id"),
    "schools": ("schools.show", "school_id"),
    "statements": ("statements.show", "statement_id"),
    "papers": ("papers.file", "document_id"),
}


class SearchForm(Form):
    """What is looked for."""

    class Meta(DutchMeta):
        """Dutch sentences; nothing is written, so there is no token."""

    zoek = SearchField("Zoek in het hele register", [Clean(Supplier.name)])


@blueprint.get("/zoeken")
@needs(Right.READ)
def show() -> str:
    """Show what holds the words of the address."""
    form = SearchForm(request.args)
    words = form.zoek.data if form.validate() else ""
    found = search(db.session, words, date.today()) if words else []
    helpful, helpful_total = find(words)
    return render_template(
        "search/show.html",
        form=form,
        words=words,
        found=found,
        titles=TITLES,
        address=address,
        terms=find_terms(facts().terms, words),
        helpful=helpful,
        helpful_total=helpful_total,
    )


def address(hit: Hit) -> str:
    """Return where a hit is read."""
    endpoint, name = PAGES[hit.kind]
    numbers: dict[str, Any] = {name: hit.number}
    return url_for(endpoint, **numbers)

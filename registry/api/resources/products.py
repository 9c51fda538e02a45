"""Producten: what schools use."""

from datetime import date
from typing import Any

from registry.api.asking import Found, record
from registry.api.resource import Resource, Step
from registry.api.shapes.shape import Shape
from registry.api.verbs import as_a_whole, under
from registry.database import db
from registry.model import Product, Supplier
from registry.queries.pages import find_records
from registry.services.suppliers.products import add_product, bring_back_product, edit_product, retire_product

SHAPE = Shape(
    Product,
    ("parties", "modules"),
    fixed=frozenset({"retired_on"}),
    first=frozenset({"supplier_id"}),
    needed=frozenset({"name"}),
)


def _find(wanted: dict[str, Any], skip: int, most: int) -> Found:
    conditions = [Product.supplier_id == wanted["leverancier"]] if "leverancier" in wanted else []
    return find_records(db.session, Product, conditions, SHAPE.rows, skip, most)


PRODUCTS = Resource(
    path="producten",
    one="product",
    told="alle producten, ook die niet meer in gebruik zijn",
    shape=SHAPE,
    find=_find,
    filters=(record("leverancier", "Producten van deze leverancier."),),
    add=under(Supplier, lambda *told: add_product(*told, today=date.today())),
    change=as_a_whole(lambda *told: edit_product(*told, today=date.today())),
    steps=(
        Step(
            "uitgebruiknemen",
            "productUitGebruikNemen",
            "Neemt een product uit gebruik, als geen school het nog gebruikt.",
            lambda session, number, seen, values: retire_product(session, number, values["retired_on"]),
            (Product.retired_on,),
        ),
        Step(
            "terughalen",
            "productTerughalen",
            "Neemt een product weer in gebruik.",
            lambda session, number, seen, values: bring_back_product(session, number),
        ),
    ),
)
OPERATIONS = tuple(PRODUCTS.operations())

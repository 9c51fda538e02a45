"""A product as papers describe it."""

from registry import dutch
from registry.documents import Gap
from registry.model import Product
from registry.model.product import Part
from registry.services.paper.known import Facts, Values, gap, known


def product_values(product: Product, facts: Facts, description: str = "") -> Values:
    """Return the product with its modules; a description out of an annex goes before its own."""
    return {
        "naam": product.name,
        "soort": facts.label("product_kinds", product.kind) or gap(product, Product.kind),
        "omschrijving": description or known(product, Product.description),
        "website": product.website,
        "maker": _others(product, Part.MAKER),
        "distributeurs": _others(product, Part.DISTRIBUTOR),
        "modules": [
            {
                "naam": module.name,
                "omschrijving": module.description,
                "gegevens": module.data,
                "toegang": module.access,
            }
            for module in product.modules
        ],
    }


def still_to_choose(where: Gap) -> Values:
    """Return the place of a product in an agreement that does not say yet what it is about."""
    return {
        "naam": where,
        "soort": "nog te kiezen",
        "omschrijving": "kies bij de overeenkomst over welke producten zij gaat",
        "website": "",
        "maker": "",
        "distributeurs": "",
        "modules": [],
    }


def _others(product: Product, part: Part) -> str:
    return dutch.enumeration([other.name for other in product.others(part)])

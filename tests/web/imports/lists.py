"""A list as a school sends it, and what comes of it."""

from sqlalchemy import select

from registry.model import Supplier

LIST = "Leverancier;Product;Scholen;Opmerking\nDe Kade;Letters;De Zandloper;Let op\n"


def names(session):
    """Return the names of the suppliers as they are stored."""
    session.expire_all()
    return list(session.scalars(select(Supplier.name)))

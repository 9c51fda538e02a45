"""What the tests of the grid look at: the ticks of a page, and the uses in the register."""

from datetime import date

from sqlalchemy import select

from registry.model import Use

ALL = "/wie-gebruikt-wat/"
TODAY, AUGUST = date.today(), date(2025, 8, 1)


def uses(session):
    """Every use as (school, product, since, until)."""
    found = session.scalars(select(Use).order_by(Use.id)).all()
    told = [(use.school_id, use.product_id, use.since, use.until) for use in found]
    session.rollback()
    return told


def ticks(page):
    return [value for name, value in page.values() if name == "uses"]

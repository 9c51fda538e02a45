"""Silences what somebody of the example board looked at, with the reason."""

from typing import Any

from sqlalchemy import select

from registry.demo.numbers import number_of
from registry.demo.reading import Reader, Written
from registry.model import Product, School, Use
from registry.services.year.silences import silence_signal


def silence_signals(session: Any, reader: Reader, written: Written) -> None:
    """Silence these signals about a school's use of a product."""
    for one in written.get("silence", ()):
        product, school = number_of(session, Product, one["product"]), number_of(session, School, one["school"])
        use = session.scalars(select(Use.id).where(Use.product_id == product, Use.school_id == school)).one()
        fields = {"reason": one["reason"], "until": reader.day(one["until"])}
        silence_signal(session, (one["code"], Use.__tablename__, use), fields, reader.today)

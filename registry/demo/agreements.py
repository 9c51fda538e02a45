"""Adds the agreements with a supplier, with their products, annexes and choices."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import select

from registry.demo.numbers import number_of, own_values
from registry.demo.reading import Reader, Written
from registry.model import Agreement, AnnexOption, Deviation, Product
from registry.model.agreement_lists import FileKind
from registry.model.custom import CustomSubject
from registry.services.agreements import agreements
from registry.services.agreements.files import attach_file

APART = ("own", "annexes_on", "ended", "replaces")


def add_agreements(session: Any, reader: Reader, supplier: int, written: Written) -> None:
    """Add the agreements that the file of this supplier names, oldest first, and end the one that says so."""
    for agreement in written.get("agreement", ()):
        fields = reader.fields(Agreement, agreement, but=APART) | _replaced(session, agreement)
        own = own_values(session, CustomSubject.AGREEMENT, agreement.get("own", {}))
        number = agreements.add_agreement(session, supplier, fields, _rows(session, reader, agreement), own).id
        for attached in agreement.get("files", ()):
            content = reader.content(attached["name"])
            attach_file(session, number, FileKind(attached["kind"]), attached["name"], content)
        if ended := agreement.get("ended"):
            agreements.end_agreement(session, number, reader.day(ended["on"]), ended["reason"])


def _replaced(session: Any, agreement: Written) -> dict[str, int]:
    if "replaces" not in agreement:
        return {}
    replaced = select(Agreement.id).where(Agreement.reference == agreement["replaces"])
    return {"replaces_id": session.scalars(replaced).one()}


def _rows(session: Any, reader: Reader, agreement: Written) -> dict[str, list[Mapping[str, Any]]]:
    products = [number_of(session, Product, name) for name in agreement["products"]]
    on = reader.day(agreement.get("annexes_on", reader.today))
    return {
        "products": [{"product_id": number} for number in products],
        "annexes": list(_annexes(session, products, on)),
        "choices": [_choice(session, choice) for choice in agreement.get("choices", ())],
        "deviations": [reader.fields(Deviation, deviation) for deviation in agreement.get("deviations", ())],
    }


def _annexes(session: Any, products: Iterable[int], on: date) -> Iterator[dict[str, int]]:
    """The annex versions of these products that hold on this day."""
    for number in products:
        product = session.get(Product, number)
        if privacy := product.privacy_annex_on(on):
            yield {"privacy_annex_id": privacy.id}
        if security := product.security_annex_on(on):
            yield {"security_annex_id": security.id}


def _choice(session: Any, choice: Written) -> dict[str, Any]:
    option = select(AnnexOption.id).where(AnnexOption.description == choice["option"])
    return {"option_id": session.scalars(option).one(), "chosen": choice["chosen"]}

"""Adds what was seen in apps of the example, and what its teachers asked for."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import select

from registry.demo.numbers import number_of
from registry.demo.reading import Reader, Written
from registry.model import AppRequest, PracticeCheck, PracticeRow, PrivacyAnnex, Product, School
from registry.model.app_request import Decision
from registry.model.practice_check import Seen
from registry.services.asking.app_requests import ask_for_app, decide_request
from registry.services.asking.practice import check_practice
from registry.services.asking.staff_addresses import make_staff_address

TOLD = ("product", "school", "checked_on", "differs", "unknown", "extra")  # what the file tells in another way


def add_practice(session: Any, reader: Reader) -> None:
    """Add the practice checks of the example, each beside the annex that held on its day."""
    for check in reader.file("practice.toml")["check"]:
        product = session.get(Product, number_of(session, Product, check["product"]))
        annex = product.privacy_annex_on(on := reader.day(check["checked_on"]))
        fields = reader.fields(PracticeCheck, check, but=TOLD)
        fields["school_id"] = _school(session, check["school"]) if "school" in check else None
        extra = [reader.fields(PracticeRow, row) for row in check.get("extra", ())]
        check_practice(session, annex.id, fields, dict(_answers(annex, check)), extra, on)


def _answers(annex: PrivacyAnnex, check: Written) -> Iterator[tuple[str, Seen]]:
    """The answer to each question of the form: by the code of a category, or by what is denied."""
    for item in annex.data:
        for subject in item.subjects or ("",):
            yield f"agreed_{item.id}_{subject}", _seen(check, item.category)
    for row in annex.denials:
        yield f"denied_{row.id}", _seen(check, row.statement)


def _seen(check: Written, about: str) -> Seen:
    if about in check.get("differs", ()):
        return Seen.NO
    return Seen.UNKNOWN if about in check.get("unknown", ()) else Seen.YES


def add_requests(session: Any, reader: Reader) -> None:
    """Add the requests of the example, and the secret address of the school whose teachers asked."""
    requests = reader.file("requests.toml")["request"]
    for number in dict.fromkeys(_schools(session, requests)):
        make_staff_address(session, number, reader.today)
    for request in requests:
        _add_request(session, reader, request)


def _schools(session: Any, requests: Iterable[Written]) -> Iterator[int]:
    return (_school(session, request["school"]) for request in requests)


def _add_request(session: Any, reader: Reader, request: Written) -> None:
    told = ("school", "asked_on", "decision", "reason", "decided_on", "product")
    fields = reader.fields(AppRequest, request, but=told)
    made = ask_for_app(session, _school(session, request["school"]), fields, reader.day(request["asked_on"]))
    if "decision" in request:
        product = number_of(session, Product, request["product"]) if "product" in request else None
        decided = {"decision": Decision(request["decision"]), "reason": request["reason"], "product_id": product}
        decide_request(session, made.id, made.version, decided, reader.day(request["decided_on"]))


def _school(session: Any, name: str) -> int:
    return session.scalars(select(School.id).where(School.name == name)).one()  # type: ignore[no-any-return]

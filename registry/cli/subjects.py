"""About which record, or which records, a paper is that somebody asks for on the command line."""

from typing import Any

from sqlalchemy import select

from registry import dutch, identifiers
from registry.cli.wishes import Wish
from registry.errors import BrokenRule, NotFound
from registry.model import (
    Agreement,
    Breach,
    PracticeCheck,
    School,
    SubprocessorNotice,
    Supplier,
)
from registry.model.base import Record
from registry.model.supplier import CovenantStatus
from registry.queries.papers.paper_subjects import Choosing, Subject, schools_for_papers, suppliers_for_papers
from registry.queries.suppliers.product_names import edition_named, product_named
from registry.queries.suppliers.supplier_names import supplier_named
from registry.reference import facts
from registry.services.paper import the_board
from registry.services.records import fetch

ONE_OR_ALL = {
    "school": "Geef één school met --school, of vraag alle scholen met --all.",
    "supplier": "Geef één leverancier met --supplier, of vraag alle verwerkers met --all.",
}
NARROWING = ("covenant", "model", "without_agreement")


def refuse_unclear(wish: Wish) -> None:
    """Raise BrokenRule unless one record is asked for, or all of them; only all of them can be narrowed."""
    subject, typed = wish.kind.subject, wish.typed
    if subject in ONE_OR_ALL and bool(typed[subject]) == typed["every"]:
        raise BrokenRule(ONE_OR_ALL[subject])
    narrowed = sum(bool(typed.get(name)) for name in NARROWING)
    if narrowed > 1 or (narrowed and not typed["every"]):
        raise BrokenRule("Gebruik --covenant, --model of --without-agreement één tegelijk, en alleen met --all.")
    if typed.get("every") and typed.get("agreement"):
        raise BrokenRule("Geef het nummer van een overeenkomst alleen bij één leverancier, niet met --all.")


def the_subject(session: Any, wish: Wish) -> int:
    """Return the number of the one record that is named; NotFound when there is none."""
    typed = wish.typed
    record: Record
    match wish.kind.subject:
        case "school":
            record = _school(session, typed["school"])
        case "supplier":
            record = supplier_named(session, typed["supplier"])
            _refuse_another_agreement(session, record, typed.get("agreement"))
        case "school_board":
            record = the_board(session)
        case "breach":
            record = fetch(session, Breach, typed["number"])
        case "subprocessor_notice":
            record = fetch(session, SubprocessorNotice, typed["number"])
        case "practice_check":
            record = fetch(session, PracticeCheck, typed["number"])
        case subject:
            product = product_named(session, typed["product"], typed["supplier"] or "")
            _refuse_another_agreement(session, product.supplier, typed.get("agreement"))
            record = product if subject == "product" else edition_named(product, typed["edition"] or "", subject)
    return record.id


def all_subjects(session: Any, wish: Wish) -> list[Subject]:
    """Return the records that are meant with --all; NotFound when there are none."""
    if wish.kind.subject == "school":
        found, sentence = schools_for_papers(session, wish.on), "Er staat op deze dag geen school in het register."
    else:
        found = suppliers_for_papers(session, wish.on, _choosing(wish.typed))
        sentence = "Geen verwerker in het register past hierbij."
    if not found:
        raise NotFound(sentence)
    return found


def _choosing(typed: dict[str, Any]) -> Choosing:
    model = typed["model"] or ""
    if model and model not in facts().model_versions:
        known = dutch.enumeration(list(facts().model_versions))
        raise NotFound(f"Er is geen model “{model}”. Kies uit: {known}.")
    return Choosing(_covenant(typed["covenant"]), model, typed["without_agreement"])


def _covenant(written: str | None) -> CovenantStatus | None:
    if not written:
        return None
    known = {name: status for status in CovenantStatus for name in (status.label, status.value)}
    if written.strip().casefold() not in known:
        labels = dutch.enumeration([status.label for status in CovenantStatus])
        raise NotFound(f"Er is geen convenantstatus “{written}”. Kies uit: {labels}.")
    return known[written.strip().casefold()]


def _school(session: Any, code: str) -> School:
    site_code = identifiers.site_code(code)
    school: School | None = session.scalar(select(School).where(School.site_code == site_code))
    if school is None:
        raise NotFound(f"Er is geen school met vestigingscode {site_code} in het register.")
    return school


def _refuse_another_agreement(session: Any, supplier: Supplier, number: int | None) -> None:
    if number is None:
        return
    found = session.get(Agreement, number)
    if found is None or found.supplier_id != supplier.id:
        known = dutch.enumeration([str(one.id) for one in supplier.agreements]) or "geen"
        raise NotFound(f"{supplier.name} heeft geen overeenkomst met nummer {number}. Wel: {known}.")

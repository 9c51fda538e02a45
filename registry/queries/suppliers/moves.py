"""What hangs on a supplier and moves along when it goes up in another."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from registry.dutch import long_date, long_moment
from registry.model import (
    Action,
    Breach,
    GeneratedDocument,
    ProductParty,
    SignalSilence,
    SubprocessorNotice,
    Supplier,
)
from registry.reference import facts


def moves(session: Any, kept: Supplier, emptied: Supplier) -> Iterator[tuple[str, list[str]]]:
    """Yield the Dutch name of each kind and the names of what moves of it; none of a kind is an empty list."""
    yield "Producten", [product.name for product in emptied.products]
    yield "Overeenkomsten", [_agreement(agreement) for agreement in emptied.agreements]
    yield "Namen", [emptied.name, *(alias.name for alias in emptied.aliases)]
    yield "Contacten", [contact.function or contact.kind.label for contact in emptied.contacts]
    yield "Keren nagegaan in het convenant", [entry.status.label for entry in emptied.covenant_entries]
    yield "Toetsen", [facts().external_review_sources[review.reviewer].label for review in emptied.external_reviews]
    parties = session.scalars(select(ProductParty).where(ProductParty.supplier_id == emptied.id))
    yield "Rol bij producten van anderen", [f"{party.part.label} van {party.product.name}" for party in parties]
    yield "Definitieve documenten", [paper.title for paper in papers_about(session, emptied)]
    yield "Acties", session.scalars(select(Action.what).where(Action.supplier_id == emptied.id)).all()
    yield "Datalekken", [_breach(breach) for breach in session.scalars(_about(Breach, emptied))]
    notices = session.scalars(_about(SubprocessorNotice, emptied))
    yield "Berichten over subverwerkers", [_notice(notice) for notice in notices]
    yield "Stil gezette signalen", _silences(session, kept, emptied)


def papers_about(session: Any, supplier: Supplier) -> list[GeneratedDocument]:
    """Return the final papers about this supplier."""
    about = select(GeneratedDocument).where(GeneratedDocument.subject == Supplier.__tablename__)
    return list(session.scalars(about.where(GeneratedDocument.subject_id == supplier.id)))


def silences_about(session: Any, supplier: Supplier) -> list[SignalSilence]:
    """Return what somebody silenced about this supplier itself, also what is over by now."""
    about = select(SignalSilence).where(SignalSilence.subject == Supplier.__tablename__)
    return list(session.scalars(about.where(SignalSilence.subject_id == supplier.id)))


def _about(kind: type[Any], supplier: Supplier) -> Any:
    return select(kind).where(kind.supplier_id == supplier.id).order_by(kind.id)


def _breach(breach: Breach) -> str:
    known = f"bekend sinds {long_moment(breach.known_at)}"
    return f"{breach.product.name}, {known}" if breach.product else known


def _notice(notice: SubprocessorNotice) -> str:
    return f"{notice.name} {notice.change.label} ({long_date(notice.received_on)})"


def _silences(session: Any, kept: Supplier, emptied: Supplier) -> list[str]:
    """Where both silenced the same signal, the reason and the last day of the kept one stay: the name says so."""
    present = {silence.code for silence in silences_about(session, kept)}
    names = [(silence.code, facts().signals[silence.code].label) for silence in silences_about(session, emptied)]
    stays = f" (stond al stil bij {kept.name}, en dat blijft zo)"
    return [f"{name}{stays if code in present else ''}" for code, name in names]


def _agreement(agreement: Any) -> str:
    arrangement = facts().arrangements.get(agreement.arrangement)
    return f"{arrangement.label if arrangement else 'overeenkomst'} ({agreement.status.label})"

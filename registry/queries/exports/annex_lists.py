"""The list of annex versions: a row for each, of both kinds, with what it says in short."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Select, func

from registry.model import (
    AnnexData,
    AnnexStorage,
    PrivacyAnnex,
    Product,
    SecurityAnnex,
    Subprocessor,
)
from registry.model.privacy_annex import AnnexPurpose, AnnexRetention
from registry.model.security_annex import Certificate
from registry.queries.exports.list_rows import Cell, Column, ListRows, Said, gathered, joined, list_rows
from registry.queries.exports.supplier_lists import BY_SUPPLIER, WHOSE, Where


def annexes_list(session: Any, *where: Where) -> ListRows:
    """Return the versions of privacy annexes and then those of security annexes, by supplier and product."""
    privacy, security = (versions_list(session, kind, *where) for kind in (PrivacyAnnex, SecurityAnnex))
    fields = tuple(dict.fromkeys((*privacy.fields, *security.fields)))
    return ListRows("Bijlagen", fields, chain(_under(fields, privacy), _under(fields, security)))


def versions_list(session: Any, kind: Any, *where: Where, order: Sequence[Any] = ()) -> ListRows:
    """Return the versions of one kind of annex, in this order or else by supplier and product."""
    if kind is PrivacyAnnex:
        return _versions(session, kind, "privacybijsluiter", _privacy(session), where, order)
    return _versions(session, kind, "beveiligingsbijlage", _security(session), where, order)


def _under(fields: tuple[str, ...], part: ListRows) -> Iterator[tuple[Cell, ...]]:
    """The rows of one kind under the fields of both."""
    places = [part.fields.index(field) if field in part.fields else None for field in fields]
    return (tuple(None if place is None else row[place] for place in places) for row in part.rows)


def _versions(
    session: Any, kind: Any, word: str, more: list[Column], where: Sequence[Where], order: Sequence[Any]
) -> ListRows:
    columns = (
        *WHOSE,
        Column("product.name", Product.name),
        Column("annex.kind", kind.id, lambda _: word),
        Column("annex.edition", kind.edition),
        Column("annex.dated", kind.dated),
        Column("annex.status", kind.status),
        Column("annex.accepted_on", kind.accepted_on),
        Column("annex.superseded_on", kind.superseded_on),
        Column("annex.source", kind.source),
        *more,
    )

    def narrow(asked: Select[Any]) -> Select[Any]:
        versions = asked.select_from(kind).join(kind.product).join(Product.supplier).where(*where)
        return versions.order_by(*(order or (*BY_SUPPLIER, func.lower(Product.name), Product.id, kind.id)))

    return list_rows(session, "Bijlagen", columns, narrow)


def _privacy(session: Any) -> list[Column]:
    owner = PrivacyAnnex.id
    behind = gathered(session, Subprocessor.privacy_annex_id, Subprocessor.name)
    return [
        Column("annex.purposes", owner, joined(gathered(session, AnnexPurpose.privacy_annex_id, AnnexPurpose.purpose))),
        Column("annex.data", owner, joined(gathered(session, AnnexData.privacy_annex_id, AnnexData.category))),
        Column("annex.subprocessors", owner, joined(behind)),
        Column("annex.subprocessor_count", owner, lambda number: len(behind.get(number, ()))),
        Column("annex.no_subprocessors", PrivacyAnnex.no_subprocessors),
        Column("annex.countries", owner, _countries(session)),
        Column("annex.retention", owner, _retention(session)),
        Column("annex.automation", PrivacyAnnex.automation),
    ]


def _countries(session: Any) -> Said:
    stored = gathered(session, AnnexStorage.privacy_annex_id, AnnexStorage.country)
    behind = gathered(session, Subprocessor.privacy_annex_id, Subprocessor.country)
    return joined({number: [*stored.get(number, ()), *behind.get(number, ())] for number in {*stored, *behind}})


def _retention(session: Any) -> Said:
    kept = gathered(session, AnnexRetention.privacy_annex_id, AnnexRetention.data, AnnexRetention.term)
    return joined({number: [(": ".join(filter(None, row)),) for row in rows] for number, rows in kept.items()})


def _security(session: Any) -> list[Column]:
    names = gathered(session, Certificate.security_annex_id, Certificate.name)
    return [
        Column("annex.availability", SecurityAnnex.availability),
        Column("annex.integrity", SecurityAnnex.integrity),
        Column("annex.confidentiality", SecurityAnnex.confidentiality),
        Column("annex.breach_email", SecurityAnnex.breach_email),
        Column("annex.breach_phone", SecurityAnnex.breach_phone),
        Column("annex.breach_hours", SecurityAnnex.breach_hours),
        Column("annex.certificates", SecurityAnnex.id, joined(names)),
    ]

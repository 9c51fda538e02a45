"""One row of a school's supplier list: what parents read about one product."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from registry.model import PrivacyAnnex, Product, Use
from registry.model.annex_state import AnnexStatus
from registry.model.product import Part
from registry.model.supplier import PartyRole
from registry.queries.annexes.annex_summary import AnnexSummary, summary_of
from registry.queries.annexes.annex_words import annex_for, capital
from registry.queries.papers.facts_used import FactUsed, facts_of_use
from registry.queries.papers.missing import Missing, missing, missing_at
from registry.queries.uses.row_words import RowWords
from registry.queries.uses.standing import Standing, standing_of
from registry.queries.uses.use_lines import UseLine
from registry.reference import facts
from registry.reference.supply import GuideHeading

# An independent controller stands among the suppliers only where the board gave it a heading of its own choice.
OTHER = "other"
RECIPIENTS_HEADINGS = ("", OTHER, "legal_recipients")

# The fields of a row that may be missing, in the order in which they are told.
OF_USE = {"purpose": Use.purpose_plain, "ground": Use.legal_basis}
OF_ANNEX = {
    "data": (PrivacyAnnex.data, "Gegevens in de privacybijsluiter"),
    "about_whom": (PrivacyAnnex.data, "Van wie de gegevens zijn"),
    "outside_eea": (PrivacyAnnex.storage, "Landen van opslag en subverwerkers"),
}


@dataclass(frozen=True, eq=False)
class ListRow(RowWords):
    """What parents read of one use; schools that use a product in the same way share the row.

    A text is empty and `outside_eea` None while unknown, and then `missing` says so.

    `outside_eea`: the countries outside the EEA, none when all places are known to be inside. `is_proposal`: what
    is said of the data comes from an annex that the board has not accepted yet. `missing`: by the name of a field
    of this row, what is to be filled in and where. `facts`: the reference facts that the row rests on.
    """

    heading: GuideHeading
    product_id: int
    supplier_id: int
    product: str
    modules: tuple[str, ...]
    supplier: str
    makers: tuple[str, ...]
    distributors: tuple[str, ...]
    purpose: str
    data: str
    about_whom: str
    role: str
    ground: str
    link: str
    outside_eea: tuple[str, ...] | None
    is_recipient: bool
    is_proposal: bool
    standing: Standing
    missing: Mapping[str, Missing]
    facts: tuple[FactUsed, ...]

    @property
    def gaps(self) -> tuple[Missing, ...]:
        """What is still to be filled in, each thing once."""
        return tuple(dict.fromkeys(self.missing.values()))


Rows = dict[tuple[object, ...], ListRow]


class Line(NamedTuple):
    """A use with what parents read of it."""

    use: UseLine
    row: ListRow


def is_recipient(product: Product, heading: str) -> bool:
    """Return whether the organisation gets data by law or for a task of its own, and so stands apart."""
    role = product.supplier.role
    is_independent = role is PartyRole.INDEPENDENT_CONTROLLER and heading in RECIPIENTS_HEADINGS
    return role is PartyRole.LEGAL_RECIPIENT or is_independent


def row_of(use: UseLine, on: date, known: Rows | None = None) -> ListRow:
    """Return the row of this use, with what the register says on this day.

    `known` holds rows that were made before of the same records, and gets this one: schools that use a product in
    the same way have the same row, unless this use itself lacks something.
    """
    known = {} if known is None else known
    key = (on, use.product_id, use.purpose_plain, use.legal_basis, use.guide_heading, use.opened)
    row = known.get(key)
    if row is None or not OF_USE.keys().isdisjoint(row.missing):
        row = known[key] = _row_of(use, on)
    return row


def _row_of(use: UseLine, on: date) -> ListRow:
    product, supplier, annex = use.product, use.product.supplier, annex_for(use.product, on)
    summary = summary_of(annex) if annex is not None else None
    said = {
        "purpose": use.purpose_plain or product.purpose_plain,
        "data": (summary and summary.data) or _data_of_modules(use),
        "about_whom": summary.about_whom if summary else "",
        "ground": _ground(use, on),
    }
    outside = _outside(use, summary)
    return ListRow(
        heading=facts().guide_headings.get(use.guide_heading) or facts().guide_headings[OTHER],
        product_id=product.id,
        supplier_id=supplier.id,
        product=product.name,
        modules=tuple(module.name for module in use.opened),
        supplier=supplier.name,
        makers=_others(product, Part.MAKER),
        distributors=_others(product, Part.DISTRIBUTOR),
        role=supplier.role.label,
        link=product.leaflet_url,
        outside_eea=outside,
        is_recipient=_is_apart(use),
        is_proposal=annex is not None and annex.status is AnnexStatus.PROPOSED,
        standing=standing_of(product, on),
        missing=_missing(use, annex, said, outside),
        facts=facts_of_use(use.guide_heading, use.legal_basis, summary.facts if summary else ()),
        **said,
    )


def _is_apart(use: UseLine) -> bool:
    return is_recipient(use.product, use.guide_heading)


def _data_of_modules(use: UseLine) -> str:
    return capital("; ".join(module.data for module in use.opened or use.product.modules if module.data))


def _ground(use: UseLine, on: date) -> str:
    basis = facts().legal_bases.get(use.legal_basis)
    settled = [one for one in use.product.supplier.agreements if one.is_settled(on)]
    articles = [agreement.legal_ground for agreement in settled if agreement.legal_ground]
    return " – ".join([*([basis.label] if basis else []), *articles[-1:]])


def _outside(use: UseLine, summary: AnnexSummary | None) -> tuple[str, ...] | None:
    """What the annex says; a recipient without an annex gets the data in its own country."""
    if summary is not None:
        return summary.outside_eea
    country = facts().countries.get(use.product.supplier.country) if _is_apart(use) else None
    return None if country is None else () if country.is_eea else (country.label,)


def _others(product: Product, part: Part) -> tuple[str, ...]:
    return tuple(other.name for other in product.others(part))


def _missing(
    use: UseLine, annex: PrivacyAnnex | None, said: Mapping[str, str], outside: tuple[str, ...] | None
) -> dict[str, Missing]:
    known = {**said, "outside_eea": outside is not None}
    if not _is_apart(use):
        known["ground"] = True
    return {field: _place(use, annex, field) for field in (*OF_USE, *OF_ANNEX) if not known[field]}


def _place(use: UseLine, annex: PrivacyAnnex | None, field: str) -> Missing:
    """Where this field of the row is filled in: at the use, in the annex, or by making one."""
    if field in OF_USE:
        return missing_at(Use, use.id, OF_USE[field])
    if annex is not None:
        return missing(annex, *OF_ANNEX[field])
    label = "Welke gegevens en van wie" if _is_apart(use) else "Privacybijsluiter"
    return missing(use.product, Product.privacy_annexes, label)

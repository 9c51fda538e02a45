"""The letter with arrangements, for a processor that gets no agreement, such as a photographer."""

from typing import Any

from registry import dutch
from registry.errors import BrokenRule
from registry.model import Agreement, AnnexStorage, PrivacyAnnex, Product, SchoolBoard, SecurityAnnex, Supplier
from registry.model.agreement_lists import AgreementStatus, ConclusionMode
from registry.queries.annexes.annex_words import capital, data_word, listed, not_processed
from registry.services.paper.composing import Order, Paper
from registry.services.paper.known import Facts, Value, Values, gap, known
from registry.services.paper.reading import the_supplier
from registry.services.paper.records.agreement import agreement_to_write, covered_products
from registry.services.paper.records.annexes import ChosenAnnex, choose_annex
from registry.services.paper.records.parties import the_board
from registry.services.paper.records.privacy_annex import retention_values
from registry.services.paper.supplier.letters import Letter, refuse_unless_processor

BY_LETTER = "letter_or_mail"


def arrangements_paper(session: Any, order: Order) -> Paper:
    """Return the letter with what this supplier may do with the data, and what not."""
    supplier = the_supplier(session, order.subject_id)
    refuse_unless_processor(supplier)
    letter = Letter(session, order, supplier)
    agreement = agreement_to_write(supplier, order.on, order.agreement)
    if agreement is not None and agreement.status is AgreementStatus.NOT_NEEDED:
        raise BrokenRule(f"In het register staat dat met {supplier.name} geen afspraken nodig zijn: {agreement.reason}")
    products = covered_products(supplier, agreement)
    chosen = [choose_annex(PrivacyAnnex, product, agreement, order.on) for product in products]
    values = {
        "producten": [_product(one, order, letter.facts) for one in chosen] or [_no_product(agreement or supplier)],
        "meldpunt": _breach_point(the_board(session)),
        "uren": _hours(products, agreement, order),
        "termijn": _term(agreement, supplier),
    }
    by_mail = agreement is not None and agreement.conclusion_mode is ConclusionMode.EMAIL
    notes = (*_notes(agreement, letter.facts), *(one.note for one in chosen if one.note))
    return letter.paper({"afspraken": values}, notes, agreement.reference if agreement else "", per_mail=by_mail)


def _notes(agreement: Agreement | None, used: Facts) -> list[str]:
    by_letter = used.of("arrangements", BY_LETTER)
    notes = [f"{by_letter.label}. {by_letter.note}".strip()]
    if agreement is None:
        notes.append("Er staat nog geen afspraak in het register. Deze brief gaat over alle producten.")
    elif agreement.arrangement and agreement.arrangement != BY_LETTER:
        label = used.label("arrangements", agreement.arrangement)
        notes.append(f"In het register staat een andere soort afspraak: {label}.")
    return notes


def _product(chosen: ChosenAnnex, order: Order, used: Facts) -> Values:
    product, annex = chosen.product, chosen.version
    values: Values = {"naam": product.name, "doel": _purpose(product, order), "scholen": _schools(product, order)}
    if not isinstance(annex, PrivacyAnnex):
        unknown = gap(product, Product.privacy_annexes, "Privacybijsluiter")
        return values | {
            "gegevens": [{"wat": unknown, "van_wie": unknown, "noodzaak": unknown}],
            "niet": [],
            "bewaren": [{"gegevens": unknown, "termijn": unknown}],
            "landen": unknown,
        }
    return values | {
        "gegevens": _data(annex, used),
        "niet": not_processed(annex),
        "bewaren": retention_values(annex, used),
        "landen": _countries(annex, used),
    }


def _purpose(product: Product, order: Order) -> Value:
    """What parents read it is for: in the words of the schools, else of the product."""
    said = [use.purpose_plain for use in product.uses if not use.is_over(order.on)]
    own = " ".join(dict.fromkeys(filter(None, said)))
    return own or known(product, Product.purpose_plain)


def _schools(product: Product, order: Order) -> str:
    names = {use.school.name for use in product.uses if not use.is_over(order.on)}
    return dutch.enumeration(sorted(names, key=str.casefold))


def _data(annex: PrivacyAnnex, used: Facts) -> list[Values]:
    used.used.update((("data_categories", item.category), None) for item in annex.data)
    rows: list[Values] = [
        {
            "wat": capital(data_word(item)),
            "van_wie": listed([used.label("data_subjects", one) for one in item.subjects])
            or gap(item, type(item).subjects),
            "noodzaak": known(item, type(item).needed_because),
        }
        for item in annex.data
    ]
    unknown = gap(annex, PrivacyAnnex.data, "Gegevens")
    return rows or [{"wat": unknown, "van_wie": unknown, "noodzaak": unknown}]


def _countries(annex: PrivacyAnnex, used: Facts) -> Value:
    """Where the data are; a gap as long as one place is without a country."""
    if not annex.storage:
        return gap(annex, PrivacyAnnex.storage, "Landen van opslag")
    if unknown := next((row for row in annex.storage if not row.country), None):
        return gap(unknown, AnnexStorage.country)
    return dutch.enumeration(list(dict.fromkeys(used.label("countries", row.country) for row in annex.storage)))


def _no_product(lacking: Agreement | Supplier) -> Values:
    unknown = gap(lacking, type(lacking).products, "Producten")
    return {
        "naam": unknown,
        "doel": unknown,
        "scholen": "",
        "gegevens": [{"wat": unknown, "van_wie": unknown, "noodzaak": unknown}],
        "niet": [],
        "bewaren": [{"gegevens": unknown, "termijn": unknown}],
        "landen": unknown,
    }


def _hours(products: list[Product], agreement: Agreement | None, order: Order) -> int | str:
    """The shortest time that the security annexes give; nothing while none does."""
    chosen = [choose_annex(SecurityAnnex, product, agreement, order.on).version for product in products]
    known_hours = [one.breach_hours for one in chosen if isinstance(one, SecurityAnnex) and one.breach_hours]
    return min(known_hours, default="")


def _term(agreement: Agreement | None, supplier: Supplier) -> Value:
    if agreement is not None:
        return known(agreement, Agreement.deletion_term)
    return gap(supplier, Supplier.agreements, "Gegevens weg na het einde binnen")


def _breach_point(board: SchoolBoard) -> Values:
    return {
        "functie": known(board, SchoolBoard.breach_function),
        "email": known(board, SchoolBoard.breach_email),
        "telefoon": board.breach_phone,
    }

"""A school as papers name it, whom its parents can ask, and a row of its supplier list."""

from collections.abc import Sequence
from weakref import WeakKeyDictionary

from registry import dutch
from registry.model import School, SchoolBoard
from registry.queries.uses.school_list import SchoolList
from registry.queries.uses.school_rows import ListRow
from registry.queries.uses.use_lines import UseLine
from registry.services.paper.known import Facts, Value, Values, gap, gap_of, known


def school_values(school: School, facts: Facts) -> Values:
    """Return the school."""
    return {
        "naam": school.name,
        "code": school.site_code,
        "adres": school.address,
        "postcode": school.postcode,
        "plaats": school.city,
        "website": school.website,
        "sector": facts.label("sectors", school.sector),
    }


def contact_of(school: School, board: SchoolBoard | None) -> Value:
    """Return whom parents ask: the school's own contact, else the board's."""
    whom = (school.contact_function, school.contact_email)
    if not any(whom) and board is not None:
        whom = (board.privacy_function, board.privacy_email)
    return ", ".join(filter(None, whom)) or gap(school, School.contact_email)


def contact_values(school: School, board: SchoolBoard) -> Values:
    """Return whom parents ask, who is responsible, and how the FG is reached."""
    return {
        "vragen": contact_of(school, board),
        "bestuur": known(board, SchoolBoard.name),
        "adres": known(board, SchoolBoard.address),
        "postcode": known(board, SchoolBoard.postcode),
        "plaats": known(board, SchoolBoard.city),
        "fg": ", ".join(filter(None, [board.dpo_name, board.dpo_function])),
        "fg_email": known(board, SchoolBoard.dpo_email),
    }


# By the row itself, which schools share: a paper only reads its values.
_written: WeakKeyDictionary[ListRow, Values] = WeakKeyDictionary()


def row_values(row: ListRow) -> Values:
    """Return a row of the list as a paper shows it."""
    values = _written.get(row)
    if values is None:
        values = _written[row] = _row_values(row)
    return values


def _row_values(row: ListRow) -> Values:
    return {
        "product": row.product_text,
        "leverancier": row.supplier_text,
        "doel": said(row, "purpose"),
        "gegevens": said(row, "data"),
        "van_wie": said(row, "about_whom"),
        "rol": row.role,
        "link": row.link,
        "buiten_eer": row.outside_text or gap_of(row.missing["outside_eea"]),
    }


def said(row: ListRow, field: str) -> Value:
    """Return this text of the row; a gap while nobody has filled it in."""
    return getattr(row, field) or gap_of(row.missing[field])


def recipient_values(row: ListRow) -> Values:
    """Return the row of an organisation that decides for itself, with the ground on which it gets data."""
    return row_values(row) | {"grond": said(row, "ground")}


def facts_of_list(found: SchoolList) -> Facts:
    """Return the reference facts that a school's list rests on."""
    used = Facts()
    for row in found.rows:
        used.used.update(dict.fromkeys(row.facts))
    return used


def notes_on_proposals(rows: Sequence[ListRow]) -> tuple[str, ...]:
    """Return what a maker should know about rows that rest on an annex that nobody has accepted yet."""
    names = list(dict.fromkeys(row.product for row in rows if row.is_proposal))
    if not names:
        return ()
    return (f"De gegevens van {dutch.enumeration(names)} komen uit een bijsluiter die nog niet is geaccepteerd.",)


def product_names(uses: Sequence[UseLine]) -> str:
    """Return the products of these uses as "a, b en c", each once."""
    return dutch.enumeration(list(dict.fromkeys(use.product.name for use in uses)))

"""Which kind of list a table is, by its headings and its cells."""

from registry.exchange.lists.catalogue import is_product
from registry.exchange.lists.crosses import is_cross_column, reads_as_recipient, reads_as_school
from registry.exchange.lists.entry import ListKind
from registry.exchange.lists.fields import headings, is_known_heading, plain
from registry.exchange.lists.fields import words as list_words
from registry.exchange.sheets.headings import headings as written
from registry.exchange.tables.table import Table

_SITES = {
    "vestigingsnaam",
    "instellingsnaam",
    "vestigingscode",
    "vestigingsnummer",
    "instellingscode",
    "brin nummer",
    "brin",
}
_BOARDS = {"bevoegd gezag naam", "onderwijsbestuurid", "bestuursnaam", "naam bevoegd gezag"}
_SCHOOL_NAMES = {"school", "schoolnaam", "naam school", "vestiging", "locatie", "naam vestiging", "naam van de school"}
_COVENANT = {
    "deelnemer",
    "deelnemers",
    "naam deelnemer",
    "status deelname",
    "datum deelname",
    "deelnemer sinds",
    "medestander",
}
_SAMPLE = 200


def kind_of(table: Table) -> tuple[ListKind, str]:
    """Return the kind of a list, and in one sentence why."""
    named = {plain(heading) for heading in table.headings if heading}
    if own := own_list(table):
        return ListKind.REGISTER, f"De koppen zijn die van de lijst “{own}” uit dit register zelf."
    if named & _BOARDS and not named & (_SITES - {"brin"}):
        return ListKind.BOARDS, "De koppen zijn die van een bestand met besturen."
    if len(named & _SITES) > 1 or (named & _SITES and named & _SCHOOL_NAMES):
        return ListKind.SCHOOLS, "De koppen zijn die van een bestand met scholen."
    crosses = cross_columns(table)
    if sum(reads_as_recipient(table.headings[column]) for column in crosses) >= 2:
        return ListKind.RECIPIENTS, "De koppen zijn ontvangers zoals DUO, met kruisjes eronder."
    if _is_matrix(table, crosses):
        return ListKind.MATRIX, why_matrix(crosses)
    return _plain_list(table, named)


def why_matrix(crosses: list[int]) -> str:
    """Return in one sentence why a list with these columns of crosses is a matrix."""
    where = "In 1 kolom staat" if len(crosses) == 1 else f"In {len(crosses)} kolommen staan"
    return f"{where} alleen kruisjes of datums."


def _plain_list(table: Table, named: set[str]) -> tuple[ListKind, str]:
    codes = {headings()[name][0].partition(".")[0] for name in named if name in headings()}
    if named & _COVENANT or "convenant" in plain(table.sheet):
        return ListKind.COVENANT, "De lijst noemt deelnemers van het convenant."
    if named & _SCHOOL_NAMES and not codes & {"product", "supplier", "agreement"} - _shared(named):
        return ListKind.SCHOOLS, "De lijst noemt scholen, en geen leveranciers of producten."
    if codes:
        return ListKind.SUPPLIERS, "De koppen gaan over leveranciers en hun producten."
    return (
        ListKind.SUPPLIERS,
        "De koppen zeggen het niet; dit is het gewone soort lijst. Kies zelf een ander soort als dat niet klopt.",
    )


def _shared(named: set[str]) -> set[str]:
    """Return "supplier" where all that points to one is a heading that a school has as well, such as its address."""
    of_suppliers = [name for name in named if name in headings() and headings()[name][0].startswith("supplier.")]
    own = [name for name in of_suppliers if not any(code.startswith("school.") for code in headings()[name])]
    return set() if own else {"supplier"}


def own_list(table: Table) -> str:
    """Return which list of our own export a table is, "" for none.

    Every heading is one that an export writes, and the sheet has the name of the list; in a CSV file, which has no
    sheet, there are headings that no other list has.
    """
    words, here = written(), {heading for heading in table.headings if heading}
    if not here <= set(words.values()):
        return ""
    lists = list_words()["export_lists"]
    if table.sheet in lists:
        return table.sheet
    return next((name for name, codes in lists.items() if all(words[code] in here for code in codes)), "")


def cross_columns(table: Table) -> list[int]:
    """Return the columns whose heading is no field and whose cells are crosses, days or nothing."""
    sample = table.rows[:_SAMPLE]
    unknown = [place for place, heading in enumerate(table.headings) if heading and not is_known_heading(heading)]
    return [place for place in unknown if is_cross_column([row.cells[place] for row in sample])]


def _is_matrix(table: Table, crosses: list[int]) -> bool:
    named = [table.headings[place] for place in crosses]
    has_own = any({"product.name", "supplier.name"} & set(headings().get(plain(one), ())[:1]) for one in table.headings)
    schools, products = sum(map(reads_as_school, named)), 0 if has_own else sum(map(is_product, named))
    mostly = len(crosses) >= 3 and len(crosses) >= 0.5 * sum(map(bool, table.headings))
    only = len(crosses) >= 2 and len(crosses) >= sum(map(bool, table.headings)) - 1
    return mostly or only or (len(crosses) >= 2 and max(schools, products) >= 0.5 * len(crosses))

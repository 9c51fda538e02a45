"""Lists as somebody offers them, and all that a register holds."""

from datetime import UTC, date, datetime

import sqlalchemy as sa

from registry.model import Base
from registry.services.imports.choices import Choices
from registry.services.imports.importing import choose, offer_import, preview, run_import
from registry.services.imports.sealing import seal

ON, NOW = date(2026, 11, 1), datetime(2026, 11, 1, 9, tzinfo=UTC)
LIST = """Leverancier;KvK-nummer;Product;Scholen;Verwerkersovereenkomst
De Kade B.V.;01234567;Letters;De Zandloper;ja
De Kade B.V.;01234567;Cijfers;De Zandloper;ja
Lettervlieg;;Lezen;De Zandloper;nee
"""
BSN = "123456782"
KEPT = {"audit_event", "audit_chain", "import", "stored_file", "file_content", "saved_mapping"}


def offered(session, content=LIST, name="lijst.csv", **choices):
    one = offer_import(session, name, content.encode())
    choose(session, one.id, Choices(**{**Choices.read(one.choices).stored(), "since": date(2026, 8, 1), **choices}))
    return one


def taken_over(session, one, skip=False):
    given = seal(session, one, preview(session, one.id, ON), NOW)
    return run_import(session, one.id, given, skip, ON, NOW)


def tables(session):
    """All rows of all tables that people fill; of a version only that it counts saves."""
    found = {}
    for table in Base.metadata.sorted_tables:
        if table.name not in KEPT:
            columns = [column for column in table.columns if column.name != "version"]
            found[table.name] = sorted(map(repr, session.connection().execute(sa.select(*columns))))
    return found

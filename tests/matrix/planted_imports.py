"""Lists that were uploaded: one that waits, and one that was taken over."""

from datetime import UTC, date, datetime

from registry.services.imports.importing import offer_import, preview, run_import
from registry.services.imports.sealing import seal


def imports_of(session):
    """Offer and take over; the numbers by (group of screens or "", name in the address)."""
    done = offer_import(session, "klaar.csv", b"Leverancier;Product\nKlaar;Klaar Boek\n")
    now, today = datetime.now(UTC), date.today()
    run_import(session, done.id, seal(session, done, preview(session, done.id, today), now), False, today, now)
    waiting = offer_import(session, "wacht.csv", b"Leverancier;Product\nWacht;Wacht Boek\n")
    return {("", "import_id"): waiting.id, ("imports.undo", "import_id"): done.id}

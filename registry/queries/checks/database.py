"""Whether the database can be read, and writes so that nothing is lost."""

from typing import Any

from sqlalchemy.exc import DatabaseError

from registry.database import begun, migrating
from registry.database.engine import SAFE_WAL, journal_mode
from registry.queries.checks.finding import Finding, told

_BROKEN = "De database is beschadigd. Zet de laatste back-up terug met “restore”. Bewaar eerst een kopie van de map."
_NONE = (
    "Hier staat geen register: het bestand {} is er niet, of het is leeg. Kijk of de map klopt. Stond hier een "
    "register, zet dan de laatste back-up terug met “restore”."
)


def check_database(session: Any) -> Finding:
    """Return whether the database is whole and no row refers to nothing; nothing else can be read before it is."""
    if not begun.is_there(session.get_bind()):  # asking SQLite would make the file
        return Finding(False, _NONE.format(begun.file_of(session.get_bind())), is_final=True)
    try:
        connection = session.connection()
        if connection.dialect.name != "sqlite":
            return Finding(True, "De database is te bereiken.")
        faults = [row[0] for row in connection.exec_driver_sql("PRAGMA quick_check") if row[0] != "ok"]
        loose = migrating.loose_rows(connection)
    except DatabaseError:
        return Finding(False, _BROKEN, is_final=True)
    if faults:
        return Finding(False, f"{_BROKEN} {told(faults)}", is_final=True)
    if loose:
        return Finding(False, f"Regels in {told(loose)} wijzen naar niets. Zet de laatste back-up terug met “restore”.")
    return Finding(True, "De database is heel.")


def check_journal(session: Any) -> Finding:
    """Return whether SQLite writes in the way that is safe with its version; on PostgreSQL that is its own care."""
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        return Finding(True, "PostgreSQL bewaart elke wijziging voordat zij klaar is.")
    mode = str(connection.exec_driver_sql("PRAGMA journal_mode").scalar()).upper()
    waits = connection.exec_driver_sql("PRAGMA synchronous").scalar()
    if mode != journal_mode():
        safe = ".".join(map(str, SAFE_WAL))
        return Finding(
            False,
            f"De database schrijft op de manier “{mode}”, die voor SQLite {safe} niet veilig is. Stop elk programma "
            "dat de database open heeft, en start het register opnieuw.",
        )
    if not waits:
        return Finding(True, "SQLite wacht niet op de schijf: stroomuitval kan iets kosten.", is_warning=True)
    return Finding(True, f"Wat bewaard is, staat op de schijf ({mode}).")

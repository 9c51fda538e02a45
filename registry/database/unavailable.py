"""When the database cannot be reached or written: what is told of it, and when to come back."""

import errno

from sqlalchemy import exc

from registry.errors import Unavailable

FULL = "Op de schijf van het register is geen ruimte meer. Er is niets bewaard. Vraag de beheerder om ruimte te maken."
DISK = "Het register kan nu niet op zijn schijf schrijven. Er is niets bewaard. Vraag de beheerder om ernaar te kijken."
BUSY = "Het register is nu te druk. Er is niets bewaard. Probeer het zo nog eens."
GONE = "Het bestand van het register is weg. Er is niets bewaard. Vraag de beheerder om het terug te zetten."
AWAY = "Het register kan nu niet bij zijn gegevens. Probeer het zo nog eens, en kijk eerst of uw wijziging er al staat."

# https://www.sqlite.org/rescode.html: the last byte of a code is its kind
SQLITE = {5: BUSY, 6: BUSY, 8: DISK, 10: DISK, 13: FULL, 14: DISK}
# https://www.postgresql.org/docs/current/errcodes-appendix.html; 25006: the server is (now) one that only follows
POSTGRES = {"53100": FULL, "58030": DISK, "53300": BUSY, "55P03": BUSY, "25006": AWAY}
SYSTEM = {errno.ENOSPC: FULL, errno.EDQUOT: FULL, errno.EIO: DISK, errno.EROFS: DISK, errno.EMFILE: BUSY}
FOLLOWS = "25006"


def unavailable(fault: BaseException) -> Unavailable | None:
    """Return what is told of a fault of disk, database or connection; None for any other fault."""
    if isinstance(fault, Unavailable):
        return fault
    sentence = _sentence(fault)
    return Unavailable(sentence) if sentence else None


def _sentence(fault: BaseException) -> str | None:
    if isinstance(fault, exc.TimeoutError):
        return BUSY
    if (code := getattr(getattr(fault, "orig", fault), "sqlite_errorcode", None)) is not None:
        return SQLITE.get(code & 0xFF)
    if isinstance(fault, exc.DBAPIError):
        return _of_server(fault)
    return SYSTEM.get(fault.errno or 0) if isinstance(fault, OSError) else None


def _of_server(fault: exc.DBAPIError) -> str | None:
    state = getattr(fault.orig, "sqlstate", None)
    # Without a state the server said nothing: the connection broke, or there was none. 57P: it stops or starts.
    if state is None or state.startswith(("08", "57P")):
        return AWAY if fault.connection_invalidated or isinstance(fault, exc.OperationalError) else None
    return POSTGRES.get(state)

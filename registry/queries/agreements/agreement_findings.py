"""What is to be said about an agreement that stands: those of its supplier's signals that are about it."""

from datetime import date

from registry.model import Agreement
from registry.queries.agreements.arrangements import is_standing
from registry.queries.signals.agreements import expired_sentence, is_expired
from registry.queries.signals.of_supplier import file_signals
from registry.queries.signals.signal import Signal
from registry.queries.signals.supplier_file import SupplierFile


def findings(agreement: Agreement, on: date) -> list[Signal]:
    """Return what is to be said on this date, the gravest first; nothing about what was replaced, ended or refused.

    That it does not hold yet is its stage, which its page tells already.
    """
    file = SupplierFile(agreement.supplier, on)
    if is_expired(agreement, file):
        return [Signal("agreement_expired", expired_sentence(agreement), "agreement", agreement.id)]
    if not is_standing(agreement, on):
        return []
    told = [one for one in file_signals(file) if (one.subject, one.subject_id) == ("agreement", agreement.id)]
    return sorted((one for one in told if one.code != "agreement_open" and _counts(one, file)), key=_place)


def _counts(signal: Signal, file: SupplierFile) -> bool:
    """Whether it counts: nothing is lacking any more in the file of a supplier out of use."""
    return not (signal.is_lacking and file.is_retired)


def _place(signal: Signal) -> tuple[bool, bool]:
    return signal.code != "mismatch", not signal.is_lacking

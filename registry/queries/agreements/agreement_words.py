"""What there is to say about an agreement in one sentence, only from what is known."""

from datetime import date

from registry.dutch import long_date
from registry.model import Agreement, PrivacyAnnex, SecurityAnnex
from registry.model.agreement_lists import AgreementStatus, Renewal
from registry.reference import facts


def agreement_title(agreement: Agreement) -> str:
    """Return what the agreement is called: the sort of arrangement, as far as it is known."""
    arrangement = facts().arrangements.get(agreement.arrangement)
    return arrangement.label if arrangement else "Overeenkomst"


def annex_name(annex: PrivacyAnnex | SecurityAnnex) -> str:
    """Return "Privacybijsluiter, versie 2.1", or with its date where the version has no name."""
    kind = "Privacybijsluiter" if isinstance(annex, PrivacyAnnex) else "Beveiligingsbijlage"
    if annex.edition:
        return f"{kind}, versie {annex.edition}"
    return f"{kind} van {long_date(annex.dated)}" if annex.dated else kind


def term_sentence(agreement: Agreement, on: date) -> str:
    """Return from when till when the agreement holds, seen on this date."""
    if agreement.status is AgreementStatus.NOT_NEEDED:
        return _none_needed(agreement)
    if agreement.status is AgreementStatus.REFUSED:
        return "De leverancier weigerde. Er geldt geen overeenkomst."
    if not agreement.status.was_in_force:
        return f"Geldt nog niet. De stand is: {agreement.status.label}."
    if agreement.last_day is not None and agreement.last_day < on:
        return _held(agreement)
    return f"{_term(agreement, on)}.{_notice(agreement)}"


def _none_needed(agreement: Agreement) -> str:
    decided = [
        f"op {long_date(agreement.decided_on)}" if agreement.decided_on else "",
        f"door {agreement.decided_by}" if agreement.decided_by else "",
    ]
    by_whom = " ".join(filter(None, decided))
    ended = f" Dit gold tot en met {long_date(agreement.ended_on)}." if agreement.ended_on else ""
    return f"Er is geen overeenkomst nodig{f', besloten {by_whom}' if by_whom else ''}.{ended}"


def _held(agreement: Agreement) -> str:
    start = f" van {long_date(agreement.starts_on)}" if agreement.starts_on else ""
    return f"Gold{start} tot en met {long_date(agreement.last_day)}."  # type: ignore[arg-type]


def _term(agreement: Agreement, on: date) -> str:
    if agreement.last_day is not None:
        return f"{_begins(agreement, on)} en loopt tot en met {long_date(agreement.last_day)}"
    return _begins(agreement, on) + _renewal(agreement)


def _begins(agreement: Agreement, on: date) -> str:
    start = agreement.starts_on
    if start is None:
        return "Geldt, maar er staat niet sinds wanneer"
    return f"Geldt sinds {long_date(start)}" if start <= on else f"Gaat in op {long_date(start)}"


def _renewal(agreement: Agreement) -> str:
    first = f", eerst tot en met {long_date(agreement.ends_on)}" if agreement.ends_on else ""
    then = "daarna " if agreement.ends_on else ""
    if agreement.renewal is Renewal.TACIT_YEAR:
        return f"{first} en loopt {then}steeds een jaar door"
    if agreement.renewal is Renewal.WITH_MAIN_CONTRACT:
        return f"{first} en loopt {then}mee met {agreement.main_contract or 'de onderliggende overeenkomst'}"
    return (
        f"{first}{' en daarna' if first else ''} voor onbepaalde tijd"
        if agreement.renewal is Renewal.INDEFINITE
        else ""
    )


def _notice(agreement: Agreement) -> str:
    months = agreement.notice_months
    return f" De opzegtermijn is {months} {'maand' if months == 1 else 'maanden'}." if months else ""

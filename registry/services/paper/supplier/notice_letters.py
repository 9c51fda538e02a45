"""The answers to a notice about a subprocessor: an objection or a consent (AVG article 28(2))."""

from typing import Any

from registry import dutch
from registry.errors import BrokenRule
from registry.model import SubprocessorNotice
from registry.model.subprocessor_notice import NoticeDecision, SubprocessorChange
from registry.queries.agreements.agreement_words import annex_name
from registry.services.paper.composing import Order, Paper
from registry.services.paper.known import Facts, Value, Values, gap
from registry.services.paper.supplier.letters import Letter, refuse_unless_processor
from registry.services.records import fetch

DECISIONS = {
    "letter-notice-objection": NoticeDecision.OBJECTION,
    "letter-consent": NoticeDecision.CONSENT,
}
NOT_SAID = "niet genoemd"
LATE = (
    "De termijn voor bezwaar was voorbij toen u besloot. De leverancier kan zich daarop beroepen. Kijk na wat de "
    "overeenkomst erover zegt."
)


def notice_letter(session: Any, order: Order) -> Paper:
    """Return the letter that says the board's decision; BrokenRule when it decided something else, or nothing."""
    notice = fetch(session, SubprocessorNotice, order.subject_id)
    letter = Letter(session, order, notice.supplier)
    refuse_unless_processor(notice.supplier)
    wanted = DECISIONS[order.kind.code]
    if notice.decision is not wanted:
        raise BrokenRule(
            f"Deze brief is voor het besluit “{wanted.label}”. Bij deze wijziging staat: {notice.decision.label}."
        )
    if wanted is NoticeDecision.OBJECTION and (agreed := notice.agreed_in(order.made_on)) is not None:
        raise BrokenRule(
            f"De {annex_name(agreed).lower()} van {agreed.product.name} met deze wijziging is al geaccepteerd. "
            "De brief zou zeggen dat het bestuur die niet accepteerde."
        )
    notes = (LATE,) if notice.is_late_objection else ()
    if wanted is NoticeDecision.OBJECTION:
        return letter.paper({"bezwaar": _objection(notice, order, letter.facts)}, notes)
    return letter.paper({"toestemming": _consent(notice, letter.facts)}, notes)


def _objection(notice: SubprocessorNotice, order: Order, used: Facts) -> Values:
    leaving = notice.change is SubprocessorChange.LEFT
    gone = notice.name if leaving else notice.replaces
    return {
        "product": _products(notice),
        "voorstel": _message(notice),
        "geldend": _holding(notice, order),
        "subverwerkers": [_subprocessor(notice, used) | {"niveau": 1}],
        "vervallen": gone,
        "reden": notice.reason,
    }


def _consent(notice: SubprocessorNotice, used: Facts) -> Values:
    return {
        "product": _products(notice),
        "bericht": _message(notice),
        "subverwerkers": [_subprocessor(notice, used)],
        "ingang": dutch.long_date(notice.starts_on) if notice.starts_on else "",
        "besloten": dutch.long_date(notice.decided_on) if notice.decided_on else gap(notice, type(notice).decided_on),
        "voorwaarden": notice.reason,
    }


def _message(notice: SubprocessorNotice) -> str:
    return f"uw bericht dat wij op {dutch.long_date(notice.received_on)} kregen"


def _products(notice: SubprocessorNotice) -> Value:
    names = dutch.enumeration([row.product.name for row in notice.products])
    return names or gap(notice, SubprocessorNotice.products, "Producten")


def _holding(notice: SubprocessorNotice, order: Order) -> Value:
    annexes = [annex for row in notice.products if (annex := row.product.privacy_annex_on(order.on))]
    names = [f"de {name[:1].lower()}{name[1:]} van {one.product.name}" for one in annexes if (name := annex_name(one))]
    return dutch.enumeration(names) or gap(notice, SubprocessorNotice.products, "Bijsluiter die geldt")


def _subprocessor(notice: SubprocessorNotice, used: Facts) -> Values:
    """What the message says of it; what it does not say is no gap of ours, and may be why the board objects."""
    is_replaced = notice.change is SubprocessorChange.REPLACED
    country = used.of("countries", notice.country)
    return {
        "naam": notice.name,
        "verandering": f"komt in de plaats van {notice.replaces}" if is_replaced else notice.change.label,
        "dienst": notice.service or NOT_SAID,
        "gegevens": notice.data or NOT_SAID,
        "land": country.label if country else f"land {NOT_SAID}",
        "waarborg": _safeguard(notice, used) if country and country.needs_safeguard else "",
    }


def _safeguard(notice: SubprocessorNotice, used: Facts) -> str:
    said = filter(None, [used.label("safeguards", notice.safeguard), notice.safeguard_note])
    return ": ".join(said) or f"waarborg {NOT_SAID}"

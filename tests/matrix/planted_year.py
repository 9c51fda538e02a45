"""What the year planted: a round, actions, a request, a check, a dossier of stopping, a data breach."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select

from registry.database import change
from registry.model import ClosingFile, Review, SignalSilence
from registry.model.practice_check import Seen
from registry.services.asking.app_requests import ask_for_app
from registry.services.asking.practice import check_practice
from registry.services.asking.staff_addresses import make_staff_address
from registry.services.cases.breaches import add_breach
from registry.services.cases.closings import attach_statement, open_closing
from registry.services.cases.notices import add_notice
from registry.services.rounds.rounds import open_round, stop_round
from registry.services.suppliers.products import add_product
from registry.services.uses.uses import start_use
from registry.services.year.actions import add_action
from tests.complete_register import SINCE
from tests.matrix.planted_imports import imports_of


def of_the_year(session, register, schools):
    """Plant it; the numbers by (group of screens or "", name in the address), each for school A and B."""
    fixed = _rounds(session, register) | _of_cases(session, register) | imports_of(session)
    return {key: (number, number) for key, number in fixed.items()} | {
        ("", "action_id"): tuple(_action(session, school) for school in schools),
        ("", "line_id"): _closing_lines(session, register, schools),
        ("closing_files", "file_id"): tuple(session.scalars(select(ClosingFile.file_id))) * 2,
        ("", "silence_id"): tuple(_silence(session, school) for school in schools),
        ("", "request_id"): tuple(_request(session, school) for school in schools),
        ("", "check_id"): tuple(_checked(session, register, school) for school in schools),
    }


def _rounds(session, register):
    """A round that runs, with the line of an agreement, and one that was stopped; a use that began since."""
    today = date.today()
    answer_by = today + timedelta(days=30)
    running = open_round(session, today.year, answer_by, today)
    stopped = open_round(session, today.year - 1, answer_by, today)
    stop_round(session, stopped.id, stopped.version, today)
    later = add_product(session, register.lettervlieg.id, {"name": "Later Boek", "kind": "lt"})
    start_use(session, register.zandloper.id, later.id, {"since": SINCE, "in_guide": False})
    of_agreement = select(Review.id).where(Review.round == running, Review.agreement_id.is_not(None))
    return {
        ("", "round_id"): running.id,
        ("agreement_rounds", "review_id"): session.scalars(of_agreement).first(),
        ("rounds.resume", "round_id"): stopped.id,
    }


def _action(session, school):
    return add_action(session, {"what": "Bel", "school_id": school.id}).id


def _closing_lines(session, register, schools):
    """The dossier of a product that both schools use, with a file; De Zandloper used it before as well."""
    product = add_product(session, register.lettervlieg.id, {"name": "Weg Boek", "kind": "lt"})
    start_use(session, schools[0].id, product.id, {"since": date(2024, 8, 1), "until": date(2025, 7, 31)})
    period = {"since": SINCE, "until": date(2026, 7, 31)}
    uses = [start_use(session, school.id, product.id, period) for school in schools]
    closing = open_closing(session, product.id, {"begun_on": date(2026, 3, 1)}, date(2026, 3, 1))
    attach_statement(session, closing.id, "verklaring.pdf", b"%PDF-1.7\n1 0 obj\n%%EOF\n\n")
    return tuple(line.id for use in uses for line in closing.lines if line.use_id == use.id)


def _breach(session, register):
    known = datetime(2026, 3, 1, 12, tzinfo=UTC)
    return add_breach(session, register.lettervlieg.id, {"what": "een brief ging mis", "known_at": known}, known).id


def _notice(session, register):
    fields = {"name": "Wolkenhuis", "received_on": date(2026, 3, 1), "country": "NL"}
    return add_notice(session, register.lettervlieg.id, fields, [register.letters.id], date(2026, 3, 1)).id


def _of_cases(session, register):
    """What happened at the supplier; its one dossier of stopping is made with its lines."""
    return {
        ("", "closing_id"): 1,
        ("closings.add", "product_id"): register.letters.id,
        ("", "breach_id"): _breach(session, register),
        ("", "notice_id"): _notice(session, register),
        ("breaches", "supplier_id"): register.lettervlieg.id,
        ("notices", "supplier_id"): register.lettervlieg.id,
        ("notices", "product_id"): register.letters.id,
    }


def _silence(session, school):
    about = {"code": "not_in_guide", "subject": "use", "subject_id": school.uses[0].id, "school_id": school.id}
    silence = SignalSilence(**about, reason="Komt later.", since=SINCE, until=date.today())
    with change(session, "stil gezet"):
        session.add(silence)
    return silence.id


def _request(session, school):
    make_staff_address(session, school.id, date(2026, 8, 1))
    asked = {"app": f"Klok van {school.name}", "purpose": "Klokkijken", "asker": "leerkracht"}
    return ask_for_app(session, school.id, asked, date(2026, 8, 1)).id


def _checked(session, register, school):
    """Planted before the first day of somebody at the screen: the same check that day would be no other."""
    annex, fields = register.privacy_annex, {"school_id": school.id, "by_function": "beheerder"}
    answers = dict.fromkeys(("agreed_1_pupil", "denied_1"), Seen.YES)
    return check_practice(session, annex.id, fields, answers, [], date(2026, 8, 1)).id

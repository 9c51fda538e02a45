"""From records to Word: which papers there are, what they say, and how a draft and a final one are made."""

from collections.abc import Callable
from typing import Any

from registry.services.paper.board.council import board_council_summary, council_summary
from registry.services.paper.board.register import board_register
from registry.services.paper.board.report import board_report
from registry.services.paper.composing import Order, Paper
from registry.services.paper.kinds import KINDS, PaperKind
from registry.services.paper.making import (
    WORD,
    MadePaper,
    draft,
    final,
    finished,
    gaps_in,
    made_again,
    make_final,
    make_finals,
)
from registry.services.paper.many import Asked, Outcome, make_many, told, word_file, zip_of
from registry.services.paper.records.parties import the_board
from registry.services.paper.school.guide import school_guide
from registry.services.paper.school.overview import school_overview
from registry.services.paper.school.privacy_section import privacy_section
from registry.services.paper.school.recipients import recipients_letter
from registry.services.paper.supplier.agreements import agreement_paper, annex_paper, deviations_paper
from registry.services.paper.supplier.annex_changes import annex_changes_paper, security_changes_paper
from registry.services.paper.supplier.arrangements import arrangements_paper
from registry.services.paper.supplier.breach_card import breach_card_paper
from registry.services.paper.supplier.breach_report import breach_report_paper
from registry.services.paper.supplier.ending import ending_paper
from registry.services.paper.supplier.notice_letters import notice_letter
from registry.services.paper.supplier.objection import objection_paper
from registry.services.paper.supplier.practice_letter import practice_letter
from registry.services.paper.supplier.requests import reminder_paper, request_paper
from registry.services.paper.templates import Origin, Template, Templates

__all__ = [
    "KINDS",
    "WORD",
    "Asked",
    "MadePaper",
    "Order",
    "Origin",
    "Outcome",
    "Paper",
    "PaperKind",
    "Template",
    "Templates",
    "compose",
    "draft",
    "final",
    "finished",
    "gaps_in",
    "made_again",
    "make_final",
    "make_finals",
    "make_many",
    "the_board",
    "told",
    "word_file",
    "zip_of",
]

COMPOSERS: dict[str, Callable[[Any, Order], Paper]] = {
    "agreement": agreement_paper,
    "agreement-complete": agreement_paper,
    "agreement-official": agreement_paper,
    "agreement-general": agreement_paper,
    "agreement-general-complete": agreement_paper,
    "agreement-english": agreement_paper,
    "letter-arrangements": arrangements_paper,
    "letter-request": request_paper,
    "letter-reminder": reminder_paper,
    "letter-objection": objection_paper,
    "letter-end": ending_paper,
    "breach-card": breach_card_paper,
    "breach-report": breach_report_paper,
    "letter-notice-objection": notice_letter,
    "letter-consent": notice_letter,
    "letter-practice": practice_letter,
    "annex-1": annex_paper,
    "annex-2": annex_paper,
    "annex-3": deviations_paper,
    "schoolgids": school_guide,
    "schoolgids-leermiddelen": school_guide,
    "school-privacy-section": privacy_section,
    "school-overview": school_overview,
    "school-recipients": recipients_letter,
    "council-summary": council_summary,
    "council-summary-board": board_council_summary,
    "board-register": board_register,
    "board-report": board_report,
    "annex-changes": annex_changes_paper,
    "annex-changes-security": security_changes_paper,
}


def compose(session: Any, order: Order) -> Paper:
    """Return the paper that was ordered, with its values; NotFound or BrokenRule when it cannot be there."""
    return COMPOSERS[order.kind.code](session, order)

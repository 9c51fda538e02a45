"""The way from a record's own page to its history, and back."""

from typing import Any

from flask import current_app, request, url_for

from registry.database import db
from registry.model import PaperTemplate, Review
from registry.model.paper_template import OFFICIAL_FILE
from registry.queries.history.kinds import SLUGS
from registry.services.records import fetch

# The page of a record: by its endpoint, the table of the record and the argument that holds its number.
PAGES = {
    "suppliers.show": ("supplier", "supplier_id"),
    "products.show": ("product", "product_id"),
    "privacy_annexes.show": ("privacy_annex", "annex_id"),
    "security_annexes.show": ("security_annex", "annex_id"),
    "agreements.show": ("agreement", "agreement_id"),
    "schools.show": ("school", "school_id"),
    "uses.show": ("use", "use_id"),
    "board.show": ("school_board", ""),
    "statements.show": ("statement", "statement_id"),
    "signals.edit": ("signal_silence", "silence_id"),
    "custom_fields.edit": ("custom_field", "field_id"),
    "app_requests.show": ("app_request", "request_id"),
    "breaches.show": ("breach", "breach_id"),
    "notices.show": ("subprocessor_notice", "notice_id"),
    "closings.show": ("closing", "closing_id"),
    "reading.part": ("read_paper", "paper_id"),
    "reading.show": ("read_paper", "paper_id"),
    "actions.edit": ("action", "action_id"),
    "rounds.show": ("review_round", "round_id"),
    "agreement_rounds.show": ("review", "review_id"),
    "word_templates.version": ("paper_template", "template_id"),
}
OF_TABLE = {table: (endpoint, argument) for endpoint, (table, argument) in PAGES.items()}


def history_url() -> str:
    """Return the address of the history of the record on whose page this request is; "" on any other page."""
    table, argument = PAGES.get(request.endpoint or "", ("", ""))
    if not table or "history.record" not in current_app.view_functions:
        return ""
    number = (request.view_args or {}).get(argument, 1)
    return url_for("history.record", slug=SLUGS[table], number=number)


def record_url(table: str, number: int) -> str:
    """Return the address of the record's own page; "" when it has none."""
    endpoint, argument = OF_TABLE.get(table, ("", ""))
    if table == PaperTemplate.__tablename__ and fetch(db.session, PaperTemplate, number).paper == OFFICIAL_FILE:
        endpoint = "official_model.blanks"  # the file as it came is no version of a paper
    if table == Review.__tablename__ and (line := fetch(db.session, Review, number)).use_id is not None:
        return url_for("school_rounds.show", round_id=line.round_id, school_id=line.school_id)
    values: dict[str, Any] = {argument: number} if argument else {}
    return url_for(endpoint, **values) if endpoint in current_app.view_functions else ""

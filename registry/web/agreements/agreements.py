"""The screens of agreements: one agreement, its form, its end, and the one that takes its place."""

from datetime import date
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from registry.access import Right, needs
from registry.calendar import renewed_end
from registry.database import db
from registry.model import Agreement, ReadPaper, Supplier
from registry.model.agreement_lists import Renewal
from registry.queries.agreements.agreement_parts import supplier_with_annexes
from registry.queries.agreements.agreement_story import agreement_story
from registry.queries.agreements.agreement_words import agreement_title, annex_name
from registry.queries.board.custom_fields import custom_values
from registry.queries.rounds.running import line_of_agreement
from registry.reference import facts
from registry.services.agreements.agreements import LASTING, add_agreement, edit_agreement, end_agreement
from registry.services.records import fetch
from registry.web.agreements.agreement_form import AgreementForm
from registry.web.agreements.agreement_page import annex_url, next_step, notices, papers_url, state_tag
from registry.web.agreements.agreement_paper import asked_paper, filed, mark_proposals, proposal_of
from registry.web.agreements.agreement_parts import option_fields
from registry.web.agreements.agreement_values import replacing_values, starting_values, stored_values
from registry.web.agreements.arrangements import ArrangementForm, arrangement_notes, proposal
from registry.web.forms import RegisterForm, fields
from registry.web.forms.own_fields import with_own_fields
from registry.web.onward import back_or

blueprint = Blueprint("agreements", __name__)
blueprint.add_app_template_filter(annex_name)


class EndForm(RegisterForm):
    """The last day and the reason of the end."""

    ended_on = fields.day(Agreement.ended_on, "Laatste dag waarop de afspraak geldt", required=True)
    end_reason = fields.prose(
        Agreement.end_reason, required=True, help="Bijvoorbeeld: de scholen gebruiken het product niet meer."
    )


@blueprint.get("/overeenkomsten/<number:agreement_id>")
@needs(Right.READ)
def show(agreement_id: int) -> str:
    """Show one agreement with all that belongs to it, and what is to be said about it."""
    story = agreement_story(db.session, agreement_id, date.today())
    step = next_step(story)
    return render_template(
        "agreements/show.html",
        story=story,
        step=step,
        notices=notices(story, step),
        state=state_tag(story),
        papers_url=papers_url(story.agreement),
        can_end=story.agreement.status in LASTING and story.agreement.ended_on is None,
        annex_url=annex_url,
        review=line_of_agreement(db.session, agreement_id, story.on),
    )


@blueprint.route("/leveranciers/<number:supplier_id>/overeenkomsten/nieuw", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def add(supplier_id: int) -> str | Response | tuple[str, int]:
    """Ask what was agreed, and then for the rest."""
    supplier = supplier_with_annexes(db.session, supplier_id)
    paper = asked_paper()
    proposed = proposal_of(paper)
    arrangement = facts().arrangements.get(request.args.get("soort", "") or proposed.arrangement)
    if arrangement is None and request.method != "POST":
        return _ask_arrangement(supplier)
    form = _form(supplier, None, {**starting_values(supplier, arrangement), **proposed.fields})
    mark_proposals(form, paper, proposed)
    return _added(form, supplier, paper) or _page(form, supplier, "Afspraak toevoegen", paper=paper)


@blueprint.route("/overeenkomsten/<number:agreement_id>/wijzigen", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def edit(agreement_id: int) -> Response | tuple[str, int]:
    """Edit an agreement."""
    agreement = fetch(db.session, Agreement, agreement_id)
    supplier = supplier_with_annexes(db.session, agreement.supplier_id)
    form = _form(supplier, agreement, stored_values(agreement))
    if form.save(lambda: filed(form, None, lambda: _edited(form, agreement_id))):
        return _done(agreement, "De afspraak is bewaard.")
    return _page(form, supplier, "Afspraak wijzigen", agreement)


@blueprint.route("/overeenkomsten/<number:agreement_id>/vervangen", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def replace(agreement_id: int) -> Response | tuple[str, int]:
    """Add the agreement that takes the place of this one; it starts from what this one says."""
    old = fetch(db.session, Agreement, agreement_id)
    supplier = supplier_with_annexes(db.session, old.supplier_id)
    form = _form(supplier, None, replacing_values(old))
    return _added(form, supplier) or _page(form, supplier, "Nieuwe afspraak in plaats van de oude", old)


@blueprint.route("/overeenkomsten/<number:agreement_id>/beeindigen", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def end(agreement_id: int) -> Response | tuple[str, int]:
    """End an agreement on a day, with the reason."""
    agreement = fetch(db.session, Agreement, agreement_id)
    form = EndForm(data={"version": agreement.version, "ended_on": _usual_end(agreement, date.today())})
    if form.save(lambda: end_agreement(db.session, agreement_id, form.ended_on.data, form.end_reason.data, form.seen)):
        return _done(agreement, "Het einde van de afspraak is vastgelegd.")
    title = agreement_title(agreement)
    page = render_template("agreements/end.html", form=form, agreement=agreement, title=title)
    return page, form.status


def _usual_end(agreement: Agreement, today: date) -> date:
    """The end of the term that runs or ran out, where there is one; else today."""
    if agreement.renewal is Renewal.TACIT_YEAR and agreement.ends_on is not None:
        return renewed_end(agreement.ends_on, today)
    return min(agreement.last_day or today, today)


def _ask_arrangement(supplier: Supplier) -> str:
    form, notes = ArrangementForm(supplier, date.today()), arrangement_notes(supplier, date.today())
    return render_template("agreements/choose.html", form=form, supplier=supplier, notes=notes)


def _form(supplier: Supplier, agreement: Agreement | None, values: dict[str, Any]) -> AgreementForm:
    own = custom_values(db.session, agreement=agreement.id if agreement else 0)
    options = option_fields(supplier, values.get("annexes", ()))
    kind = type("AgreementForm", (with_own_fields(AgreementForm, own),), options)
    return kind(supplier, agreement, data=values)  # type: ignore[no-any-return]


def _edited(form: AgreementForm, agreement_id: int) -> Agreement:
    typed = (form.fields(), form.rows(), form.own_values())
    return edit_agreement(db.session, agreement_id, form.seen, *typed, today=date.today())


def _added(form: AgreementForm, supplier: Supplier, paper: ReadPaper | None = None) -> Response | None:
    def add() -> Agreement:
        typed = (form.fields(), form.rows(), form.own_values())
        return add_agreement(db.session, supplier.id, *typed, today=date.today())

    agreement = form.save(lambda: filed(form, paper, add))
    return _done(agreement, f"De afspraak met {supplier.name} is toegevoegd.") if agreement else None


def _page(
    form: AgreementForm,
    supplier: Supplier,
    title: str,
    agreement: Agreement | None = None,
    paper: ReadPaper | None = None,
) -> tuple[str, int]:
    proposed = proposal(supplier, date.today())
    page = render_template(
        "agreements/form.html",
        form=form,
        supplier=supplier,
        agreement=agreement,
        title=title,
        proposed=proposed,
        paper=paper,
    )
    return page, form.http_status


def _done(agreement: Agreement, sentence: str) -> Response:
    flash(sentence)
    return redirect(back_or(url_for("agreements.show", agreement_id=agreement.id)))

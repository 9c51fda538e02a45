"""An agreement in a round: the checklist of the privacy officer, and the FG's advice."""

from datetime import date

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from registry.access import Right, needs
from registry.database import db
from registry.model import Review
from registry.queries.rounds.known_beside import known_beside
from registry.queries.rounds.round_lines import agreement_line, last_year_of, questions_of
from registry.queries.rounds.round_words import answer_words
from registry.services.rounds.answering import advise as write_advice
from registry.services.rounds.answering import answer_agreement
from registry.web.forms import RegisterForm, fields
from registry.web.rounds.agreement_round_form import AgreementRoundForm, agreement_form

blueprint = Blueprint("agreement_rounds", __name__, url_prefix="/jaar/rondes/overeenkomsten")


class AdviceForm(RegisterForm):
    """What the FG advises."""

    advice = fields.prose(Review.advice, rows=6)


@blueprint.get("/<number:review_id>")
@needs(Right.READ)
def show(review_id: int) -> tuple[str, int]:
    """Show the checklist, with what the register knows and last year's answers beside it."""
    review = agreement_line(db.session, review_id)
    return _page(review, agreement_form(review, questions_of(review)))


@blueprint.post("/<number:review_id>")
@needs(Right.EDIT_REGISTER)
def answer(review_id: int) -> Response | tuple[str, int]:
    """Keep answers and conclusion, and write down the action that follows."""
    review, today = agreement_line(db.session, review_id), date.today()
    form = agreement_form(review, questions_of(review))
    if form.save(lambda: _keep(form, review_id, today)):
        flash("De antwoorden zijn bewaard.")
        return redirect(url_for("agreement_rounds.show", review_id=review_id))
    return _page(review, form)


@blueprint.route("/<number:review_id>/advies", methods=["GET", "POST"])
@needs(Right.ADVISE)
def advise(review_id: int) -> Response | tuple[str, int]:
    """Write the FG's advice."""
    review = agreement_line(db.session, review_id)
    form = AdviceForm(obj=review)
    if form.save(lambda: write_advice(db.session, review_id, form.seen, form.advice.data, date.today())):
        flash("Het advies is bewaard.")
        return redirect(url_for("agreement_rounds.show", review_id=review_id))
    return render_template("agreement_rounds/advice.html", form=form, review=review), form.status


def _keep(form: AgreementRoundForm, review_id: int, on: date) -> Review:
    return answer_agreement(db.session, review_id, form.seen, form.fields(), form.answers(), on, form.action())


def _page(review: Review, form: AgreementRoundForm) -> tuple[str, int]:
    today, before = date.today(), last_year_of(db.session, review)
    page = render_template(
        "agreement_rounds/show.html",
        review=review,
        form=form,
        questions=questions_of(review),
        known=known_beside(db.session, review, review.round.closed_on or today),
        before=before,
        answered_before=lambda code: answer_words(before, code),
        answered=lambda code: answer_words(review, code),
        running=review.round.is_running(today),
        today=today,
    )
    return page, form.status

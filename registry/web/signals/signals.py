"""The screens of signals: the list, silencing one, changing that, and hearing it again."""

from datetime import date

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from registry.access import Right, needs
from registry.calendar import add_years
from registry.database import db
from registry.dutch import long_date
from registry.model import SignalSilence
from registry.queries.signals.told import Told, all_signals, counted, signal_at
from registry.reference import facts
from registry.services.records import fetch
from registry.services.year.silences import LONGEST, edit_silence, silence_signal, take_back
from registry.web.forms import RegisterForm, fields
from registry.web.mending import action, mended_at
from registry.web.paging import page_of
from registry.web.signals.severities import KINDS, WORDS
from registry.web.signals.signal_filter import SignalFilter
from registry.web.signals.signal_groups import MOST_SHOWN, all_of_kind_url, grouped, number_of_suppliers

blueprint = Blueprint("signals", __name__, url_prefix="/signalen")
blueprint.record(lambda state: state.app.jinja_env.globals.update(severity_words=WORDS, severity_kinds=KINDS))


class SilenceForm(RegisterForm):
    """Why a signal may be silent, and until when."""

    reason = fields.prose(
        SignalSilence.reason,
        required=True,
        help="Wie dit later leest, moet het begrijpen. Bijvoorbeeld: de leverancier levert de bijsluiter in mei.",
    )
    until = fields.day(
        SignalSilence.until, required=True, help=f"Daarna komt het vanzelf terug. Hoogstens {LONGEST} jaar."
    )


class HearForm(RegisterForm):
    """Nothing but the button."""


@blueprint.get("/")
@needs(Right.READ)
def index() -> str:
    """Show the signals that the address asks for, the gravest first, and apart from them the silenced ones."""
    told = all_signals(db.session, date.today())
    form = SignalFilter(told)
    asked = [one for one in told if form.passes(one)] if form.is_set else told
    heard = [one for one in asked if one.silence is None]
    lines = [[one] for one in heard] if form.signaal.data else grouped(heard)
    return render_template(
        "signals/index.html",
        form=form,
        numbers=counted(told),
        total=len(heard),
        page=page_of(lambda skip, most: (lines[skip : skip + most], len(lines))),
        most_shown=MOST_SHOWN,
        all_of_kind_url=all_of_kind_url,
        number_of_suppliers=number_of_suppliers,
        silenced=[one for one in asked if one.silence],
        mended_at=mended_at,
        action=action,
    )


@blueprint.route("/<code>/<subject>/<number:number>/stil", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def silence(code: str, subject: str, number: int) -> Response | tuple[str, int]:
    """Silence a signal that is given now."""
    today, key = date.today(), (code, subject, number)
    told = signal_at(db.session, key, today)
    if told is None:
        abort(404)
    form = SilenceForm(data={"until": add_years(today, 1)})
    if held := form.save(lambda: silence_signal(db.session, key, form.fields(), today)):
        flash(f"Dit signaal is stil tot en met {long_date(held.until)}.")
        return redirect(_after(told))
    return render_template("signals/silence.html", form=form, told=told, silence=None), form.status


@blueprint.route("/stil/<number:silence_id>", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def edit(silence_id: int) -> Response | tuple[str, int]:
    """Change why, or until when, a signal is silent."""
    today, held = date.today(), fetch(db.session, SignalSilence, silence_id)
    form, told = SilenceForm(obj=held), signal_at(db.session, held.key, today)
    if form.save(lambda: edit_silence(db.session, silence_id, form.seen, form.fields(), today)):
        flash(f"Dit signaal is stil tot en met {long_date(held.until)}.")
        return redirect(url_for("signals.index", _anchor="stil"))
    return render_template("signals/silence.html", form=form, told=told, silence=held, kind=_label(held)), form.status


@blueprint.route("/stil/<number:silence_id>/terug", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def hear(silence_id: int) -> Response | tuple[str, int]:
    """Take a silence back: the signal is heard again."""
    today, held = date.today(), fetch(db.session, SignalSilence, silence_id)
    form, told = HearForm(obj=held), signal_at(db.session, held.key, today)
    if form.save(lambda: take_back(db.session, silence_id, form.seen, today)):
        flash("Dit signaal is weer te zien.")
        return redirect(_after(told) if told else url_for("signals.index"))
    return render_template("signals/hear.html", form=form, told=told, silence=held, kind=_label(held)), form.status


def _after(told: Told) -> str:
    return url_for("signals.index", leverancier=told.supplier.id if told.supplier else None, _anchor="stil")


def _label(held: SignalSilence) -> str:
    kind = facts().signals.get(held.code)
    return kind.label if kind else held.code

"""The screen that takes back the last save of the grid."""

from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from registry.access import Right, needs
from registry.database import db
from registry.services.uses.grid_undoing import GONE, last_save, undo_save
from registry.web.forms import RegisterForm

blueprint = Blueprint("grid_undo", __name__, url_prefix="/wie-gebruikt-wat/ongedaan")


class UndoForm(RegisterForm):
    """Nothing but the button; `version` is the number of the save that its reader saw."""


@blueprint.route("", methods=["GET", "POST"])
@needs(Right.EDIT_USES)
def undo() -> Response | tuple[str, int]:
    """Show what the last save started and ended, and take it back."""
    now, form = datetime.now(UTC), UndoForm()
    save = last_save(db.session, now)
    if save is None:
        flash(GONE, "info")
        return redirect(url_for("grid.index"))
    if form.save(lambda: undo_save(db.session, form.seen, now)):
        flash("De laatste keer bewaren is ongedaan gemaakt.")
        return redirect(url_for("grid.index"))
    form.version.data = str(save.number)
    named = {"started": _named(save.started), "ended": _named(save.ended)}
    return render_template("grid_undo/undo.html", form=form, save=save, **named), form.status


def _named(uses: list[Any]) -> list[str]:
    return sorted(f"{use.product.name} bij {use.school.name}" for use in uses)

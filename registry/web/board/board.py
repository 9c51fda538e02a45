"""The screen of the board: its own data, and the first page of an empty register."""

from flask import Blueprint, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from registry.access import Right, needs
from registry.database import db
from registry.model import SchoolBoard
from registry.services.board.board import edit_board, set_up_board
from registry.web.forms import RegisterForm, fields
from registry.web.onward import back_or

blueprint = Blueprint("board", __name__, url_prefix="/bestuur")


class BoardForm(RegisterForm):
    """The board's own data."""

    name = fields.line(
        SchoolBoard.name,
        required=True,
        help="Zoals het bestuur in overeenkomsten heet. Bijvoorbeeld: Stichting Getijden.",
    )
    legal_form = fields.line(SchoolBoard.legal_form, help="Bijvoorbeeld: stichting.")
    number_kind = fields.choice(SchoolBoard.number_kind, help="Model 4.0 vraagt om één van deze nummers.")
    kvk = fields.line(SchoolBoard.kvk, help="8 cijfers.")
    board_number = fields.line(SchoolBoard.board_number, help="5 cijfers, ook wel bevoegd-gezagnummer.")
    rio = fields.line(SchoolBoard.rio, help="Bijvoorbeeld 107B605.")
    address = fields.line(SchoolBoard.address)
    postcode = fields.line(SchoolBoard.postcode)
    city = fields.line(SchoolBoard.city)
    website = fields.line(SchoolBoard.website)
    signatory_name = fields.line(
        SchoolBoard.signatory_name, help="Deze naam komt in de overeenkomst. Bijvoorbeeld: T. van der Eb."
    )
    signatory_function = fields.line(
        SchoolBoard.signatory_function, help="Bijvoorbeeld: voorzitter college van bestuur."
    )
    dpo_name = fields.line(
        SchoolBoard.dpo_name, help="Bijvoorbeeld: de naam van de FG, of van het bureau waar die werkt."
    )
    dpo_function = fields.line(SchoolBoard.dpo_function, help="Bijvoorbeeld: functionaris gegevensbescherming.")
    dpo_email = fields.line(SchoolBoard.dpo_email)
    privacy_function = fields.line(SchoolBoard.privacy_function, help="Bijvoorbeeld: privacy officer.")
    privacy_email = fields.line(SchoolBoard.privacy_email)
    breach_function = fields.line(
        SchoolBoard.breach_function,
        help="Een functie, geen naam. Bijvoorbeeld: meldpunt datalekken van het bestuursbureau.",
    )
    breach_email = fields.line(SchoolBoard.breach_email)
    breach_phone = fields.line(SchoolBoard.breach_phone)
    accent = fields.line(
        SchoolBoard.accent,
        help="Van balk, knoppen en links, bijvoorbeeld #0c5a74 uit uw huisstijl. Leeg: de kleur van het register.",
    )


@blueprint.get("/")
@needs(Right.READ)
def show() -> str | Response:
    """Show the board; an empty register leads to the form."""
    board = db.session.get(SchoolBoard, 1)
    if board is None:
        return redirect(url_for("board.edit"))
    return render_template("board/show.html", board=board)


@blueprint.route("/wijzigen", methods=["GET", "POST"])
@needs(Right.SET_UP)
def edit() -> str | Response | tuple[str, int]:
    """Set the board up, or edit it."""
    board = db.session.get(SchoolBoard, 1)
    form = BoardForm(obj=board)
    if form.save(lambda: _save(form, board)):
        flash("De gegevens van het bestuur zijn bewaard.")
        return redirect(back_or(url_for("board.show" if board else "overview.index")))
    return render_template("board/form.html", form=form, board=board), form.status


def _save(form: BoardForm, board: SchoolBoard | None) -> SchoolBoard:
    if board is None:
        return set_up_board(db.session, form.fields())
    return edit_board(db.session, form.seen, form.fields())

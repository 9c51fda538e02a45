"""The screens of supplier cards: the catalogue, what one card proposes, taking it over, and a supplier's own card."""

import json
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any

from flask import Blueprint, Response, current_app, flash, redirect, render_template, request, url_for
from flask_wtf.file import FileField
from werkzeug.wrappers import Response as Answer
from wtforms import HiddenField

from registry.access import Right, needs
from registry.database import db
from registry.errors import BrokenRule
from registry.exchange.cards.reading import HASH, MOST_BYTES, card_file
from registry.model import Supplier
from registry.queries.exports.supplier_card import supplier_card
from registry.services.cards.catalogue import card_in, catalogue, checked_card
from registry.services.cards.proposing import proposal
from registry.services.cards.taking_over import take_over
from registry.services.records import fetch
from registry.web.downloads import attachment
from registry.web.forms import RegisterForm

blueprint = Blueprint("cards", __name__)


class CardForm(RegisterForm):
    """A card to look at, or the card that was looked at, `seen` as the register was then; the ticks beside it."""

    file = FileField("Een kaart van uw eigen computer", description="Een bestand dat eindigt op .json.")
    card = HiddenField(default="")
    seen_then = HiddenField(default="")

    @property
    def content(self) -> bytes:
        """The card as it was sent; BrokenRule when nothing was."""
        if self.file.data:
            return self.file.data.read(MOST_BYTES + 1)  # type: ignore[no-any-return]
        if not self.card.data:
            raise BrokenRule("Kies een bestand.", field="file")
        return str(self.card.data).encode("utf-8", "replace")


@blueprint.route("/kaarten/", methods=["GET", "POST"])
@needs(Right.EDIT_REGISTER)
def index() -> Answer | tuple[str, int]:
    """Show the catalogue; of a card that was sent what it proposes, and take over what was ticked of it."""
    form = CardForm()
    card = form.save(lambda: checked_card(form.content))
    if card is None:
        page = render_template("cards/index.html", form=form, cards=catalogue(current_app.config["INSTANCE"].cards))
        return page, form.status
    ticked = request.form.getlist("ticks")
    if form.seen_then.data and (supplier := form.save(lambda: _take_over(form, card, ticked))):
        flash(f"Van de kaart van {supplier.name} is overgenomen wat u aanvinkte.")
        return redirect(url_for("suppliers.show", supplier_id=supplier.id))
    return _proposal(form, card, ticked if form.seen_then.data else None)


@blueprint.get("/kaarten/kaart")
@needs(Right.EDIT_REGISTER)
def show() -> Answer | tuple[str, int]:
    """Show what a card of the catalogue proposes."""
    file = request.args.get("bestand", "")
    if not file:
        return redirect(url_for("cards.index"))
    return _proposal(CardForm(), checked_card(card_in(current_app.config["INSTANCE"].cards, file)), None)


@blueprint.get("/leveranciers/<number:supplier_id>/kaart.json")
@needs(Right.READ)
def download(supplier_id: int) -> Response:
    """Send the card of one supplier: without anything of the board."""
    supplier = fetch(db.session, Supplier, supplier_id)
    content = card_file(supplier_card(db.session, supplier_id, date.today()))
    return attachment(content, f"Kaart {supplier.name}.json", "application/json")


def _take_over(form: CardForm, card: dict[str, Any], ticked: list[str]) -> Supplier:
    return take_over(db.session, card, ticked, str(form.seen_then.data), date.today())


def _proposal(form: CardForm, card: dict[str, Any], ticked: list[str] | None) -> tuple[str, int]:
    """The page of the proposal; before anything was sent, what replaces nothing is ticked."""
    offered = proposal(db.session, card, date.today())
    form.card.data, form.seen_then.data = json.dumps(card, ensure_ascii=False), offered.token
    safe = [row.key for row in offered.rows if row.is_safe]
    page = render_template(
        "cards/show.html",
        form=form,
        card=card,
        day=date.fromisoformat(card["datum"]),
        offered=offered,
        groups=[(subject, list(rows)) for subject, rows in groupby(offered.rows, key=attrgetter("subject"))],
        ticked=safe if ticked is None else ticked,
        is_signed=HASH in card,
    )
    return page, form.status

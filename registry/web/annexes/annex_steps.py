"""The steps that both kinds of annex take on screen: propose, edit, accept, withdraw, and start a new version."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from registry.database import db
from registry.dutch import count, long_date
from registry.model import PrivacyAnnex, Product, SecurityAnnex
from registry.model.annex_state import AnnexStatus
from registry.queries.annexes.annex_changes import compare, version_before
from registry.queries.annexes.annex_file import annex_file
from registry.queries.annexes.annex_gaps import annex_gaps
from registry.queries.annexes.annex_reach import agreements_with, uses_under
from registry.services.annexes.annexes import (
    accept_annex,
    edit_annex,
    propose_annex,
    replaced_by,
    versions_of,
    withdraw_annex,
)
from registry.services.records import fetch
from registry.web.annexes.annex_form import AcceptForm, AnnexForm, WithdrawForm
from registry.web.annexes.annex_standing import standing
from registry.web.annexes.code_words import labels, ordered
from registry.web.annexes.parents_changes import changes_for_parents
from registry.web.mending import linked
from registry.web.onward import back_or
from registry.web.products.flow import flows

Annex = PrivacyAnnex | SecurityAnnex
Page = str | Response | tuple[str, int]


@dataclass(frozen=True)
class AnnexSteps:
    """One kind of annex: its record, its form, its blueprint, what a person calls it, and what its page tells more."""

    kind: type[Any]
    form: type[AnnexForm]
    screen: str
    name: str
    more: Callable[[Any, date], dict[str, Any]]

    def show(self, annex_id: int) -> str:
        """Show one version, where it stands, and the next sensible step."""
        annex, today = annex_file(db.session, self.kind, annex_id), date.today()
        return self._page(
            f"{self.screen}/show.html",
            annex,
            gaps=annex_gaps(annex),
            versions=[(one, standing(one, today)) for one in reversed(versions_of(annex))],
            agreements=agreements_with(db.session, annex),
            uses=uses_under(db.session, annex, today),
            labels=labels,
            ordered=ordered,
            **self.more(annex, today),
        )

    def add(self, product_id: int) -> Page:
        """Propose a first or next version; in the flow the schools come after it."""
        product = fetch(db.session, Product, product_id)
        return self._propose(product, self.form(product=product), None)

    def copy(self, annex_id: int) -> Page:
        """Propose a new version that starts from this one; nothing is made until it is saved."""
        annex = self._fetch(annex_id)
        form = self.form(product=annex.product, obj=annex)
        if not form.is_submitted():
            form.edition.data, form.dated.data = "", None  # the new version has its own
        return self._propose(annex.product, form, annex)

    def edit(self, annex_id: int) -> Page:
        """Edit a proposal; a fixed version shows the way to a new one."""
        annex = self._fetch(annex_id)
        form = self.form(product=annex.product, obj=annex)
        if annex.status is not AnnexStatus.PROPOSED and not form.is_submitted():
            return self._page("annex_steps/fixed.html", annex), 422
        if form.save(lambda: edit_annex(db.session, self.kind, annex_id, form.seen, form.fields(), form.rows())):
            flash(f"De {self.name} is bewaard.")
            return redirect(back_or(self._url(annex)))
        return self._form_page(annex.product, form, annex=annex)

    def accept(self, annex_id: int) -> Page:
        """Ask from which day the version holds, say which one it replaces, and point at the schools."""
        annex = self._fetch(annex_id)
        form = AcceptForm(obj=annex, data={"on": date.today()})
        if annex.status is not AnnexStatus.PROPOSED and not form.is_submitted():
            return self._page("annex_steps/fixed.html", annex), 422
        if form.save(lambda: self._accept(annex_id, form)):
            flash(self._accepted(annex))
            return redirect(self._after_accepting(annex))
        return self._page(
            "annex_steps/accept.html", annex, form=form, before=replaced_by(annex), gaps=annex_gaps(annex)
        ), form.status

    def withdraw(self, annex_id: int) -> Page:
        """Ask whether the proposal is to be laid aside."""
        annex = self._fetch(annex_id)
        form = WithdrawForm(obj=annex)
        if annex.status is not AnnexStatus.PROPOSED and not form.is_submitted():
            return self._page("annex_steps/fixed.html", annex), 422
        if form.save(lambda: withdraw_annex(db.session, self.kind, annex_id, form.seen)):
            flash("Het voorstel is ingetrokken. Het blijft te lezen.")
            return redirect(self._url(annex))
        return self._page("annex_steps/withdraw.html", annex, form=form), form.status

    def changes(self, annex_id: int) -> Page:
        """Show what differs from the version before it, or from the one that the address names."""
        annex = self._fetch(annex_id)
        others = [one for one in versions_of(annex) if one is not annex]
        asked = request.args.get("met", "")
        chosen, usual = next((one for one in others if str(one.id) == asked), None), version_before(annex)
        before, paper = chosen or usual, {"chosen": chosen, "has_paper": usual is not None}
        more = changes_for_parents(db.session, before, annex, date.today())
        comparison = compare(before, annex) if before else None
        return self._page("annex_steps/changes.html", annex, others=others, comparison=comparison, **paper, **more)

    def _accept(self, annex_id: int, form: AcceptForm) -> Any:
        return accept_annex(db.session, self.kind, annex_id, form.on.data, form.seen, date.today())

    def _after_accepting(self, annex: Any) -> str:
        """The changes where another version is replaced; else the page itself, at its schools."""
        if version_before(annex) is None:
            return f"{self._url(annex)}#scholen"
        return url_for(f"{self.screen}.changes", annex_id=annex.id)

    def _propose(self, product: Product, form: AnnexForm, origin: Annex | None) -> Page:
        if annex := form.save(lambda: propose_annex(db.session, self.kind, product.id, form.fields(), form.rows())):
            flash(f"De {self.name} van {product.name} is bewaard als voorstel.")
            onward = linked("flow.uses", product_id=product.id) if flows() else ""
            return redirect(onward or back_or(self._url(annex)))
        return self._form_page(product, form, origin=origin, waiting=_waiting(origin))

    def _form_page(self, product: Product, form: AnnexForm, **about: Any) -> Page:
        page = {"annex": None, "origin": None, "waiting": None, **about}
        return render_template(
            f"{self.screen}/form.html", steps=self, product=product, form=form, flows=flows(), **page
        ), form.status

    def _page(self, template: str, annex: Annex, **about: Any) -> str:
        now = standing(annex, date.today())
        return render_template(
            template, steps=self, annex=annex, product=annex.product, now=now, linked=linked, **about
        )

    def _fetch(self, annex_id: int) -> Any:
        return fetch(db.session, self.kind, annex_id)

    def _url(self, annex: Annex) -> str:
        return url_for(f"{self.screen}.show", annex_id=annex.id)

    def _accepted(self, annex: Any) -> str:
        schools = len({use.school_id for use in uses_under(db.session, annex, annex.accepted_on)})
        told = f"De {self.name} geldt vanaf {long_date(annex.accepted_on)}."
        if not schools:
            return told
        verb = "gebruikt" if schools == 1 else "gebruiken"
        return (
            f"{told} {count(schools, 'school', 'scholen')} {verb} dit product: kijk of de lijst van elke school klopt."
        )


def _waiting(origin: Any) -> Annex | None:
    versions = versions_of(origin) if origin else []
    return next((one for one in versions if one.status is AnnexStatus.PROPOSED), None)

"""The form of a school's page in a round: its products one under the other, each a small form of its own."""

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from wtforms import BooleanField, Form, FormField, HiddenField, ValidationError

from registry.database import db
from registry.errors import ChangedMeanwhile, RegisterError
from registry.model import Review
from registry.model.review import REPLIES_OF_A_SCHOOL, Reply
from registry.queries.rounds.round_lines import UseLine
from registry.services.rounds.answering import UseReply, answer_uses
from registry.web.forms import DutchMeta, RegisterForm, fields
from registry.web.forms.replies import ReplyField
from registry.web.numbers import record_number

PREFIX = "line_"
REPEATED = ("still_used", "data_right", "data_note")  # the groups stay as the register has them
ASKED = ("still_used", "last_day", "groups", "data_right", "data_note")


class LineForm(Form):
    """What a school answers about one product; `version` and `use_version` are those that its reader saw.

    `shown` is a mark of what the page showed: what is sent back as it was shown, was not answered by this reader.
    """

    class Meta(DutchMeta):
        """Dutch sentences; the form around it has the CSRF token."""

    version = HiddenField(default="0")
    use_version = HiddenField(default="0")
    shown = HiddenField(default="")
    same = BooleanField("Er is niets veranderd")
    still_used = ReplyField("Gebruikt de school dit nog?", REPLIES_OF_A_SCHOOL)
    last_day = fields.day(
        Review.last_day, "Laatste dag van gebruik", help="Mag ook later dit schooljaar zijn, tot en met 31 juli."
    )
    groups = fields.line(Review.groups, "Welke groepen of klassen?")
    data_right = ReplyField("Kloppen deze gegevens nog?", REPLIES_OF_A_SCHOOL)
    data_note = fields.prose(Review.data_note, "Wat is er anders?", rows=2)

    def validate_same(self, field: BooleanField) -> None:
        """Refuse who says that nothing changed, and yet answers something else."""
        if field.data and self.shown.data != mark_of(self.values()):
            raise ValidationError("U gaf ook een ander antwoord. Haal dit vinkje weg, of dat antwoord.")

    def values(self) -> dict[str, Any]:
        """Return what was answered, by the names of the stored fields."""
        return {name: self._fields[name].data for name in ASKED}

    @property
    def is_same(self) -> bool:
        """Whether somebody said that nothing changed; it is asked only where that can be."""
        return "same" in self._fields and bool(self.same.data)

    @property
    def is_changed(self) -> bool:
        """Whether somebody changed something in what the page showed."""
        return bool(self.shown.data != mark_of(self.values()))

    @property
    def is_touched(self) -> bool:
        """Whether somebody changed something in what the page showed, or said that nothing changed."""
        return self.is_same or self.is_changed


class SchoolRoundForm(RegisterForm):
    """All lines of a school; made by `school_form`.

    `earlier`: what an earlier round says, by repeating line. `stored`: a mark of what stands in the register, by line.
    """

    rest_same = BooleanField("Bij alle producten is niets veranderd, behalve waar ik iets anders invul")
    earlier: Mapping[int, dict[str, Any]] = {}
    stored: Mapping[int, str] = {}
    refused: frozenset[int] = frozenset()

    @property
    def lines(self) -> dict[int, LineForm]:
        """The form of each line by the line's number."""
        named = {name.removeprefix(PREFIX): field for name, field in self._fields.items() if name.startswith(PREFIX)}
        return {int(number): field.form for number, field in named.items()}

    def answer(self, on: date) -> list[Review]:
        """Return the lines that were answered; where something is wrong it stands on the form, and the rest is kept."""
        self.validate()
        if self.csrf_token.errors:
            return []
        kept = self._keep(on)
        if kept is None and self.refused:
            kept = self._keep(on)  # once more, without what turned out to be wrong
        return kept or []

    def show_anew(self, lines: Iterable[UseLine], kept: Iterable[Review]) -> None:
        """Show of the lines that were kept what stands in the register now; of the others what was typed."""
        now, numbers = school_form(lines, formdata=None), {review.id for review in kept}
        for name in (f"{PREFIX}{number}" for number in numbers):
            self._fields[name] = now._fields[name]
        others = {number: said for number, said in self.earlier.items() if number not in numbers}
        self.earlier = others | {number: said for number, said in now.earlier.items() if number in numbers}
        self.rest_same.data = False

    def _keep(self, on: date) -> list[Review] | None:
        wrong = self.refused | {number for number, line in self.lines.items() if line.errors}
        replies = [reply for reply in self._replies() if reply.number not in wrong]
        try:
            return answer_uses(db.session, replies, on) if replies else []
        except RegisterError as fault:
            self._explain(fault)
            return None

    def _replies(self) -> Iterable[UseReply]:
        for number, line in self.lines.items():
            is_same = line.is_same or bool(self.rest_same.data and number in self.earlier and not line.is_changed)
            is_new = is_same or (line.is_changed and mark_of(line.values()) != self.stored[number])
            if is_new:
                seen, use_seen = (record_number(field.data) or 0 for field in (line.version, line.use_version))
                repeated = self.earlier.get(number, {}) if is_same else {}
                yield UseReply(number, seen, use_seen, line.values() | repeated)

    def _explain(self, fault: RegisterError) -> None:
        for one in (fault, *fault.others):
            self._explain_one(one)

    def _explain_one(self, fault: RegisterError) -> None:
        number, _, name = (fault.field or "").partition("/")
        outer = self._fields.get(f"{PREFIX}{number}")
        if outer is None:
            super()._explain(fault)
            return
        db.session.rollback()
        self.refused |= {int(number)}
        product = outer.label.text
        if isinstance(fault, ChangedMeanwhile):
            self.conflict += tuple((f"{product}: {label}", was, now) for label, was, now in fault.changes)
            versions = outer.form.use_version if name == "use" else outer.form.version
            versions.data = str(fault.version)  # who saves once more has seen the changes
            if not fault.changes:
                self.form_errors.append(fault.sentence)
        elif name in outer.form._fields:
            outer.form._fields[name].errors = [fault.sentence]
        elif not any(
            told.endswith(fault.sentence) for told in self.form_errors
        ):  # once, where it is so of each product
            self.form_errors.append(f"{product}: {fault.sentence}")


def school_form(lines: Iterable[UseLine], **given: Any) -> SchoolRoundForm:
    """Return the form with these lines, filled with what was answered so far; `given` as WTForms takes it."""
    lines = list(lines)
    parts = {f"{PREFIX}{line.review.id}": FormField(LineForm, line.product.name) for line in lines}
    data = {f"{PREFIX}{line.review.id}": _values(line) for line in lines}
    made: SchoolRoundForm = type("SchoolRoundForm", (SchoolRoundForm,), parts)(data=data, **given)
    made.earlier = {line.review.id: _earlier(line.last_year) for line in lines if line.repeats and line.last_year}
    made.stored = {line.review.id: data[f"{PREFIX}{line.review.id}"]["shown"] for line in lines}
    for number, line in made.lines.items():
        if number not in made.earlier:
            del line.same
    return made


def _earlier(before: Review) -> dict[str, Any]:
    return {name: getattr(before, name) for name in REPEATED}


def mark_of(values: dict[str, Any]) -> str:
    """Return a short mark that differs for other answers."""
    return sha256(repr([str(values[name] or "") for name in ASKED]).encode()).hexdigest()[:16]


def _values(line: UseLine) -> dict[str, Any]:
    review, use = line.review, line.review.use
    assert use is not None  # a line about a use
    values = {name: getattr(review, name) for name in ASKED}
    if review.still_used is Reply.OPEN and not review.groups:
        values["groups"] = use.groups  # what the register knows already
    return values | {"version": str(review.version), "use_version": str(use.version), "shown": mark_of(values)}

"""Who received data of a school's pupils in a period (AVG 15; CJEU C-154/21 asks for names)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from registry.dutch import long_date
from registry.errors import NotFound
from registry.model import PrivacyAnnex, School
from registry.queries.annexes.annex_words import data_in_short
from registry.queries.papers.facts_used import FactUsed, facts_of_annex
from registry.queries.uses.pupil_uses import annexes_of, concerns_pupils
from registry.queries.uses.school_rows import ListRow, row_of
from registry.queries.uses.use_lines import UseLine, lines_of


@dataclass(frozen=True)
class Recipient:
    """One use as far as it lies in the period, from `first` up to and including `last`.

    `annexes` are the versions that held then; `row` is what parents read of the use, as it was known on its last day.
    """

    use: UseLine
    first: date
    last: date
    runs_on: bool
    annexes: tuple[PrivacyAnnex, ...]
    row: ListRow

    @property
    def is_controller(self) -> bool:
        """Whether it decides itself what it does with the data, by law or for a task of its own."""
        return self.row.is_recipient

    @property
    def days(self) -> str:
        """In which part of the period the school used it."""
        began_before = self.use.since < self.first
        if began_before and self.runs_on:
            return "de hele periode"
        if self.runs_on:
            return f"vanaf {long_date(self.first)}"
        until = f"tot en met {long_date(self.last)}"
        return until if began_before else f"van {long_date(self.first)} {until}"

    @property
    def data(self) -> str:
        """Which data, of every version that held in the period; empty while unknown."""
        told = {annex: data_in_short(annex) for annex in self.annexes if annex.data}
        if len(set(told.values())) < 2:
            return next(iter(told.values()), self.row.data)
        return "\n".join(f"{_which(annex)}: {words}" for annex, words in told.items())

    @property
    def behind(self) -> tuple[str, ...] | None:
        """The subprocessors of every version, each once; None while an annex does not say whether there are any."""
        if not self.annexes or not all(annex.subprocessors or annex.no_subprocessors for annex in self.annexes):
            return None
        return tuple(dict.fromkeys(one.name for annex in self.annexes for one in annex.subprocessors))

    @property
    def facts(self) -> tuple[FactUsed, ...]:
        """The reference facts that this rests on."""
        return (*self.row.facts, *(fact for annex in self.annexes for fact in facts_of_annex(annex)))


def recipients_between(session: Any, school_id: int, since: date, until: date) -> list[Recipient]:
    """Return who got data of this school's pupils on a day of the period, by name; NotFound for no such school.

    What by its annexes holds nothing of pupils or parents is left out; what is kept out of the schoolgids is not.
    """
    if session.get(School, school_id) is None:
        raise NotFound("Deze school staat niet in het register.")
    uses = [use for use in lines_of(session, school_id) if use.overlaps(since, until)]
    found = [_recipient(use, since, until) for use in uses]
    about = [one for one in found if concerns_pupils(one.use.product, one.first, one.last)]
    return sorted(about, key=lambda one: (one.row.supplier.casefold(), one.row.product.casefold(), one.first))


def _recipient(use: UseLine, since: date, until: date) -> Recipient:
    first, last = max(use.since, since), min(use.until or until, until)
    runs_on = use.until is None or use.until > until
    return Recipient(use, first, last, runs_on, tuple(annexes_of(use.product, first, last)), row_of(use, last))


def _which(annex: PrivacyAnnex) -> str:
    if annex.edition:
        return f"Versie {annex.edition}"
    return f"Versie van {long_date(annex.dated)}" if annex.dated else "Een versie zonder naam"

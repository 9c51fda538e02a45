"""Rows of the covenant's list: only suppliers of the register are noted, the others are counted."""

from collections.abc import Sequence
from datetime import date

from registry.exchange.lists.entry import Entry, ListKind, Problem
from registry.services.imports.choices import Choices
from registry.services.imports.contacts import covenant_claim
from registry.services.imports.fields import Headings, written
from registry.services.imports.known import Known
from registry.services.imports.plan import Claim, Line, Target
from registry.services.imports.suppliers import SupplierFinder


class CovenantRows:
    """Reads the rows of a list of participants."""

    def __init__(self, known: Known, choices: Choices, headings: Headings, on: date) -> None:
        self.known, self.choices, self.headings, self.on = known, choices, headings, on
        self.finder = SupplierFinder(known, choices.answers, joins=False)
        self.met: set[int] = set()

    def read_all(self, entries: Sequence[Entry]) -> tuple[list[Line], int]:
        """Return the lines about suppliers of the register, and how many rows name others."""
        lines = [line for entry in entries if (line := self._read(entry)) is not None]
        return lines, len(entries) - len(lines)

    def missing(self) -> list[str]:
        """Return the suppliers of the register that no row of the list can mean: it says nothing of why."""
        in_use = (one for one in self.known.suppliers if one.retired_on is None or one.retired_on > self.on)
        return [one.name for one in in_use if one.id not in self.met and one.is_processor]

    def _read(self, entry: Entry) -> Line | None:
        line = Line(entry, problems=list(entry.problems))
        found = self.finder.find(written(line, "supplier.name"), written(line, "supplier.kvk"), "")
        asked = [option.value for question in found.questions for option in question.options]
        self.met.update(int(value.rpartition(":")[2]) for value in asked if value.rpartition(":")[2].isdigit())
        if found.problem:
            line.problems.append(Problem(self.headings.of("supplier.name"), found.problem))
        elif found.target is not None and found.target.record is None and not line.problems:
            return None
        line.questions.extend(found.questions)
        if found.target is not None and found.target.record is not None:
            self._note(line, found.target)
        return line

    def _note(self, line: Line, supplier: Target) -> None:
        self.met.add(supplier.record.id)
        listed_on, source = self.choices.listed_on or self.on, self.choices.source
        claim = covenant_claim(line, supplier, ListKind.COVENANT, listed_on, source, self.headings)
        line.claims.extend([Claim(supplier), *([claim] if claim else [])])

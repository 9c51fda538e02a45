"""The first steps of a new register: which one is next, and where it is done. A register may be left at each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import url_for

from registry.access import Right, viewer_of
from registry.database import db
from registry.model import School
from registry.queries.board.overview import Counts, counts, first_school_with_uses


@dataclass(frozen=True)
class Step:
    """One step: its name, its page and who may open it, why it comes now, and what its button says."""

    label: str
    page: str
    right: Right
    text: str
    action: str


STEPS = (
    Step(
        "Bestuur",
        "board.edit",
        Right.SET_UP,
        "Begin met het bestuur. Alleen de naam is nu nodig.",
        "Vul het bestuur in",
    ),
    Step("Scholen", "schools.add", Right.SET_UP, "Voeg nu de scholen van het bestuur toe.", "Voeg een school toe"),
    Step(
        "Leveranciers",
        "flow.start",
        Right.EDIT_REGISTER,
        "Voeg nu een leverancier toe, met een product dat uw scholen gebruiken.",
        "Voeg een leverancier toe",
    ),
    Step(
        "Wie gebruikt wat", "grid.index", Right.EDIT_USES, "Vink nu aan welke school wat gebruikt.", "Naar de vinkjes"
    ),
    Step(
        "Lijst voor de schoolgids",
        "papers.school",
        Right.MAKE_SCHOOL_PAPER,
        "Er is nog geen lijst definitief gemaakt. Begin met die van",
        "Maak de eerste lijst",
    ),
)


@dataclass(frozen=True)
class FirstSteps:
    """How far a new register is: the number of the step that comes now, from 1, and for whom it is."""

    number: int
    school: School | None  # the first that uses something: whose list is made first

    @property
    def step(self) -> Step:
        """The step that comes now."""
        return STEPS[self.number - 1]

    @property
    def is_for_viewer(self) -> bool:
        """Whether the viewer may do it."""
        return viewer_of(db.session).may(self.step.right)

    @property
    def text(self) -> str:
        """Why this step comes now."""
        return f"{self.step.text} {self.school.name}." if self.school else self.step.text

    @property
    def url(self) -> str:
        """The address where this step is done."""
        return self._url(self.step)

    @property
    def labels(self) -> Sequence[tuple[str, str]]:
        """The name of each step, with the address of those before this one."""
        return [(step.label, self._url(step) if place < self.number else "") for place, step in enumerate(STEPS)]

    def _url(self, step: Step) -> str:
        if step is STEPS[-1] and self.school:
            return url_for(step.page, school_id=self.school.id)
        return url_for(step.page)


def first_steps(today: date, held: Counts | None = None) -> FirstSteps | None:
    """Return how far the register is, as far as the viewer sees it; None when all steps were done."""
    done = (held or counts(db.session, today)).steps
    if all(done):
        return None
    number = done.index(False) + 1
    return FirstSteps(number, first_school_with_uses(db.session, today) if number == len(STEPS) else None)

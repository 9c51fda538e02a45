"""The matrix: every address and method of the register, for everybody, at each of the two schools."""

from dataclasses import dataclass

from registry.access import rights_of
from tests.matrix.planted import OF_SCHOOL
from tests.matrix.world import PEOPLE, STRANGER, A, B

METHODS = ("GET", "POST")


@dataclass(frozen=True)
class Cell:
    """Somebody at an address; `school` is None where the address is of no school."""

    endpoint: str
    rule: str
    method: str
    who: str
    school: int | None

    def __str__(self):
        at = "" if self.school is None else f" van {'AB'[self.school]}"
        return f"{self.method} {self.rule}{at}, {self.who}"


def cells(app):
    """Yield each cell; a route with nothing declared is no cell, and a test of its own."""
    for rule in app.url_map.iter_rules():
        screen = app.view_functions[rule.endpoint]
        if rule.endpoint == "static" or rule.endpoint.startswith("api.") or getattr(screen, "is_public", False):
            continue
        schools = (A, B) if rule.arguments & OF_SCHOOL else (None,)
        for method in sorted(rule.methods & set(METHODS)):
            for who in (*PEOPLE, STRANGER):
                yield from (Cell(rule.endpoint, str(rule), method, who, school) for school in schools)


def expected(app, cell):
    """Return what is to happen: "does it", "has no right", "does not exist" or "signs in first"."""
    if cell.who == STRANGER:
        return "signs in first"
    role, schools = PEOPLE[cell.who]
    right = app.view_functions[cell.endpoint].right
    if right is not None and right not in rights_of(role, schools or None):
        return "has no right"
    return "does not exist" if schools and cell.school is not None and cell.school not in schools else "does it"

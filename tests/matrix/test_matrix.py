"""Who may do what: route × role × school, made from the URL map. Allowed and it happens, or denied and nothing does."""

import re
from collections import Counter
from functools import cache

import pytest

from registry.access import Right
from registry.cli import RIGHTS, main
from tests.matrix.cells import cells, expected
from tests.matrix.typed import ASKED, TYPED
from tests.matrix.world import PEOPLE, A, B
from tests.visitor import Page

pytestmark = pytest.mark.one_database

PARTS = 2  # for as many workers
STATUS = {"has no right": {403}, "does not exist": {404}, "signs in first": {302, 401}}
# What they do is not in the snapshot: a zip (of everything; or no paper was chosen), a link, a session, an address
# that nobody made.
CHANGES_NOTHING = {
    *("many_papers.finish", "archive.take", "accounts.link", "own_account.end", "reminders.stop"),
    "grid_undo.undo",  # takes back only one's own save, and nobody here made one
}


class Asking:
    """Sends what somebody would send from the form at an address."""

    def __init__(self, world):
        self.world = world
        self.forms = cache(self._form)

    def send(self, cell, at=None):
        at = at or self.numbers(cell)
        client, address = self.world.visitors[cell.who].client, _filled(cell, at)
        if cell.method == "GET":
            return client.get(address, buffered=True)
        form = self.forms(address, cell.who if expected(self.world.app, cell) == "does it" else "beheerder")
        typed = {
            name: value(at, form) if callable(value) else value for name, value in TYPED.get(cell.endpoint, {}).items()
        }
        data = form | typed | {"csrf_token": self.world.tokens[cell.who]}
        return client.post(address, data=data, content_type="multipart/form-data", buffered=True)

    def numbers(self, cell):
        """The number of what was planted for each name that may stand in an address."""
        own = PEOPLE.get(cell.who, ("", ()))[1] or (A,)
        school = own[0] if cell.school is None else cell.school
        group = cell.endpoint.split(".")[0]
        found = {name: pair[school] for (place, name), pair in self.world.numbers.items() if place == ""}
        for wanted in (group, cell.endpoint):
            found |= {name: pair[school] for (place, name), pair in self.world.numbers.items() if place == wanted}
        return found | {"session_id": self.world.sessions.get(cell.who, 1)}

    def _form(self, address, who):
        page = self.world.visitors[who].open(address)
        if page.status != 200 or page.tree is None or not page.tree.xpath("//form[@method='post']"):
            return {}
        found = {}
        for name, value in page.values():
            found.setdefault(name, []).append(value)
        return found


def _filled(cell, at):
    address = cell.rule + ASKED.get(cell.endpoint, "").format(**at)
    return re.sub(r"<(?:[^<>]*:)?(\w+)>", lambda part: str(at[part[1]]), address)


def test_every_route_declares_who_may_open_it(the_app):
    screens = {rule.endpoint: the_app.view_functions[rule.endpoint] for rule in the_app.url_map.iter_rules()}
    silent = [
        name
        for name, screen in screens.items()
        if name != "static" and not getattr(screen, "is_public", False) and not hasattr(screen, "right")
    ]
    assert silent == []


def test_every_command_declares_what_it_asks():
    assert {command.name for command in RIGHTS} == set(main.commands)
    assert all(name in Right.__members__ for name in RIGHTS.values())


HALVES = [
    pytest.param(part, wish, marks=[pytest.mark.xdist_group(f"matrix-{part}"), *marks], id=f"{wish}-{part}")
    for part in range(PARTS)
    for wish, marks in (("is denied", []), ("does it", [pytest.mark.sweep]))
]


@pytest.mark.parametrize(("part", "half"), HALVES)
def test_each_cell_is_allowed_and_happens_or_is_denied_and_changes_nothing(world, tell, part, half):
    asking, wrong, counted, before = Asking(world), [], Counter(), world.snapshot()
    here = [cell for cell in cells(world.app) if (expected(world.app, cell) == "does it") == (half == "does it")]
    here = here[part::PARTS]
    for cell in here:
        wish = expected(world.app, cell)
        answer = asking.send(cell)
        has_changed = world.snapshot() != before
        if fault := _fault(cell, wish, answer, has_changed):
            wrong.append(f"{cell}: {wish}, but {fault}")
        counted[wish] += 1
        if has_changed or cell.method == "POST":
            world.set_back(has_changed or wish == "does it")
    routes = len({cell.rule for cell in here})
    tell(f"matrix, {half}, part {part + 1} of {PARTS}: {counted.total()} cells of {routes} routes: {dict(counted)}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("endpoint", ["grid.mark", "uses.add", "flow.uses", "actions.add"])
def test_the_number_of_another_school_in_a_form_is_denied_too(world, endpoint):
    asking, before = Asking(world), world.snapshot()
    for cell in [one for one in cells(world.app) if (one.endpoint, one.method) == (endpoint, "POST")]:
        if cell.who != "coördinator van A":
            continue
        at = asking.numbers(cell) | {"school_id": world.numbers["", "school_id"][B]}
        answer = asking.send(cell, at)
        assert answer.status_code in (403, 404, 422), cell
        assert world.snapshot() == before, cell


def _fault(cell, wish, answer, has_changed):
    if wish != "does it":
        if answer.status_code not in STATUS[wish]:
            return f"answered {answer.status_code}"
        return "something changed" if has_changed else ""
    if answer.status_code not in (200, 302):
        return f"answered {answer.status_code} {_told(answer)}"
    if cell.method == "POST" and not has_changed and cell.endpoint not in CHANGES_NOTHING:
        return f"nothing changed {_told(answer)}"
    return ""


def _told(answer):
    page = Page(answer)
    return page.texts("//h1") + page.errors if page.tree is not None else answer.headers.get("Location", "")

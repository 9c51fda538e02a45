"""Text of every kind in every field of every form: kept and read back, or refused with a sentence at the field."""

from datetime import date

import pytest

from tests.example_board import example_board
from tests.surface.filling_in import kept_or_refused_everywhere, refused_everywhere
from tests.surface.forms import all_forms
from tests.surface.papers import add_papers
from tests.surface.routes import OTHER_DOORS, routes
from tests.surface.texts import DAILY, KEPT, REFUSED

pytestmark = [pytest.mark.xdist_group("typed-text"), pytest.mark.sweep]
# There is no key and no account in this register; tests/matrix asks their screens, and those of taking back.
ASKED_ELSEWHERE = ("accounts.", "keys.", "undoing.", "grid_undo.")


@pytest.fixture(scope="module")
def register(databases, tmp_path_factory):
    with example_board(databases, tmp_path_factory.mktemp("typed"), date.today()) as app:
        add_papers(app)
        yield app


@pytest.fixture(scope="module")
def visitor(register):
    return register.test_client()


@pytest.fixture(scope="module")
def forms(register, visitor):
    return all_forms(visitor, routes(register))


def test_every_screen_that_changes_something_is_among_the_forms(register, forms):
    found = {form.address for form in forms}
    adapter = register.url_map.bind("localhost")
    reached = {adapter.match(address.partition("?")[0], "POST", return_rule=True)[0].rule for address in found}
    asked = [rule for rule in register.url_map.iter_rules() if "POST" in rule.methods]
    wanted = {rule.rule for rule in asked if not rule.endpoint.startswith((*OTHER_DOORS, *ASKED_ELSEWHERE))}
    print(f"{len(found)} forms, {sum(len(form.texts) for form in forms)} text fields")
    assert wanted - reached <= {"/sjablonen/officieel-model/<number:template_id>"}  # asks for a file of the convenant


@pytest.mark.parametrize("text", [pytest.param(REFUSED[name], id=name) for name in DAILY["refused"]])
def test_what_cannot_be_kept_gets_a_sentence_at_its_field(visitor, forms, text):
    wrong, fields = refused_everywhere(visitor, forms, text)
    print(f"{fields} fields")
    assert wrong == []


@pytest.mark.parametrize("text", [pytest.param(KEPT[name], id=name) for name in DAILY["kept"]])
def test_ordinary_text_is_read_back_as_it_was_typed(visitor, forms, text):
    wrong, counts = kept_or_refused_everywhere(visitor, forms, text)
    print(counts)
    assert [one for one in wrong if one[1] != "slug"] == []  # an address is kept in small letters

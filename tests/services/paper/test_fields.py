"""The list of fields is exactly what the composers deliver, so that the check, the screen and the guide never age."""

from collections import defaultdict
from contextlib import suppress
from datetime import date, timedelta

import pytest

from registry.documents import Gap
from registry.errors import BrokenRule
from registry.model import PrivacyAnnex, SchoolBoard, SecurityAnnex
from registry.model.agreement_lists import AgreementStatus
from registry.model.paper_template import HOUSE_STYLE, OFFICIAL_MODEL
from registry.model.statement import Council, StatementKind
from registry.services.agreements.agreements import add_agreement
from registry.services.annexes.annexes import propose_annex
from registry.services.board.statements import add_statement
from registry.services.paper import KINDS, Order, compose
from registry.services.paper.fields import FIELDS, any_example, example, field_lines, text_fields
from registry.services.suppliers.products import add_product, edit_product
from registry.services.uses.uses import edit_use, end_use, start_use
from tests.complete_register import (
    AGREEMENT,
    DEVIATION,
    PRIVACY_ANNEX,
    PRIVACY_ROWS,
    PRODUCT,
    SECURITY_ANNEX,
    SECURITY_ROWS,
    SINCE,
    TODAY,
)
from tests.rounds import half_answered_round
from tests.services.paper import cases

BEFORE = SINCE - timedelta(days=30)
LEAVES = (str, int, bool)


def kind_of(value):
    return "text" if isinstance(value, str | Gap) else type(value)


def differences(told, given, path=""):
    """Where the told example and the given values have other names, or another kind of value."""
    if isinstance(told, dict) and given == {}:
        return  # a group that has nothing to say here
    if isinstance(told, dict) and isinstance(given, dict):
        yield from (f"{path}.{name}" for name in told.keys() ^ given.keys())
        for name in told.keys() & given.keys():
            yield from differences(told[name], given[name], f"{path}.{name}")
    elif isinstance(told, list) and isinstance(given, list):
        for row in given:
            yield from differences(told[0], row, path)
    elif kind_of(told) != kind_of(given) and given != "":  # a number that is not known is an empty text
        yield path


def filled_lists(values, path=""):
    """The lists that have a row somewhere."""
    if isinstance(values, dict):
        return {found for name, value in values.items() for found in filled_lists(value, f"{path}.{name}")}
    if isinstance(values, list):
        return ({path} if values else set()) | {found for row in values for found in filled_lists(row, path)}
    return set()


@pytest.fixture
def fuller(session, register, rekenwolk):
    """The complete register with, besides, a product whose annex is proposed and has every kind of row, and DUO's."""
    edit_product(session, register.letters.id, register.letters.version, {}, {"modules": [{"name": "A"}]})
    cijfers = add_product(session, register.lettervlieg.id, PRODUCT | {"name": "Cijfers"}, {"modules": [{"name": "A"}]})
    rows = PRIVACY_ROWS | {"subprocessors": [{"name": "Wolkenhuis", "country": "NL"}]}
    fields = PRIVACY_ANNEX | {"no_subprocessors": False}
    propose_annex(session, PrivacyAnnex, cijfers.id, fields, rows)
    propose_annex(session, SecurityAnnex, cijfers.id, SECURITY_ANNEX, SECURITY_ROWS)
    bron = add_product(session, register.duo.id, {"name": "BRON", "kind": "other"})
    start_use(session, register.zandloper.id, bron.id, {"since": SINCE, "legal_basis": "legal_obligation"})
    covered = {"products": [{"product_id": register.letters.id}], "deviations": [DEVIATION]}
    in_force = AGREEMENT | {"status": AgreementStatus.IN_FORCE, "starts_on": SINCE}
    add_agreement(session, register.lettervlieg.id, in_force, covered)
    add_agreement(session, rekenwolk.id, {"status": AgreementStatus.REQUESTED})
    newer = {"no_subprocessors": False, "edition": "3"}
    proposal = propose_annex(
        session, PrivacyAnnex, register.letters.id, PRIVACY_ANNEX | newer, rows | {"storage": [{"country": "US"}]}
    )
    unmet = {"measures": [{"measure": "design", "answer": "not_met"}]}
    more_hours = SECURITY_ANNEX | {"breach_hours": 36}
    secured = propose_annex(session, SecurityAnnex, register.letters.id, more_hours, SECURITY_ROWS | unmet)
    _more_for_parents(session, register)
    half_answered_round(session)
    half_answered_round(session, year=2027)
    return {
        "supplier": [register.lettervlieg, rekenwolk],
        "product": [register.letters, cijfers],
        "school": [register.zandloper],
        "privacy_annex": [proposal],
        "security_annex": [secured],
        "breach": [cases.breach(session, register)],
        "subprocessor_notice": cases.notices(session, register),
        "practice_check": cases.checks(session, register),
        "school_board": [session.get(SchoolBoard, 1)],
    }


def _more_for_parents(session, register):
    """A pupil system with medical data, a photographer, a use that ended, and texts to which councils consented."""
    school = register.zandloper.id
    volg = add_product(
        session, register.lettervlieg.id, PRODUCT | {"name": "Volg", "kind": "sli"}, {"modules": [{"name": "Dossier"}]}
    )
    data = [{"category": "5", "subjects": ("pupil",), "needed_because": "voor de zorg", "note": "dyslexie"}]
    propose_annex(session, PrivacyAnnex, volg.id, PRIVACY_ANNEX, PRIVACY_ROWS | {"data": data})
    foto = add_product(session, register.lettervlieg.id, PRODUCT | {"name": "Foto", "kind": "photo"})
    used = start_use(session, school, volg.id, {"since": SINCE})
    edit_use(session, used.id, used.version, {"legal_basis": "public_task"})
    start_use(session, school, foto.id, {"since": SINCE, "legal_basis": "consent"})
    ended = start_use(session, register.zonnewijzer.id, foto.id, {"since": SINCE})
    end_use(session, ended.id, TODAY - timedelta(days=40))
    for kind in StatementKind:
        given = {"consent_given_on": SINCE, "adopted_on": SINCE}
        for council, whose in ((Council.GMR, None), (Council.MR, school)):
            fields = {"kind": kind, "title": f"{kind.label} {council.label}", "council": council, "school_id": whose}
            add_statement(session, fields | given)


@pytest.fixture
def delivered(session, fuller):
    """The values that the composers make for each template."""
    found = defaultdict(list)
    for kind in KINDS.values():
        for record in fuller[kind.subject]:
            for on in (TODAY, date.today()):  # what was edited just now is told of today
                with suppress(BrokenRule):  # not every paper can be about every record
                    paper = compose(session, Order(kind, record.id, on, on, since=BEFORE))
                    for part in paper.parts:
                        found[part.template].append(paper.values(part, is_draft=True))
    return found


def test_the_list_is_exactly_what_the_composers_deliver(delivered):
    told = {template: example(template) for template in FIELDS if template != HOUSE_STYLE}
    assert delivered.keys() == told.keys()
    assert {
        (template, difference)
        for template, several in delivered.items()
        for values in several
        for difference in differences(told[template], values)
    } == set()


def test_every_list_had_a_row_to_compare(delivered):
    had = {path for several in delivered.values() for values in several for path in filled_lists(values)}
    told = {path for template in delivered for path in filled_lists(example(template))}
    assert told - had <= {".document.let_op"}


def test_each_kind_of_paper_has_its_fields():
    assert {kind.template for kind in KINDS.values()} | {HOUSE_STYLE} == {*FIELDS}


def test_every_line_has_a_sentence_and_something_to_copy():
    for template in FIELDS:
        for line in field_lines(template):
            assert line.sentence
            assert line.copy or any(other.path.startswith(f"{line.path}.") for other in field_lines(template))


def test_what_repeats_says_how_it_begins_and_ends():
    lines = {line.path: line for line in field_lines("verwerkersovereenkomst-eigen-tekst")}
    assert (lines["producten"].copy, lines["producten"].closing) == (
        "{%tr for product in producten %}",
        "{%tr endfor %}",
    )
    assert lines["product.naam"].copy == "{{ product.naam }}"
    assert lines["product.modules"].copy == "{%tr for module in product.modules %}"
    assert lines["module.toegang"].depth == 2


def test_a_condition_is_offered_for_yes_or_no():
    lines = {line.path: line for line in field_lines("verwerkersovereenkomst-eigen-tekst")}
    assert lines["overeenkomst.eigen_tekst"].copy == "{%p if overeenkomst.eigen_tekst %}"


def test_only_single_texts_can_take_the_place_of_a_blank():
    offered = text_fields(OFFICIAL_MODEL)
    assert {"leverancier.naam", "bestuur.nummer", "overeenkomst.producten"} <= offered.keys()
    assert not {"document.concept", "producten", "overeenkomst.bijlagen", "product.naam"} & offered.keys()


def test_an_example_of_everything_has_the_groups_of_every_paper():
    assert {"bestuur", "lijst", "bijsluiter", "beveiliging", "afwijkingen"} <= any_example().keys()


def test_an_example_is_no_gap():
    def leaves(value):
        items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        return [leaf for item in items for leaf in leaves(item)] if items else [value]

    assert all(isinstance(leaf, LEAVES) for template in FIELDS for leaf in leaves(example(template)))

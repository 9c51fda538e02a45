"""What a list leaves open is asked once, with an answer for every case; nothing of it is dropped without a word."""

from dataclasses import replace

import pytest

from registry.exchange.lists.entry import Problem
from registry.model import Agreement, Supplier, Use
from registry.model.agreement_lists import AgreementStatus
from registry.model.supplier import PartyRole
from registry.services.suppliers.suppliers import edit_supplier
from registry.services.uses.schools import add_school
from tests.services.imports.rows import actions, entry, plan, take_over

KADE = {"supplier_name": "De Kade"}


def questions(made):
    """Return each question once: what may be answered, by its sentence."""
    return {one.sentence: [option.value for option in one.options] for one in made.questions}


def answered(session, answer, *entries):
    """Take the rows over with this answer to their one open question."""
    (question,) = (one for one in plan(session, *entries).questions if not one.answer)
    return take_over(session, *entries, answers={question.code: answer})


def test_the_kind_of_agreement_is_proposed_once_for_all_rows_of_a_model(session):
    said = {"agreement_status": "in_force", "agreement_model_version": "mvo_4_0"}
    names = ("Lettervlieg", "Rekenwolk", "Uitgeverij De Golf")
    rows = [entry(number, supplier_name=name, **said) for number, name in enumerate(names, start=2)]
    made = take_over(session, *rows)
    (question,) = made.questions
    assert question.sentence.startswith("Bij 3 rijen staat “Modelverwerkersovereenkomst 4.0 (2022)”.")
    assert question.options[0].why == "Voorstel: dat zegt de naam van dit model."
    assert {one.arrangement for one in session.query(Agreement)} == {"mvo_participant"}


def test_a_kind_that_nobody_knows_stays_open_and_the_row_goes_along(session):
    row = entry(2, agreement_status="in_force", **KADE)
    (question,) = take_over(session, row).questions
    assert (question.answer, session.query(Agreement).one().arrangement) == ("leave", "")
    take_over(session, row, answers={question.code: "supplier_model"})
    assert session.query(Agreement).one().arrangement == "supplier_model"


@pytest.mark.parametrize(
    "said",
    [
        {"agreement_status": "wanted"},
        {"agreement_status": "in_force", "agreement_arrangement": "own_text"},
        {"agreement_status": "in_force", "supplier_role": "joint_controller"},
    ],
    ids=["there is none yet", "the list says it", "not of a processor"],
)
def test_the_kind_is_not_asked_where_it_is_no_question(session, said):
    assert plan(session, entry(2, **KADE, **said)).questions == []


def test_an_agreement_of_which_the_register_knows_the_kind_keeps_it(session):
    said = {"agreement_status": "in_force", "agreement_model_version": "general_model"}
    take_over(session, entry(2, **KADE, agreement_arrangement="own_text", **said))
    assert actions(take_over(session, entry(2, **KADE, **said))) == {2: "same"}


def test_no_agreement_needed_gets_its_reason_from_a_person_and_the_role_with_it(session):
    answered(session, "none_legal_duty", entry(2, supplier_name="GGD", agreement_status="not_needed"))
    made = session.query(Agreement).one()
    assert (made.status, made.supplier.role) == (AgreementStatus.NOT_NEEDED, PartyRole.LEGAL_RECIPIENT)
    assert "de wet de school verplicht" in made.reason


def test_no_agreement_needed_without_a_reason_yet_is_kept_as_a_note(session):
    answered(session, "leave", entry(2, agreement_status="not_needed", **KADE))
    assert session.query(Agreement).all() == []
    assert "geen verwerkersovereenkomst nodig" in session.query(Supplier).one().note


def test_only_reasons_are_offered_that_fit_the_role_of_a_known_supplier(session, kade):
    edit_supplier(session, kade.id, kade.version, {"role": PartyRole.LEGAL_RECIPIENT}, {})
    (offered,) = questions(plan(session, entry(2, agreement_status="not_needed", **KADE))).values()
    assert offered == ["none_legal_duty", "none_independent_controller", "none_incidental", "leave"]


def test_a_word_that_no_field_knows_is_asked_once_and_then_fills_the_field(session):
    unknown = Problem("versie", "Dit woord staat niet in de lijst.", "agreement.model_version", "eigen")
    rows = [
        replace(entry(number, supplier_name=name, agreement_status="wanted"), problems=(unknown,))
        for number, name in ((2, "Lettervlieg"), (3, "Rekenwolk"))
    ]
    made = answered(session, "supplier_own", *rows)
    assert actions(made) == {2: "new", 3: "new"}
    assert {one.model_version for one in session.query(Agreement)} == {"supplier_own"}


def test_a_word_that_is_left_out_is_told(session):
    unknown = Problem("versie", "Dit woord staat niet in de lijst.", "agreement.model_version", "eigen")
    made = answered(session, "leave", replace(entry(2, **KADE), problems=(unknown,)))
    assert [one.sentence for line in made.lines for one in line.remarks] == ["“eigen” is niet overgenomen"]


def test_two_schools_in_one_name_are_both_meant(session, letters, school):
    add_school(session, {"name": "Het Wad"})
    made = take_over(session, entry(2, product_name="Letters", use_schools=("De Zandloper en Het Wad",), **KADE))
    assert {use.school.name for use in session.query(Use)} == {"De Zandloper", "Het Wad"}
    assert "gelezen als 2 scholen" in made.lines[0].remarks[0].sentence


@pytest.mark.parametrize(
    ("answer", "number"), [("leave", 0), ("same:school:1", 1)], ids=["none of them", "one of them"]
)
def test_a_school_that_is_not_known_can_be_chosen_or_left_out(session, letters, school, answer, number):
    made = answered(session, answer, entry(2, product_name="Letters", use_schools=("rest",), **KADE))
    assert (made.lines[0].needs_attention, session.query(Use).count()) == (False, number)


def test_an_organisation_that_is_seldom_a_processor_is_asked_for_its_role(session):
    answered(session, "legal_recipient", entry(2, supplier_name="Leerplicht Veen"))
    assert session.query(Supplier).one().role is PartyRole.LEGAL_RECIPIENT


def test_a_note_that_says_more_than_the_stage_is_asked_about(session):
    row = entry(2, agreement_status="wanted", supplier_note="aangevraagd 3-10", **KADE)
    answered(session, "requested", row)
    assert session.query(Agreement).one().status is AgreementStatus.REQUESTED

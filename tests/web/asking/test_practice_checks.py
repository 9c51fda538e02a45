"""The screens of paper against practice."""

import pytest

from registry.access import RIGHTS, Viewer, bind
from registry.errors import NotAllowed
from registry.model import Action, PracticeCheck, PrivacyAnnex
from registry.model.account import Role
from registry.model.action import ActionOrigin
from registry.model.supplier import PartyRole
from registry.services.annexes.annexes import accept_annex, propose_annex
from registry.services.asking.practice import check_practice
from registry.services.suppliers.suppliers import edit_supplier
from tests.complete_register import PRIVACY_ANNEX, PRIVACY_ROWS, TODAY, complete_register

FORM = "/producten/1/praktijk/nieuw"


@pytest.fixture
def register(session):
    made = complete_register(session)
    session.rollback()
    return made


@pytest.fixture
def answers(register):
    """Right answers to both questions, by the names of the fields."""
    return {
        f"agreed_{register.privacy_annex.data[0].id}_pupil": "yes",
        f"denied_{register.privacy_annex.denials[0].id}": "yes",
    }


def links(page):
    return page.tree.xpath("//a/@href")


def all_no(answers):
    return dict.fromkeys(answers, "no")


def looked(visitor, answers, **more):
    return visitor.submit(FORM, by_function="beheerder", **answers, **more)


def actions(session):
    session.expire_all()
    return session.query(Action).order_by(Action.id).all()


def test_it_asks_each_agreed_category_and_each_denial(visitor, register):
    page = visitor.open(FORM)
    legends = page.texts("//fieldset[contains(@class, 'choices')]/legend")
    assert legends == ["Contactgegevens, beperkt: naam, e-mailadres en opleiding (leerlingen)", "BSN"]


def test_no_differences_make_no_action(session, visitor, register, answers):
    page = looked(visitor, answers)
    assert "Geen verschillen gevonden" in page.text
    assert actions(session) == []


def test_every_difference_becomes_an_action_about_the_product(session, visitor, register, answers):
    extra = {"extra-0-what": "pasfoto", "extra-0-subject": "pupil"}
    page = looked(visitor, all_no(answers), school_id=str(register.zandloper.id), **extra)
    assert "3 verschillen" in page.text
    found = actions(session)
    assert [(one.origin, one.product_id, one.school_id) for one in found] == [(ActionOrigin.PRACTICE, 1, 1)] * 3
    assert found[2].what == "Letters: “pasfoto (leerlingen)” staat in de app, maar niet in de afspraak."


def test_the_same_form_sent_twice_is_one_check_with_one_set_of_actions(session, visitor, register, answers):
    opened = visitor.open(FORM)
    for _ in range(2):
        visitor.send(FORM, opened, by_function="beheerder", **all_no(answers))
    assert (session.query(PracticeCheck).count(), len(actions(session))) == (1, 2)


def test_a_second_look_doubles_no_action_and_closes_what_is_right_now(session, visitor, register, answers):
    looked(visitor, all_no(answers))
    first, second = answers
    looked(visitor, {first: "yes", second: "no"}, note="opnieuw")
    done = [one.done_on is not None for one in actions(session)]
    assert done == [True, False]


def test_an_unknown_answer_is_told_and_settles_nothing(session, visitor, register, answers):
    looked(visitor, all_no(answers))
    page = looked(visitor, dict.fromkeys(answers, "unknown"))
    assert [one.done_on for one in actions(session)] == [None, None]
    assert page.texts("//td[@data-label='Antwoord']") == ["weet ik niet"] * 2


def test_earlier_answers_stand_beside_the_newest(visitor, register, answers):
    looked(visitor, all_no(answers))
    page = looked(visitor, answers)
    assert [cell[-1] for cell in zip(*[iter(page.texts("//tr/td"))] * 3, strict=True)] == ["nee", "nee"]


def test_an_unanswered_question_is_told_at_its_place_and_nothing_is_lost(session, visitor, register, answers):
    page = visitor.submit(FORM, by_function="beheerder", note="half", **dict(list(answers.items())[:1]))
    assert page.status == 422
    assert page.errors == ["BSN: Vul dit in."]
    assert dict(page.values())["note"] == "half"
    assert session.query(PracticeCheck).count() == 0


def test_an_annex_that_changed_since_is_said(session, visitor, register, answers):
    page = looked(visitor, answers)
    assert "geldt nu niet meer" not in page.text
    newer = propose_annex(session, PrivacyAnnex, 1, PRIVACY_ANNEX | {"edition": "3"}, PRIVACY_ROWS)
    accept_annex(session, PrivacyAnnex, newer.id, TODAY)
    assert "geldt nu niet meer" in visitor.open("/praktijk/1").text
    assert "andere privacybijsluiter" in visitor.open("/producten/1/praktijk").text


def test_questions_of_an_older_version_are_not_taken_for_the_new_ones(session, visitor, register, answers):
    opened = visitor.open(FORM)
    rows = PRIVACY_ROWS | {"data": [], "denials": []}
    newer = propose_annex(session, PrivacyAnnex, 1, PRIVACY_ANNEX | {"edition": "3"}, rows)
    accept_annex(session, PrivacyAnnex, newer.id, TODAY)
    page = visitor.send(FORM, opened, by_function="beheerder", **answers)
    assert page.errors == ["De bijsluiter is intussen vervangen. Hieronder staan de vragen van de versie die nu geldt."]


def test_without_an_annex_that_holds_there_is_nothing_to_ask(three_schools, visitor):
    assert "geen privacybijsluiter die geldt" in visitor.open(FORM).text


def test_the_note_says_what_differs(visitor, register, answers):
    looked(visitor, all_no(answers), school_id=str(register.zandloper.id))
    text = visitor.open("/praktijk/1/notitie").text
    assert "bekeken wij op De Zandloper welke gegevens er in Letters staan" in text
    assert "maar in de app zien wij iets anders: - BSN" in text


def test_a_coordinator_of_one_school_does_not_speak_for_the_board(session, register):
    bind(session, Viewer("coördinator", RIGHTS[Role.SCHOOL_COORDINATOR], frozenset({register.zandloper.id})))
    with pytest.raises(NotAllowed):
        check_practice(session, register.privacy_annex.id, {"by_function": "x"}, {}, [], TODAY)


def test_a_recipient_by_law_is_not_offered_a_check(session, visitor, register):
    assert "Letters" in visitor.open("/jaar/praktijk").text
    assert "/producten/1/praktijk" in links(visitor.open("/producten/1"))
    edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {"role": PartyRole.LEGAL_RECIPIENT})
    assert "Letters" not in visitor.open("/jaar/praktijk").text
    assert "/producten/1/praktijk" not in links(visitor.open("/producten/1"))
    for address in (FORM, "/producten/1/praktijk"):
        page = visitor.open(address)
        assert "bepaalt zelf welke gegevens nodig zijn" in page.text
        assert FORM not in links(page)


def test_the_letter_about_what_differs_is_offered_there_and_at_the_supplier(visitor, register, answers):
    page = looked(visitor, all_no(answers), school_id=str(register.zandloper.id))
    (link,) = page.tree.xpath("//a[.='Brief in Word']/@href")
    desk = visitor.open(link)
    assert desk.texts("//h2")[0] == "Brief: verschil tussen bijsluiter en app – Lettervlieg B.V."
    right = looked(visitor, answers)
    assert "Brief in Word" not in right.text
    offered = visitor.open(f"/documenten/leverancier/{register.lettervlieg.id}").texts("//select[@name='welk']//option")
    assert len([title for title in offered if "verschil tussen bijsluiter en app: Letters, De Zandloper" in title]) == 1

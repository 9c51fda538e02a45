"""An agreement in a round: the checklist, what the register knows beside it, the FG's advice, an action right there."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from registry import reference
from registry.model import Action
from registry.model.account import Role
from registry.model.review import Conclusion, Reply
from registry.reference import active, facts
from registry.services.rounds.answering import answer_agreement
from registry.services.rounds.closing_round import close_round, plan_closing
from registry.services.rounds.rounds import open_round, stop_round
from tests.people import email_of, hire
from tests.rounds import answer, lines_of, opened_round
from tests.web.accounts.conftest import enter

TODAY = date.today()
LATER = TODAY + timedelta(days=30)


@pytest.fixture
def opened(session):
    return opened_round(session, TODAY, LATER)


@pytest.fixture
def address(opened):
    return f"/jaar/rondes/overeenkomsten/{opened.agreement.id}"


def test_every_question_of_the_checklist_is_asked_with_what_the_register_knows(visitor, session, opened, address):
    answer(session, opened.zandloper, TODAY, still_used=Reply.YES, data_right=Reply.NO, data_note="Ook een foto.")
    page = visitor.open(address)
    asked = page.texts("//fieldset/legend")
    assert all(any(question.label in legend for legend in asked) for question in facts().review_questions.values())
    for known in (
        "Stichting Getijden, nummer 99001",
        "ISO 27001, geldig tot en met 30 juni 2027",
        "De Zandloper over Letters",
    ):
        assert known in page.text


def test_the_page_of_the_agreement_leads_to_its_line_while_the_round_runs(visitor, session, opened, address):
    agreement = f"/overeenkomsten/{opened.register.agreement.id}"
    assert visitor.open(agreement).texts(f"//a[@href='{address}']") == ["Nog te beoordelen"]
    stop_round(session, 1, 1, TODAY)
    assert address not in visitor.open(agreement).tree.xpath("//a/@href")


def test_answers_conclusion_and_action_are_kept_together(visitor, session, opened, address):
    page = visitor.submit(
        address,
        answer_right_party="yes",
        note_right_party="Klopt.",
        conclusion="action",
        risk="medium",
        decision="Bijsluiter vragen.",
        action_what="Vraag de bijsluiter",
        action_owner="privacy officer",
        action_due_on=LATER.isoformat(),
    )
    assert "De antwoorden zijn bewaard." in page.text
    assert page.texts("//li[contains(@class, 'task')]//a") == ["Vraag de bijsluiter"]
    assert (opened.agreement.conclusion, opened.agreement.answer_to("right_party").note) == (
        Conclusion.ACTION,
        "Klopt.",
    )
    action = session.scalars(select(Action)).one()
    assert (action.owner, action.due_on) == ("privacy officer", LATER)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"conclusion": "action"}, "Wat is er besloten?"),
        ({"action_owner": "directeur"}, "Wat er moet gebeuren"),
        ({"note_right_model": "x" * 2001}, "Toelichting"),
        ({"answer_right_model": "soms"}, "Antwoord"),
    ],
    ids=["no decision", "an action without what", "too long", "no choice"],
)
def test_what_is_wrong_is_told_and_nothing_typed_is_lost(visitor, session, opened, address, typed, field):
    page = visitor.submit(address, note_right_party="Klopt & <b>", **typed)
    assert page.status == 422
    assert page.errors[0].startswith(f"{field}: ")
    assert dict(page.values())["note_right_party"] == "Klopt & <b>"
    assert (opened.agreement.answers, session.scalars(select(Action)).all()) == ([], [])


def test_who_answers_second_sees_both_and_decides(visitor, opened, address):
    first = visitor.open(address)
    visitor.submit(address, answer_right_party="no", note_right_party="Oud nummer.")
    page = visitor.send(address, first, answer_right_party="yes", answer_right_model="yes")
    assert page.status == 409
    question = facts().review_questions["right_party"].label
    assert f"{question} Toelichting" in page.text
    assert "Oud nummer." in page.text
    assert dict(page.values())["answer_right_model"] == "yes"
    visitor.send(address, page)
    assert opened.agreement.answer_to("right_party").answer is Reply.YES
    assert opened.agreement.answer_to("right_model").answer is Reply.YES


def test_a_form_sent_twice_makes_one_action(visitor, session, address):
    page = visitor.open(address)
    for _ in "ab":
        visitor.send(address, page, action_what="Bel")
    assert len(session.scalars(select(Action)).all()) == 1


def test_the_fg_writes_the_advice_and_the_second_of_two_is_told(visitor, opened, address):
    first = visitor.open(f"{address}/advies")
    visitor.submit(f"{address}/advies", advice="Verleng niet.\n\nVraag eerst een DPIA.")
    assert "Vraag eerst een DPIA." in visitor.open(address).text
    page = visitor.send(f"{address}/advies", first, advice="Akkoord.")
    assert page.status == 409
    assert opened.agreement.advice.startswith("Verleng niet.")


def test_last_years_answers_stand_beside_this_years(visitor, session):
    before = opened_round(session, TODAY, LATER, TODAY.year - 1)
    given = {question.code: (Reply.YES, "") for question in active(facts().review_questions)}
    given["right_party"] = (Reply.NO, "Oud nummer.")
    answer_agreement(session, before.agreement.id, 1, {"conclusion": Conclusion.AGREED}, given, TODAY)
    close_round(session, 1, 1, plan_closing(session, 1, TODAY).seal, LATER, TODAY)
    now = lines_of(session, before.register, open_round(session, TODAY.year, LATER, TODAY))
    page = visitor.open(f"/jaar/rondes/overeenkomsten/{now.agreement.id}")
    assert f"Jaarronde {TODAY.year - 1}: nee. Oud nummer." in page.text
    assert f"Jaarronde {TODAY.year - 1}: akkoord." in page.text


def test_a_year_in_which_nobody_answered_does_not_hide_the_year_before(visitor, session):
    before = opened_round(session, TODAY, LATER, TODAY.year - 1)
    given = {"right_party": (Reply.NO, "Oud nummer.")}
    answer_agreement(session, before.agreement.id, 1, {"conclusion": Conclusion.OPEN}, given, TODAY)
    for number, year in ((1, TODAY.year), (2, TODAY.year + 1)):
        close_round(session, number, 1, plan_closing(session, number, TODAY).seal, LATER, TODAY)
        now = lines_of(session, before.register, open_round(session, year, LATER, TODAY))
    page = visitor.open(f"/jaar/rondes/overeenkomsten/{now.agreement.id}")
    assert f"Jaarronde {TODAY.year - 1}: nee. Oud nummer." in page.text


OWN = """[[row]]
code = "helpdesk"
label = "Is de helpdesk goed bereikbaar?"
source = "eigen afspraak"
verified = true
"""


@pytest.fixture
def own_question(app, tmp_path):
    """A question that the board added in its own reference folder."""
    (tmp_path / "review_questions.toml").write_text(OWN, encoding="utf-8")
    reference.init(app, tmp_path)
    yield
    reference.init(app)


def test_a_question_of_the_board_itself_is_asked_too(own_question, visitor, opened, address):
    page = visitor.submit(address, answer_helpdesk="yes")
    assert "17. Is de helpdesk goed bereikbaar?" in page.texts("//fieldset/legend")
    assert opened.agreement.answer_to("helpdesk").answer is Reply.YES


def test_a_line_about_a_use_is_no_agreement(visitor, opened):
    assert visitor.open(f"/jaar/rondes/overeenkomsten/{opened.zandloper.id}").status == 404


@pytest.mark.parametrize(("schools", "status"), [((), 200), ((1,), 403)], ids=["the FG", "a reader of one school"])
def test_only_who_sees_all_schools_advises_as_the_fg(session, app, visitor, opened, address, schools, status):
    hire(session, Role.DPO, schools=schools)
    session.rollback()
    app.config["SIGN_IN"] = True
    enter(visitor, email_of(Role.DPO))
    assert visitor.open(f"{address}/advies").status == status
    assert bool(visitor.open(address).tree.xpath("//a[contains(@href, '/advies')]")) is (status == 200)

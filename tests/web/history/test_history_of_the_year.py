"""The history of a round, of its lines and of an action: reached from their pages, and back."""

from datetime import timedelta

import pytest

from registry import access
from registry.access import Right, Viewer, bind
from registry.model.agreement_lists import Risk
from registry.model.review import Conclusion, Reply
from registry.reference import active, facts
from registry.services.rounds.answering import advise, answer_agreement
from registry.services.rounds.rounds import edit_round
from registry.services.year.actions import add_action, edit_action
from tests.complete_register import TODAY
from tests.rounds import ANSWER_BY, answer, opened_round


def question():
    return active(facts().review_questions)[0]


@pytest.fixture
def pages(session):
    """Everything was changed once; the address of each page."""
    opened = opened_round(session)
    edit_round(session, opened.round.id, 1, ANSWER_BY + timedelta(days=7))
    for reply in (Reply.YES, Reply.NO):
        judged = {"conclusion": Conclusion.AGREED, "risk": Risk.LOW, "decision": "Zo laten."}
        said = {one.code: (Reply.YES, "") for one in active(facts().review_questions)} | {question().code: (reply, "")}
        line = opened.agreement
        answer_agreement(session, line.id, line.version, judged, said, TODAY, {"what": f"Zeg {reply.label}"})
    answer(session, opened.zandloper, still_used=Reply.YES, data_right=Reply.YES)
    action = add_action(session, {"what": "Bel", "school_id": opened.register.zandloper.id})
    edit_action(session, action.id, action.version, {"owner": "directeur"})
    pages = {
        "round": f"/jaar/rondes/{opened.round.id}",
        "agreement": f"/jaar/rondes/overeenkomsten/{opened.agreement.id}",
        "use": f"/jaar/rondes/{opened.round.id}/scholen/{opened.zandloper.school_id}",
        "action": f"/jaar/acties/{action.id}",
    }
    session.rollback()
    return pages


@pytest.mark.parametrize(
    ("page", "name", "told"),
    [
        ("round", "Jaarronde 2026", "8 oktober 2026"),
        ("agreement", "Jaarronde 2026: overeenkomst met Lettervlieg B.V.", "akkoord"),
        ("use", "Jaarronde 2026: Letters op De Zandloper", "Nog in gebruik"),
        ("action", "Actie “Bel”", "directeur"),
    ],
)
def test_it_is_reached_from_the_page_and_back(pages, visitor, page, name, told):
    (link,) = visitor.open(pages[page]).tree.xpath("//a[starts-with(., 'Geschiedenis')]/@href")
    history = visitor.open(link)
    assert (history.status, history.heading) == (200, name)
    assert told in history.text
    assert history.tree.xpath("//a[starts-with(text(), 'Terug naar')]/@href") == [pages[page]]


def test_a_changed_answer_names_its_question(pages, visitor):
    (link,) = visitor.open(pages["agreement"]).tree.xpath("//a[text()='Geschiedenis']/@href")
    assert f"Antwoord in de jaarronde gewijzigd: {question().label}" in visitor.open(link).texts("//h3")


def test_an_action_that_came_of_it_is_named_once(pages, visitor):
    (link,) = visitor.open(pages["agreement"]).tree.xpath("//a[text()='Geschiedenis']/@href")
    assert visitor.open(link).texts("//*[dt='Actie' or th='Actie']/dd") == ["Zeg nee", "Zeg ja"]


def test_a_reason_keeps_its_capitals(pages, session, visitor, monkeypatch):
    monkeypatch.setattr(access, "BUILT_IN", Viewer("FG", frozenset({Right.READ, Right.ADVISE})))
    bind(session, access.BUILT_IN)
    number = int(pages["agreement"].rpartition("/")[2])
    advise(session, number, 3, "Vraag een DPIA.", TODAY)
    session.rollback()
    page = visitor.open(f"/geschiedenis/regel-van-de-jaarronde/{number}")
    assert page.texts("//h2")[0] == "Advies van de FG"


@pytest.mark.parametrize("page", ["use", "action"])
def test_that_of_another_school_is_not_there(pages, session, visitor, monkeypatch, page):
    (link,) = visitor.open(pages[page]).tree.xpath("//a[starts-with(., 'Geschiedenis')]/@href")
    monkeypatch.setattr(access, "BUILT_IN", Viewer("Piet", frozenset({Right.READ}), frozenset({2})))
    session.expunge_all()  # what was read for the other viewer must not be known already
    assert visitor.open(link).status == 404

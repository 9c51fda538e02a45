"""On a school's page in a round: what is right is kept beside what is wrong, and all that is wrong is told at once."""

from registry.model.review import Reply
from tests.web.rounds.test_school_rounds import TODAY, typed

YES_TYPED = {"still_used": "yes", "data_right": "yes"}


def test_what_is_right_beside_it_is_kept_and_told(visitor, address, lines):
    wrong = typed(lines["Cijfers"], still_used="no") | typed(lines["Letters"], **YES_TYPED)
    page = visitor.submit(address, **wrong)
    assert "Bewaard: 1 product." in page.text
    assert "1 van 2 beantwoord" in page.text
    assert "Letters: beantwoord op" in page.text
    assert lines["Letters"].answered_on == TODAY
    mended = visitor.send(address, page, **typed(lines["Cijfers"], last_day=TODAY.isoformat()))
    assert "Alles is beantwoord." in mended.text
    assert lines["Letters"].version == 2  # it was not saved again


def test_all_that_is_wrong_is_told_at_once(visitor, address, lines):
    remark = typed(lines["Letters"], still_used="yes", data_right="no")
    page = visitor.submit(address, **typed(lines["Cijfers"], still_used="no"), **remark)
    assert [error.partition(",")[0] for error in page.errors] == ["Cijfers", "Letters"]
    assert [line.still_used for line in lines.values()] == [Reply.OPEN] * 2


def test_who_sends_the_same_page_once_more_meets_nobody(visitor, address, lines):
    opened = visitor.open(address)
    for _ in range(2):
        page = visitor.send(address, opened, **typed(lines["Letters"], **YES_TYPED))
    assert (page.status, lines["Letters"].version) == (200, 2)
    assert "Er is niets veranderd." in page.text

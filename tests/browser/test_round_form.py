"""The form of a round in the browser: an answer that asks for more opens the line behind which that is asked."""

from datetime import date, timedelta

from tests.rounds import opened_round

TODAY = date.today()


def test_a_no_opens_the_question_for_the_last_day(app, session, page, serve):
    opened = opened_round(session, TODAY, TODAY + timedelta(days=30))
    school, line = opened.zandloper.school_id, opened.zandloper.id
    session.rollback()
    page.goto(f"{serve(app)}/jaar/rondes/1/scholen/{school}")
    day = page.locator(f"[name=line_{line}-last_day]")
    assert not day.is_visible()
    page.locator(f"[name=line_{line}-still_used][value=no]").check()
    assert day.is_visible()
    assert not page.locator(f"[name=line_{line}-data_note]").is_visible()

"""The form of a round in the browser: what is asked further opens, and what comes back is seen at the top."""

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


def test_on_a_phone_the_second_error_and_then_what_was_kept_are_in_sight(app, session, page, serve):
    opened = opened_round(session, TODAY, TODAY + timedelta(days=30))
    school, line = opened.zandloper.school_id, opened.zandloper.id
    session.rollback()
    page.set_viewport_size({"width": 375, "height": 700})
    page.goto(f"{serve(app)}/jaar/rondes/1/scholen/{school}")
    page.locator(f"[name=line_{line}-still_used][value=no]").check()
    save = page.locator("main form .buttons button")
    save.click()
    page.locator(".errors a").click()  # leads to the field, and leaves its name in the address
    page.locator(f"[name=line_{line}-last_day]").fill("1990-01-01")
    save.click()
    assert page.locator(".errors a").bounding_box()["y"] > 0
    page.locator(".errors a").click()
    page.locator(f"[name=line_{line}-last_day]").fill(TODAY.isoformat())
    save.click()
    told = page.locator(".notice.ok").first
    assert told.bounding_box()["y"] > 0
    assert page.evaluate("scrollY") == 0

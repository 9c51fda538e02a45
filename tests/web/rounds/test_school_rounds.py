"""A school's page in a round: product by product, nothing typed is lost, two at once neither."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from registry.model import AuditEvent
from registry.model.review import Reply
from registry.services.rounds.closing_round import close_round, plan_closing
from registry.services.rounds.rounds import open_round, stop_round
from registry.services.uses.uses import edit_use
from tests.rounds import answer, lines_of, opened_round

TODAY = date.today()
LATER = TODAY + timedelta(days=30)
YES = {"still_used": Reply.YES, "data_right": Reply.YES}


def typed(line, **values):
    """What is typed in the part of the form about this line."""
    return {f"line_{line.id}-{name}": value for name, value in values.items()}


def test_it_asks_each_product_with_what_the_register_knows_of_it(visitor, address):
    page = visitor.open(address)
    assert page.texts("//fieldset[starts-with(@id, 'regel-')]/legend")[:1] == ["Cijfers"]
    assert "0 van 2 beantwoord" in page.text
    assert "staat nog niet welke gegevens" in page.text  # of Cijfers
    assert "Volgens het register krijgt Lettervlieg B.V.: " in page.text  # of Letters
    assert ("5" in dict(page.values()).values(), page.text.count("Kloppen deze gegevens nog?")) == (True, 1)


def test_the_page_of_the_school_leads_to_its_part_while_the_round_runs(visitor, session, opened, address):
    school = f"/scholen/{opened.zandloper.id}"
    page = visitor.open(school)
    assert "0 van 2 beantwoord, graag voor" in page.text
    assert page.texts(f"//a[@href='{address}']") == ["Beantwoord de vragen"]
    stop_round(session, 1, 1, TODAY)
    assert address not in visitor.open(school).tree.xpath("//a/@href")


def test_answers_to_one_product_are_kept_and_the_other_waits_first(visitor, address, lines, session):
    page = visitor.submit(address, **typed(lines["Cijfers"], still_used="yes"))
    assert "Bewaard: 1 product." in page.text
    assert "1 van 2 beantwoord" in page.text
    assert page.texts("//fieldset[starts-with(@id, 'regel-')]/legend[1]")[:1] == ["Letters"]
    assert (lines["Cijfers"].answered_on, lines["Letters"].version) == (TODAY, 1)


def test_several_products_are_kept_at_once_and_then_all_is_done(visitor, address, lines):
    page = visitor.submit(
        address,
        **typed(lines["Cijfers"], still_used="no", last_day=TODAY.isoformat()),
        **typed(
            lines["Letters"], still_used="yes", data_right="no", data_note="Ook een foto.\r\nEn een naam.", groups="3"
        ),
    )
    assert "Alles is beantwoord." in page.text
    assert (lines["Cijfers"].last_day, lines["Letters"].data_note) == (TODAY, "Ook een foto.\nEn een naam.")
    assert lines["Letters"].use.groups == "3"


def test_what_is_wrong_is_told_at_its_product_and_nothing_typed_is_lost(visitor, address, lines):
    page = visitor.submit(
        address,
        **typed(lines["Cijfers"], still_used="no"),
        **typed(lines["Letters"], still_used="yes", groups="3 en <b>"),
    )
    assert page.status == 422
    assert page.errors == ["Cijfers, Laatste dag van gebruik: Vul in wat de laatste dag van het gebruik was of wordt."]
    values = dict(page.values())
    assert values[f"line_{lines['Letters'].id}-groups"] == "3 en <b>"
    assert values[f"line_{lines['Cijfers'].id}-still_used"] == "no"
    assert lines["Cijfers"].still_used is Reply.OPEN


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"still_used": "not_applicable"}, "Ongeldige keuze"),
        ({"still_used": "misschien"}, "Ongeldige keuze"),
        ({"still_used": "no", "last_day": "2027-02-30"}, "Deze datum bestaat niet."),
        ({"groups": "x" * 201}, "hoogstens 200 tekens"),
    ],
    ids=["no choice here", "no choice at all", "no day", "too long"],
)
def test_strange_answers_are_told(visitor, address, lines, values, sentence):
    page = visitor.submit(address, **typed(lines["Cijfers"], **values))
    assert page.status == 422
    assert sentence in " ".join(page.errors)


def test_who_answers_second_sees_both_and_decides(visitor, address, lines):
    opened = visitor.open(address)
    visitor.submit(address, **typed(lines["Cijfers"], still_used="no", last_day=TODAY.isoformat()))
    page = visitor.send(address, opened, **typed(lines["Cijfers"], still_used="yes", groups="7"))
    assert page.status == 409
    assert "Cijfers: Nog in gebruik" in page.text
    assert dict(page.values())[f"line_{lines['Cijfers'].id}-groups"] == "7"
    assert lines["Cijfers"].still_used is Reply.NO
    visitor.send(address, page)
    assert (lines["Cijfers"].still_used, lines["Cijfers"].groups) == (Reply.YES, "7")


def test_two_who_answer_different_products_do_not_meet(visitor, address, lines):
    opened = visitor.open(address)
    visitor.submit(address, **typed(lines["Cijfers"], still_used="yes"))
    page = visitor.send(address, opened, **typed(lines["Letters"], still_used="yes", data_right="yes"))
    assert "2 van 2 beantwoord" in page.text
    assert {line.still_used for line in lines.values()} == {Reply.YES}


def test_groups_that_somebody_changed_at_the_use_are_shown_before_they_are_changed_again(
    visitor, session, address, lines
):
    opened, use = visitor.open(address), lines["Cijfers"].use
    edit_use(session, use.id, use.version, {"groups": "8"})
    page = visitor.send(address, opened, **typed(lines["Cijfers"], still_used="yes", groups="6"))
    assert page.status == 409
    assert "Cijfers: Groepen of klassen" in page.text
    visitor.send(address, page)
    assert lines["Cijfers"].use.groups == "6"


def test_the_same_form_sent_twice_changes_nothing_the_second_time(visitor, session, address, lines):
    visitor.submit(address, **typed(lines["Cijfers"], still_used="yes"))
    before = session.scalars(select(AuditEvent.id)).all()
    page = visitor.submit(address)
    assert "Er is niets veranderd." in page.text
    assert session.scalars(select(AuditEvent.id)).all() == before


def test_a_stopped_round_can_be_read_and_not_answered(visitor, session, address, lines):
    opened = visitor.open(address)
    stop_round(session, 1, 1, TODAY)
    assert "U kunt nu niet antwoorden." in visitor.open(address).text
    page = visitor.send(address, opened, **typed(lines["Cijfers"], still_used="yes"))
    assert (page.status, lines["Cijfers"].still_used) == (422, Reply.OPEN)
    assert "Neem de ronde eerst weer op." in page.text


def test_last_years_answers_stand_beside_this_years(visitor, session):
    year = TODAY.year - 1
    before = opened_round(session, TODAY, LATER, year)
    answer(session, before.zandloper, TODAY, groups="3", data_note="Ook een foto.", **YES | {"data_right": Reply.NO})
    seal = plan_closing(session, 1, TODAY).seal
    close_round(session, 1, 1, seal, TODAY + timedelta(days=365), TODAY)
    lines_of(session, before.register, open_round(session, TODAY.year, LATER, TODAY))
    page = visitor.open(f"/jaar/rondes/2/scholen/{before.register.zandloper.id}")
    told = f"Jaarronde {year}: nog in gebruik: ja; groepen: 3; gegevens zoals beschreven: nee; “Ook een foto.”."
    assert told in page.text
    assert "Jaarronde" not in visitor.open(f"/jaar/rondes/2/scholen/{before.register.zonnewijzer.id}").texts("//p")[-1]


def test_a_year_in_which_nobody_answered_does_not_hide_the_year_before(visitor, session):
    before = opened_round(session, TODAY, LATER, TODAY.year - 1)
    answer(session, before.zandloper, TODAY, groups="3", **YES)
    for number, year in ((1, TODAY.year), (2, TODAY.year + 1)):
        close_round(session, number, 1, plan_closing(session, number, TODAY).seal, LATER, TODAY)
        lines_of(session, before.register, open_round(session, year, LATER, TODAY))
    page = visitor.open(f"/jaar/rondes/3/scholen/{before.register.zandloper.id}")
    assert f"Jaarronde {TODAY.year - 1}: nog in gebruik: ja; groepen: 3; gegevens zoals beschreven: ja." in page.text

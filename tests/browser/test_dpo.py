"""The FG reads everything, gives advice in the round, and changes nothing else."""

from datetime import date, timedelta

import pytest

from registry.model.account import Role
from tests.browser.conftest import WITH_AND_WITHOUT
from tests.rounds import opened_round

TODAY = date.today()
ADVICE = "Vraag Lettervlieg om de nieuwe bijsluiter."


@WITH_AND_WITHOUT
def test_the_advice_stands_where_the_board_decides(session, staff, come, script):
    opened_round(session, TODAY, TODAY + timedelta(days=30))
    staff()
    dpo = come(Role.DPO, script=script)
    dpo.stands_on("Wat is er te doen?")
    dpo.follow("Jaar", within=".menu")
    dpo.follow("Jaarronde", within="main")
    dpo.follow("Jaarronde", within="main")
    dpo.follow("Lettervlieg B.V.", within="main")
    dpo.follow("Schrijf het advies van de FG")
    dpo.write("Advies", ADVICE)
    dpo.press()
    dpo.sees(ADVICE)
    officer = come(Role.PRIVACY_OFFICER, script=script)
    officer.visit(dpo.path)
    officer.sees(ADVICE)
    officer.lacks("Schrijf het advies van de FG")


@pytest.mark.parametrize("path", ["/leveranciers/1", "/producten/1", "/overeenkomsten/1", "/scholen/1", "/gebruik/1"])
def test_a_reader_sees_the_record_and_no_way_to_change_it(session, staff, come, path):
    opened_round(session, TODAY, TODAY + timedelta(days=30))
    staff()
    dpo = come(Role.DPO)
    dpo.visit(path)
    assert dpo.page.locator("main form[method=post]").count() == 0
    assert dpo.ways_to_change() == []
    dpo.is_refused(f"{path}/wijzigen")

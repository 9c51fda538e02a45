"""Each main job with the keyboard alone, each stop of which must be in view, have a ring and be large enough.

Nothing here clicks, and no script moves the focus: what Tab does not reach, fails. The steps are those of the stories
beside this file, done with another hand. Going by hundreds of stops takes time, and every ordinary test together must
stay under five minutes; so the two quickest jobs are tried always, and the rest in the sweeps.
"""

from datetime import date, timedelta

import pytest

from registry.model.account import Role
from tests.browser.keyboard import Keyboard
from tests.browser.test_coordinator_year import (  # noqa: F401 - `years` is a fixture
    make_and_file_an_agreement,
    read_an_annex,
    take_over_the_list,
    tick_the_grid,
    years,
)
from tests.browser.test_privacy_officer import handle_a_breach
from tests.browser.test_school_coordinator import answer_the_round
from tests.complete_register import complete_register
from tests.rounds import opened_round

TODAY = date.today()
# A page whose one stop is as it should not be, by what is said of it.
BAD_STOPS = {
    "no ring around it": "<style>:focus { outline: 0 }</style><button>Bewaren</button>",
    "16 x 16": "<button style='width: 16px; height: 16px; padding: 0' aria-label=Bewaren></button>",
    "out of sight": "<button>Bewaren</button><div style='position: fixed; inset: 0; background: white'></div>",
    "not reached": "<button tabindex=-1>Bewaren</button>",
}


@pytest.fixture
def keeper(session, staff, come):
    """The keeper of a filled register, with their hands on the keyboard."""
    complete_register(session)
    staff()
    return come(Role.ADMINISTRATOR, hand=Keyboard)


@pytest.mark.parametrize("said", BAD_STOPS)
def test_a_stop_that_is_not_as_it_should_be_is_told(page, said):
    page.set_content(BAD_STOPS[said])
    with pytest.raises(AssertionError, match=said):
        Keyboard(page).reach(page.get_by_role("button", name="Bewaren"))


@pytest.mark.sweep
def test_a_list_is_taken_over_an_annex_read_and_an_agreement_made_and_filed(years):  # noqa: F811 - the fixture
    keeper = years(True, Keyboard)
    take_over_the_list(keeper)
    read_an_annex(keeper)
    make_and_file_an_agreement(keeper)
    tick_the_grid(keeper)


@pytest.mark.sweep
def test_a_supplier_is_added(keeper):
    keeper.follow("Leveranciers", within=".menu")
    keeper.follow("Leverancier toevoegen", within="main")
    keeper.follow("Vul zelf in", within="main")
    keeper.write("Naam van de leverancier", "Rekenwolk B.V.")
    keeper.press("Bewaar en ga verder")
    keeper.write("Naam van het product", "Sommen")
    keeper.press("Bewaar en ga verder")
    keeper.follow("Sla over, dit komt later")
    keeper.tick("De Zandloper")
    keeper.write("In gebruik sinds", TODAY.isoformat())
    keeper.press("Bewaar en ga verder")
    keeper.stands_on("Sommen staat in het register")
    keeper.sees("De Zandloper")


def test_a_list_for_the_schoolgids_is_made(keeper):
    keeper.follow("Scholen", within=".menu")
    keeper.follow("De Zandloper", within="main")
    keeper.follow("Maak de lijst voor de schoolgids", within="main")
    name, _ = keeper.receive(lambda: keeper.follow("Concept maken"))
    assert name.endswith(".docx")


def test_the_round_is_answered_for_a_school(session, staff, come):
    opened_round(session, TODAY, TODAY + timedelta(days=30))
    staff()
    answer_the_round(come(Role.SCHOOL_COORDINATOR, hand=Keyboard))


@pytest.mark.sweep
def test_a_breach_is_written_down_reported_and_closed(session, staff, come):
    complete_register(session)
    staff()
    handle_a_breach(come(Role.PRIVACY_OFFICER, hand=Keyboard))

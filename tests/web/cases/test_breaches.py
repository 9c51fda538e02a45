"""The screens of data breaches."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from registry.dutch import moment_of
from registry.model import AuditEvent, Breach
from registry.services.paper import KINDS, Order, Templates, compose, draft
from registry.services.suppliers.products import add_product
from registry.services.uses.schools import edit_school
from registry.services.uses.uses import start_use
from tests.complete_register import TODAY, complete_register
from tests.documents.specimens import lines

LIST, FIRST, EDIT = "/jaar/datalekken/", "/jaar/datalekken/1", "/jaar/datalekken/1/wijzigen"


@pytest.fixture
def register(session):
    found = complete_register(session)
    edit_school(session, found.zandloper.id, found.zandloper.version, {"pupils": 210})
    return found


@pytest.fixture
def new(register):
    return f"/jaar/datalekken/nieuw?supplier_id={register.lettervlieg.id}"


@pytest.fixture
def kept(visitor, new):
    return visitor.submit(new, what="Een lijst & <meer>", known_at="2026-03-27T12:00")


def test_it_asks_first_at_which_supplier(visitor, register):
    page = visitor.open("/jaar/datalekken/nieuw")
    assert "Lettervlieg B.V." in page.texts("//option")
    assert "DUO" not in page.texts("//option")


def test_the_times_are_those_of_the_clock_in_the_netherlands(session, visitor, kept):
    assert "De 72 uur eindigen op 30 maart 2026, 13:00." in kept.text
    assert dict(visitor.open(EDIT).values())["known_at"] == "2026-03-27T12:00"
    assert session.get(Breach, 1).known_at.hour == 11


def test_saving_without_a_change_writes_no_time_in_the_history(session, visitor, kept):
    visitor.submit(EDIT, reference="K-1")
    written = session.scalars(select(AuditEvent.field).where(AuditEvent.record == "breach"))
    assert sorted(written).count("known_at") == 1


def test_the_page_of_the_supplier_tells_of_it(visitor, new, register):
    address = f"/leveranciers/{register.lettervlieg.id}"
    assert "Wat er is gebeurd" not in visitor.open(address).text
    visitor.submit(new, what="Een lijst", known_at="2026-03-27T12:00", product_id=str(register.letters.id))
    page = visitor.open(address)
    assert "Datalek met Letters" in page.texts(f"//a[@href='{FIRST}']")
    assert "bekend sinds 27 maart 2026, 12:00, loopt nog" in page.text


def test_whom_to_reach_can_be_tapped(kept, visitor):
    links = kept.tree.xpath("//main//a/@href")
    assert {"mailto:datalek@lettervlieg.example", "tel:0123456789"} < set(links)
    (mail, phone) = (kept.texts(f"//td[@data-label='{name}']") for name in ("E-mail", "Telefoon"))
    assert "–" in phone  # the FG has no number: nothing to tap
    assert len(mail) == len(phone) == 3


def test_the_page_tells_whom_to_reach_how_fast_and_whose_data(kept):
    for told in (
        "datalek@lettervlieg.example",
        "binnen 24 uur, volgens bijlage 2",
        "De Zandloper (ongeveer 210 leerlingen)",
        "Naam, e-mailadres en opleiding",
        "Een lijst & <meer>",
        "Wat de AP wil weten",
    ):
        assert told in kept.text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"known_at": "2026-03-29T02:30"}, "de klok ging toen een uur vooruit"),
        ({"known_at": "gisteren"}, "Dit moment bestaat niet."),
        ({"known_at": "9999-12-31T23:59"}, "moet tussen 1990 en 2100 liggen"),
        ({"known_at": "0001-01-01T00:00"}, "tussen 1990 en 2100"),
        ({"known_at": ""}, "Vul dit in."),
        ({"people": "veel"}, "Vul een heel getal in."),
        ({"product_id": "99"}, "Ongeldige keuze"),
        ({"decision": "not"}, "Schrijf op waarom u niet meldt."),
    ],
    ids=str,
)
def test_what_is_wrong_is_told_and_nothing_is_lost(visitor, new, typed, sentence):
    page = visitor.submit(new, **{"what": "Mis & <u>", "known_at": "2026-03-01T10:00", **typed})
    assert (page.status, dict(page.values())["what"]) == (422, "Mis & <u>")
    assert sentence in page.errors[0]
    assert dict(page.values()).get(next(iter(typed))) in (next(iter(typed.values())), None, "")


def test_it_is_followed_to_its_end(visitor, kept):
    assert kept.tree.xpath("//section[@class='next']//a/@href") == [f"{EDIT}#decision"]
    page = visitor.submit(EDIT, decision="report", reported_at="2026-03-31T09:00", telling="not")
    assert "Er is na de 72 uur gemeld." in page.text
    page = visitor.submit(EDIT, late_reason="weekend", closed_on="2026-04-02")
    assert "Op 2 april 2026." in page.text
    assert "afgesloten" in visitor.open(LIST).text


def test_the_form_in_word_has_what_is_known_and_marks_what_is_not(session, visitor, kept, tmp_path):
    made = draft(compose(session, Order(KINDS["breach-report"], 1, TODAY, TODAY)), Templates(tmp_path))
    told = "\n".join(lines(made.content))
    assert "Een lijst & <meer>" in told
    assert "Dit stuk is geen melding." in told
    assert {"Hoeveel mensen het raakt, ongeveer", "Gebeurd op"} <= {gap.label for gap in made.gaps}
    desk = visitor.open("/documenten/leverancier/1?welk=breach-report/1")
    assert "Meldformulier datalek" in desk.text
    assert desk.tree.xpath("//a[starts-with(@href, '/jaar/datalekken/1/wijzigen')]")


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (29, "Alleen invullen als u later meldt."),
        (30, "Alleen invullen als u na 30 maart 2026, 13:00 meldt."),
        (31, ""),
    ],
    ids=["before", "on the day", "after"],
)
def test_why_it_is_late_is_asked_once_the_hours_are_over(session, kept, tmp_path, day, told):
    on = date(2026, 3, day)
    made = draft(compose(session, Order(KINDS["breach-report"], 1, on, on)), Templates(tmp_path))
    is_gap = "Waarom later dan na 72 uur" in {gap.label for gap in made.gaps}
    assert is_gap is (told == "")
    assert told in "\n".join(lines(made.content))


def test_the_fg_stands_in_it_by_function(session, kept, tmp_path):
    made = draft(compose(session, Order(KINDS["breach-report"], 1, TODAY, TODAY)), Templates(tmp_path))
    told = "\n".join(lines(made.content))
    assert "functionaris voor gegevensbescherming (FG), fg@getijden.example" in told


def test_without_a_supplier_there_is_a_way_on(visitor, session):
    for address in ("/jaar/datalekken/nieuw", "/jaar/subverwerkers/nieuw", "/jaar/stoppen/nieuw"):
        page = visitor.open(address)
        assert page.tree.xpath("//main//div[@class='empty']//a[@href='/leverancier-toevoegen/']"), address
        assert page.tree.xpath("//main//form") == []
    assert "Er staat nog geen school in het register." in visitor.open("/jaar/ouder-vraagt/").text


def test_the_form_asks_only_what_is_needed_and_the_moment_is_now(visitor, new):
    page = visitor.open(new)
    asked = page.tree.xpath("//main//form//*[@name][not(@type='hidden')][not(ancestor::details)]/@name")
    assert asked == ["what", "known_at", "product_id"]
    typed = dict(page.values())["known_at"]
    assert abs(moment_of(datetime.fromisoformat(typed)) - datetime.now(UTC)) < timedelta(minutes=5)
    assert page.tree.xpath("//main//details[not(@open)]//textarea[@name='measures']")
    assert visitor.submit(new).tree.xpath("//main//details[@open]//textarea[@name='measures']")


def test_who_follows_it_sees_all_there_is_to_fill_in(visitor, kept):
    assert not visitor.open(EDIT).tree.xpath("//main//details//textarea")


def test_card_and_form_come_as_a_file_at_once(visitor, kept):
    buttons = {link.text_content(): link.get("href") for link in kept.tree.xpath("//main//a[@download]")}
    assert sorted(buttons) == ["Datalekkaart in Word", "Meldformulier in Word"]
    for address in buttons.values():
        assert "wordprocessingml" in visitor.client.get(address).mimetype


def test_the_schools_it_can_touch_stand_at_the_top_as_links(visitor, session, new, register):
    other = add_product(session, register.lettervlieg.id, {"name": "Cijfers", "kind": "lt"})
    start_use(session, register.zonnewijzer.id, other.id, {"since": date(2025, 8, 1)})
    page = visitor.submit(new, what="Een lijst", known_at="2026-03-27T12:00")
    told = "Deze scholen gebruikten toen iets van Lettervlieg B.V.: De Zandloper, De Zonnewijzer."
    assert told in page.text
    assert page.text.index(told) < page.text.index("Wie u bereikt")
    assert page.texts(f"//main//a[@href='/scholen/{register.zonnewijzer.id}']") == ["De Zonnewijzer"]
    only = visitor.submit(EDIT, product_id=str(register.letters.id))
    assert "Deze school gebruikte toen Letters: De Zandloper." in only.text


def test_the_overview_names_the_supplier(visitor, kept):
    assert "Datalek bij Lettervlieg B.V.: de 72 uur om te melden bij de AP eindigen op" in visitor.open("/").text


def test_whom_to_reach_stands_above_what_is_to_be_written_down(visitor, kept):
    headings = visitor.open("/jaar/datalekken/1").texts("//main//h2")
    assert headings.index("Wie u bereikt") < headings.index("Hoe snel") < headings.index("Wat er is gebeurd")

"""The screens of signals."""

from datetime import date, timedelta

import pytest

from registry.calendar import add_years
from registry.model import SignalSilence
from registry.reference import load
from registry.services.board.board import set_up_board
from registry.web.mending import ACTIONS, PAGES
from tests.queries.signals.cases import of_agreements, of_products, of_statements
from tests.queries.signals.quiet import Quiet

CASES = [*of_agreements.CASES, *of_products.CASES, *of_statements.CASES]
TODAY = date.today()
UNTIL = (TODAY + timedelta(days=100)).isoformat()
LIST = "/signalen/"


@pytest.fixture
def file(session):
    """A file with a grave, a middling and a light signal."""
    file = Quiet(session)
    file.drop(file.agreement.files[0])
    file.set(file.agreement, supplier_signed_on=None)
    file.set(file.use, in_guide=False)
    return file


@pytest.fixture
def silence(file):
    """The address where the signal about the file is silenced."""
    return f"/signalen/file_missing/agreement/{file.agreement.id}/stil"


def sentences(page):
    return page.texts("//table[1]//th[@scope='row']/text()[1]")


class TestTheList:
    def test_an_empty_register_says_so(self, visitor):
        assert "Er valt nu niets op." in visitor.open(LIST).text

    def test_it_is_told_by_severity_in_words(self, visitor, file):
        page = visitor.open(LIST)
        assert page.texts("//td[@data-label='Ernst']") == ["hoog", "midden", "laag"]
        assert page.texts("//a[contains(@class, 'tally')]/strong") == ["1", "1", "1"]

    def test_each_says_why_and_where_that_stands(self, visitor, file):
        page = visitor.open(f"{LIST}?signaal=not_in_guide")
        kind = load().signals["not_in_guide"]
        assert f"{kind.why} Bron: {kind.source}." in page.text

    def test_many_of_one_kind_are_one_line_with_each_of_them_inside(self, session, visitor, file, silence):
        others = [Quiet(session, name) for name in ("Rekenwolk", "Getallen", "Woorden")]
        for other in others:
            other.drop(other.agreement.files[0])
        page = visitor.open(LIST)
        label = load().signals["file_missing"].label
        assert f"{label}: 4 signalen" in page.text
        assert len(page.texts("//td[@data-label='Ernst']")) == 3
        inside = page.texts("//details[contains(@class, 'more')]//li")
        assert [line.split(":")[0] for line in inside] == ["Getallen", "Lettervlieg", "Rekenwolk", "Woorden"]
        assert silence in page.tree.xpath("//details//a/@href")
        assert page.texts("//caption") == ["6 signalen"]
        apart = visitor.open(f"{LIST}?signaal=file_missing")
        assert len(apart.texts("//td[@data-label='Ernst']")) == 4

    def test_three_of_one_kind_stay_apart(self, session, visitor):
        for name in ("Rekenwolk", "Getallen", "Woorden"):
            other = Quiet(session, name)
            other.drop(other.agreement.files[0])
        assert len(visitor.open(LIST).texts("//td[@data-label='Ernst']")) == 3

    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            ("ernst=hoog", ["hoog"]),
            ("ernst=laag", ["laag"]),
            ("signaal=not_in_guide", ["midden"]),
            ("leverancier=1", ["hoog", "midden", "laag"]),
            ("leverancier=99", []),
            ("ernst=hoog&signaal=not_in_guide", []),
            ("ernst=%3Cu%3E", []),
        ],
        ids=str,
    )
    def test_it_is_narrowed(self, visitor, file, asked, found):
        page = visitor.open(f"{LIST}?{asked}")
        assert page.status == 200
        assert page.texts("//td[@data-label='Ernst']") == found

    @pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
    def test_every_signal_leads_to_where_it_is_mended(self, session, visitor, case):
        next(case(Quiet(session)))
        page = visitor.open(f"{LIST}?signaal={case.__name__}")
        assert page.tree.xpath("//td[@data-label='Doen']"), "no line: the day of the case is another than today"
        mend, silence = page.tree.xpath("//td[@data-label='Doen']")[0].xpath(".//a/@href")
        assert {visitor.open(address.partition("#")[0]).status for address in (mend, silence)} == {200}


class TestSilencing:
    def test_it_stands_apart_with_its_reason(self, visitor, file, silence):
        page = visitor.submit(silence, reason="Komt na de zomer.", until=UNTIL)
        assert page.texts("//h2") == ["Stil gezet"]
        assert "Komt na de zomer." in page.text
        assert len(visitor.open(f"{LIST}?signaal=file_missing").tree.xpath("//a[text()='Zet stil']")) == 0
        assert visitor.open(LIST).texts("//a[contains(@class, 'tally')]/strong") == ["1", "1", "0"]

    def test_the_form_shows_what_is_silenced(self, visitor, silence):
        page = visitor.open(silence)
        assert "Er is nog geen bestand bewaard" in page.text
        assert dict(page.values())["until"] == add_years(TODAY, 1).isoformat()

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ({"reason": ""}, "Vul dit in."),
            ({"reason": "x" * 5000}, "hoogstens 1.000 tekens"),
            ({"until": "2027-02-29"}, "Deze datum bestaat niet."),
            ({"until": "2020-01-01"}, "Kies een dag die nog komt"),
            ({"until": "2090-01-01"}, "hoogstens 2 jaar stil"),
        ],
        ids=["no reason", "too long", "no such day", "past", "too far"],
    )
    def test_what_is_wrong_is_told_and_nothing_is_lost(self, session, visitor, silence, typed, sentence):
        page = visitor.submit(silence, **{"reason": "Wij & <u>", "until": UNTIL, **typed})
        assert (page.status, session.get(SignalSilence, 1)) == (422, None)
        assert sentence in page.errors[0]

    @pytest.mark.parametrize(
        "address",
        ["file_missing/agreement/99", "gone/agreement/1", "old_model/agreement/1", "file_missing/gone/1"],
        ids=["no such record", "no such signal", "not said", "no such table"],
    )
    def test_what_is_not_said_is_not_found(self, visitor, file, address):
        assert visitor.open(f"/signalen/{address}/stil").status == 404

    def test_it_can_be_changed_and_the_second_saver_is_told(self, visitor, silence):
        visitor.submit(silence, reason="Eerst.", until=UNTIL)
        opened = visitor.open("/signalen/stil/1")
        visitor.submit("/signalen/stil/1", reason="Toen.")
        page = visitor.send("/signalen/stil/1", opened, reason="Daarna.")
        assert page.status == 409
        assert "Toen." in page.text

    def test_it_can_be_heard_again(self, visitor, silence):
        visitor.submit(silence, reason="Eerst.", until=UNTIL)
        visitor.submit("/signalen/stil/1/terug")
        assert visitor.open(LIST).texts("//a[contains(@class, 'tally')]/strong") == ["1", "1", "1"]

    def test_a_silence_whose_signal_is_gone_can_still_be_opened(self, visitor, file, silence):
        visitor.submit(silence, reason="Eerst.", until=UNTIL)
        file.drop(file.agreement)
        assert "Dit signaal is er nu niet meer." in visitor.open("/signalen/stil/1").text
        assert visitor.open("/signalen/stil/1/terug").status == 200

    def test_its_history_tells_who_and_when(self, visitor, silence):
        visitor.submit(silence, reason="Eerst.", until=UNTIL)
        assert "Eerst." in visitor.open("/geschiedenis/stil-gezet-signaal/1").text


class TestElsewhere:
    def test_the_supplier_tells_what_else_is_to_be_said(self, visitor, file):
        page = visitor.open("/leveranciers/1")
        assert {"Wat er nog ontbreekt", "Wat verder opvalt"} <= set(page.texts("//h2"))

    def test_a_silenced_one_is_no_next_step_but_stays_on_the_page(self, visitor, file):
        address = f"/signalen/supplier_signature_missing/agreement/{file.agreement.id}/stil"
        before = visitor.open("/leveranciers/1").texts("//section[@class='next']//p")
        visitor.submit(address, reason="Ligt bij de leverancier.", until=UNTIL)
        page = visitor.open("/leveranciers/1")
        assert page.texts("//section[@class='next']//p") != before
        assert "Ligt bij de leverancier." in page.text

    def test_the_overview_counts_by_severity_and_leads_to_the_list(self, session, visitor, file):
        set_up_board(session, {"name": "Stichting Getijden"})
        page = visitor.open("/")
        assert [f"/signalen/?ernst={one}" for one in ("hoog", "midden", "laag")] == page.tree.xpath(
            "//a[contains(@class, 'tally')][contains(@href, '/signalen/')]/@href"
        )

    def test_the_year_leads_to_it(self, visitor):
        assert visitor.open("/jaar/").tree.xpath("//a[@href='/signalen/']")

    def test_every_kind_of_record_has_its_page_and_button(self):
        assert {"supplier", "product", "agreement", "privacy_annex", "security_annex", "use", "statement"} == set(PAGES)
        assert set(PAGES) <= set(ACTIONS)

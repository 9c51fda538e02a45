"""The yearly report: counts with bars, what changed this school year, what is open, what was decided."""

from datetime import date

import pytest

from registry.model.agreement_lists import Risk
from registry.services.paper.board.numbers import BAR_LENGTH, BLANK, bars
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.uses import start_use
from tests.complete_register import DEVIATION, SINCE, TODAY
from tests.documents.specimens import headings, lines, parts, read

CODE = "board-report"


@pytest.fixture
def text(made):
    return lambda **asked: "\n".join(lines(made(CODE, **asked).content))


@pytest.fixture
def sums(session, register):
    product = add_product(session, add_supplier(session, {"name": "Rekenwolk"}).id, {"name": "Sommen", "kind": "lt"})
    start_use(session, register.zandloper.id, product.id, {"since": TODAY, "purpose_plain": "Om te rekenen."})
    return product


class TestBars:
    def test_the_greatest_has_the_whole_length_and_others_their_share(self):
        assert [len(bar["staaf"]) for bar in bars([("a", 20), ("b", 10), ("c", 5)])] == [BAR_LENGTH, 20, 10]

    def test_a_small_number_is_never_without_a_bar_and_nothing_is(self):
        assert [len(bar["staaf"]) for bar in bars([("a", 1000), ("b", 1), ("c", 0)])] == [BAR_LENGTH, 1, 0]

    def test_no_numbers_give_no_bars(self):
        assert bars([]) == []

    def test_they_are_coloured_blanks_beside_their_number(self, made):
        content = made(CODE).content
        chart = read(content).tables[0]
        assert [cell.text for cell in chart.rows[1].cells] == ["klaar om te tekenen", "1", BLANK * BAR_LENGTH]
        assert b'w:fill="1F4E79"' in parts(content)["word/document.xml"]

    def test_the_chart_says_what_it_is_to_who_cannot_see_it(self, made):
        assert (
            b"Afspraken naar stand: aantallen, met een staaf die het aantal verbeeldt"
            in parts(made(CODE).content)["word/document.xml"]
        )


def test_it_is_of_the_school_year_up_to_its_day(text):
    assert "schooljaar 2026-2027: van 1 augustus 2026 tot en met 1 augustus 2026" in text()
    assert "van 1 augustus 2025 tot en met 31 juli 2026" in text(on=date(2026, 7, 31))


def test_a_complete_register_leaves_no_gap(made):
    assert made(CODE).gaps == ()


def test_the_first_day_of_the_school_year_belongs_to_it(text, sums):
    assert "Sommen\nRekenwolk\n1 augustus 2026\nDe Zandloper\nOm te rekenen." in text()
    assert "Letters" not in text().split("Wat er dit schooljaar veranderde")[1].split("Wat nog openstaat")[0]


def test_processors_without_any_agreement_are_counted(text, sums):
    assert "nog geen afspraak (verwerkers)\n1" in text()
    assert "nog geen afspraak" not in text(on=date(2026, 7, 31))


def test_open_points_are_counted_and_told(text, sums):
    told = text()
    assert "Privacybijsluiters\n1\nRekenwolk" in told
    assert "De privacybijsluiter van Sommen ontbreekt." in told


def test_deviations_stand_with_risk_and_decision(made, change_agreement):
    decided = DEVIATION | {"risk": Risk.HIGH, "decided_by": "college van bestuur", "decided_on": TODAY}
    change_agreement({}, {"deviations": [decided, DEVIATION | {"topic": "Kosten", "decision": ""}]})
    table = next(table for table in read(made(CODE).content).tables if table.rows[0].cells[2].text == "Risico")
    assert [[cell.text for cell in row.cells] for row in table.rows[1:]] == [
        [
            "Lettervlieg B.V.\nDatalekken",
            "melding binnen 36 uur",
            "hoog",
            "aanvaard (college van bestuur, 1 augustus 2026)\nbesloten in dit schooljaar",
        ],
        ["Lettervlieg B.V.\nKosten", "melding binnen 36 uur", "laag", "nog geen besluit"],
    ]


def test_its_parts_stand_under_headings(made):
    firsts = [heading for heading in headings(made(CODE).content) if heading[:3] in ("Hoe", "Wat", "Afw", "Jaa")]
    assert firsts == [
        "Jaarverslag privacy en leveranciers",
        "Hoe het staat",
        "Wat er dit schooljaar veranderde",
        "Wat nog openstaat",
        "Afwijkingen en besluiten",
    ]


def test_it_is_of_the_whole_board(session, register, text):
    start_use(session, register.zonnewijzer.id, register.letters.id, {"since": SINCE})
    assert "2 scholen, met 1 product van 1 organisatie in gebruik" in text()

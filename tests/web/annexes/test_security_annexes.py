"""The screens of security annexes: what they show and what their form asks."""

from datetime import date

import pytest

from registry.model import Product, SecurityAnnex
from registry.services.annexes.annexes import propose_annex

NEW = "/producten/1/beveiligingsbijlagen/nieuw"
UNKNOWN = {"availability": "", "integrity": "", "confidentiality": ""}


@pytest.fixture
def propose(three_schools):
    """The address of a proposed security annex of Letters."""

    def make(fields=None, **rows):
        annex = propose_annex(three_schools, SecurityAnnex, 1, fields or {}, rows)
        return f"/beveiligingsbijlagen/{annex.id}"

    return make


@pytest.fixture
def annexes(three_schools):
    """The security annexes of Letters as they are stored now."""

    def read():
        three_schools.expire_all()
        return three_schools.get(Product, 1).security_annexes

    return read


class TestFillingIn:
    def test_nothing_has_to_be_filled_in(self, three_schools, visitor):
        assert visitor.submit(NEW, **UNKNOWN).heading == "Beveiligingsbijlage van Letters"

    def test_a_measure_counts_when_it_has_an_answer(self, annexes, visitor):
        typed = {"measures-backup-answer": "met", "measures-backup-note": "Elke nacht."}
        visitor.submit(NEW, **UNKNOWN, **typed)
        assert [(row.measure, row.answer, row.note) for row in annexes()[0].measures] == [
            ("backup", "met", "Elke nacht.")
        ]

    def test_the_levels_say_what_they_mean(self, three_schools, visitor):
        assert "Uitval binnen één werkdag doet al schade." in visitor.open(NEW).text

    def test_a_certificate_may_be_of_a_subprocessor(self, annexes, visitor):
        typed = {"certificates-0-name": "ISO 27001", "certificates-0-ends_on": "2028-02-29"}
        visitor.submit(NEW, **UNKNOWN, **typed, **{"certificates-0-of_subprocessor": "y"})
        (certificate,) = annexes()[0].certificates
        assert (certificate.of_subprocessor, certificate.ends_on) == (True, date(2028, 2, 29))

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ({"measures-backup-note": "Elke nacht."}, "Back-up, Voldoet: Kies of de maatregel er is"),
            ({"measures-backup-answer": "misschien"}, "Back-up, Voldoet: Ongeldige keuze"),
            ({"breach_hours": "0"}, "van 1 tot en met 720"),
            ({"breach_hours": "-1"}, "Vul een heel getal in"),
            ({"breach_hours": "721"}, "Meldt een datalek binnen (uren)"),
            ({"breach_phone": "bel maar"}, "Telefoon meldpunt"),
            ({"availability": "heel hoog"}, "Beschikbaarheid"),
            ({"certificates-0-holder": "Wolkenveld"}, "Certificaten 1, Certificaat: Vul dit in"),
            ({"certificates-0-name": "ISO", "certificates-0-link": "javascript:alert(1)"}, "Certificaten 1, Link"),
            ({"certificates-0-name": "ISO", "certificates-0-ends_on": "2027-02-29"}, "Deze datum bestaat niet"),
            ({"access_roles-0-actions": "Kijkt mee."}, "Wie bij de leverancier bij de gegevens kunnen 1"),
            ({"monitoring": "x" * 10_000}, "te lang"),
        ],
    )
    def test_a_mistake_gets_a_sentence_and_loses_nothing(self, annexes, visitor, typed, sentence):
        page = visitor.submit(NEW, breach_function="meldpunt & <co>", **UNKNOWN | typed)
        assert page.status == 422
        assert [error for error in page.errors if sentence in error]
        assert dict(page.values())["breach_function"] == "meldpunt & <co>"
        assert annexes() == []


class TestShowing:
    def test_what_deserves_attention_stands_on_top(self, propose, visitor):
        measures = [{"measure": "logging", "answer": "not_met"}, {"measure": "backup", "answer": "met"}]
        page = visitor.open(propose(measures=measures, certificates=[{"name": "ISO", "ends_on": date(2020, 1, 1)}]))
        tags = page.texts("//main/p/span[contains(@class, 'tag')]")
        assert tags == ["voorstel", "verlopen certificaat: ISO", "1 maatregel voldoet niet"]

    def test_the_measures_stand_under_what_they_serve(self, propose, visitor):
        measures = [{"measure": code, "answer": "met"} for code in ("logging", "backup", "design")]
        heads = visitor.open(propose(measures=measures)).texts("//table[caption='Maatregelen']//tbody//th")
        assert heads == ["Beschikbaarheid", "Ontwerp", "Integriteit", "Back-up", "Vertrouwelijkheid", "Logging"]

    def test_the_parts_are_those_of_the_paper(self, propose, visitor):
        marks = [title.split(".")[0] for title in visitor.open(propose()).texts("//main//h2") if ". " in title]
        assert marks == ["I", "II", "III", "IV", "V"]

    def test_whose_certificate_it_is_stands_beside_it(self, propose, visitor):
        rows = [{"name": "ISO 27001", "holder": "Wolkenveld", "of_subprocessor": True, "ends_on": date(2099, 1, 1)}]
        assert "Wolkenveldeen subverwerker" in visitor.open(propose(certificates=rows)).text

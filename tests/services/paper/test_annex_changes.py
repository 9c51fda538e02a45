"""What changes between two versions of an annex, as a paper for who decides on it."""

import pytest

from registry.errors import BrokenRule
from registry.model import PrivacyAnnex, SecurityAnnex
from registry.services.annexes.annexes import accept_annex, propose_annex, withdraw_annex
from registry.services.suppliers.products import add_product
from tests.complete_register import PRIVACY_ANNEX, PRIVACY_ROWS, SECURITY_ANNEX, SECURITY_ROWS, TODAY
from tests.documents.specimens import headings, lines, read

CODE, OF_SECURITY = "annex-changes", "annex-changes-security"


@pytest.fixture
def newer(session, register):
    """A newer version of the annex of Letters, with these rows instead."""

    def newer(**rows):
        fields = PRIVACY_ANNEX | {"edition": "3.0", "dated": TODAY}
        return propose_annex(session, PrivacyAnnex, register.letters.id, fields, PRIVACY_ROWS | rows)

    return newer


def test_the_first_version_is_refused_with_a_sentence(register, paper):
    with pytest.raises(BrokenRule, match="eerste privacybijsluiter van Letters"):
        paper(CODE)


def test_a_version_of_another_product_is_no_version_to_compare_with(session, register, newer, paper):
    other = add_product(session, register.lettervlieg.id, {"name": "Cijfers"})
    strange = propose_annex(session, PrivacyAnnex, other.id, {"edition": "9"})
    after = newer()
    for number in (strange.id, 99, after.id):
        with pytest.raises(BrokenRule, match="andere versie van hetzelfde product"):
            paper(CODE, after, beside=number)


def test_it_names_both_versions_and_how_far_the_new_one_is(newer, made):
    found = lines(made(CODE, newer()).content)
    assert "Privacybijsluiter, versie 2.1 van 1 juni 2025" in found
    assert "Privacybijsluiter, versie 3.0 van 1 augustus 2026" in found
    assert any(line.startswith("De nieuwe versie is een voorstel.") for line in found)
    assert "De twee versies zeggen in het register hetzelfde." in found


def test_what_asks_for_attention_stands_on_top(newer, made):
    made = made(CODE, newer(storage=[{"country": "US"}], purposes=[{"purpose": "LT-c"}]))
    assert headings(made.content)[1:3] == ["Kijk hier eerst naar", "Andere verschillen"]
    first = read(made.content).tables[1]
    assert [cell.text for cell in first.rows[1].cells] == [
        "buiten de EER: Verenigde Staten",
        "Verenigde Staten\nOpslag",
        "erbij",
        "stond er niet in",
        "Verenigde Staten",
    ]
    assert "4 verschillen: 2 erbij en 2 vervallen." in lines(made.content)


def test_it_tells_whom_it_touches(newer, made):
    assert any(
        "1 school krijgt met de nieuwe versie te maken. 1 overeenkomst noemt de oude versie." in line
        for line in lines(made(CODE, newer()).content)
    )


def test_an_accepted_and_a_withdrawn_version_say_so(session, newer, made):
    accepted, withdrawn = newer(), newer()
    accept_annex(session, PrivacyAnnex, accepted.id, TODAY)
    withdraw_annex(session, PrivacyAnnex, withdrawn.id)
    assert "De nieuwe versie geldt vanaf 1 augustus 2026." in "\n".join(lines(made(CODE, accepted).content))
    assert "De nieuwe versie is ingetrokken en gold nooit." in "\n".join(lines(made(CODE, withdrawn).content))


class TestOfASecurityAnnex:
    @pytest.fixture
    def newer_security(self, session, register):
        """A newer version of the security annex of Letters, with these fields and rows instead."""

        def newer(fields=None, **rows):
            fields = SECURITY_ANNEX | {"edition": "3.0", "dated": TODAY} | (fields or {})
            return propose_annex(session, SecurityAnnex, register.letters.id, fields, SECURITY_ROWS | rows)

        return newer

    def test_the_first_version_is_refused_with_a_sentence(self, register, paper):
        with pytest.raises(BrokenRule, match="eerste beveiligingsbijlage van Letters"):
            paper(OF_SECURITY)

    def test_a_measure_that_is_not_taken_stands_on_top(self, newer_security, made):
        (first, *others) = SECURITY_ROWS["measures"]
        found = made(
            OF_SECURITY,
            newer_security({"breach_hours": 36}, measures=[first | {"answer": "not_met"}, *others]),
        ).content
        assert headings(found) == [
            "Wat er verandert in de beveiligingsbijlage van Letters",
            "Kijk hier eerst naar",
            "Andere verschillen",
            "Nog niet nagekeken",
        ]
        assert "Dit gaat over maatregelen die volgens de nieuwe versie niet zijn genomen." in lines(found)
        assert read(found).tables[1].rows[1].cells[0].text == "de maatregel is niet genomen"
        assert "36 uur" in [cell.text for cell in read(found).tables[2].rows[1].cells]

    def test_it_names_both_versions_and_whom_it_touches(self, newer_security, made):
        found = lines(made(OF_SECURITY, newer_security()).content)
        assert "Beveiligingsbijlage, versie 3.0 van 1 augustus 2026" in found
        assert any("1 school krijgt met de nieuwe versie te maken." in line for line in found)

    def test_it_says_which_of_its_facts_nobody_verified(self, newer_security, paper):
        (first, *others) = SECURITY_ROWS["measures"]
        used = paper(OF_SECURITY, newer_security(measures=[first | {"answer": "not_met"}, *others])).facts.used
        assert {("measures", first["measure"]), ("measure_answers", "not_met")} <= set(used)

"""The annexes as Word files: which version, what the board chose, and what is still unknown."""

import pytest

from registry.documents import Gap
from registry.errors import BrokenRule
from registry.model import PrivacyAnnex, SecurityAnnex
from registry.model.agreement_lists import Risk
from registry.model.privacy_annex import Automation
from registry.services.annexes.annexes import propose_annex
from registry.services.suppliers.products import add_product
from tests.documents.specimens import lines


def text(made):
    return "\n".join(lines(made.content))


def test_the_board_s_choice_and_what_is_not_processed_stand_in_annex_1(made):
    found = lines(made("annex-1").content)
    assert found[found.index("Resultaten delen met de uitgever") + 1] == "nee"
    assert found[found.index("Uitdrukkelijk niet verwerkt:") + 1] == "BSN"


def test_a_choice_not_made_yet_is_a_gap_of_its_own(register, made, change_agreement):
    change_agreement({}, {"choices": []})
    option = register.privacy_annex.options[0]
    assert made("annex-1").gaps == (
        Gap("Keuze van het bestuur", f"agreement/{register.agreement.id}/choices/{option.id}"),
    )


def test_the_version_of_the_agreement_goes_before_a_newer_proposal(session, register, paper):
    propose_annex(session, PrivacyAnnex, register.letters.id, {"edition": "3.0"})
    assert paper("annex-1").title == "Bijlage 1 – Privacybijsluiter Letters, versie 2.1"
    assert paper("annex-1").notes == ()


def test_the_version_in_force_is_taken_when_the_agreement_names_none(register, paper, change_agreement):
    change_agreement({}, {"annexes": [], "choices": []})
    assert "dit is de versie die nu geldt" in paper("annex-1").notes[0]


def test_a_proposal_is_said_to_be_one(session, register, paper, made):
    product = add_product(session, register.lettervlieg.id, {"name": "Klanken"})
    propose_annex(session, SecurityAnnex, product.id, {"edition": "0.9"})
    note = "versie 0.9: dit is een voorstel. Het bestuur heeft deze versie nog niet geaccepteerd."
    assert note in paper("annex-2", product).notes[0]
    assert note in text(made("annex-2", product))


def test_a_product_without_an_annex_has_no_such_paper(session, register, paper):
    product = add_product(session, register.lettervlieg.id, {"name": "Klanken"})
    with pytest.raises(BrokenRule, match="staat nog niet in het register"):
        paper("annex-1", product)


def test_lists_that_nobody_filled_in_are_gaps(session, register, made):
    product = add_product(session, register.lettervlieg.id, {"name": "Klanken", "kind": "lt"})
    annex = propose_annex(session, PrivacyAnnex, product.id, {"automation": Automation.UNKNOWN})
    labels = {gap.label for gap in made("annex-1", product).gaps if gap.where.startswith(f"privacy_annex/{annex.id}")}
    assert labels >= {
        "Doelen",
        "Gegevens",
        "Landen van opslag",
        "Subverwerkers",
        "Bewaartermijnen",
        "AI en profilering",
    }


def test_subprocessors_stand_in_their_chain_with_safeguards_asked_only_outside_the_eea(session, register, paper):
    product = add_product(session, register.lettervlieg.id, {"name": "Klanken"})
    rows = [
        {"name": "Mailduif", "service": "mail", "data": "adres", "country": "US", "works_for": "Wolkenhuis"},
        {"name": "Wolkenhuis", "service": "hosting", "data": "alles", "country": "NL"},
    ]
    annex = propose_annex(session, PrivacyAnnex, product.id, {}, {"subprocessors": rows})
    hosting, mail = paper("annex-1", product).parts[0].values["bijsluiter"]["subverwerkers"]
    assert (hosting["naam"], hosting["niveau"], hosting["waarborg"]) == ("Wolkenhuis", 1, "")
    assert (mail["naam"], mail["niveau"]) == ("Mailduif", 2)
    assert mail["waarborg"] == Gap("Waarborg buiten de EER", f"subprocessor/{annex.subprocessors[0].id}/safeguard")


def test_a_place_without_a_country_is_unknown_not_inside_the_eea(session, register, made):
    product = add_product(session, register.lettervlieg.id, {"name": "Klanken"})
    propose_annex(session, PrivacyAnnex, product.id, {}, {"storage": [{"place": "Noorderwiel"}]})
    found = lines(made("annex-1", product).content)
    assert found[found.index("Noorderwiel") + 1] == "[Land ontbreekt]"


def test_a_certificate_of_a_subprocessor_says_so(session, register, made):
    product = add_product(session, register.lettervlieg.id, {"name": "Klanken"})
    certificate = {"name": "ISO 27001", "holder": "Wolkenhuis", "of_subprocessor": True}
    propose_annex(session, SecurityAnnex, product.id, {}, {"certificates": [certificate]})
    assert "Wolkenhuis (subverwerker)" in text(made("annex-2", product))


def test_a_deviation_without_decision_or_risk_is_a_gap(register, made, change_agreement):
    change_agreement({}, {"deviations": [{"topic": "Datalekken", "difference": "36 uur", "reason": "weekend"}]})
    assert [gap.label for gap in made("annex-3").gaps] == ["Risico", "Besluit"]
    assert register.agreement.deviations[0].risk is Risk.UNKNOWN

"""The choice of papers about a supplier: under headings, each within reach, with a sentence where there is none."""

import pytest

from registry.model import PrivacyAnnex
from registry.services.annexes.annexes import propose_annex
from registry.services.paper import KINDS
from tests.complete_register import complete_register
from tests.documents.specimens import lines

OFFICIAL = "agreement-official"  # offered once its Word file is there: test_official_model.py
CODES = [code for code, kind in KINDS.items() if kind.subject == "supplier" and code != OFFICIAL]
# What stands on the screen where the complete register gives no ground for the paper, or another title than its kind.
OTHERWISE = {
    "agreement-english": "Data processing agreement – Lettervlieg B.V.",
    "letter-request": "Aan Lettervlieg B.V. is nu niets te vragen.",
    "letter-reminder": "de stand “aangevraagd”",
    "letter-end": "Er is dus geen einde te melden.",
}


@pytest.fixture
def register(session):
    return complete_register(session)


@pytest.fixture
def lettervlieg(register):
    """The address of the papers of Lettervlieg."""
    return f"/documenten/leverancier/{register.lettervlieg.id}"


def test_they_stand_under_headings(visitor, lettervlieg):
    page = visitor.open(lettervlieg)
    groups = [group.get("label") for group in page.tree.xpath("//select[@id='welk']/optgroup")]
    assert groups == ["Overeenkomst", "Brieven", "Andere stukken", "Bijlagen"]
    assert "Datalekkaart" in page.texts("//optgroup[@label='Andere stukken']/option")


def test_papers_of_one_sort_need_no_headings(visitor, register):
    page = visitor.open(f"/documenten/school/{register.zandloper.id}")
    assert page.tree.xpath("//optgroup") == []
    assert page.tree.xpath("//select[@id='welk']/option") != []


@pytest.mark.parametrize("code", CODES)
def test_each_is_within_reach_and_says_what_it_is_or_why_it_is_not_there(visitor, lettervlieg, code):
    page = visitor.open(f"{lettervlieg}?welk={code}")
    assert page.status == 200
    assert page.tree.xpath("//option[@selected]/@value")[0] == code
    assert OTHERWISE.get(code, KINDS[code].title) in "\n".join(page.texts("//h2|//div[@class='notice info']"))


def test_an_objection_is_offered_for_a_newer_version(session, visitor, register, lettervlieg):
    rows = {"subprocessors": [{"name": "Wolkenhuis", "service": "hosting", "data": "alles", "country": "NL"}]}
    annex = propose_annex(session, PrivacyAnnex, register.letters.id, {"edition": "3.0"}, rows)
    page = visitor.open(f"{lettervlieg}?welk=letter-objection%2F{annex.id}")
    assert page.texts("//option[@selected]") == ["Brief: bezwaar tegen een subverwerker: Letters, versie 3.0"]
    draft = visitor.client.get(page.tree.xpath("//a[text()='Concept maken']/@href")[0])
    assert "Wolkenhuis" in lines(draft.data)

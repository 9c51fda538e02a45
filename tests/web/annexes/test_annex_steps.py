"""The steps of both kinds of annex: accept, withdraw, begin a new version; a fixed version stays as it is."""

from datetime import date

import pytest

from registry.model import PrivacyAnnex, Product, SecurityAnnex
from registry.model.annex_state import AnnexStatus
from registry.services.agreements.agreements import add_agreement
from registry.services.annexes.annexes import accept_annex, edit_annex, propose_annex, withdraw_annex

SINCE, NEXT = date(2025, 8, 1), date(2026, 2, 1)


@pytest.fixture(params=[PrivacyAnnex, SecurityAnnex], ids=["privacy", "security"])
def kind(request):
    return request.param


@pytest.fixture
def propose(three_schools, kind):
    """A proposal of this kind for Letters: its number and its address."""

    def make(**fields):
        annex = propose_annex(three_schools, kind, 1, fields)
        screen = "privacybijsluiters" if kind is PrivacyAnnex else "beveiligingsbijlagen"
        return annex.id, f"/{screen}/{annex.id}"

    return make


@pytest.fixture
def stored(three_schools, kind):
    """The annex with this number, as it is stored now."""

    def read(number):
        three_schools.expire_all()
        return three_schools.get(kind, number)

    return read


class TestAccepting:
    def test_it_holds_from_the_day_that_was_chosen_and_points_at_the_schools(self, propose, stored, visitor):
        number, address = propose(edition="1")
        page = visitor.submit(f"{address}/accepteren", on="2025-08-01")
        assert (stored(number).status, stored(number).accepted_on) == (AnnexStatus.ACCEPTED, SINCE)
        assert "Deze versie geldt sinds 1 augustus 2025" in page.text
        assert "1 school gebruikt dit product" in page.text
        assert page.texts("//h2[@id='scholen']/following-sibling::ul[1]//a") == ["De Klok"]

    def test_it_says_which_version_it_replaces(self, three_schools, propose, kind, stored, visitor):
        old, _ = propose(edition="1")
        accept_annex(three_schools, kind, old, SINCE)
        _, address = propose(edition="2")
        assert "vervangt versie 1, die geldt vanaf 1 augustus 2025" in visitor.open(f"{address}/accepteren").text
        visitor.submit(f"{address}/accepteren", on="2026-02-01")
        assert stored(old).superseded_on == NEXT

    def test_it_says_what_is_missing_before_that_can_no_longer_be_mended(self, propose, visitor):
        _, address = propose()
        assert "Er ontbreekt nog iets" in visitor.open(f"{address}/accepteren").text

    @pytest.mark.parametrize("on", ["", "2025-02-29", "29-02-2024", "2025-07-31", "0025-08-01"])
    def test_a_day_that_cannot_be_is_refused_at_the_field(self, three_schools, propose, kind, stored, visitor, on):
        old, _ = propose()
        accept_annex(three_schools, kind, old, SINCE)
        number, address = propose()
        page = visitor.submit(f"{address}/accepteren", on=on)
        assert page.status == 422
        assert page.errors[0].startswith("Geldt vanaf")
        assert stored(number).status is AnnexStatus.PROPOSED

    def test_who_accepts_a_proposal_that_changed_meanwhile_sees_the_change_first(
        self, three_schools, propose, kind, stored, visitor
    ):
        number, address = propose(edition="1")
        opened = visitor.open(f"{address}/accepteren")
        edit_annex(three_schools, kind, number, 1, {"edition": "1b"})
        page = visitor.send(f"{address}/accepteren", opened, on="2025-08-01")
        assert page.status == 409
        assert "1b" in page.text
        assert stored(number).status is AnnexStatus.PROPOSED
        visitor.send(f"{address}/accepteren", page)
        assert stored(number).status is AnnexStatus.ACCEPTED


class TestWithdrawing:
    def test_it_asks_first_and_keeps_the_proposal_to_read(self, propose, stored, visitor):
        number, address = propose(edition="1")
        assert "gaat dan niet gelden" in visitor.open(f"{address}/intrekken").text
        page = visitor.submit(f"{address}/intrekken")
        assert stored(number).status is AnnexStatus.WITHDRAWN
        assert "Het heeft nooit gegolden" in page.text


class TestAFixedVersion:
    @pytest.fixture
    def fixed(self, three_schools, propose, kind):
        number, address = propose(edition="1", dated=SINCE)
        accept_annex(three_schools, kind, number, SINCE)
        return address

    @pytest.mark.parametrize("verb", ["wijzigen", "accepteren", "intrekken"])
    def test_it_cannot_be_edited_and_says_what_can_be_done(self, fixed, visitor, verb):
        page = visitor.open(f"{fixed}/{verb}")
        assert (page.status, page.heading) == (422, "Deze versie ligt vast")
        assert page.texts("//section[@class='next']//a") == ["Nieuwe versie maken"]

    def test_what_was_typed_while_it_became_fixed_can_be_saved_as_a_new_version(
        self, three_schools, propose, kind, stored, visitor
    ):
        number, address = propose(edition="1")
        opened = visitor.open(f"{address}/wijzigen")
        accept_annex(three_schools, kind, number, SINCE)
        page = visitor.send(f"{address}/wijzigen", opened, edition="1b", **levels(kind))
        assert page.status == 422
        assert "ligt vast" in page.errors[0]
        (button,) = page.tree.xpath("//button[text()='Bewaar als nieuwe versie']")
        visitor.send(button.get("formaction"), page, **levels(kind))
        assert (stored(number).edition, stored(number + 1).edition) == ("1", "1b")

    @pytest.mark.parametrize("settle", [lambda *one: accept_annex(*one, SINCE), withdraw_annex])
    @pytest.mark.parametrize("verb", ["accepteren", "intrekken"])
    def test_it_is_not_accepted_or_withdrawn_again(self, three_schools, propose, kind, visitor, settle, verb):
        number, address = propose()
        opened = visitor.open(f"{address}/{verb}")
        settle(three_schools, kind, number)
        page = visitor.send(f"{address}/{verb}", opened)
        assert page.status == 422
        assert "ligt vast" in page.errors[0]

    def test_a_new_version_starts_from_it_with_a_date_and_number_of_its_own(self, fixed, kind, stored, visitor):
        page = visitor.open(f"{fixed}/nieuwe-versie")
        assert (dict(page.values())["edition"], dict(page.values())["dated"]) == ("", "")
        shown = visitor.send(f"{fixed}/nieuwe-versie", page, edition="2", **levels(kind))
        assert "voorstel" in shown.text
        assert (stored(1).edition, stored(2).edition, stored(2).product_id) == ("1", "2", 1)

    def test_looking_at_the_form_of_a_new_version_makes_nothing(self, three_schools, fixed, kind, visitor):
        visitor.open(f"{fixed}/nieuwe-versie")
        product = three_schools.get(Product, 1)
        assert len(product.privacy_annexes + product.security_annexes) == 1

    def test_it_names_the_agreements_that_it_belongs_to(self, three_schools, fixed, kind, visitor):
        field = "privacy_annex_id" if kind is PrivacyAnnex else "security_annex_id"
        rows = {"products": [{"product_id": 1}], "annexes": [{field: 1}]}
        agreement = add_agreement(three_schools, 1, {}, rows)
        page = visitor.open(fixed)
        assert [link for link in page.tree.xpath("//dd/a/@href") if link.endswith(f"/{agreement.id}")]


@pytest.mark.parametrize("number", ["99", "0", "99999999999", "x"])
def test_an_annex_that_is_not_there(visitor, number):
    verbs = ("", "/wijzigen", "/accepteren", "/intrekken", "/nieuwe-versie")
    assert {visitor.open(f"/privacybijsluiters/{number}{verb}").status for verb in verbs} == {404}


def levels(kind):
    """What a browser sends for levels that are not known."""
    return {} if kind is PrivacyAnnex else {"availability": "", "integrity": "", "confidentiality": ""}

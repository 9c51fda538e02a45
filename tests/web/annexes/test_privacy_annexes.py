"""The screens of privacy annexes: what they show and what their form asks."""

from datetime import date

import pytest

from registry.model import PrivacyAnnex, Product
from registry.services.annexes.annexes import accept_annex, propose_annex
from registry.services.suppliers.products import edit_product

NEW = "/producten/1/privacybijsluiters/nieuw"
NAMES = {"data-1.1-ticked": "y", "data-1.1-subjects": ["pupil", "teacher"]}


@pytest.fixture
def propose(three_schools):
    """The address of a proposed privacy annex of Letters."""

    def make(fields=None, **rows):
        annex = propose_annex(three_schools, PrivacyAnnex, 1, fields or {}, rows)
        return f"/privacybijsluiters/{annex.id}"

    return make


@pytest.fixture
def annexes(three_schools):
    """The privacy annexes of Letters as they are stored now."""

    def read():
        three_schools.expire_all()
        return three_schools.get(Product, 1).privacy_annexes

    return read


class TestFillingIn:
    def test_nothing_has_to_be_filled_in(self, three_schools, visitor):
        page = visitor.submit(NEW)
        assert page.heading == "Privacybijsluiter van Letters"
        assert "voorstel" in page.text

    def test_purposes_and_data_are_ticked(self, annexes, visitor):
        visitor.submit(NEW, **NAMES, **{"purposes-LT-a1-ticked": "y", "purposes-LT-a1-note": "Scores."})
        (annex,) = annexes()
        assert [(row.purpose, row.note) for row in annex.purposes] == [("LT-a1", "Scores.")]
        assert [(item.category, item.subjects) for item in annex.data] == [("1.1", ("pupil", "teacher"))]

    def test_the_purposes_are_those_of_the_kind_of_product(self, three_schools, visitor):
        assert "purposes-LT-b-ticked" in visitor.open(NEW).response.text
        assert "purposes-SLI-b-ticked" not in visitor.open(NEW).response.text
        assert "purposes-LT-b-ticked" not in visitor.open(NEW.replace("1", "2")).response.text

    def test_without_a_kind_both_lists_are_there(self, three_schools, visitor):
        edit_product(three_schools, 1, 1, {"kind": ""})
        page = visitor.open(NEW)
        assert "purposes-LT-b-ticked" in page.response.text
        assert "purposes-SLI-b-ticked" in page.response.text
        assert "nog niet gekozen" in page.text

    def test_in_the_flow_the_schools_come_next(self, three_schools, visitor):
        page = visitor.submit(f"{NEW}?flow=1", follow=False, **NAMES)
        assert page.response.location == "/leverancier-toevoegen/product/1/scholen"

    def test_another_row_keeps_what_was_typed(self, three_schools, visitor):
        page = visitor.submit(NEW, more="storage", edition="2.1", **{"storage-0-country": "NL"})
        sent = dict(page.values())
        assert (sent["edition"], sent["storage-0-country"], sent["storage-1-country"]) == ("2.1", "NL", "")

    @pytest.mark.parametrize("asked", ["purposes", "data", "edition", "niets"])
    def test_asking_for_rows_of_something_else_does_no_harm(self, three_schools, visitor, asked):
        assert visitor.submit(NEW, more=asked).status == 200


class TestMistakes:
    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            (
                {"data-1.1-ticked": "y"},
                "1.1 Contactgegevens, beperkt: naam, e-mailadres en opleiding, Van wie: Kruis aan",
            ),
            ({"data-1.1-subjects": "pupil"}, "Kruis dit ook aan"),
            ({"purposes-LT-b-note": "Levering."}, "LT-b Leermiddelen en toetsen geleverd krijgen"),
            ({"data-12-ticked": "y", "data-12-subjects": "pupil"}, "Schrijf op welke gegevens het zijn"),
            ({"data-1.1-ticked": "y", "data-1.1-subjects": "marsman"}, "ongeldige keuze"),
            ({**NAMES, "denials-0-category": "1.1"}, "wordt verwerkt, maar staat ook bij wat niet wordt verwerkt"),
            ({"storage-0-country": "NL", "storage-0-safeguard": "scc"}, "Nederland ligt binnen de EER"),
            ({"subprocessors-0-service": "hosting"}, "Subverwerkers 1, Naam: Vul dit in"),
            ({"subprocessors-0-name": "Wolk", "subprocessors-0-works_for": "Regen"}, "staat niet in de lijst"),
            ({"subprocessors-0-name": "Wolk", "no_subprocessors": "y"}, "Er staan subverwerkers in de lijst"),
            ({"dated": "2027-02-29"}, "Deze datum bestaat niet"),
            ({"edition": "x" * 10_000}, "te lang"),
            ({"description": "uit\x00leg"}, "U+0000"),
            ({"contact_email": "nergens"}, "E-mailadres contact"),
        ],
    )
    def test_a_mistake_gets_a_sentence_and_loses_nothing(self, annexes, visitor, typed, sentence):
        page = visitor.submit(NEW, audience="groep 3 & <4>", **typed)
        assert page.status == 422
        assert [error for error in page.errors if sentence in error]
        assert dict(page.values())["audience"] == "groep 3 & <4>"
        assert annexes() == []

    @pytest.mark.parametrize("nasty", ["Jansen & <b>Zoon</b>", "“é” 😀", "{{ 7 * 7 }}", "'; --"])
    def test_any_text_is_shown_as_it_was_typed(self, three_schools, visitor, nasty):
        page = visitor.submit(NEW, description=nasty, **{"subprocessors-0-name": nasty})
        assert page.status == 200
        assert page.text.count(nasty) == 2


class TestEditing:
    def test_unticking_takes_away_and_the_rest_keeps_its_row(self, propose, annexes, visitor):
        address = propose(data=[{"category": "1.1", "subjects": ("pupil",)}, {"category": "2", "subjects": ("pupil",)}])
        kept = annexes()[0].data[0].id
        visitor.submit(f"{address}/wijzigen", **{"data-2-ticked": None})
        assert [(item.id, item.category) for item in annexes()[0].data] == [(kept, "1.1")]

    def test_a_purpose_of_the_other_list_stays_until_it_is_unticked(self, propose, annexes, visitor):
        address = propose(purposes=[{"purpose": "SLI-b"}])
        visitor.submit(f"{address}/wijzigen", edition="2")
        assert [row.purpose for row in annexes()[0].purposes] == ["SLI-b"]

    def test_two_rows_about_one_category_are_both_there(self, propose, annexes, visitor):
        rows = [{"category": "1.1", "subjects": ("pupil",)}, {"category": "1.1", "subjects": ("parent",)}]
        visitor.submit(f"{propose(data=rows)}/wijzigen", edition="2")
        assert [item.subjects for item in annexes()[0].data] == [("pupil",), ("parent",)]

    def test_what_holds_something_is_open(self, propose, visitor):
        page = visitor.open(f"{propose(storage=[{'country': 'US'}])}/wijzigen")
        opened = page.texts("//form//details[@open]/summary")
        assert opened == ["Opslag: in welk land, en waar", "Waarborg, alleen nodig buiten de EER"]

    def test_the_second_saver_is_told_and_keeps_every_tick(self, propose, annexes, visitor):
        address = f"{propose()}/wijzigen"
        opened = visitor.open(address)
        visitor.submit(address, **{"purposes-LT-b-ticked": "y"})
        page = visitor.send(address, opened, **NAMES)
        assert page.status == 409
        assert "LT-b" in page.text
        assert dict(page.values())["data-1.1-ticked"] == "y"
        assert annexes()[0].data == []


class TestShowing:
    def test_what_deserves_attention_stands_on_top(self, propose, visitor):
        rows = [{"category": code, "subjects": ("pupil",), "note": "…"} for code in ("5", "13")]
        page = visitor.open(propose(data=rows, storage=[{"country": "US", "safeguard": "dpf"}, {"country": "GB"}]))
        tags = page.texts("//main/p/span[contains(@class, 'tag')]")
        assert tags == [
            "voorstel",
            "bijzondere persoonsgegevens: gegevens over gezondheid",
            "BSN",
            "buiten de EER: Verenigde Staten en Verenigd Koninkrijk",
        ]
        assert "waarborg ontbreekt" in page.text
        assert "De waarborg voor Verenigd Koninkrijk" in page.text

    def test_the_parts_are_those_of_the_paper(self, propose, visitor):
        marks = [title[:2] for title in visitor.open(propose()).texts("//main//h2") if title[1] == "."]
        assert marks == ["A.", "B.", "C.", "D.", "E.", "F.", "G.", "H."]

    def test_a_chain_of_subprocessors_says_who_works_for_whom(self, propose, visitor):
        page = visitor.open(propose(subprocessors=[{"name": "Postduif", "works_for": "Wolk"}, {"name": "Wolk"}]))
        named = page.texts("//th[@scope='row'][contains(., 'werkt voor')]")
        assert named == ["Wolkwerkt voor Lettervlieg B.V.", "Postduifwerkt voor Wolk"]

    def test_the_data_stand_in_the_order_of_the_list(self, propose, visitor):
        page = visitor.open(propose(data=[{"category": "7b"}, {"category": "1.2"}]))
        assert [title[:3].strip() for title in page.texts("//tr[td[@data-label='Van wie']]/th")] == ["1.2", "7b"]

    def test_facts_that_nobody_compared_are_marked(self, propose, visitor):
        assert "niet nagegaan" in visitor.open(propose(purposes=[{"purpose": "LT-b"}])).text

    def test_more_rows_do_not_ask_more_of_the_database(self, three_schools, propose, visitor, questions):
        few, many = (propose(data=[{"category": code} for code in codes]) for codes in (["2"], ["1.1", "2", "7b", "8"]))
        asked = []
        for address in (few, many):
            three_schools.expunge_all()
            asked.append(questions(lambda address=address: visitor.open(address)))
        assert asked[0] == asked[1]

    def test_a_link_is_one_only_for_a_web_address(self, propose, visitor):
        page = visitor.open(propose({"source": "javascript:alert(1)"}))
        assert page.tree.xpath("//a[starts-with(@href, 'javascript')]") == []

    def test_the_version_that_holds_points_at_the_proposal_that_waits(self, three_schools, propose, visitor):
        held = propose({"edition": "1"})
        accept_annex(three_schools, PrivacyAnnex, 1, date(2025, 8, 1))
        assert visitor.open(held).texts("//section[@class='next']//a") == ["Nieuwe versie maken"]
        propose({"edition": "2"})
        assert visitor.open(held).texts("//section[@class='next']//a") == ["Bekijk het voorstel"]

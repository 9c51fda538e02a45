"""The privacy section of the schoolgids: each block only from what the register knows, each on or off."""

import pytest

from registry.documents import Gap
from registry.model import PrivacyAnnex
from registry.model.agreement_lists import AgreementStatus
from registry.model.statement import Council, StatementKind
from registry.services.agreements import edit_agreement
from registry.services.annexes import propose_annex
from registry.services.paper.kinds import PRIVACY_BLOCKS
from registry.services.paper.school.privacy_section import BLOCKS
from registry.services.products import add_product
from registry.services.schools import edit_school
from registry.services.statements import add_statement
from registry.services.suppliers import add_supplier
from registry.services.uses import start_use
from tests.complete_register import SINCE, TODAY
from tests.documents.specimens import headings, lines, read

CODE = "school-privacy-section"


@pytest.fixture
def section(made):
    """The section as one text, of all blocks or of these."""
    return lambda *blocks: "\n".join(lines(made(CODE, blocks=blocks or None).content))


@pytest.fixture
def used(session, register):
    """Make De Zandloper use a product: its fields, those of the use, and what its annex says."""

    def used(name="Volgsysteem", kind="sli", use=None, rows=None, supplier=None, **fields):
        owner = supplier or add_supplier(session, {"name": f"Maker van {name}"})
        product = add_product(
            session, owner.id, {"name": name, "kind": kind, "purpose_plain": "Om te volgen."} | fields
        )
        if rows is not None:
            propose_annex(session, PrivacyAnnex, product.id, {}, rows)
        start_use(session, register.zandloper.id, product.id, {"since": SINCE} | (use or {}))
        return product

    return used


def test_every_block_that_can_be_chosen_can_be_written():
    assert list(BLOCKS) == [code for code, _ in PRIVACY_BLOCKS]


def test_only_the_chosen_blocks_are_there(made):
    assert headings(made(CODE, blocks=("rechten", "contact")).content) == [
        "Privacy op De Zandloper",
        "Rechten van ouders en leerlingen",
        "Vragen en klachten",
        "Nog niet nagekeken",
    ]
    assert headings(made(CODE, blocks=()).content)[0] == "Privacy op De Zandloper"


def test_a_complete_register_leaves_no_gap(made):
    assert made(CODE).gaps == ()


class TestPurpose:
    def test_it_names_purposes_and_data_out_of_the_annexes(self, section):
        text = section("doel")
        assert "Leer- en toetsresultaten opslaan" in text
        assert "Het gaat om deze soorten gegevens: naam, e-mailadres en opleiding." in text
        assert "Bij 1 product staat in de privacybijsluiter voor elke soort gegevens waarom die nodig is." in text

    def test_it_says_on_how_many_products_it_rests_when_not_all_have_told(self, section, used):
        used()
        assert "Dit volgt uit de privacybijsluiters van 1 van de 2 producten." in section("doel")

    def test_it_is_a_gap_while_no_product_has_told(self, session, register, made, used):
        product = used()
        school = register.zonnewijzer
        start_use(session, school.id, product.id, {"since": SINCE})
        where = f"product/{product.id}/privacy_annexes"
        assert set(made(CODE, school, blocks=("doel",)).gaps) == {Gap("Welke gegevens", where), Gap("Doelen", where)}

    def test_data_of_staff_alone_are_not_named(self, section, used):
        rows = {"data": [{"category": "9", "subjects": ("other_staff",)}, {"category": "3", "subjects": ("pupil",)}]}
        used(rows=rows)
        assert "betalingen" not in section("doel")
        assert "nationaliteit en geboorteplaats" in section("doel")


class TestEntry:
    def test_it_names_who_works_with_the_products(self, section):
        assert "Met de producten werken volgens de privacybijsluiters: leerlingen en leraren." in section("invoer")


class TestSpecialData:
    def test_without_them_the_block_is_not_there_and_the_maker_is_told(self, made, section):
        assert "Sommige gegevens beschermt de wet extra" not in section("bijzonder")
        note = "“Bijzondere persoonsgegevens” is weggelaten: daarover heeft het register niets dat op deze dag geldt."
        assert note in lines(made(CODE).content)

    def test_they_are_named_with_their_products(self, made, used, section):
        used(rows={"data": [{"category": "5", "note": "dyslexie."}, {"category": "13"}]})
        table = read(made(CODE, blocks=("bijzonder",)).content).tables[0]
        assert [cell.text for cell in table.rows[1].cells] == ["Dyslexie", "Volgsysteem"]
        assert "Het burgerservicenummer (BSN) staat in: Volgsysteem." in section("bijzonder")


class TestSystemsAndAccess:
    def test_only_systems_of_administration_are_named(self, made, used):
        used()
        (table,) = read(made(CODE, blocks=("systemen",)).content).tables
        assert [cell.text for cell in table.rows[1].cells] == ["Volgsysteem", "Maker van Volgsysteem", "Om te volgen."]
        assert len(table.rows) == 2

    def test_who_reads_which_part_comes_from_the_modules(self, session, register, made):
        modules = {"modules": [{"name": "Dossier", "access": "intern begeleider"}, {"name": "Rooster"}]}
        product = add_product(session, register.lettervlieg.id, {"name": "Volg", "kind": "sli"}, modules)
        start_use(session, register.zandloper.id, product.id, {"since": SINCE})
        (table,) = read(made(CODE, blocks=("toegang",)).content).tables
        assert [[cell.text for cell in row.cells] for row in table.rows[1:]] == [
            ["Volg", "Dossier", "intern begeleider"]
        ]

    def test_a_system_that_does_not_tell_who_reads_it_is_a_gap(self, made, used):
        product = used()
        assert made(CODE, blocks=("toegang",)).gaps == (Gap("Wie erbij kan", f"product/{product.id}/modules"),)


class TestMaterials:
    def test_what_is_not_processed_is_told(self, section):
        assert "Letters: BSN" in section("leermiddelen")


class TestAgreements:
    def test_alle_is_not_said_while_one_agreement_does_not_hold(self, session, register, section, used):
        edit_agreement(session, register.agreement.id, register.agreement.version, {"status": AgreementStatus.IN_FORCE})
        assert "Met deze leverancier geldt een verwerkersovereenkomst." in section("afspraken")
        used()
        text = section("afspraken")
        assert "Met 1 van deze leveranciers geldt een verwerkersovereenkomst." in text
        assert "alle" not in text.split("AVG artikel 28")[1].replace("alleen", "")

    def test_it_never_speaks_of_the_boards_permission_for_use_by_a_supplier(self, section):
        assert "toestemming" not in section("afspraken")

    def test_the_list_itself_is_asked_for_at_the_school(self, session, register, section):
        edit_school(session, register.zandloper.id, 1, {"contact_function": "de directie"})
        assert "U kunt die lijst vragen aan: de directie." in section("lijst")


class TestOthers:
    def test_legal_recipients_stand_with_their_ground_and_what_it_means(self, register, section, used):
        used("Inschrijving", supplier=register.duo, use={"legal_basis": "legal_obligation"}, rows={})
        text = section("delen")
        assert "DUO\nInschrijving\nWettelijke verplichting" in text
        assert "Wettelijke verplichting (AVG artikel 6 lid 1 onder c): Een wet verplicht de school" in text

    def test_without_them_the_block_is_not_there(self, section):
        assert "bepalen zelf" not in section("delen")

    def test_photos_are_told_only_where_the_register_has_such_a_use(self, section, used):
        assert "Foto’s" not in "\n".join(line for line in section("beeld").split("\n") if "weggelaten" not in line)
        used("Schoolfoto", "photo", {"legal_basis": "consent"})
        assert "Waar toestemming de grond is, mag u die altijd intrekken" in section("beeld")

    def test_a_class_list_counts_as_such_a_use(self, section, used):
        used("Parro", "communication", {"purpose_plain": "De klassenlijst delen.", "legal_basis": "consent"})
        assert "De klassenlijst delen." in section("beeld")


class TestRules:
    def test_the_answer_comes_within_a_month_and_from_sixteen_the_pupil_asks(self, section):
        text = section("rechten")
        assert "De school antwoordt binnen een maand (AVG artikel 12 lid 3)." in text
        assert "Vanaf 16 jaar vraagt de leerling het zelf" in text
        assert all(f"artikel {number})" in text for number in (15, 16, 17, 18, 20, 21, 22))

    def test_terms_are_those_of_the_guideline_and_of_the_annexes(self, section):
        text = section("bewaren")
        assert "Leerlingdossier in het algemeen\n2 jaar nadat de leerling van school is" in text
        assert "Letters\nresultaten\ntot het einde van het schooljaar" in text

    @pytest.mark.parametrize(("sector", "told"), [("po", False), ("vo", True), ("", False)])
    def test_exam_work_is_told_only_where_exams_are_held(self, session, register, section, sector, told):
        edit_school(session, register.zandloper.id, 1, {"sector": sector})
        assert ("Examenwerk" in section("bewaren")) is told

    def test_the_fg_and_the_supervisor_are_named(self, section):
        text = section("contact")
        assert "U bereikt de FG via fg@getijden.example." in text
        assert "een klacht indienen bij de Autoriteit Persoonsgegevens (AP)" in text


class TestRegulation:
    @pytest.fixture
    def regulation(self, session, register):
        def regulation(**fields):
            about = {"kind": StatementKind.PRIVACY_REGULATION, "title": "Privacyreglement", "adopted_on": SINCE}
            return add_statement(session, about | fields)

        return regulation

    def test_it_stands_with_the_consent_of_its_council(self, regulation, section):
        regulation(council=Council.GMR, consent_asked_on=SINCE, consent_given_on=SINCE)
        assert "vastgesteld op 1 augustus 2025. De GMR stemde in op 1 augustus 2025." in section("reglement")

    def test_a_proposal_that_nobody_adopted_is_not_told(self, regulation, section):
        regulation(adopted_on=None)
        assert "De regels staan in" not in section("reglement")

    def test_the_schools_own_goes_before_the_boards(self, register, regulation, section):
        regulation()
        regulation(title="Reglement van De Zandloper", school_id=register.zandloper.id, adopted_on=TODAY)
        assert "De regels staan in “Reglement van De Zandloper”" in section("reglement")

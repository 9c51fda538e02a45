"""The privacy section of the schoolgids: each block only from what the register knows, each on or off."""

from registry.documents import Gap
from registry.model.agreement_lists import AgreementStatus
from registry.services.agreements.agreements import edit_agreement
from registry.services.paper.kinds import PRIVACY_BLOCKS
from registry.services.paper.school.privacy_section import BLOCKS
from registry.services.suppliers.products import add_product
from registry.services.uses.schools import edit_school
from registry.services.uses.uses import start_use
from tests.complete_register import SINCE
from tests.documents.specimens import headings, lines, read
from tests.services.paper.conftest import PRIVACY_SECTION as CODE


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
        assert [cell.text for cell in table.rows[1].cells] == ["Gegevens over gezondheid (dyslexie)", "Volgsysteem"]
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

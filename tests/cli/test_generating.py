"""`generate`: Word files from the command line, and one Dutch sentence when that cannot be."""

import pytest

from registry.model import GeneratedDocument
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier, edit_supplier
from registry.services.uses.schools import add_school, edit_school
from registry.services.uses.uses import start_use
from tests.cli.refusing import refused
from tests.complete_register import SINCE
from tests.documents.specimens import headings, lines


class TestAnAgreement:
    @pytest.mark.parametrize("name", ["Lettervlieg B.V.", "lettervlieg", "Letterfabriek", "01234567"])
    def test_is_written_for_a_supplier_by_name_alias_or_number(self, generate, tmp_path, name):
        result = generate("agreement", "--supplier", name, "--out", "uit.docx", "--on", "2026-08-01")
        assert (result.exit_code, result.stdout) == (0, "Geschreven: uit.docx (concept)\n")
        assert "Bijlage 3 – Afwijkingen" in headings((tmp_path / "uit.docx").read_bytes())

    def test_tells_how_much_is_open_and_where(self, generate, register, session):
        edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {"kvk": "", "city": ""})
        result = generate("agreement", "--supplier", "Lettervlieg", "--out", "uit.docx")
        assert result.stdout.splitlines() == [
            "Geschreven: uit.docx (concept)",
            "Hierin ontbreken nog 2 gegevens:",
            "- KvK-nummer (Leverancier Lettervlieg B.V.)",
            "- Plaats (Leverancier Lettervlieg B.V.)",
        ]

    def test_tells_what_to_heed(self, session, generate):
        supplier = add_supplier(session, {"name": "Rekenwolk"})
        result = generate("agreement", "--supplier", supplier.name, "--out", "uit.docx")
        assert "Let op: Er staat nog geen overeenkomst in het register." in result.stdout

    def test_of_an_unknown_supplier_is_refused_with_what_comes_near(self, generate, left):
        result = generate("agreement", "--supplier", "Lettervleig", "--out", "uit.docx")
        assert refused(
            result, "geen leverancier met de naam “Lettervleig” in het register. Lijkt erop: Lettervlieg B.V."
        )
        assert left() == []

    def test_of_one_out_of_two_with_a_name_is_refused_and_found_by_number(self, generate, session, left):
        add_supplier(session, {"name": "Rekenwolk", "kvk": "11111111"})
        add_supplier(session, {"name": "Rekenwolk", "kvk": "22222222"})
        result = generate("agreement", "--supplier", "Rekenwolk", "--out", "uit.docx")
        assert refused(result, "Rekenwolk (KvK 11111111) en Rekenwolk (KvK 22222222)")
        assert left() == []
        assert generate("agreement", "--supplier", "22222222", "--out", "uit.docx").exit_code == 0

    def test_with_who_needs_none_is_refused(self, generate, left):
        result = generate("agreement", "--supplier", "DUO", "--out", "uit.docx")
        assert refused(result, "Met DUO sluit het bestuur geen verwerkersovereenkomst.")
        assert left() == []

    def test_is_kept_when_it_is_final(self, session, generate, tmp_path, register):
        result = generate("agreement", "--supplier", "Lettervlieg", "--out", "uit.docx", "--final")
        assert (result.exit_code, result.stdout) == (0, "Geschreven: uit.docx (definitief)\n")
        kept = session.query(GeneratedDocument).one()
        assert kept.file.content.content == (tmp_path / "uit.docx").read_bytes()

    def test_is_not_final_while_something_is_missing(self, generate, register, session, left):
        edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {"kvk": ""})
        result = generate("agreement", "--supplier", "Lettervlieg", "--out", "uit.docx", "--final")
        assert refused(result, "er ontbreekt nog 1 gegeven. Dat is: KvK-nummer (Leverancier Lettervlieg B.V.).")
        assert left() == []


class TestASchoolgids:
    @pytest.mark.parametrize("code", ["99XX01", "99xx-01", "99XX 01"])
    def test_is_written_for_a_school_in_any_spelling_of_its_code(self, generate, tmp_path, code):
        result = generate("schoolgids", "--school", code, "--out", "gids.docx", "--on", "2026-08-01")
        assert result.exit_code == 0
        assert "Wie gegevens krijgt van De Zandloper" in headings((tmp_path / "gids.docx").read_bytes())

    def test_tells_the_state_of_the_day_asked(self, generate, tmp_path):
        generate("schoolgids", "--school", "99XX01", "--out", "gids.docx", "--on", "2025-07-31")
        assert not any("Letters" in line for line in lines((tmp_path / "gids.docx").read_bytes()))

    def test_lists_only_learning_materials_when_asked(self, generate, session, register, tmp_path):
        sums = add_product(session, register.duo.id, {"name": "Sommen", "kind": "sli"})
        start_use(session, register.zandloper.id, sums.id, {"since": SINCE})
        generate("schoolgids", "--school", "99XX01", "--out", "gids.docx", "--only-learning-materials")
        text = "\n".join(lines((tmp_path / "gids.docx").read_bytes()))
        assert ("Letters" in text, "Sommen" in text) == (True, False)

    def test_of_all_schools_goes_into_a_folder_a_file_each(self, generate, session, register, tmp_path):
        closed = add_school(session, {"name": "De Klok"})
        edit_school(session, closed.id, closed.version, {"closed_on": SINCE})
        add_school(session, {"name": "De Zandloper"})
        result = generate("schoolgids", "--all", "--out", "gidsen/2026", "--on", "2026-08-01")
        assert result.exit_code == 0
        assert sorted(path.name for path in (tmp_path / "gidsen" / "2026").iterdir()) == [
            "Leverancierslijst-De-Zandloper-2026-2027-4.docx",
            "Leverancierslijst-De-Zandloper-2026-2027-99XX01.docx",
            "Leverancierslijst-De-Zonnewijzer-2026-2027-99XX02.docx",
        ]

    def test_of_all_schools_is_final_for_all_or_none(self, generate, session, register, left):
        sums = add_product(session, register.lettervlieg.id, {"name": "Sommen"})
        start_use(session, register.zonnewijzer.id, sums.id, {"since": SINCE})
        result = generate("schoolgids", "--all", "--out", "gidsen", "--final")
        assert refused(result, "De Zonnewijzer")
        assert left() == []
        assert session.query(GeneratedDocument).count() == 0

    def test_of_an_unknown_school_is_refused(self, generate, left):
        result = generate("schoolgids", "--school", "99ZZ09", "--out", "gids.docx")
        assert refused(result, "Er is geen school met vestigingscode 99ZZ09 in het register.")
        assert left() == []

    def test_of_what_is_no_site_code_is_refused_with_the_rule(self, generate, left):
        result = generate("schoolgids", "--school", "De Zandloper", "--out", "gids.docx")
        assert refused(result, "Een vestigingscode bestaat uit het BRIN-nummer en 2 cijfers")
        assert left() == []

    @pytest.mark.parametrize("words", [(), ("--school", "99XX01", "--all")])
    def test_is_asked_of_one_school_or_of_all(self, generate, left, words):
        assert refused(generate("schoolgids", *words, "--out", "gids.docx"), "Geef één school met --school")
        assert left() == []


class TestWhereItGoes:
    @pytest.mark.parametrize(
        ("out", "sentence"),
        [
            ("gids.pdf", "moet eindigen op .docx"),
            ("nergens/gids.docx", "Deze map bestaat niet: nergens"),
            ("map.docx", "Dit is een map, geen bestand"),
        ],
    )
    def test_a_place_that_cannot_be_written_is_refused(self, generate, tmp_path, left, out, sentence):
        (tmp_path / "map.docx").mkdir()
        assert refused(generate("schoolgids", "--school", "99XX01", "--out", out), sentence)
        assert left() == ["map.docx"]

    def test_all_schools_do_not_go_into_one_file(self, generate, tmp_path):
        (tmp_path / "gidsen").write_text("iets anders")
        assert refused(generate("schoolgids", "--all", "--out", "gidsen"), "Dit is een bestand, geen map: gidsen")
        assert (tmp_path / "gidsen").read_text() == "iets anders"

    def test_a_file_that_is_there_is_replaced(self, generate, tmp_path, left):
        (tmp_path / "gids.docx").write_bytes(b"oud")
        generate("schoolgids", "--school", "99XX01", "--out", "gids.docx")
        assert (tmp_path / "gids.docx").read_bytes().startswith(b"PK")
        assert left() == ["gids.docx"]

    def test_a_day_that_does_not_exist_is_refused(self, generate, left):
        result = generate("schoolgids", "--school", "99XX01", "--out", "gids.docx", "--on", "2027-02-29")
        assert refused(result, "De datum “2027-02-29” bestaat niet.")
        assert left() == []

"""A board's own files lie over the shipped ones: they add, change and retire, and take nothing away."""

from datetime import date

import pytest

from registry.reference import active, load


@pytest.fixture
def own(tmp_path):
    """Load the reference data with these files, by name, in the board's own folder."""

    def load_with(**files):
        for name, text in files.items():
            suffix = ".csv" if name in ("countries", "catalogue") else ".toml"
            (tmp_path / f"{name}{suffix}").write_text(text, encoding="utf-8", newline="")
        return load(tmp_path)

    return load_with


def test_a_folder_that_is_not_there_is_an_empty_one(tmp_path):
    assert load(tmp_path / "reference").purposes == load().purposes


def test_a_new_code_is_added_at_the_end(own):
    terms = own(retention_terms='[[row]]\ncode = "camera"\nlabel = "Camera"\nterm = "4 weken"\nsource = "eigen"')
    assert list(terms.retention_terms)[-1] == "camera"
    assert len(terms.retention_terms) == len(load().retention_terms) + 1


def test_a_new_fact_is_not_verified_until_it_says_so(own):
    reference = own(sectors='[[row]]\ncode = "mbo"\nlabel = "Mbo"\nsource = "eigen"')
    assert not reference.sectors["mbo"].verified


def test_a_known_code_changes_only_what_the_row_names(own):
    before = load().model_versions["mvo_4_0"]
    after = own(model_versions='[[row]]\ncode = "mvo_4_0"\nold = true').model_versions["mvo_4_0"]
    assert (before.old, after.old) == (False, True)
    assert (after.label, after.topics, after.source) == (before.label, before.topics, before.source)


def test_a_changed_row_keeps_its_place(own):
    changed = own(sectors='[[row]]\ncode = "po"\nlabel = "Primair onderwijs"')
    assert list(changed.sectors) == list(load().sectors)
    assert changed.sectors["po"].label == "Primair onderwijs"


def test_a_retired_fact_can_be_read_but_not_chosen(own):
    reference = own(sectors='[[row]]\ncode = "sbo"\nretired = true')
    assert reference.sectors["sbo"].label == "Speciaal basisonderwijs"
    assert "sbo" not in [sector.code for sector in active(reference.sectors)]


@pytest.mark.parametrize("table", ["sectors", "countries"])
def test_an_empty_file_takes_nothing_away(own, table):
    assert getattr(own(**{table: ""}), table) == getattr(load(), table)


def test_the_shipped_facts_stay_as_they_were_after_loading_a_boards_own(own):
    own(sectors='[[row]]\ncode = "po"\nlabel = "Primair onderwijs"')
    assert load().sectors["po"].label == "Basisonderwijs"


def test_a_new_fact_may_name_another_new_fact(own):
    reference = own(
        covenant_versions='[[row]]\ncode = "5.0"\nlabel = "Privacyconvenant 5.0"\nyear = 2028\npublished = "2028"\n'
        'changes = "nieuw"\nsource = "eigen"\nadvised_from = 2028-08-01',
        model_versions='[[row]]\ncode = "mvo_5_0"\nlabel = "Model 5.0"\nfor_whom = "participant"\nsource = "eigen"\n'
        'covenant_version = "5.0"\ntopics = ["definitions", "duration"]',
    )
    assert reference.model_versions["mvo_5_0"].topics == ("definitions", "duration")
    assert reference.covenant_versions["5.0"].advised_from == date(2028, 8, 1)


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_a_table_from_a_spreadsheet_may_use_commas_or_semicolons(own, delimiter):
    lines = ["code,adequacy,adequacy_since,verified", "KE,(EU) 2028/1,2028-02-01,WAAR", ",,,"]
    kenya = own(countries="\r\n".join(lines).replace(",", delimiter)).country("KE")
    assert (kenya.has_adequacy, kenya.adequacy_since, kenya.verified) == (True, date(2028, 2, 1), True)


def test_an_empty_cell_changes_nothing(own):
    assert own(countries="code,label,note\nNL,,eigen land\n").country("NL").label == "Nederland"


def test_several_values_in_a_cell_stand_between_bars(own):
    entry = "code,label,supplier,sectors,source\nkade,De Kade,Uitgeverij De Kade,po | vo,eigen\n"
    assert own(catalogue=entry).catalogue["kade"].sectors == ("po", "vo")


def test_a_byte_order_mark_is_no_part_of_the_text(own):
    reference = own(sectors='\ufeff[[row]]\ncode = "mbo"\nlabel = "Mbo"\nsource = "eigen"')
    assert reference.sectors["mbo"].label == "Mbo"


@pytest.mark.parametrize("name", ["LEESMIJ.txt", ".gitkeep", "desktop.ini", "~$notities.docx"])
def test_a_file_of_another_sort_may_lie_beside_them(tmp_path, name):
    (tmp_path / name).write_bytes(b"\xff")
    assert load(tmp_path).sectors == load().sectors

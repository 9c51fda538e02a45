"""The facts that the product ships with: complete, sourced, and never fewer than before."""

from dataclasses import fields
from pathlib import Path

import pytest

from registry.errors import BadReferenceFile
from registry.reference import Reference, Table, load
from registry.reference.definition import DEFINITIONS
from registry.reference.linking import check_links
from registry.reference.reading import read_rows

TABLES = [column.name for column in fields(Reference)]
EVER_SHIPPED = [line.split() for line in (Path(__file__).parent / "shipped_codes.txt").read_text().splitlines()]
SUBS_OF_SLI_A = [f"SLI-a{number}" for number in range(1, 10)]


@pytest.fixture(scope="module")
def reference():
    return load()


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda definition: definition.name)
def test_every_row_says_where_it_was_read_and_whether_that_was_checked(definition):
    rows = read_rows(definition.file).values()
    assert rows
    assert [row.where for row in rows if not {"source", "verified"} <= row.values.keys()] == []


@pytest.mark.parametrize(("table", "codes"), [(table, codes) for table, *codes in EVER_SHIPPED])
def test_a_code_that_ever_shipped_is_still_there(reference, table, codes):
    assert [code for code in codes if code not in getattr(reference, table)] == []


@pytest.mark.parametrize("table", TABLES)
def test_a_code_that_ships_stands_in_the_list_of_codes_that_must_stay(reference, table):
    kept = next((codes for name, *codes in EVER_SHIPPED if name == table), [])
    assert [code for code in getattr(reference, table) if code not in kept] == []


@pytest.mark.parametrize("table", TABLES)
def test_a_fact_carries_its_own_code(reference, table):
    assert [code for code, fact in getattr(reference, table).items() if fact.code != code] == []


@pytest.mark.parametrize("table", sorted({*TABLES} - {"purposes"}))  # the two lists of purposes share labels
def test_no_label_is_used_twice_in_a_table(reference, table):
    labels = [fact.label for fact in getattr(reference, table).values()]
    assert [label for label in set(labels) if labels.count(label) > 1] == []


def test_what_was_not_compared_with_the_official_model_is_not_called_verified(reference):
    unread = [
        *reference.purposes.values(),
        *reference.data_categories.values(),
        *reference.measures.values(),
        reference.model_versions["mvo_3_0"],
        reference.model_versions["mvo_4_0"],
    ]
    assert [fact.code for fact in unread if fact.verified] == []


def test_the_list_for_learning_materials_is_complete(reference):
    codes = [code for code, purpose in reference.purposes.items() if purpose.purpose_list == "LT"]
    assert codes == ["LT-a", *(f"LT-a{number}" for number in range(1, 6)), *(f"LT-{letter}" for letter in "bcdefghi")]


def test_the_list_for_school_and_pupil_information_is_complete(reference):
    codes = [code for code, purpose in reference.purposes.items() if purpose.purpose_list == "SLI"]
    assert codes == ["SLI-a", *SUBS_OF_SLI_A, *(f"SLI-{letter}" for letter in "bcdefghi")]


def test_a_purpose_is_in_the_list_of_its_parent(reference):
    parts = {purpose: reference.purposes[purpose.parent] for purpose in reference.purposes.values() if purpose.parent}
    assert {whole.code for whole in parts.values()} == {"LT-a", "SLI-a"}
    assert [part.code for part, whole in parts.items() if part.purpose_list != whole.purpose_list] == []


def test_all_fourteen_data_categories_are_there_with_their_parts(reference):
    whole = [code for code, category in reference.data_categories.items() if not category.parent]
    parts = {code: category.parent for code, category in reference.data_categories.items() if category.parent}
    assert whole == [str(number) for number in range(1, 15)]
    assert parts == {"1.1": "1", "1.2": "1", "1.3": "1", **{f"7{letter}": "7" for letter in "abcdef"}}


def test_only_health_religion_and_the_medical_file_are_special(reference):
    assert [code for code, category in reference.data_categories.items() if category.special] == ["5", "6", "7e"]


def test_only_the_bsn_is_a_national_number(reference):
    assert [code for code, category in reference.data_categories.items() if category.national_number] == ["13"]


def test_only_other_data_need_a_text(reference):
    assert [code for code, category in reference.data_categories.items() if category.needs_text] == ["12"]


def test_a_model_for_participants_knows_the_covenant_and_the_general_model_does_not(reference):
    assert "covenant" in reference.model_versions["mvo_4_0"].topics
    assert "covenant" not in reference.model_versions["general_model"].topics


def test_only_model_4_is_meant_for_participants_alone(reference):
    models = reference.model_versions.values()
    assert [model.code for model in models if model.for_whom == "participant"] == ["mvo_4_0"]


def test_models_before_4_are_old(reference):
    assert [code for code, model in reference.model_versions.items() if model.old] == ["bvo_1_0", "bvo_2_0", "mvo_3_0"]


def test_what_needs_no_agreement_has_a_reason_to_start_from(reference):
    without = [arrangement for arrangement in reference.arrangements.values() if not arrangement.needs_agreement]
    assert [arrangement.code for arrangement in without if not (arrangement.needs_reason and arrangement.reason)] == []


def test_a_photographer_by_letter_is_a_processor_without_an_agreement_of_its_own(reference):
    letter = reference.arrangements["letter_or_mail"]
    assert (letter.roles, letter.needs_agreement, letter.needs_reason) == (("processor",), False, True)


def test_every_kind_of_product_has_one_heading_in_the_guide(reference):
    proposed = [kind for heading in reference.guide_headings.values() for kind in heading.product_kinds]
    assert sorted(proposed) == sorted(reference.product_kinds)


def test_no_kind_of_product_lands_under_the_heading_of_the_legal_recipients(reference):
    assert reference.guide_headings["legal_recipients"].product_kinds == ()


@pytest.mark.parametrize("table", ["guide_headings", "external_review_steps"])
def test_an_ordered_list_counts_from_one(reference, table):
    rows = getattr(reference, table).values()
    assert [row.order for row in rows] == list(range(1, len(rows) + 1))


def test_the_measures_are_in_three_groups(reference):
    groups = [measure.group for measure in reference.measures.values()]
    assert {group: groups.count(group) for group in "BIV"} == {"B": 6, "I": 7, "V": 8}


def test_the_six_legal_bases_name_their_articles(reference):
    articles = [basis.article for basis in reference.legal_bases.values()]
    assert articles == [f"AVG artikel 6 lid 1 onder {letter}" for letter in "abcdef"]


def test_every_code_that_a_fact_names_exists(reference):
    tables = {name: getattr(reference, name) for name in TABLES}
    check_links(tables)  # a start without own facts does not look
    wrong = tables | {"product_kinds": Table("de soorten producten", dict)}
    with pytest.raises(BadReferenceFile):
        check_links(wrong)

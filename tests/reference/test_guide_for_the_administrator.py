"""The examples in docs/referentiegegevens.md load, and do what the text beside them says."""

import re
from pathlib import Path

import pytest

from registry.reference import active, load
from registry.reference.definition import DEFINITIONS

GUIDE = (Path(__file__).parents[2] / "docs" / "referentiegegevens.md").read_text(encoding="utf-8")
TOML = re.findall(r"```toml\n# (\S+)\n(.*?)```", GUIDE, re.DOTALL)
CSV = re.findall(r"```csv\n(.*?)```", GUIDE, re.DOTALL)


@pytest.fixture
def reference(tmp_path):
    for name, text in TOML:
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "countries.csv").write_text(CSV[0], encoding="utf-8")
    return load(tmp_path)


def test_the_new_model_is_there_and_the_former_one_is_old(reference):
    assert reference.model_versions["mvo_5_0"].for_whom == "participant"
    assert reference.model_versions["mvo_4_0"].old


def test_the_boards_own_term_is_there_and_the_retired_one_cannot_be_chosen(reference):
    codes = [term.code for term in active(reference.retention_terms)]
    assert "eigen_cameras" in codes
    assert "reunion_contact" not in codes


def test_the_boards_own_question_is_there_and_not_yet_verified(reference):
    assert not reference.review_questions["eigen_helpdesk"].verified


def test_the_country_has_its_adequacy_decision(reference):
    assert reference.country("KE").has_adequacy
    assert reference.country("KE").label == "Kenia"


def test_every_file_is_named_with_what_it_holds():
    assert [definition.name for definition in DEFINITIONS if f"`{definition.file.name}`" not in GUIDE] == []

"""Looking a fact up: by code, by what may be chosen, and through the application."""

from dataclasses import FrozenInstanceError

import pytest
from flask import Flask

from registry import reference
from registry.errors import BadReferenceFile, UnknownCode
from registry.reference import active, facts, load, pick


def test_a_known_code_gives_its_fact():
    assert pick(load().purposes, "LT-a1").label == "Leer- en toetsresultaten opslaan"


def test_an_unknown_code_names_the_list_in_dutch():
    with pytest.raises(UnknownCode) as refusal:
        pick(load().purposes, "LT-z")
    assert refusal.value.sentence == "De code “LT-z” staat niet in de lijst met doelen."


def test_what_may_be_chosen_keeps_the_order_of_the_file():
    assert [level.code for level in active(load().biv_levels)] == ["low", "medium", "high"]


def test_a_fact_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        load().purposes["LT-a"].label = "Iets anders"


def test_a_table_cannot_be_changed():
    with pytest.raises(TypeError):
        load().purposes["LT-z"] = load().purposes["LT-a"]


def test_an_application_has_the_facts_of_its_own_board(tmp_path):
    (tmp_path / "sectors.toml").write_text('[[row]]\ncode = "po"\nlabel = "Primair onderwijs"', encoding="utf-8")
    app, other = Flask("own"), Flask("other")
    reference.init(app, tmp_path)
    reference.init(other)
    with app.app_context():
        assert facts().sectors["po"].label == "Primair onderwijs"
    with other.app_context():
        assert facts().sectors["po"].label == "Basisonderwijs"


def test_an_application_does_not_start_on_a_broken_file(tmp_path):
    (tmp_path / "sectors.toml").write_text("[[row]", encoding="utf-8")
    with pytest.raises(BadReferenceFile):
        reference.init(Flask("own"), tmp_path)

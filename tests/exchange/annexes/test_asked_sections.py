"""Headings that ask: what they ask after counts, not the verb that they ask it with."""

import pytest


@pytest.mark.parametrize(
    "heading", ["Van wie bewaren wij gegevens?", "Over wie houden wij gegevens bij?", "Whose data do we keep?"]
)
def test_a_question_after_people_is_about_people(annex, heading):
    assert annex(heading, ["Van leerlingen en van hun leerkrachten."])["data_subjects"] == ["pupil", "teacher"]


@pytest.mark.parametrize(
    "heading", ["Welke gegevens bewaren wij?", "Wat bewaren wij van een leerling?", "Which data do we keep?"]
)
def test_a_question_after_data_is_about_data(annex, heading):
    told = annex(heading, ["Naam, klas en resultaten"])
    assert (told["data_categories"], told["retention"]) == (["1.1", "7b", "7f"], None)


@pytest.mark.parametrize("heading", ["Welke gegevens bewaren wij niet?", "Wat bewaren wij niet?"])
def test_a_question_after_what_is_not_kept_denies(annex, heading):
    told = annex(heading, ["Medische gegevens, BSN"])
    assert (told["denied"], told["data_categories"]) == (["5", "13"], None)


@pytest.mark.parametrize("heading", ["Hoe lang bewaren wij welke gegevens?", "Tot wanneer bewaren wij gegevens?"])
def test_a_question_after_the_time_is_about_retention(annex, heading):
    assert annex(heading, ["Accounts: 2 jaar"])["retention"] == [{"data": "Accounts", "term": "2 jaar"}]


def test_a_heading_of_data_and_people_is_about_both(annex):
    told = annex("Gegevens en betrokkenen", ["Leerlingen: naam, klas, aanwezigheid", "Docenten: naam, e-mailadres"])
    assert (told["data_categories"], told["data_subjects"]) == (["1.1", "7d", "7f", "11"], ["pupil", "teacher"])

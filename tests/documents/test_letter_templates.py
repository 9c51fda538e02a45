"""The letters as Word files: one layout, signed by function, and what is optional left out."""

import re

import pytest

from registry.documents import fill
from tests.documents import examples
from tests.documents.specimens import SHIPPED, complete, headings, lines, paragraphs, read, shipped, text_of

TO_A_FAMILY = "brief-ontvangers"  # has a layout of its own
LETTERS = [name for name in SHIPPED if name.startswith("brief-") and name != TO_A_FAMILY]
every_letter = pytest.mark.parametrize("name", LETTERS)


@every_letter
def test_a_letter_begins_with_sender_addressee_date_and_reference(name):
    assert lines(complete(name))[:9] == [
        "Stichting De Waterlelie",
        "Kerkpad 12",
        "1234 AB Waterveen",
        "Uitgeverij De Kade B.V.",
        "t.a.v. privacy officer",
        "Havenkade 3",
        "4321 BA Schipperdam",
        "Waterveen, 3 maart 2026",
        "Kenmerk: 2026-014",
    ]


@every_letter
def test_its_subject_line_is_its_first_heading(name):
    assert headings(complete(name))[0].startswith("Onderwerp: ")


@every_letter
def test_a_letter_without_a_reference_has_no_line_for_it(name):
    assert "Kenmerk" not in text_of(name, brief={"kenmerk": ""})


@every_letter
def test_it_is_signed_by_function_and_not_by_name(name):
    text = "\n".join(lines(complete(name)))
    assert "voorzitter van het college van bestuur" in text
    assert "M. van den Akker" not in text
    assert "P. Jansen" not in text


@pytest.mark.parametrize("name", [name for name in LETTERS if name != "brief-afspraken"])
def test_it_says_that_its_date_is_four_weeks_later(name):
    assert re.search(r"voor of op 31 maart 2026\. Dat is vier weken na de datum van deze brief\.", text_of(name))


def test_the_greeting_stays_with_who_signs():
    greeting = next(one for one in paragraphs(complete("brief-verzoek")) if one.text == "Met vriendelijke groet,")
    assert greeting.paragraph_format.keep_with_next


def test_arrangements_by_mail_ask_for_an_answer_and_have_no_room_to_sign():
    by_mail = examples.complete()["brief-afspraken"]
    by_mail["brief"]["per_mail"] = True
    filled = fill(shipped("brief-afspraken"), by_mail).content
    assert any("Beantwoord dan deze e-mail met" in line for line in lines(filled))
    assert "Handtekening:" not in "\n".join(lines(filled))
    assert "Handtekening:" in "\n".join(lines(complete("brief-afspraken")))


def test_the_statement_of_deletion_begins_on_a_page_of_its_own():
    found = read(complete("brief-einde-overeenkomst")).paragraphs
    statement = next(one for one in found if one.text == "Verklaring van vernietiging")
    assert statement.paragraph_format.page_break_before


def test_the_card_without_special_data_has_no_warning():
    assert "Bijzondere persoonsgegevens" not in text_of("datalekkaart", kaart={"bijzonder": "", "bsn": ""})
    assert "BSN of ander nationaal nummer: Rekentoren." in text_of("datalekkaart")

"""The letter that names who received data of a school's pupils in a period."""

from datetime import date

import pytest

from registry.documents import Gap
from registry.errors import BrokenRule
from registry.model import GeneratedDocument
from registry.services.paper import Templates, finished
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.uses import note_groups, start_use
from tests.complete_register import SINCE, TODAY
from tests.documents.specimens import lines, read

CODE = "school-recipients"


@pytest.fixture
def letter(made):
    return lambda *args, since=SINCE, **asked: made(CODE, *args, since=since, **asked)


@pytest.fixture
def sums(session, register):
    product = add_product(session, add_supplier(session, {"name": "Rekenwolk"}).id, {"name": "Sommen", "kind": "lt"})
    start_use(session, register.zandloper.id, product.id, {"since": TODAY, "purpose_plain": "Om te rekenen."})
    return product


def test_it_names_supplier_product_period_purpose_and_data(letter):
    (table,) = read(letter().content).tables
    assert [cell.text for cell in table.rows[1].cells] == [
        "Lettervlieg B.V.\nLetters\nverwerker\nsubverwerkers: geen",
        "vanaf 1 augustus 2025",
        "Om te leren lezen.",
        "Naam, e-mailadres en opleiding. Niet: BSN",
        "nee",
    ]


def test_the_pupils_name_is_left_to_write_by_hand(letter):
    assert any(line.startswith("Naam van de leerling: …") for line in lines(letter().content))


def test_it_says_what_the_register_does_not_know(letter):
    text = "\n".join(lines(letter().content))
    assert "van 1 augustus 2025 tot en met 1 augustus 2026" in text
    assert "niet met welke producten één leerling werkte" in text


def test_days_to_come_are_refused(letter):
    with pytest.raises(BrokenRule, match="De laatste dag van de periode moet nog komen"):
        letter(on=date(2026, 8, 2))


@pytest.mark.parametrize(
    ("since", "sentence"), [(None, "Kies eerst vanaf welke dag"), (date(2026, 8, 2), "De periode begint na de dag")]
)
def test_without_a_period_it_is_refused_with_a_sentence(letter, since, sentence):
    with pytest.raises(BrokenRule, match=sentence):
        letter(since=since)


def test_groups_are_told_as_they_are_now_and_never_of_a_period_that_is_over(session, register, letter):
    (use,) = register.zandloper.uses
    note_groups(session, use.id, use.version, "groep 3")
    assert "groepen nu: groep 3" in read(letter().content).tables[0].rows[1].cells[1].text
    earlier = letter(on=date(2026, 7, 31)).content
    assert "groep 3" not in read(earlier).tables[0].rows[1].cells[1].text
    assert not any("alleen die groepen" in line for line in lines(earlier))


def test_unknown_subprocessors_are_a_gap_and_not_none(letter, sums):
    assert Gap("Privacybijsluiter", f"product/{sums.id}/privacy_annexes") in letter().gaps


def test_an_organisation_that_decides_itself_stands_apart_with_its_ground(session, register, letter):
    product = add_product(session, register.duo.id, {"name": "Inschrijving"})
    fields = {"since": SINCE, "legal_basis": "legal_obligation", "purpose_plain": "Om te tellen."}
    start_use(session, register.zandloper.id, product.id, fields)
    suppliers, recipients = read(letter().content).tables
    assert [row.cells[0].text.split("\n")[0] for row in suppliers.rows[1:]] == ["Lettervlieg B.V."]
    assert recipients.rows[1].cells[0].text == "DUO\nInschrijving"
    assert recipients.rows[1].cells[4].text.startswith("Wettelijke verplichting\nbuiten de EER: ")


def test_a_school_without_recipients_in_the_period_is_told_so(register, letter):
    assert "staan voor deze school geen ontvangers in het register" in "\n".join(
        lines(letter(register.zonnewijzer).content)
    )


def test_final_it_is_given_and_never_kept(session, paper, tmp_path):
    (made,) = finished(session, [paper(CODE, since=SINCE)], Templates(tmp_path), None)
    assert made.file_name.endswith("tot-en-met-01-08-2026.docx")
    assert "Concept" not in "\n".join(lines(made.content))
    assert session.query(GeneratedDocument).count() == 0

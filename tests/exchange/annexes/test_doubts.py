"""What is not sure: a value that may be of another party, of another annex, or of the word beside it."""

import pytest

from registry.exchange.annexes.paper.block import Block, BlockKind, Rich, Run
from registry.exchange.annexes.paper.pdf import _without_frames
from tests.exchange.annexes import papers
from tests.exchange.annexes.forms import party

SURE = 0.9


def certainty(annex, field):
    """How sure a field of an annex is."""
    return annex["found"][field]["certainty"]


@pytest.mark.parametrize("signed", ["Handtekening:", "Plaats en datum:"])
def test_who_signs_is_not_the_supplier(document, read, signed):
    document.add_heading("Verwerkersovereenkomst", 1)
    rows = [("Onderwijsinstelling", "Verwerker"), (signed, signed), ("Naam:", "Naam: directeur Wolkjes Educatie B.V.")]
    papers.table(document, *rows)
    document.add_heading("Privacybijsluiter Zonnetje", 1)
    document.add_heading("Bewaartermijn", 2)
    document.add_paragraph("2 jaar")
    told = read(document)[0]
    assert told["supplier"] is None or told["supplier"]["name"] != "directeur Wolkjes Educatie B.V."


def test_the_country_of_a_party_among_the_places_of_storage_is_not_sure(annex):
    told = annex("Opslag", ["Voor sms gebruiken wij Sneltoon B.V. (Oostenrijk)."])
    assert certainty(told, "storage") < SURE


@pytest.mark.parametrize(("title", "name"), [("Wolkjes Toetsen", "Wolkjes Toetsen"), ("Wolkjes Rekenen", None)])
def test_a_title_that_may_be_longer_is_not_sure(document, read, title, name):
    document.add_heading(f"Privacybijsluiter {title}", 1)
    document.add_heading("Bewaartermijn", 2)
    document.add_paragraph("2 jaar")
    told = read(document)[0]
    assert told["products"] == [name or title]
    assert (certainty(told, "products") < SURE) == bool(name)


def test_data_that_a_security_annex_speaks_of_are_not_sure(document, read):
    document.add_heading("Bijlage 2: Beveiligingsbijlage", 1)
    document.add_heading("Categorieën persoonsgegevens", 2)
    document.add_paragraph("Naam, klas en voortgang")
    document.add_heading("Datalekken", 2)
    document.add_paragraph("Wij melden een datalek binnen 24 uur aan de school.")
    (told,) = [one for one in read(document) if one["kind"] == "security"]
    assert told["data_categories"]
    assert certainty(told, "data_categories") < SURE


def test_ticks_in_columns_without_heads_are_not_sure(annex):
    rows = [("Naam", "x", ""), ("Klas", "x", ""), ("BSN", "", "x"), ("Foto", "", "x"), ("Voortgang", "x", "")]
    assert certainty(annex("Persoonsgegevens", rows), "data_categories") < SURE


def test_answers_above_a_table_head_its_columns(annex):
    rows = [("", "ja", "nee"), ("Leerlingen", "x", ""), ("Ouders", "", "x"), ("Docenten", "x", "")]
    assert annex("Betrokkenen", rows)["data_subjects"] == ["pupil", "teacher"]


@pytest.mark.parametrize(
    "said",
    ["Voor hosting: Wolkenveld B.V. (Nederland). Voor e-mail: Briefduif N.V. (België).", "For hosting: {}"],
)
def test_parties_behind_their_task_are_told(annex, said):
    told = annex("Subverwerkers", [said.format("Wolkenveld B.V. (Nederland).")])["subprocessors"]
    assert told[0] == party("Wolkenveld B.V.", "hosting", "NL")
    assert len(told) == said.count(":")


@pytest.mark.parametrize("opening", ["Wat wij niet bewaren", "Wat we niet vragen", "Wat wij niet verwerken"])
def test_a_label_for_what_is_not_kept_denies(annex, opening):
    told = annex("Welke gegevens zijn dat?", ["naam", "klas", f"{opening}: geen BSN en geen foto's."])
    assert {"13", "10"} <= set(told["denied"])
    assert told["retention"] is None


@pytest.mark.parametrize("field", ["«Naam_bestuur»", "«FG_mail»"])
def test_a_merge_field_that_was_not_filled_is_left_open(annex, field):
    assert annex("Contact", [f"Voor de school: {field}"])["placeholders"] == [field]


def test_a_breach_among_the_contacts_has_its_own_address(annex):
    told = annex("Contact", ["Vragen: mail info@wolkjes.nl. Een datalek meldt u via lek@wolkjes.nl."])
    assert (told["contact"]["email"], told["breach"]["email"]) == ("info@wolkjes.nl", "lek@wolkjes.nl")


def test_a_certificate_gets_no_end_that_may_be_of_another(annex):
    both = "Wolkjes B.V. heeft ISO 27001; ook is er NEN 7510. Beide zijn gecertificeerd. Geldig tot 1 mei 2027."
    told = annex("Certificaten", [both])
    assert all(row["end"] is None for row in told["certificates"])
    assert certainty(told, "certificates") < SURE


def pages(*lines):
    """Pages of lines, each a paragraph."""
    return [
        [Block(BlockKind.PARAGRAPH, (Rich((Run(line),)),), at) for line in page] for at, page in enumerate(lines, 1)
    ]


def test_a_heading_at_the_edge_of_some_pages_is_no_footer():
    numbers = [
        ("Wolkjes 1 mei 2026", f"tekst {at}", f"meer {at}", "5. Opslag" if at in (1, 3) else "slot")
        for at in range(1, 6)
    ]
    paper = _without_frames(pages(*numbers))
    assert [block.text for block in paper.frames if "Opslag" in block.text] == []
    assert [block.text for block in paper.frames if "Wolkjes" in block.text] == ["Wolkjes 1 mei 2026"]


def test_a_choice_at_the_edge_of_each_page_is_no_footer():
    paper = _without_frames(pages(("a", "☒ naam"), ("b", "☒ naam")))
    assert paper.frames == ()

"""Annexes after the model, in every kind of tick, and an agreement with two annexes in one file."""

from pathlib import Path

import pytest
from docx.oxml import OxmlElement

from registry.exchange.annexes.annex_json import as_json
from registry.exchange.annexes.reading import read_annexes
from registry.exchange.annexes.whole import read_whole
from tests.exchange.annexes import papers

FILE = Path(__file__).parent / "files" / "agreement.pdf"  # the same agreement, made by LibreOffice
BOXES = [papers.character_box, papers.control_box, papers.legacy_box, papers.symbol_box]


@pytest.mark.parametrize("box", BOXES, ids=["characters", "content controls", "legacy fields", "symbol font"])
def test_it_reads_ticked_purposes_only(document, read, box):
    papers.model_annex(document, "RekenRups", box)
    assert read(document)[0]["purposes"] == ["LT-a", "LT-a1", "LT-a3", "LT-c"]


def test_it_reads_a_whole_privacy_annex(document, read):
    papers.model_annex(document, "RekenRups")
    annex = read(document)[0]
    annex.pop("found")
    assert annex == {
        "kind": "privacy",
        "supplier": {
            "name": "Telraam Educatief B.V.",
            "kvk": "64752577",
            "website": "https://www.telraam-educatief.nl/rekenen",
        },
        "products": ["RekenRups"],
        "model_version": None,
        "purposes": ["LT-a", "LT-a1", "LT-a3", "LT-c"],
        "data_categories": ["1.1", "7b", "14"],
        "data_category_other": None,
        "denied": None,
        "data_subjects": ["pupil", "teacher"],
        "storage": [{"country": "NL", "place": "Groningen"}],
        "storage_inside_eea": True,
        "safeguards": None,
        "subprocessors": [
            {"name": "Wolkenveld Hosting B.V.", "service": "hosting", "country": "NL"},
            {"name": "Briefduif Mail Ltd", "service": "verzenden van e-mail", "country": "IE"},
        ],
        "retention": [
            {"data": "Leerresultaten", "term": "duur overeenkomst + 3 maanden"},
            {"data": "Back-ups", "term": "30 dagen"},
        ],
        "contact": {"email": "privacy@telraam-educatief.nl", "phone": "030-1234567", "role": "privacy officer"},
        "breach": {"email": None, "phone": None, "hours": None},
        "biv": {"B": None, "I": None, "V": None},
        "certificates": None,
        "version": "2.1",
        "date": "2024-03-01",
        "placeholders": None,
        "deviations": None,
    }


def test_it_divides_an_agreement_into_its_annexes(document, read):
    papers.agreement(document)
    papers.model_annex(document, "RekenRups")
    papers.model_annex(document, "TaalTor")
    papers.security_annex(document)
    first, second, security = read(document)
    assert [first["products"], second["products"]] == [["RekenRups"], ["TaalTor"]]
    assert {annex["model_version"] for annex in (first, second, security)} == {"4.0"}
    assert {annex["supplier"]["name"] for annex in (first, second, security)} == {"Telraam Educatief B.V."}
    assert first["placeholders"] == ["<duur>"]
    assert security["kind"] == "security"
    assert security["biv"] == {"B": "medium", "I": "medium", "V": "high"}
    assert security["certificates"] == [
        {"name": "ISO 27001:2013", "holder": "Wolkenveld Hosting B.V.", "end": "2026-12-31"}
    ]
    assert security["breach"] == {"email": "security@telraam-educatief.nl", "phone": "030-7654321", "hours": 24}


def test_every_value_has_a_page_a_quotation_and_a_certainty(document, read):
    papers.model_annex(document, "RekenRups")
    found = read(document)[0]["found"]
    assert found["subprocessors[1]"]["text"].startswith("Briefduif Mail Ltd | verzenden")
    assert all(set(place) == {"page", "text", "certainty"} for place in found.values())
    assert all(place["page"] is None and 0 < len(place["text"]) <= 200 for place in found.values())


def test_the_page_is_told_by_the_breaks_that_word_kept(document, read):
    papers.model_annex(document, "RekenRups")
    document.add_paragraph().add_run()._r.append(OxmlElement("w:lastRenderedPageBreak"))
    papers.security_annex(document)
    security = read(document)[1]
    assert security["found"]["breach.hours"]["page"] == 2


def test_a_typed_page_break_alone_tells_no_page(document, read):
    papers.model_annex(document, "RekenRups")
    document.add_page_break()
    papers.security_annex(document)
    assert {place["page"] for annex in read(document) for place in annex["found"].values()} == {None}
    whole = read_whole("bijlage.docx", papers.content(document))
    assert [number for number, _texts in whole.pages] == [None]


def test_a_pdf_gives_what_its_word_file_gave_with_its_real_pages(document, read):
    papers.agreement(document)
    papers.model_annex(document, "RekenRups")
    papers.security_annex(document)
    as_word = read(document)
    told = as_json(read_annexes("agreement.pdf", FILE.read_bytes()))
    assert told["knows_pages"]
    assert max(place["page"] for place in told["annexes"][1]["found"].values()) > 1
    without_places = [[{**annex, "found": None} for annex in annexes] for annexes in (as_word, told["annexes"])]
    assert without_places[0] == without_places[1]

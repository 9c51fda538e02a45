"""`export` and `card`: lists and cards from the command line."""

import csv
import json

import openpyxl
import pytest
from click.testing import CliRunner

from registry.cli import main
from tests.cli.refusing import refused


@pytest.fixture
def command(session, register, database_url, tmp_path, monkeypatch):
    """Run a command on the complete register; paths are in the test's own folder."""
    monkeypatch.setenv("REGISTER_DATABASE_URL", database_url)
    monkeypatch.chdir(tmp_path)

    def command(*words):
        session.rollback()
        return CliRunner().invoke(main, ["--instance", str(tmp_path / "instance"), *words])

    return command


def test_a_workbook_holds_every_list(command, tmp_path):
    assert command("export", "uit.xlsx").stdout == "Geschreven: uit.xlsx\n"
    assert len(openpyxl.load_workbook(tmp_path / "uit.xlsx").sheetnames) == 7


def test_the_register_of_processing_is_a_list_to_ask_for(command, tmp_path):
    command("export", "uit.xlsx", "--sheet", "avg-register", "--on", "2026-08-01")
    assert openpyxl.load_workbook(tmp_path / "uit.xlsx").sheetnames[1:] == ["Verwerkers", "Verwerkingen", "Ontvangers"]


def test_csv_is_one_list(command, tmp_path):
    command("export", "uit.csv", "--sheet", "scholen")
    with (tmp_path / "uit.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert [row["Naam van de school"] for row in rows] == ["De Zandloper", "De Zonnewijzer"]


def test_json_holds_every_list_by_heading(command, tmp_path):
    command("export", "uit.json", "--on", "2026-08-01")
    told = json.loads((tmp_path / "uit.json").read_text(encoding="utf-8"))
    assert (told["versie"], told["peildatum"]) == (1, "2026-08-01")
    (use,) = told["gebruik"]
    assert (use["Product"], use["Staat in de schoolgids"], use["Laatste dag van gebruik"]) == ("Letters", True, None)


REFUSED = {
    "another form": (["uit.docx"], "moet eindigen op .xlsx of .csv of .json"),
    "CSV of everything": (["uit.csv"], "Een CSV-bestand is één lijst. Kies met --sheet uit: leveranciers"),
    "an unknown list": (["uit.xlsx", "--sheet", "x"], "Er is geen lijst “x”"),
    "an unknown supplier": (["card", "Niemand", "uit.json"], "geen leverancier met de naam “Niemand”"),
    "a card that is no JSON": (["card", "DUO", "uit.txt"], "moet eindigen op .json"),
    "a folder that is not there": (["nergens/uit.xlsx"], "Deze map bestaat niet"),
}


@pytest.mark.parametrize(("words", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_one_sentence_and_leaves_nothing(command, left, words, sentence):
    assert refused(command("export", *words), sentence)
    assert left() == []


def test_a_card_is_written_and_found_sound(command):
    assert command("export", "card", "Lettervlieg", "kaart.json").exit_code == 0
    told = command("card", "validate", "kaart.json")
    assert told.stdout == "De kaart van Lettervlieg B.V. is goed.\nDe controlecode klopt.\n"


def test_an_unsigned_card_is_told_its_hash(command, tmp_path):
    (tmp_path / "k.json").write_text('{"kaart": 1, "datum": "2026-08-01", "leverancier": {"naam": "X"}}')
    assert "Er staat geen controlecode op. Die is: sha256:" in command("card", "validate", "k.json").stdout
    (tmp_path / "k.json").write_text("{}")
    assert refused(command("card", "validate", "k.json"), "mist “kaart”")


def test_the_schema_is_printed(command):
    assert json.loads(command("card", "schema").stdout)["title"] == "Leverancierskaart"

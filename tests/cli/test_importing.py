"""`import`: take a list over, show what it would do, list what was taken over, and undo it."""

import json

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from registry.cli import main
from registry.model import Import, Supplier
from registry.services.uses.schools import add_school

LIST = "Leverancier;Product;Scholen\nDe Kade;Letters;De Zandloper\n"


@pytest.fixture
def run(session, database_url, tmp_path, monkeypatch):
    """Run the command in a folder with the list."""
    monkeypatch.setenv("REGISTER_DATABASE_URL", database_url)
    monkeypatch.chdir(tmp_path)
    add_school(session, {"name": "De Zandloper"})
    (tmp_path / "lijst.csv").write_text(LIST, encoding="utf-8")

    def run(*words):
        session.rollback()
        done = CliRunner().invoke(main, ["--instance", str(tmp_path / "instance"), "import", *words])
        session.expire_all()
        return done

    return run


def suppliers(session):
    return list(session.scalars(select(Supplier.name)))


def test_it_takes_a_list_over_lists_it_and_undoes_it(run, session):
    assert "Ingelezen als import 1." in run("lijst.csv", "--since", "2026-08-01").stdout
    assert suppliers(session) == ["De Kade"]
    assert "ingelezen  leveranciers en producten: lijst.csv" in run("--list").stdout
    assert run("--undo", "1").stdout == "Import 1 is ongedaan gemaakt: lijst.csv.\n"
    assert suppliers(session) == []


def test_a_dry_run_tells_all_as_json_and_writes_nothing(run, session):
    told = json.loads(run("lijst.csv", "--dry-run", "--json", "--since", "2026-08-01").stdout)
    assert (told["kind"], told["counts"]["new"]) == ("suppliers", 1)
    assert [column["field"] for column in told["columns"]] == ["supplier.name", "product.name", "use.schools"]
    row = told["rows"][0]
    assert (row["row"], row["action"], row["problems"]) == (2, "new", [])
    assert row["record"] == ["De Kade", "Letters", "Letters op De Zandloper"]
    assert {
        "record": "Letters op De Zandloper",
        "field": "In gebruik sinds",
        "old": "",
        "new": "1 augustus 2026",
    } in row["fields"]
    assert session.scalars(select(Import)).all() == []


def test_what_needs_attention_is_refused_and_nothing_is_written(run, session):
    done = run("lijst.csv")
    assert (done.exit_code, "vraagt nog aandacht" in done.stderr) == (2, True)
    assert (suppliers(session), session.scalars(select(Import)).all()) == ([], [])


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("niets.csv",), "kan niet worden gelezen"),
        (("lijst.csv", "--as", "zomaar"), "De soort lijst “zomaar” is er niet."),
        (("lijst.csv", "--since", "31-02-2026"), "bestaat niet"),
        (("--undo", "9"), "Dit staat niet in het register."),
    ],
    ids=["no file", "no such kind", "no such day", "no such import"],
)
def test_a_wrong_word_is_one_sentence(run, session, words, sentence):
    done = run(*words)
    assert (done.exit_code, sentence in done.stderr) == (2, True)
    assert suppliers(session) == []


def test_an_answer_behind_the_command_settles_a_question(run, session, tmp_path):
    (tmp_path / "lijst.csv").write_text("Leverancier;Product\nOnbekend Ding;\n", encoding="utf-8")
    run("lijst.csv")
    (tmp_path / "lijst.csv").write_text("Leverancier;Product\nOnbekend Dinq;\n", encoding="utf-8")
    told = json.loads(run("lijst.csv", "--dry-run", "--json").stdout)
    code = told["rows"][0]["problems"][0]["code"]
    assert run("lijst.csv", "--answer", f"{code}=new").exit_code == 0
    assert sorted(suppliers(session)) == ["Onbekend Ding", "Onbekend Dinq"]

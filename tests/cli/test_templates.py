"""`templates`: check a Word file, tell which template each paper uses, add one."""

import json

import pytest
from click.testing import CliRunner

from registry.cli import main
from registry.model import PaperTemplate
from registry.services.paper.fields import FIELDS
from tests.complete_register import complete_register
from tests.documents.specimens import shipped, word_file

GUIDE = "schoolgids-leverancierslijst"


@pytest.fixture
def register(session):
    return complete_register(session)


@pytest.fixture
def templates(session, register, database_url, tmp_path, monkeypatch):
    """Run the command on the register, in the test's own folder."""
    monkeypatch.setenv("REGISTER_DATABASE_URL", database_url)
    monkeypatch.chdir(tmp_path)

    def templates(*words):
        session.rollback()
        return CliRunner().invoke(main, ["--instance", str(tmp_path / "instance"), "templates", *words])

    return templates


@pytest.fixture
def right(tmp_path):
    path = tmp_path / "goed.docx"
    path.write_bytes(word_file("Lijst van {{ school.naam }}"))
    return str(path)


@pytest.fixture
def wrong(tmp_path):
    path = tmp_path / "fout.docx"
    path.write_bytes(word_file("{{ school.naan }}"))
    return str(path)


class TestChecking:
    def test_a_right_one_is_told_as_json(self, templates, right):
        result = templates("check", right, "--paper", GUIDE, "--json")
        assert result.exit_code == 0
        assert json.loads(result.stdout) == {"ok": True, "fields": ["school.naam"], "unknown": [], "refused": []}

    def test_a_wrong_one_has_the_nearest_name_and_exit_code_1(self, templates, wrong):
        result = templates("check", wrong, "--json")
        assert result.exit_code == 1
        assert json.loads(result.stdout)["unknown"] == [
            {"name": "school.naan", "nearest": "school.naam", "place": "in de tekst"}
        ]

    def test_a_file_that_is_refused_has_the_reason_and_the_place(self, templates, tmp_path):
        path = tmp_path / "bom.docx"
        path.write_bytes(word_file("Tekst", header="{{ 7 * 7 }}"))
        (refused,) = json.loads(templates("check", str(path), "--json").stdout)["refused"]
        assert refused["reason"]
        assert "in de koptekst" in refused["place"]

    def test_without_json_it_is_told_in_words(self, templates, right, wrong):
        assert templates("check", right).stdout == "Het sjabloon is goed.\nVelden: school.naam\n"
        assert "school.naan bestaat niet (in de tekst). Bedoelt u school.naam?" in templates("check", wrong).stdout

    @pytest.mark.parametrize("name", ["bijlage-3-afwijkingen", GUIDE])
    def test_a_shipped_one_is_right(self, templates, tmp_path, name):
        (tmp_path / "eigen.docx").write_bytes(shipped(name))
        assert templates("check", "eigen.docx", "--paper", name).exit_code == 0

    def test_a_field_of_another_paper_is_unknown_once_the_paper_is_named(self, templates, right):
        assert templates("check", right).exit_code == 0
        assert templates("check", right, "--paper", "bijlage-3-afwijkingen").exit_code == 1

    def test_a_file_or_paper_that_is_not_there_is_one_sentence(self, templates, right):
        missing, unknown = templates("check", "weg.docx"), templates("check", right, "--paper", "niets")
        assert (missing.exit_code, unknown.exit_code) == (2, 2)
        assert "kan niet worden gelezen" in missing.stderr
        assert "Er is geen document “niets”" in unknown.stderr


class TestAddingAndListing:
    def test_each_paper_is_told_with_its_template(self, templates):
        lines = templates("list").stdout.splitlines()
        assert len(lines) == len(FIELDS)
        assert f"{GUIDE}: Leverancierslijst voor de schoolgids – meegeleverd sjabloon" in lines
        assert "huisstijl: Huisstijl – geen" in lines

    def test_one_is_kept_and_in_use(self, session, templates, right):
        result = templates("add", right, "--paper", GUIDE, "--title", "Onze lijst")
        assert result.stdout == f"Bewaard en in gebruik: Onze lijst, versie 1 ({GUIDE})\n"
        kept = session.query(PaperTemplate).one()
        assert (kept.title, kept.in_use, kept.school_id) == ("Onze lijst", True, None)
        assert "Onze lijst, versie 1 (sjabloon van het bestuur)" in templates("list").stdout

    def test_a_school_gets_its_own(self, session, templates, right):
        assert templates("add", right, "--paper", GUIDE, "--school", "99xx01").exit_code == 0
        assert session.query(PaperTemplate).one().school.name == "De Zandloper"
        assert f"{GUIDE}: De Zandloper – goed, versie 1" in templates("list").stdout

    def test_a_wrong_one_is_not_kept_and_told_what_is_wrong(self, session, templates, wrong):
        result = templates("add", wrong, "--paper", GUIDE)
        assert result.exit_code == 2
        assert result.stderr == "Dit sjabloon is niet bewaard. school.naan bestaat niet (in de tekst).\n"
        assert session.query(PaperTemplate).count() == 0

    def test_a_school_that_is_not_there_is_refused(self, session, templates, right):
        assert (
            "geen school met vestigingscode" in templates("add", right, "--paper", GUIDE, "--school", "11AA99").stderr
        )
        assert session.query(PaperTemplate).count() == 0

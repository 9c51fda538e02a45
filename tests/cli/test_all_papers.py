"""`generate PAPER --all`: a folder or a zip, what could not be made, and stopping halfway."""

from zipfile import ZipFile

import pytest

from registry.model import GeneratedDocument
from registry.model.agreement_lists import AgreementStatus
from registry.model.supplier import CovenantStatus
from registry.services.agreements.agreements import add_agreement
from registry.services.paper import many
from registry.services.suppliers.suppliers import add_supplier, note_covenant
from tests.cli.refusing import refused
from tests.complete_register import SINCE
from tests.documents.specimens import lines

LIST = "Leverancierslijst-De-{}-2026-2027-99XX0{} (concept).docx"
DAY = ["--on", "2026-08-01"]


@pytest.fixture
def names(tmp_path):
    """The names of what is in a zip."""
    return lambda: ZipFile(tmp_path / "uit.zip").namelist()


@pytest.fixture
def stopping_after_one(monkeypatch):
    """Somebody presses Ctrl-C while the second paper is made."""
    made = []
    real = many.draft

    def draft(paper, templates):
        if made:
            raise KeyboardInterrupt
        made.append(paper)
        return real(paper, templates)

    monkeypatch.setattr(many, "draft", draft)


class TestAZip:
    def test_holds_the_list_of_every_school(self, generate, names, tmp_path):
        result = generate("schoolgids", "--all", "--out", "uit.zip", *DAY)
        assert (result.exit_code, result.stdout) == (0, "Geschreven: uit.zip (2 documenten, concept)\n")
        assert names() == [LIST.format("Zandloper", 1), LIST.format("Zonnewijzer", 2)]
        content = ZipFile(tmp_path / "uit.zip").read(names()[0])
        assert "Wie gegevens krijgt van De Zandloper" in lines(content)

    def test_tells_what_could_not_be_made_and_so_does_the_command(self, generate, session, names, tmp_path):
        without = add_supplier(session, {"name": "Krijtje"})
        add_agreement(session, without.id, {"status": AgreementStatus.NOT_NEEDED, "reason": "er gaan geen gegevens."})
        result = generate("agreement", "--all", "--out", "uit.zip", *DAY)
        assert (result.exit_code, result.stdout) == (1, "Geschreven: uit.zip (1 document, concept)\n")
        told = "Verwerkersovereenkomst met bijlagen – Krijtje: In het register staat dat met Krijtje geen"
        assert result.stderr.startswith(f"Niet gemaakt: {told}")
        assert ZipFile(tmp_path / "uit.zip").read(names()[-1]).decode("utf-8-sig").startswith(told)

    def test_keeps_the_final_papers_and_tells_of_the_others(self, generate, session, register, names):
        add_supplier(session, {"name": "Rekenwolk"})
        result = generate("agreement", "--all", "--out", "uit.zip", "--final")
        assert result.exit_code == 1
        assert result.stdout == "Geschreven: uit.zip (1 document, definitief)\n"
        assert result.stderr.startswith("Niet gemaakt: Verwerkersovereenkomst met bijlagen – Rekenwolk:")
        assert names() == ["Verwerkersovereenkomst-met-bijlagen-Lettervlieg-BV.docx", "niet-gemaakt.txt"]
        assert session.query(GeneratedDocument).count() == 1

    def test_with_nothing_in_it_is_not_written(self, generate, session, register, left):
        result = generate("agreement", "--all", "--without-agreement", "--out", "uit.zip")
        assert refused(result, "Geen verwerker in het register past hierbij.")
        assert left() == []

    def test_of_which_no_paper_could_be_made_is_not_written(self, generate, session, register, left):
        add_supplier(session, {"name": "Rekenwolk"})
        result = generate("agreement", "--all", "--without-agreement", "--out", "uit.zip", "--final")
        assert refused(result, "Geen enkel document kon worden gemaakt. Verwerkersovereenkomst met bijlagen –")
        assert left() == []

    def test_is_not_left_half_when_somebody_stops(self, generate, left, stopping_after_one):
        result = generate("schoolgids", "--all", "--out", "uit.zip")
        assert (result.exit_code, result.stderr) == (130, "Gestopt. Er is geen bestand geschreven.\n")
        assert left() == []

    def test_takes_the_pdfs_along(self, generate, names, monkeypatch):
        monkeypatch.setattr("registry.cli.papers.office", lambda: "soffice")
        monkeypatch.setattr("registry.cli.many_papers.pdf", lambda content: b"%PDF-")
        generate("schoolgids", "--all", "--out", "uit.zip", "--pdf", *DAY)
        assert names()[:2] == [LIST.format("Zandloper", 1), LIST.format("Zandloper", 1).replace(".docx", ".pdf")]


class TestAFolder:
    def test_is_not_left_when_somebody_stops(self, generate, left, stopping_after_one):
        assert generate("schoolgids", "--all", "--out", "gidsen/nieuw").exit_code == 130
        assert left() == []

    def test_has_a_file_per_supplier(self, generate, session, register, tmp_path):
        add_supplier(session, {"name": "Rekenwolk"})
        result = generate("agreement", "--all", "--out", "alle", *DAY)
        assert result.exit_code == 0
        assert sorted(path.name for path in (tmp_path / "alle").iterdir()) == [
            "Verwerkersovereenkomst-met-bijlagen-Lettervlieg-BV.docx",
            "Verwerkersovereenkomst-met-bijlagen-Rekenwolk.docx",
        ]


class TestWhoIsMeant:
    @pytest.fixture(autouse=True)
    def others(self, session, register):
        for name, status in (("Meedoen", CovenantStatus.PARTICIPANT), ("Steunen", CovenantStatus.SUPPORTER)):
            supplier = add_supplier(session, {"name": name})
            note_covenant(session, supplier.id, {"status": status, "checked_on": SINCE})
        add_agreement(session, supplier.id, {"model_version": "mvo_4_0", "status": AgreementStatus.WANTED})

    @pytest.mark.parametrize(
        ("words", "found"),
        [
            ([], ["Lettervlieg", "Meedoen", "Steunen"]),
            (["--covenant", "deelnemer"], ["Meedoen"]),
            (["--covenant", "supporter"], ["Steunen"]),
            (["--covenant", "niet nagegaan"], ["Lettervlieg"]),
            (["--model", "mvo_4_0"], ["Steunen"]),
            (["--without-agreement"], ["Meedoen"]),
        ],
    )
    def test_the_processors_that_fit(self, generate, names, words, found):
        assert generate("agreement", "--all", *words, "--out", "uit.zip").exit_code == 0
        assert [one for name in names() for one in ("Lettervlieg", "Meedoen", "Steunen") if one in name] == found

    @pytest.mark.parametrize(
        ("words", "sentence"),
        [
            (["--all", "--model", "mvo_9"], "Er is geen model “mvo_9”."),
            (["--all", "--covenant", "lid"], "Er is geen convenantstatus “lid”."),
            (["--all", "--covenant", "deelnemer", "--without-agreement"], "één tegelijk"),
            (["--supplier", "Meedoen", "--model", "mvo_4_0"], "alleen met --all"),
            (["--all", "--agreement", "1"], "niet met --all"),
            (["--all", "--supplier", "Meedoen"], "Geef één leverancier met --supplier"),
        ],
    )
    def test_what_cannot_be_meant_is_refused(self, generate, left, words, sentence):
        assert refused(generate("agreement", *words, "--out", "uit.zip"), sentence)
        assert left() == []

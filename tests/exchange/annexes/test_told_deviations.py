"""Deviations from the model that are told without a table: behind labels, or in the agreement itself."""

import pytest

AUDIT = {"article": "Artikel 7 lid 3", "difference": "audit na overleg", "reason": "klein team"}


@pytest.fixture
def annex(document, read):
    """The annex of an agreement with these lines in it, and others in an annex 3."""

    def made(agreement, third):
        document.add_heading("Verwerkersovereenkomst", 1)
        for line in agreement:
            document.add_paragraph(line)
        document.add_heading("Bijlage 1: Privacybijsluiter Wolkjes", 1)
        document.add_heading("Bewaartermijn", 2)
        document.add_paragraph("2 jaar")
        if third:
            document.add_heading("Bijlage 3: Wijzigingen", 1)
        for line in third:
            document.add_paragraph(line)
        return read(document)[0]

    return made


@pytest.mark.parametrize(
    "lines",
    [
        ("Artikel: Artikel 7 lid 3", "Wijziging: audit na overleg.", "Reden: klein team."),
        ("1. Artikel 7 lid 3", "Afwijking: audit na overleg", "Toelichting: klein team"),
        ("Bepaling: Artikel 7 lid 3", "Nieuwe tekst: audit na overleg", "Motivering: klein team"),
    ],
)
def test_each_part_behind_a_label_makes_one_deviation(annex, lines):
    told = annex((), lines)
    assert told["deviations"] == [AUDIT]
    assert told["found"]["deviations[0]"]["certainty"] >= 0.9


def test_labels_tell_several_deviations_each_with_its_own_parts(annex):
    lines = ("Article: 7.3", "Change: audits once a year", "Article: 9", "Change: no fine", "Reason: insurance")
    assert annex((), lines)["deviations"] == [
        {"article": "7.3", "difference": "audits once a year", "reason": None},
        {"article": "9", "difference": "no fine", "reason": "insurance"},
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("In afwijking van het model geldt één ding. Artikel 7 lid 3: audit na overleg. Reden: klein team.",),
        ("Partijen wijken op een punt af van het model:", "Artikel 7 lid 3: audit na overleg. Reden: klein team."),
    ],
)
def test_the_agreement_itself_tells_them_less_surely(annex, lines):
    told = annex((*lines, "Aldus overeengekomen."), ())
    assert told["deviations"] == [AUDIT]
    assert told["found"]["deviations[0]"]["certainty"] < 0.9


@pytest.mark.parametrize(
    "line",
    [
        "De overeenkomst wijkt niet af van het model. Artikel 5: vertrouwelijkheid",
        "Artikel 5: afwijkingen van het model staan in bijlage 3.",
    ],
)
def test_an_article_of_the_agreement_is_no_deviation(annex, line):
    assert annex((line,), ())["deviations"] is None

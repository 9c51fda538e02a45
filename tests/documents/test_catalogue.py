"""The catalogue of bad templates: each is refused with a Dutch sentence, or is harmless and filled as it stands."""

import pytest

from registry.documents import TemplateRefused, fill
from tests.documents import catalogue_content, catalogue_packages, catalogue_templates
from tests.documents.specimens import read

SECTIONS = (catalogue_templates, catalogue_packages, catalogue_content)
REFUSED = {name: case for section in SECTIONS for name, case in section.REFUSED.items()}
KEPT = {name: case for section in SECTIONS for name, case in section.KEPT.items()}
VALUES = {"leverancier": {"naam": "De Kade"}, "rijen": [{"doel": "lezen"}], "naam": "Anna"}


@pytest.mark.parametrize("name", REFUSED)
def test_a_bad_template_is_refused_in_dutch(name):
    with pytest.raises(TemplateRefused) as caught:
        fill(REFUSED[name](), VALUES)
    assert caught.value.sentence.endswith(".")
    assert "!" not in caught.value.sentence.partition("“")[0]


@pytest.mark.parametrize("name", KEPT)
def test_a_harmless_template_is_filled(name):
    assert read(fill(KEPT[name](), VALUES).content).paragraphs


def test_the_catalogue_has_so_many_cases():
    counts = {
        letter: (sum(name.startswith(letter) for name in REFUSED), sum(name.startswith(letter) for name in KEPT))
        for letter in "TZX"
    }
    print(counts)
    assert all(refused >= 30 and kept for refused, kept in counts.values())

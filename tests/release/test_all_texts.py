"""Every text of the catalogue in every field of every form; the daily tests try some of them."""

import pytest

from tests.surface.filling_in import kept_or_refused_everywhere, refused_everywhere
from tests.surface.test_typed_text import forms, register, visitor  # noqa: F401 - the fixtures
from tests.surface.texts import KEPT, REFUSED


@pytest.mark.parametrize("text", [pytest.param(*one[1:], id=one[0]) for one in REFUSED.items()])
def test_what_cannot_be_kept_gets_a_sentence_at_its_field(visitor, forms, text):  # noqa: F811
    wrong, fields = refused_everywhere(visitor, forms, text)
    print(f"{fields} fields")
    assert wrong == []


@pytest.mark.parametrize("text", [pytest.param(*one[1:], id=one[0]) for one in KEPT.items()])
def test_ordinary_text_is_read_back_as_it_was_typed(visitor, forms, text):  # noqa: F811
    wrong, counts = kept_or_refused_everywhere(visitor, forms, text)
    print(counts)
    assert wrong == []

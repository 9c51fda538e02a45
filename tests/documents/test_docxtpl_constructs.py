"""Templates of docxtpl work here: equal part by part, or different or refused for a reason that is written down."""

import pytest

from registry.documents import TemplateRefused, fill
from tests.documents.constructs import DIFFERENT, EQUAL, REFUSED, VALUES
from tests.documents.oracle import by_docxtpl, canonical, differing
from tests.documents.specimens import parts, word_file


@pytest.mark.parametrize("construct", EQUAL, ids=lambda construct: construct.name)
def test_a_construct_comes_out_as_docxtpl_writes_it(construct):
    assert differing(construct.template, VALUES) == []


@pytest.mark.parametrize("how", DIFFERENT)
def test_a_construct_comes_out_otherwise(how):
    template, part, ours = DIFFERENT[how]
    assert ours in parts(fill(template, VALUES).content)[part].decode()
    theirs = parts(by_docxtpl(template, VALUES))[part]
    assert canonical(theirs) != canonical(parts(fill(template, VALUES).content)[part])


@pytest.mark.parametrize(("tag", "why"), REFUSED)
def test_a_construct_is_refused_for_a_reason(tag, why):
    with pytest.raises(TemplateRefused):
        fill(word_file(tag, cell=tag), VALUES)
    assert why

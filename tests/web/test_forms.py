"""What every form that changes a record has: the version that its reader saw."""

import pytest

from tests.visitor import Page

EDIT = "/scholen/1/wijzigen"


@pytest.mark.parametrize("version", [None, "", "x", "-1", "9" * 40, "٣"])
def test_a_form_without_a_version_that_counts_saves_nothing(visitor, three_schools, version):
    page = visitor.open(EDIT)
    sent = dict(page.values()) | {"name": "De Wekker", "version": version}
    answer = Page(visitor.client.post(EDIT, data={name: value for name, value in sent.items() if value is not None}))
    assert answer.status == 409
    assert dict(answer.values())["name"] == "De Wekker"
    assert "De Wekker" not in visitor.open("/scholen/").text

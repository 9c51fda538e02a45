"""A register with papers, and what a person does with templates."""

from io import BytesIO

import pytest

from tests.complete_register import complete_register
from tests.documents.specimens import word_file

GUIDE = "schoolgids-leverancierslijst"
LIST = "/sjablonen/schoolgids-leverancierslijst"


@pytest.fixture
def register(session):
    return complete_register(session)


@pytest.fixture
def upload(visitor, register):
    """Bring a template with this text; gives the page that follows."""

    def upload(text="Lijst van {{ school.naam }}", address=f"{LIST}/nieuw", name="lijst.docx", content=None, **typed):
        sent = {"file": (BytesIO(word_file(text) if content is None else content), name), "title": "Onze lijst"}
        return visitor.submit(address, **(sent | typed))

    return upload


@pytest.fixture
def press(visitor):
    """Press the button of a page's form."""
    return lambda page: visitor.send(page.form.get("action"), page)

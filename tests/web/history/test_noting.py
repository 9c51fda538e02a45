"""Who takes a kept file out of the register leaves one line in its history."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from registry.model import AuditEvent
from registry.model.agreement_lists import FileKind
from registry.services.agreements.files import attach_file
from registry.services.paper import KINDS, Order, Templates, compose, make_final
from tests.complete_register import TODAY, complete_register


@pytest.fixture
def register(session):
    return complete_register(session)


@pytest.fixture
def noted(session):
    """The lines about events that change no field."""

    def noted():
        session.rollback()
        lines = session.scalars(select(AuditEvent).where(AuditEvent.action == "noted"))
        return [(line.subject, line.subject_id, line.why, line.new) for line in lines]

    return noted


def test_a_file_of_an_agreement(session, register, visitor, noted):
    number = register.agreement.id
    attached = attach_file(session, number, FileKind.SIGNED, "getekend.txt", b"Getekend op 1 augustus.")
    address = f"/overeenkomsten/{number}/bestanden/{attached.file_id}"
    session.rollback()
    assert visitor.client.get(address).data == b"Getekend op 1 augustus."
    assert noted() == [("agreement", number, "bestand opgehaald", "getekend.txt")]
    assert "bestand opgehaald" in visitor.open(f"/geschiedenis/overeenkomst/{number}").text.lower()


def test_a_final_paper(session, register, visitor, noted, tmp_path):
    paper = compose(session, Order(KINDS["schoolgids"], register.zandloper.id, TODAY, TODAY))
    document = make_final(session, paper, Templates(tmp_path), datetime.now(UTC))
    number, title, content = document.id, document.title, document.file.content.content
    session.rollback()
    assert visitor.client.get(f"/documenten/bestand/{number}").data == content
    assert noted() == [("generated_document", number, "bestand opgehaald", title)]


def test_a_file_that_is_not_there_leaves_nothing(register, visitor, noted):
    assert visitor.open("/overeenkomsten/1/bestanden/99").status == 404
    assert visitor.open("/documenten/bestand/99").status == 404
    assert noted() == []

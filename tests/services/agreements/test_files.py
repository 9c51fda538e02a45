"""Keeping files with an agreement, and letting go of them."""

from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

import pytest
from sqlalchemy import select

from registry.database import change
from registry.errors import AlreadyExists, BrokenRule, InvalidText, NotFound
from registry.model import AuditEvent, FileContent, StoredFile
from registry.model.agreement_lists import FileKind
from registry.model.stored_file import MOST_BYTES
from registry.services.agreements.files import attach_file, detach_file

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAIL = b"From: school@getijden.example\r\nSubject: Afspraken\r\n\r\n<html>Beste fotograaf</html>"


def zipped(*names):
    with ZipFile(packed := BytesIO(), "w") as parts:
        for name in names:
            content = "application/vnd.oasis.opendocument.text" if name == "mimetype" else "<x/>"
            parts.writestr(name, content)
    return packed.getvalue()


WORD, EXCEL = (zipped("[Content_Types].xml", part) for part in ("word/document.xml", "xl/workbook.xml"))
ODT = zipped("mimetype", "content.xml")
LOCKED = OLE + "EncryptedPackage".encode("utf-16-le")
OUTLOOK = OLE + "__properties_version1.0".encode("utf-16-le")
PNG, JPG = b"\x89PNG\r\n\x1a\n....", b"\xff\xd8\xff\xe0...."


@pytest.fixture
def attach(session, add):
    """Put a file with the first agreement."""
    add()
    return lambda name, content=PDF: attach_file(session, 1, FileKind.SIGNED, name, content)


@pytest.fixture
def refusal(attach):
    """Put a file with the agreement that is refused, and return the sentence."""

    def refusal(name, content=PDF):
        with pytest.raises((BrokenRule, InvalidText)) as caught:
            attach(name, content)
        assert caught.value.field == "file"
        return caught.value.sentence

    return refusal


class TestKeeping:
    def test_it_is_kept_byte_for_byte(self, session, attach):
        stored = attach("Vóór & na.pdf").file
        assert (stored.name, stored.media_type, stored.size) == ("Vóór & na.pdf", "application/pdf", len(PDF))
        assert stored.sha256 == sha256(PDF).hexdigest()
        assert session.scalars(select(FileContent.content)).all() == [PDF]

    @pytest.mark.parametrize(
        ("name", "content", "media_type"),
        [
            ("a.PDF", PDF, "application/pdf"),
            ("a.docx", WORD, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            ("a.xlsx", EXCEL, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            ("a.odt", ODT, "application/vnd.oasis.opendocument.text"),
            ("a.png", PNG, "image/png"),
            ("a.jpg", JPG, "image/jpeg"),
            ("a.JPEG", JPG, "image/jpeg"),
            ("a.txt", "Beste fotograaf, één foto.".encode(), "text/plain"),
            ("a.txt", "Beste fotograaf".encode("utf-16"), "text/plain"),
            ("a.txt", "één foto".encode("cp1252"), "text/plain"),
            ("a.eml", MAIL, "message/rfc822"),
            ("a.msg", OUTLOOK, "application/vnd.ms-outlook"),
            ("a.docx", LOCKED, "application/encrypted"),
        ],
    )
    def test_its_type_is_what_it_is(self, attach, name, content, media_type):
        assert attach(name, content).file.media_type == media_type

    def test_the_folder_that_some_browsers_send_is_left_out(self, attach):
        assert attach("C:\\Mijn documenten\\brief.pdf").file.name == "brief.pdf"
        assert attach("../../brief 2.pdf", PDF + b"2").file.name == "brief 2.pdf"

    def test_the_history_names_it(self, session, attach):
        attach("brief.pdf")
        last = session.scalars(select(AuditEvent).order_by(AuditEvent.id.desc())).first()
        assert last.why == "bestand “brief.pdf” toegevoegd"


class TestRefusing:
    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("a.pdf", b"<html><script>alert(1)</script></html>"),
            ("a.pdf", b"MZ\x90\x00"),
            ("a.pdf", WORD),
            ("a.docx", PDF),
            ("a.docx", EXCEL),
            ("a.docx", WORD[: len(WORD) // 2]),
            ("a.docx", b"MZ\x90\x00" + WORD),
            ("a.docx", OUTLOOK),
            ("a.xlsx", zipped("xl/workbook.xml")),
            ("a.odt", zipped("content.xml", "mimetype")),
            ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
            ("a.jpg", PNG),
            ("a.txt", b"  <svg onload=alert(1)>"),
            ("a.txt", b"#!/bin/sh\n"),
            ("a.txt", "﻿<html>".encode()),
            ("a.txt", "<html>".encode("utf-16")),
            ("a.txt", b"MZ\x90\x00"),
            ("a.txt", PDF),
            ("a.eml", b"Beste fotograaf"),
            ("a.eml", b"<html>From: x</html>"),
            ("a.msg", LOCKED),
        ],
    )
    def test_what_is_in_it_agrees_with_its_name(self, refusal, name, content):
        assert f"“{name}” is van binnen geen" in refusal(name, content)

    @pytest.mark.parametrize(
        "name", ["virus.exe", "pagina.html", "logo.svg", "oud.doc", "macro.docm", "brief.pdf.js", "a.zip"]
    )
    def test_a_kind_that_is_not_on_the_list_is_refused(self, refusal, name):
        assert f".{name.rpartition('.')[2]} kan hier niet bij" in refusal(name)

    def test_a_name_without_a_kind_is_refused(self, refusal):
        assert "kan hier niet bij" in refusal("overeenkomst")

    def test_macros_are_refused_by_name(self, refusal):
        macros = zipped("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")
        assert "macro's" in refusal("a.docx", macros)

    def test_an_empty_file_is_refused(self, refusal):
        assert refusal("leeg.pdf", b"") == "“leeg.pdf” is een leeg bestand."

    def test_one_byte_too_many_is_refused(self, session, refusal):
        assert "25 MB" in refusal("groot.pdf", PDF.ljust(MOST_BYTES + 1))
        assert session.scalars(select(StoredFile)).all() == []

    @pytest.mark.parametrize("name", ["a\u202efdp.pdf", "a\x00.pdf", "a\nb.pdf", "x" * 201 + ".pdf"])
    def test_a_name_that_hides_something_is_refused(self, refusal, name):
        assert refusal(name).startswith("De naam van het bestand: ")

    def test_the_same_file_twice_is_refused_by_the_name_it_has(self, refusal, attach):
        attach("getekend.pdf")
        assert refusal("nog eens.pdf") == "Ditzelfde bestand staat er al, als “getekend.pdf”."


class TestLettingGo:
    def test_the_history_keeps_its_name_and_hash(self, session, attach):
        number = attach("brief.pdf").file_id
        assert detach_file(session, 1, number).files == []
        lines = session.scalars(select(AuditEvent).where(AuditEvent.record == "stored_file")).all()
        assert {"brief.pdf", sha256(PDF).hexdigest()} <= {line.new for line in lines}
        assert session.scalars(select(AuditEvent).where(AuditEvent.action == "removed")).first().subject == "agreement"

    def test_it_can_be_put_back(self, session, attach):
        detach_file(session, 1, attach("brief.pdf").file_id)
        assert attach("brief.pdf").id

    def test_a_file_of_another_agreement_is_not_found(self, session, attach, add):
        number, other = attach("brief.pdf").file_id, add()
        with pytest.raises(NotFound):
            detach_file(session, other.id, number)


def test_the_database_refuses_an_empty_file_as_well(session):
    with pytest.raises(AlreadyExists), change(session, "langs de regels om"):
        session.add(StoredFile(name="leeg.pdf", media_type="application/pdf", size=0, sha256="0"))

"""Files of an agreement on screen: put one there, fetch it, let go of it."""

from io import BytesIO

import pytest
from sqlalchemy import select
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from registry.model import StoredFile
from registry.model.agreement_lists import FileKind
from registry.services.agreements.files import attach_file
from tests.visitor import Page

NEW, FIRST = "/overeenkomsten/1/bestanden/nieuw", "/overeenkomsten/1/bestanden/1"
PDF = b"%PDF-1.7\n%%EOF\n"
MEGABYTE = 1024 * 1024
TOO_LARGE = "Dit is te groot. Een bestand mag hoogstens 25 MB zijn."


def upload(visitor, name="getekend.pdf", content=PDF, **typed):
    # encoded here: the test client would leave the temporary file of a large body open
    form = dict(visitor.open(NEW).values()) | typed | {"file": FileStorage(BytesIO(content), name)}
    boundary, body = encode_multipart(form)
    sent = {"data": body, "content_type": f"multipart/form-data; boundary={boundary}"}
    return Page(visitor.client.post(NEW, **sent, follow_redirects=True))


@pytest.fixture
def agreement(file):
    return file(arrangement="own_text")


@pytest.fixture
def stored(session, agreement):
    """A file of the first agreement, with a name that needs care."""
    return attach_file(session, 1, FileKind.SIGNED, "Vóór & na, “één”;.PDF", PDF)


class TestAdding:
    def test_a_file_is_kept_and_shown(self, visitor, agreement):
        page = upload(visitor, "Getekende overeenkomst (één).pdf", kind="letter")
        assert page.heading == "Verwerkersovereenkomst met een eigen tekst van het bestuur"
        assert "Getekende overeenkomst (één).pdf brief of mail pdf, 1 kB" in page.text

    @pytest.mark.parametrize(
        ("name", "content", "sentence"),
        [
            ("leeg.pdf", b"", "is een leeg bestand"),
            ("pagina.html", b"<html>", "kan hier niet bij"),
            ("stiekem.pdf", b"<html><script>", "is van binnen geen pdf"),
            ("logo.svg", b"<svg/>", "kan hier niet bij"),
            ("x" * 250 + ".pdf", PDF, "De naam van het bestand"),
        ],
    )
    def test_what_cannot_be_kept_gets_a_sentence(self, session, visitor, agreement, name, content, sentence):
        page = upload(visitor, name, content, kind="letter")
        assert page.status == 422
        assert sentence in page.errors[0]
        assert dict(page.values())["kind"] == "letter"
        assert session.scalars(select(StoredFile)).all() == []

    def test_no_file_gets_a_sentence(self, visitor, agreement):
        assert visitor.submit(NEW).errors == ["Bestand: Kies een bestand."]

    def test_the_same_file_twice_gets_a_sentence(self, visitor, agreement):
        upload(visitor)
        assert upload(visitor, "nog eens.pdf").errors == ["Bestand: Ditzelfde bestand staat er al, als “getekend.pdf”."]

    def test_a_file_over_the_limit_is_refused_and_not_stored(self, session, visitor, agreement):
        page = upload(visitor, content=PDF.ljust(25 * MEGABYTE + 1))
        assert (page.status, page.heading) == (413, TOO_LARGE)
        assert session.scalars(select(StoredFile)).all() == []

    def test_what_is_far_too_large_is_not_even_read(self, visitor, agreement):
        claimed = {"CONTENT_LENGTH": str(27 * MEGABYTE)}
        page = Page(visitor.client.post(NEW, content_type="multipart/form-data; boundary=x", environ_overrides=claimed))
        assert (page.status, page.heading) == (413, TOO_LARGE)

    def test_a_file_of_25_mb_is_kept(self, session, visitor, agreement):
        assert "25 MB" in upload(visitor, content=PDF.ljust(25 * MEGABYTE)).text
        assert session.scalar(select(StoredFile.size)) == 25 * MEGABYTE

    def test_an_unknown_agreement_is_not_found(self, visitor):
        assert visitor.open(NEW).status == 404


class TestFetching:
    def test_it_comes_back_byte_for_byte(self, visitor, stored):
        assert visitor.client.get(FIRST).data == PDF

    def test_it_is_always_saved_and_never_shown(self, visitor, stored):
        headers = visitor.client.get(FIRST).headers
        assert headers["Content-Disposition"].startswith("attachment; ")
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in headers["Content-Security-Policy"]
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert headers["Cache-Control"] == "no-store"

    def test_its_name_is_made_anew_for_every_browser(self, visitor, stored):
        disposition = visitor.client.get(FIRST).headers["Content-Disposition"]
        assert "filename=Voor-en-na-een.pdf" in disposition.replace('"', "")
        assert "filename*=UTF-8''V%C3%B3%C3%B3r%20%26%20na%2C%20%E2%80%9C%C3%A9%C3%A9n%E2%80%9D%3B.pdf" in disposition

    @pytest.mark.parametrize("name", ["CON.pdf", "...pdf", "a\u0301.pdf", "😀.pdf", "x" * 190 + ".pdf"])
    def test_any_name_gives_a_sound_header(self, session, visitor, agreement, name):
        attach_file(session, 1, FileKind.SIGNED, name, PDF)
        disposition = visitor.client.get(FIRST).headers["Content-Disposition"]
        assert disposition.isascii()
        assert ".pdf" in disposition

    def test_a_file_of_another_agreement_is_not_found(self, visitor, stored, file):
        file(arrangement="own_text")
        assert visitor.open("/overeenkomsten/2/bestanden/1").status == 404
        assert visitor.open("/overeenkomsten/2/bestanden/1/losmaken").status == 404

    @pytest.mark.parametrize("number", ["0", "-1", "99", "1e3", "2147483648", "٣", "1%00"])
    def test_a_number_that_is_no_file_is_not_found(self, visitor, stored, number):
        assert visitor.open(f"/overeenkomsten/1/bestanden/{number}").status == 404


class TestLettingGo:
    def test_it_is_asked_first(self, visitor, stored):
        page = visitor.open(f"{FIRST}/losmaken")
        assert page.heading == "Bestand losmaken?"
        assert visitor.client.get(FIRST).status_code == 200

    def test_it_is_gone_from_the_agreement(self, visitor, stored):
        page = visitor.submit(f"{FIRST}/losmaken")
        assert "Er is nog geen bestand bewaard." in page.text
        assert visitor.open(FIRST).status == 404

    def test_it_is_not_done_by_a_link(self, visitor, stored):
        assert visitor.client.post(f"{FIRST}/losmaken").status_code == 400
        assert visitor.client.get(FIRST).status_code == 200


class TestWithTheForm:
    def test_a_file_goes_along_with_a_new_agreement(self, session, visitor, lettervlieg):
        form = "/leveranciers/1/overeenkomsten/nieuw?soort=own_text"
        page = visitor.submit(form, status="in_force", file=(BytesIO(b"%PDF-1.7 getekend"), "getekend.pdf"))
        assert page.errors == []
        assert "getekend.pdf getekende overeenkomst" in page.text

    def test_a_file_that_may_not_be_kept_keeps_the_agreement_back_too(self, session, visitor, lettervlieg):
        form = "/leveranciers/1/overeenkomsten/nieuw?soort=own_text"
        page = visitor.submit(form, reference="K-12", file=(BytesIO(b"MZ"), "programma.exe"))
        assert page.status == 422
        assert "kan hier niet bij" in page.text
        assert dict(page.values())["reference"] == "K-12"
        assert visitor.open("/overeenkomsten/1").status == 404

    def test_a_changed_agreement_takes_a_file_too(self, visitor, file):
        file(arrangement="own_text")
        page = visitor.submit("/overeenkomsten/1/wijzigen", file=(BytesIO(b"%PDF-1.7 voorstel"), "voorstel.pdf"))
        assert "voorstel.pdf voorstel van de leverancier" in page.text

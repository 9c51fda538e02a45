"""The screen where everything is taken along: what it tells, and the zip."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from registry.services.archive.reading import read_archive
from tests.complete_register import complete_register
from tests.services.archive.registers import everything, register_at

TAKE = "/bestuur/alles-meenemen"


@pytest.fixture
def register(session):
    found = complete_register(session)
    session.rollback()
    return found


def test_the_board_leads_to_it(visitor, register):
    assert visitor.open("/bestuur/").tree.xpath("//a[text()='Alles meenemen']/@href") == [TAKE]


def test_it_tells_what_is_in_the_zip_and_what_is_not(visitor, register):
    page = visitor.open(TAKE)
    assert page.texts("//h2")[:2] == ["Wat erin zit", "Wat er niet in zit"]
    assert "sleutels van de tweede stap" in page.text


def test_the_zip_is_the_register(visitor, register, app, databases, tmp_path):
    answer = visitor.submit(TAKE).response
    assert answer.mimetype == "application/zip"
    assert answer.headers["Content-Disposition"].startswith("attachment; filename")
    assert int(answer.headers["Content-Length"]) == len(answer.data)
    Path(tmp_path / "alles.zip").write_bytes(answer.data)
    with register_at(app, databases, tmp_path / "other") as (_session, own, instance):
        read_archive(own, instance, tmp_path / "alles.zip")
        assert len(everything(own)["supplier"]) == 2


def test_the_history_tells_who_took_it(visitor, register):
    answer = visitor.submit(TAKE).response
    with ZipFile(BytesIO(answer.data)) as archive:
        assert archive.read("tables/audit_event.jsonl").count(b'"why":"alles meegenomen"') == 1
    assert "alles meegenomen" in visitor.open("/geschiedenis/").text.lower()


def test_nothing_is_left_in_the_folder(visitor, register, app):
    visitor.submit(TAKE).response.close()
    assert [path.name for path in app.config["INSTANCE"].root.iterdir() if path.name != "secret_key"] == []

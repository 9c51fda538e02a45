"""Many papers in the browser: the count as they come in, the file at the end, and the stop button."""

from threading import Event
from zipfile import ZipFile

import pytest

from registry.services.paper import many
from registry.services.suppliers.suppliers import add_supplier
from tests.complete_register import complete_register


@pytest.fixture
def opened(app, session, page, serve):
    complete_register(session)
    add_supplier(session, {"name": "Rekenwolk"})
    session.rollback()
    page.goto(f"{serve(app)}/documenten/veel")
    return page


def test_the_papers_are_counted_and_saved(opened):
    with opened.expect_download() as download:
        opened.get_by_role("link", name="concepten maken").click()
    assert download.value.suggested_filename.startswith("Leverancierslijst-voor-de-schoolgids-")
    assert len(ZipFile(download.value.path()).namelist()) == 2
    opened.get_by_text("Klaar.").wait_for()
    assert opened.locator("[data-told]").inner_text() == "2 van 2"
    assert opened.locator("progress").evaluate("bar => bar.value") == 2


def test_what_was_not_made_is_told(opened):
    opened.goto(f"{opened.url}?welk=agreement-complete")
    with opened.expect_download():
        opened.get_by_role("button", name="Alle 2 definitief maken").click()
    opened.get_by_text("Niet alles is gelukt: lees niet-gemaakt.txt in het zip-bestand.").wait_for()
    assert opened.locator("[data-told]").inner_text() == "1 van 2"


def test_the_stop_button_stops_the_work(opened, monkeypatch):
    going, made, real = Event(), [], many.draft

    def slow(paper, templates):
        if made:
            going.wait(10)
        made.append(paper)
        return real(paper, templates)

    monkeypatch.setattr(many, "draft", slow)
    opened.get_by_role("link", name="concepten maken").click()
    opened.get_by_text("1 van 2", exact=True).wait_for()
    opened.get_by_role("button", name="Stop").click()
    opened.get_by_text("Gestopt. Er is geen bestand bewaard.").wait_for()
    going.set()

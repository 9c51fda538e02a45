"""Nothing private is public: a mark stands in every text of every table, and no answer to everybody holds one."""

import re
from datetime import date

import pytest
import sqlalchemy as sa

from registry import dutch
from registry.database import db
from registry.model import Base, PrivacyAnnex
from registry.model.product import Part
from registry.model.supplier import PartyRole
from registry.services.annexes.annexes import propose_annex
from registry.services.parents.parents_page import set_parents_page
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier
from registry.services.uses.uses import start_use
from tests.complete_register import SINCE
from tests.web.parents.conftest import ANSWERS, PAGE
from tests.web.parents.planting import plant, texts

# What parents may read. Whoever adds a line here makes a field public.
PUBLIC = {
    *("school.name", "school.contact_function", "school.contact_email", "school.guide_note"),
    *("school_board.name", "school_board.privacy_function", "school_board.privacy_email"),
    *("school_board.dpo_function", "school_board.dpo_email"),
    *("parents_page.slug", "parents_page_address.slug"),
    *("supplier.name", "product.name", "product.purpose_plain", "product.leaflet_url"),
    *("product_module.name", "product_module.data", "use.purpose_plain"),
    *("annex_data.note", "annex_denial.statement", "agreement.legal_ground"),
}
UNPUBLISHED = ("/ouders/de-zonnewijzer", "/ouders/de-zonnewijzer.json", "/ouders/de-zonnewijzer/fragment")
NOT_THERE = ("/ouders/x", "/ouders/X", "/ouders/x/y", f"{PAGE}.xml", f"{PAGE}/", "/ouders")
ALL = (*ANSWERS, *UNPUBLISHED, *NOT_THERE, "/ouders/zandloper-oud")
DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2} (?:januari|februari|maart|april|mei|ju[nl]i|augustus|[a-z]+ber) \d{4}")


@pytest.fixture
def marks(session, register):
    """A fuller register: other parties, modules, a proposal, a recipient, an old address; then the marks."""
    maker = add_supplier(session, {"name": "Uitgeverij De Kade"})
    parties, modules = (
        [{"supplier_id": register.lettervlieg.id, "part": Part.MAKER}],
        [{"name": "Ouderportaal", "data": "Namen"}],
    )
    product = add_product(session, maker.id, {"name": "Cijfers"}, {"parties": parties, "modules": modules})
    start_use(session, 1, product.id, {"since": SINCE}, [product.modules[0].id])
    propose_annex(session, PrivacyAnnex, product.id, {"edition": "1"}, {"data": [{"category": "1.1"}]})
    law = add_supplier(session, {"name": "Gemeente", "role": PartyRole.LEGAL_RECIPIENT, "country": "NL"})
    start_use(session, 1, add_product(session, law.id, {"name": "Verzuim"}).id, {"since": SINCE})
    set_parents_page(session, 1, 1, {"slug": "zandloper-oud"}, date.today())
    set_parents_page(session, 1, 2, {"slug": "de-zandloper"}, date.today())
    session.rollback()
    return plant(db.engine, PUBLIC)


def everything(answer):
    return f"{answer.status}\n{answer.headers}\n{answer.get_data(as_text=True)}".lower()  # a sentence may begin with it


def leaked(client, marks, addresses=ALL):
    told = {address: everything(client.get(address)) for address in addresses}
    return {(address, place) for address, text in told.items() for mark, place in marks.items() if mark in text}


def test_every_table_has_its_marks(marks):
    planted, private = set(marks.values()), texts(Base.metadata.sorted_tables) - PUBLIC
    print(f"{len(marks)} marks in {len(planted)} columns; {len(PUBLIC)} columns may be public")
    assert planted == private
    assert len(private) > 100
    assert texts(Base.metadata.sorted_tables) >= PUBLIC


def test_no_answer_to_everybody_holds_a_mark(marks, client):
    answers = {address: client.get(address).status_code for address in ALL}
    assert [answers[address] for address in ANSWERS] == [200] * len(ANSWERS)
    assert leaked(client, marks) == set()


def test_a_mark_would_be_found(marks, client):
    assert "supplier.note" in {place for _, place in leaked(client, marks, ["/leveranciers/1"])}


def test_a_mark_in_a_proposal_is_not_public_where_one_in_an_accepted_annex_is(marks, client):
    with db.engine.begin() as connection:
        note = Base.metadata.tables["annex_data"].update()
        connection.execute(note.where(sa.column("privacy_annex_id") == 1).values(note="accepted words"))
        connection.execute(note.where(sa.column("privacy_annex_id") == 2).values(note="proposed words"))
    told = client.get(f"{PAGE}.json").text.lower()
    assert "accepted words" in told
    assert "proposed words" not in told


def test_with_nothing_ticked_only_names_and_purposes_are_public(marks, session, client):
    set_parents_page(session, 1, 3, {"parts": []}, date.today())
    session.rollback()
    kept = {"school.name", "school_board.name", "supplier.name", "product.name", "product.purpose_plain"}
    more = plant(db.engine, {*kept, "use.purpose_plain", "parents_page.slug", "parents_page_address.slug"})
    assert set(more.values()) > PUBLIC - {*kept, "use.purpose_plain", "parents_page.slug", "parents_page_address.slug"}
    assert client.get(PAGE).status_code == 200
    assert leaked(client, more) == set()


def test_the_only_dates_are_today_and_that_of_the_last_change(marks, client):
    answer = client.get(f"{PAGE}.json").json
    known = {date.fromisoformat(answer[name]) for name in ("peildatum", "laatst_gewijzigd")}
    written = {text for day in known for text in (day.isoformat(), dutch.long_date(day))}
    found = {match for address in ALL for match in DATE.findall(client.get(address).get_data(as_text=True))}
    assert found == written

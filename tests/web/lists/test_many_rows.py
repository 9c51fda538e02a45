"""With ten thousand suppliers each list is as quick as with ten."""

import time
from datetime import date

import sqlalchemy as sa

from registry.model import Agreement, PrivacyAnnex, Product, Supplier

MANY, SECONDS = 10_000, 1.5
PAGES = {
    "suppliers": "/leveranciers/",
    "suppliers by name": "/leveranciers/?zoek=kade+99",
    "suppliers by covenant": "/leveranciers/?op=-convenant&page=100",
    "products by school": "/producten/?op=-scholen",
    "products by name": "/producten/?zoek=kade+99&op=leverancier",
    "agreements by stage": "/overeenkomsten/?op=-stand&page=200",
    "agreements by product": "/overeenkomsten/?zoek=boot+12",
    "annexes": "/bijlagen/?op=-leverancier&zoek=boot",
}


def test_each_list_of_ten_thousand_is_quick(session, visitor, tell):
    _fill(session)
    took = {name: _seconds(visitor, address) for name, address in PAGES.items()}
    tell("lists of 10,000: " + ", ".join(f"{name} {seconds:.2f} s" for name, seconds in took.items()))
    assert max(took.values()) <= SECONDS, took


def _seconds(visitor, address):
    began = time.perf_counter()
    page = visitor.open(address)
    assert 1 <= len(page.texts("//tbody/tr")) <= 50, address
    return time.perf_counter() - began


def _fill(session):
    """As a restored database would hold them; entering ten thousand through the service takes minutes."""
    numbers = range(1, MANY + 1)
    rows = {
        Supplier: [{"id": n, "name": f"De Kade {n}", "name_key": f"kade{n}", "version": 1} for n in numbers],
        Product: [{"id": n, "supplier_id": n, "name": f"Boot {n}", "version": 1} for n in numbers],
        Agreement: [{"id": n, "supplier_id": n, "version": 1, "starts_on": date(2025, 8, 1)} for n in numbers],
        PrivacyAnnex: [{"id": n, "product_id": n, "version": 1} for n in numbers],
    }
    covered = [{"agreement_id": n, "product_id": n} for n in numbers]
    session.rollback()  # an open look at the database keeps others from writing
    with session.get_bind().begin() as connection:
        for kind, lines in rows.items():
            connection.execute(sa.insert(kind.__table__), lines)
        connection.execute(sa.insert(Agreement.metadata.tables["agreement_product"]), covered)

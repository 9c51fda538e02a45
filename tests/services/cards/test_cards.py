"""Supplier cards: no board data on them, and field by field into another register."""

import json
from datetime import date

import pytest
from sqlalchemy import inspect

from registry.errors import BrokenRule
from registry.exchange.cards.reading import card_file, read_card
from registry.model import PrivacyAnnex, Product, SecurityAnnex, Supplier, SupplierAlias
from registry.model.annex_state import AnnexStatus
from registry.model.columns import Line, Prose
from registry.model.supplier import CovenantStatus
from registry.queries.exports.card_shape import ANNEXES, PRODUCT, SUPPLIER
from registry.queries.exports.supplier_card import supplier_card
from registry.services.annexes.annexes import accept_annex, propose_annex
from registry.services.cards.proposing import proposal
from registry.services.cards.taking_over import take_over
from registry.services.suppliers.suppliers import edit_supplier, note_covenant
from tests.complete_register import TODAY, complete_register

CANARY = "kanarie"


@pytest.fixture
def register(session):
    return complete_register(session)


@pytest.fixture
def card(session, register):
    return read_card(card_file(supplier_card(session, register.lettervlieg.id, TODAY)))


def taken(session, card, *keys, on=TODAY):
    offered = proposal(session, card, on)
    return take_over(session, card, keys or {row.key for row in offered.rows}, offered.token, on)


def emptied(card, **more):
    """The same card of another supplier, so that the register is empty for it."""
    supplier = {**card["leverancier"], "naam": "Ander B.V.", "kvkNummer": "76543210"}
    return {**card, "leverancier": supplier, **more}


class TestWhatIsOnIt:
    def test_it_is_sound_and_signed(self, card):
        assert card["leverancier"]["naam"] == "Lettervlieg B.V."
        assert card["hash"].startswith("sha256:")
        (product,) = card["producten"]
        assert product["privacybijsluiter"]["opslag"] == [{"land": "NL", "plaats": "Noorderwiel"}]
        assert product["beveiligingsbijlage"]["meldtBinnenUren"] == 24

    def test_a_marker_in_every_board_field_is_not_on_it(self, session, register):
        """Every text of every record around the supplier holds the marker, but for what a card names."""
        shapes = (SUPPLIER, PRODUCT, *ANNEXES.values())
        named = {one.kind: one.fields for shape in shapes for one in (shape, *shape.rows.values())}
        named[SupplierAlias] = {"name": "andereNamen"}
        note_covenant(
            session,
            register.lettervlieg.id,
            {"checked_on": date(2026, 1, 1), "status": CovenantStatus.PARTICIPANT, "source": CANARY},
        )
        records = [one for table in inspect(Supplier).registry.mappers for one in session.query(table.class_)]
        marked = {type(one).__name__: _mark(one, named.get(type(one), {})) for one in records}
        assert {"Agreement", "Supplier", "Product", "Use", "SchoolBoard", "CovenantEntry"} <= marked.keys()
        assert sum(marked.values()) >= 40
        with session.no_autoflush:
            told = json.dumps(supplier_card(session, register.lettervlieg.id, TODAY))
        session.rollback()
        assert CANARY not in told
        assert "Letters" in told

    def test_a_version_that_was_not_accepted_is_not_on_it(self, session, register):
        propose_annex(session, PrivacyAnnex, register.letters.id, {"edition": "99"})
        assert '"99"' not in json.dumps(supplier_card(session, register.lettervlieg.id, TODAY))

    def test_the_source_of_an_annex_goes_along_only_as_a_public_address(self, session, register):
        with session.no_autoflush:
            register.privacy_annex.source = "mail van de directeur"
            register.security_annex.source = "https://lettervlieg.example/bijlage"
            (product,) = supplier_card(session, register.lettervlieg.id, TODAY)["producten"]
        session.rollback()
        assert "bron" not in product["privacybijsluiter"]
        assert product["beveiligingsbijlage"]["bron"] == "https://lettervlieg.example/bijlage"


def _mark(record, named):
    marked = 0
    for attribute in inspect(type(record)).column_attrs:
        column = attribute.columns[0]
        is_text = type(column.type) in (Line, Prose) and not column.info.get("table") and column.type.most > 20
        if is_text and attribute.key not in {*named, "name_key"}:
            record.__dict__[attribute.key] = CANARY
            marked += 1
    return marked


class TestTakingOver:
    def test_a_card_comes_into_an_empty_register_whole(self, session, card):
        other = emptied(card)
        supplier = taken(session, other)
        (product,) = supplier.products
        for kind, annexes in ((PrivacyAnnex, product.privacy_annexes), (SecurityAnnex, product.security_annexes)):
            assert [annex.status for annex in annexes] == [AnnexStatus.PROPOSED]
            accept_annex(session, kind, annexes[0].id, TODAY)
        again = read_card(card_file(supplier_card(session, supplier.id, TODAY)))
        assert {**again, "hash": ""} == {**other, "hash": ""}
        assert proposal(session, other, TODAY).rows == ()

    def test_what_is_the_same_is_not_offered(self, session, card):
        assert proposal(session, card, TODAY).rows == ()

    def test_only_what_is_ticked_is_written(self, session, register, card):
        changed = {**card["leverancier"], "plaats": "Elders", "website": "https://nieuw.example"}
        rows = {row.key: row for row in proposal(session, {**card, "leverancier": changed}, TODAY).rows}
        assert (rows["leverancier.plaats"].now, rows["leverancier.plaats"].on_card) == ("Noorderwiel", "Elders")
        assert [row.is_safe for row in rows.values()] == [False, True]
        supplier = taken(session, {**card, "leverancier": changed}, "leverancier.website")
        assert (supplier.city, supplier.website) == ("Noorderwiel", "https://nieuw.example")

    def test_names_and_contacts_come_beside_those_that_are_there(self, session, register, card):
        supplier = register.lettervlieg
        edit_supplier(session, supplier.id, supplier.version, {}, {"aliases": [{"name": "Vlieg"}]})
        more = {"andereNamen": ["vlieg", "De Vlieg BV"], "contacten": [{"soort": "privacy", "email": "p@x.example"}]}
        changed = {**card["leverancier"], "andereNamen": ["Vliegwiel"], "contacten": more["contacten"]}
        found = taken(session, {**card, "leverancier": changed})
        assert [alias.name for alias in found.aliases] == ["Vlieg", "Vliegwiel"]
        assert "p@x.example" in [contact.email for contact in found.contacts]

    def test_an_annex_of_a_product_that_is_not_ticked_is_refused_and_nothing_is_written(self, session, card):
        before = session.query(Supplier).count()
        with pytest.raises(BrokenRule, match="Vink ook het product Letters zelf aan"):
            taken(session, emptied(card), "leverancier.naam", "product0.privacybijsluiter")
        assert (session.query(Supplier).count(), session.query(Product).count()) == (before, 1)

    def test_a_register_that_changed_since_is_shown_again(self, session, register, card):
        changed = {**card, "leverancier": {**card["leverancier"], "plaats": "Elders"}}
        offered = proposal(session, changed, TODAY)
        edit_supplier(session, register.lettervlieg.id, register.lettervlieg.version, {"city": "Weer elders"})
        with pytest.raises(BrokenRule, match="intussen gewijzigd"):
            take_over(session, changed, ["leverancier.plaats"], offered.token, TODAY)

    def test_without_a_tick_nothing_happens(self, session, card):
        with pytest.raises(BrokenRule, match="niets aangevinkt"):
            take_over(session, card, [], "", TODAY)

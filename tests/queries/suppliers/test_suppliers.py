"""The list of suppliers: whom a search and its filters find, and how much they ask of the database."""

from datetime import date

import pytest
from sqlalchemy import event

from registry.database import db
from registry.model.agreement_lists import AgreementStatus, Channel, ConclusionMode, Renewal
from registry.model.supplier import CovenantStatus, PartyRole
from registry.queries.suppliers.suppliers import Wanted, find_suppliers
from registry.services.agreements.agreements import add_agreement
from registry.services.suppliers.products import add_product
from registry.services.suppliers.suppliers import add_supplier, note_covenant
from registry.services.uses.schools import add_school
from registry.services.uses.uses import start_use

TODAY, BEFORE = date(2026, 3, 1), date(2026, 2, 28)


@pytest.fixture
def cast(session):
    """Lettervlieg (with a product and a KvK number), De Kade (with an alias), and an exam service by law."""
    lettervlieg = add_supplier(session, {"name": "Lettervlieg B.V.", "kvk": "01234567"})
    add_product(session, lettervlieg.id, {"name": "Letterboot 100%", "aliases": "LB"})
    kade = add_supplier(session, {"name": "Uitgeverij De Kade"}, {"aliases": [{"name": "Kademeester"}]})
    law = add_supplier(session, {"name": "Examendienst", "role": PartyRole.LEGAL_RECIPIENT})
    return {"lettervlieg": lettervlieg, "kade": kade, "law": law}


@pytest.fixture
def names(session, cast):
    def names(on=TODAY, **wanted):
        lines, total = find_suppliers(session, Wanted(**wanted), on)
        assert total == len(lines)
        return [line.supplier.name for line in lines]

    return names


ALL = ["Examendienst", "Lettervlieg B.V.", "Uitgeverij De Kade"]


def test_without_a_wish_all_come_in_order_of_name(names):
    assert names() == ALL


class TestSearching:
    @pytest.mark.parametrize(
        "words",
        ["lettervlieg", "Lettervlieg bv", "VLIEG", "letterboot", "LB", "01234567", "1234567", "01 23 45 67", "100%"],
    )
    def test_a_name_a_product_or_a_number_finds_the_supplier(self, names, words):
        assert names(words=words) == ["Lettervlieg B.V."]

    @pytest.mark.parametrize("words", ["kademeester", "uitgeverij de kade", "De Káde"])
    def test_an_alias_or_another_spelling_finds_it_too(self, names, words):
        assert names(words=words) == ["Uitgeverij De Kade"]

    @pytest.mark.parametrize("words", ["_", "L%g", "%%", "'; drop table supplier; --", "\\", "٣"])
    def test_signs_are_only_signs(self, names, words):
        assert names(words=words) == []


class TestFiltering:
    def test_on_the_covenant_as_it_is_known_now(self, session, cast, names):
        note_covenant(session, cast["kade"].id, {"status": CovenantStatus.PARTICIPANT, "checked_on": date(2025, 1, 1)})
        note_covenant(session, cast["kade"].id, {"status": CovenantStatus.SUPPORTER, "checked_on": TODAY})
        note_covenant(session, cast["lettervlieg"].id, {"status": CovenantStatus.NONE, "checked_on": date(2026, 9, 1)})
        assert names(covenant=CovenantStatus.SUPPORTER) == ["Uitgeverij De Kade"]
        assert names(covenant=CovenantStatus.PARTICIPANT) == []
        assert names(covenant=CovenantStatus.UNKNOWN) == ["Lettervlieg B.V."]

    @pytest.mark.parametrize(
        ("fields", "stands"),
        [
            ({"status": AgreementStatus.WANTED}, True),
            ({"status": AgreementStatus.NOT_NEEDED, "reason": "De wet."}, True),
            ({"status": AgreementStatus.IN_FORCE}, True),
            ({"status": AgreementStatus.IN_FORCE, "ends_on": BEFORE}, True),
            ({"status": AgreementStatus.IN_FORCE, "ends_on": TODAY, "renewal": Renewal.NONE}, True),
            ({"status": AgreementStatus.IN_FORCE, "ends_on": BEFORE, "renewal": Renewal.NONE}, False),
            ({"status": AgreementStatus.TERMINATED, "ended_on": BEFORE, "end_reason": "Gestopt."}, False),
            ({"status": AgreementStatus.REFUSED}, False),
        ],
        ids=["wanted", "none needed", "no end", "runs on", "last day", "past", "ended", "refused"],
    )
    def test_on_having_no_agreement(self, session, cast, names, fields, stands):
        add_agreement(session, cast["kade"].id, fields)
        assert ("Uitgeverij De Kade" not in names(without_agreement=True)) is stands
        assert "Examendienst" in names(without_agreement=True)

    def test_on_how_the_agreement_was_concluded(self, session, cast, names):
        add_agreement(session, cast["kade"].id, {"conclusion_mode": ConclusionMode.LETTER})
        assert names(concluded=ConclusionMode.LETTER) == ["Uitgeverij De Kade"]
        assert names(concluded=ConclusionMode.E_SIGNATURE) == []

    def test_on_processors_that_are_not_in_the_national_service(self, session, cast, names):
        add_agreement(session, cast["kade"].id, {"channel": Channel.NATIONAL_SERVICE})
        add_agreement(session, cast["lettervlieg"].id, {"channel": Channel.EMAIL})
        assert names(outside_service=True) == ["Lettervlieg B.V."]

    def test_on_the_role(self, names):
        assert names(role=PartyRole.LEGAL_RECIPIENT) == ["Examendienst"]

    def test_on_something_being_missing(self, names):
        assert names(lacking=True) == ["Lettervlieg B.V.", "Uitgeverij De Kade"]

    def test_who_is_out_of_use_comes_only_when_asked(self, session, names):
        add_supplier(session, {"name": "Rekenwolk", "retired_on": TODAY})
        assert "Rekenwolk" not in names()
        assert "Rekenwolk" in names(with_retired=True)
        assert "Rekenwolk" in names(on=date(2026, 2, 28))

    def test_filters_narrow_each_other(self, names):
        assert names(words="e", role=PartyRole.PROCESSOR, covenant=CovenantStatus.UNKNOWN) == ALL[1:]


def test_a_line_tells_where_the_supplier_stands(session, cast):
    ended = {"status": AgreementStatus.TERMINATED, "starts_on": date(2020, 1, 1), "ended_on": date(2021, 1, 1)}
    agreement = add_agreement(session, cast["kade"].id, ended)
    line = find_suppliers(session, Wanted(words="kade"), TODAY)[0][0]
    assert (line.covenant, line.agreement.id) == (CovenantStatus.UNKNOWN, agreement.id)
    assert [item.code for item in line.owed] == ["covenant_unchecked"]


@pytest.mark.parametrize("lacking", [False, True])
def test_a_page_is_cut_out_of_the_whole(session, cast, lacking):
    lines, total = find_suppliers(session, Wanted(role=PartyRole.PROCESSOR, lacking=lacking), TODAY, skip=1, most=1)
    assert ([line.supplier.name for line in lines], total) == (["Uitgeverij De Kade"], 2)


def test_the_number_of_questions_does_not_grow_with_the_list(session):
    school = add_school(session, {"name": "De Zandloper"})

    def asked(number):
        for _ in range(number):
            supplier = add_supplier(session, {"name": f"Leverancier {len(made)}"})
            made.append(supplier)
            product = add_product(session, supplier.id, {"name": "Product"})
            start_use(session, school.id, product.id, {"since": TODAY})
            add_agreement(session, supplier.id, {})
        session.expire_all()
        count.clear()
        find_suppliers(session, Wanted(), TODAY, most=50)
        return len(count)

    made, count = [], []
    event.listen(db.engine, "before_cursor_execute", lambda *call: count.append(call[2]))
    assert asked(2) == asked(8) <= 8

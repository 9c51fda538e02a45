"""Every table and every stored field has a Dutch name, and every stored value words."""

from datetime import date

import pytest

from registry.model import AuditEvent, Use
from registry.model.base import Base, Record, is_unrecorded
from registry.queries.history.kinds import PAGES, WORDS, label_in, name_of, word_of
from registry.queries.history.values import value_words
from registry.services.uses.schools import add_school
from tests.complete_register import complete_register

RECORDED = sorted(  # the mappers come in another order in every process
    (
        mapper.class_
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, Record) and mapper.class_.is_recorded and mapper.class_ is not AuditEvent
    ),
    key=lambda kind: kind.__tablename__,
)


def fields():
    for kind in RECORDED:
        for attribute in kind.__mapper__.column_attrs:
            if not is_unrecorded(attribute) and attribute.key not in kind.belongs_to:
                yield kind.__tablename__, attribute.key


@pytest.mark.parametrize("kind", RECORDED, ids=lambda kind: kind.__tablename__)
def test_a_table_has_a_dutch_word(kind):
    assert kind.__tablename__ in WORDS


@pytest.mark.parametrize(("table", "field"), list(fields()))
def test_a_field_has_a_dutch_name(table, field):
    assert label_in(table, field) != field


def test_what_is_not_there_any_more_keeps_its_own_name():
    assert (word_of("gone"), label_in("gone", "field"), label_in("school", "gone")) == ("gone", "field", "gone")


@pytest.mark.parametrize(
    ("table", "field", "stored", "words"),
    [
        ("supplier", "role", "processor", "verwerker"),
        ("supplier", "country", "NL", "Nederland"),
        ("use", "in_guide", "True", "ja"),
        ("use", "in_guide", "False", "nee"),
        ("use", "since", "2026-08-01", "1 augustus 2026"),
        ("generated_document", "made_at", "2026-08-01T12:00:00+00:00", "1 augustus 2026, 14:00"),
        ("product", "supplier_id", "1", "Lettervlieg B.V."),
        ("product", "supplier_id", "99", "nummer 99"),
        ("use", "guide_order", "3", "3"),
        ("supplier", "role", "gone", "gone"),
        ("use", "since", "gisteren", "gisteren"),
        ("supplier", "note", "", ""),
        ("gone", "field", "x", "x"),
    ],
)
def test_a_value_is_told_in_words(session, table, field, stored, words):
    complete_register(session)
    assert value_words(session.get, table, field, stored) == words


def test_several_codes_are_all_told(session):
    words = value_words(session.get, "privacy_annex", "users", "gone gone")
    assert words == "gone en gone"


def test_every_record_with_a_page_has_a_name(session):
    complete_register(session)
    named = [name_of(record) for kind in PAGES.values() for record in session.query(kind)]
    assert len(named) > 8
    assert all(name[0].isupper() for name in named)


def test_a_use_is_named_after_product_and_school(session):
    complete_register(session)
    add_school(session, {"name": "De Klok"})
    use = session.query(Use).first()
    assert use.since < date.today()
    assert name_of(use) == f"Gebruik van {use.product.name} op {use.school.name}"

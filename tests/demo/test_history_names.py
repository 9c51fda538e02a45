"""Of every record in the example: the history calls it the same, read with all others as plain values, as by itself."""

from collections import Counter

import pytest
from sqlalchemy import select

from registry.access import RIGHTS, Viewer
from registry.database import session_for
from registry.model import School, Use
from registry.model.account import Role
from registry.model.base import Base
from registry.queries.history.kinds import PAGES, name_of
from registry.queries.history.naming import named_in

pytestmark = pytest.mark.xdist_group("demo")
UNNAMED = {"audit_event", "audit_chain"}  # lines of the history themselves


def test_every_record_is_called_the_same(example):
    kinds = [one.class_ for one in Base.registry.mappers if one.local_table.name not in UNNAMED]
    records = [one for kind in kinds if hasattr(kind, "id") for one in example.scalars(select(kind))]
    subjects = [(one.__tablename__, one.id) for one in records]
    named = named_in(example, subjects, [])
    assert {one: named.name_of(one) for one in subjects} == {
        subject: name_of(one) for subject, one in zip(subjects, records, strict=True)
    }
    seen = Counter(type(one) for one in records)
    assert len(set(PAGES.values()) & set(seen)) > 15


def test_what_is_gone_or_of_another_school_has_no_name(example):
    school = example.scalars(select(School.id).order_by(School.id)).first()
    coordinator = Viewer("coördinator", RIGHTS[Role.SCHOOL_COORDINATOR], frozenset({school}))
    uses = example.scalars(select(Use)).all()
    subjects = [*(("use", one.id) for one in uses), ("supplier", 100_000)]
    named = named_in(session_for(coordinator), subjects, [])
    assert {one for one in subjects if named.name_of(one)} == {
        ("use", one.id) for one in uses if one.school_id == school
    }
    assert named.get(School, next(one.school_id for one in uses if one.school_id != school)) is None

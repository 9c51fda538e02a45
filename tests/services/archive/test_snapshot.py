"""One moment of the register, for as long as it is looked at, while others go on saving."""

import os
import time

import sqlalchemy as sa

from registry.database import db
from registry.model import Supplier
from registry.services.archive import snapshot as looking
from registry.services.archive.snapshot import UNDER_WAY, snapshot
from registry.services.suppliers.suppliers import add_supplier


def names(connection):
    return connection.scalars(sa.select(Supplier.name).order_by(Supplier.id)).all()


def test_what_is_saved_meanwhile_is_not_seen_and_does_not_wait(session, instance):
    add_supplier(session, {"name": "Eerst"})
    session.rollback()
    with snapshot(db.engine, instance.root) as connection:
        assert names(connection) == ["Eerst"]
        add_supplier(session, {"name": "Later"})
        assert names(connection) == ["Eerst"]
    assert names(session) == ["Eerst", "Later"]
    assert list(instance.root.glob(f"{UNDER_WAY}*")) == []


def test_a_copy_that_a_killed_run_left_goes_after_a_day(instance):
    for name, days in (("oud", 2), ("bezig", 0)):
        left = instance.root / f"{UNDER_WAY}{name}"
        left.mkdir()
        (left / "register.sqlite").write_bytes(b"x")
        os.utime(left, (time.time() - days * looking.DAY,) * 2)
    looking._forget_left_over(instance.root)
    assert [path.name for path in instance.root.iterdir()] == [f"{UNDER_WAY}bezig"]

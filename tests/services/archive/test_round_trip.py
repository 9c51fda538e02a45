"""Everything comes back: out, in and out again gives the same rows and files to the byte."""

import os
from itertools import count

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings

from registry.database import db
from registry.database.chain_check import check_chain
from registry.model import OneTimeLink, Supplier
from registry.model.account import Role
from registry.services.accounts.accounts import invite
from registry.services.accounts.joining import set_up_link
from registry.services.accounts.sessions import begin_session
from registry.services.accounts.tokens import hash_of
from registry.services.archive.reading import read_archive
from registry.services.archive.writing import note_archive
from registry.services.keys.keys import add_key, viewer_with
from registry.services.suppliers.suppliers import add_supplier
from tests.services.archive.random_registers import STEPS, fill
from tests.services.archive.registers import AT, everything, members, register_at

MOST = int(os.environ.get("ARCHIVE_EXAMPLES", "50"))
ANY = {"deadline": None, "suppress_health_check": list(HealthCheck)}
NUMBERS = count()


def chain_faults(own):
    with own.connect() as connection:
        return check_chain(connection).faults


class TestARandomRegister:
    @settings(max_examples=4, **ANY)
    @given(steps=STEPS)
    def test_comes_back_to_the_byte(self, steps, app, databases, tmp_path, out):
        self._comes_back(steps, app, databases, tmp_path, out)

    @pytest.mark.sweep
    @settings(max_examples=MOST, **ANY)
    @given(steps=STEPS)
    def test_comes_back_to_the_byte_whatever_is_in_it(self, steps, app, databases, tmp_path, out):
        self._comes_back(steps, app, databases, tmp_path, out)

    def _comes_back(self, steps, app, databases, tmp_path, out):
        number = next(NUMBERS)
        with register_at(app, databases, tmp_path / f"{number}-one") as (session, own, instance):
            fill(session, steps)
            session.rollback()
            before, first = everything(own), out(own, instance, "one.zip")
        with register_at(app, databases, tmp_path / f"{number}-two") as (_session, own, instance):
            read_archive(own, instance, first)
            assert everything(own) == before
            assert chain_faults(own) == []
            assert members(out(own, instance, "two.zip")) == members(first)


class TestTheWholeRegister:
    def test_comes_back_and_goes_on(self, archive, empty, here):
        own, instance = empty
        read_archive(own, instance, archive)
        session = here()
        added = add_supplier(session, {"name": "Nieuw"})
        assert added.id == session.scalar(sa.select(sa.func.count(Supplier.id)))
        assert chain_faults(own) == []

    def test_brings_own_facts_and_templates(self, register, engine_of_test, instance, out, empty):
        instance.reference.mkdir()
        (instance.reference / "sectors.toml").write_bytes(b"# eigen feiten\n")
        (instance.agreement_templates / "oud").mkdir(parents=True)
        (instance.agreement_templates / "oud" / "eigen brief.docx").write_bytes(b"PK\3\4 sjabloon")
        (instance.reference / ".gitkeep").write_bytes(b"")
        own, other = empty
        read_archive(own, other, out(engine_of_test, instance))
        assert (other.reference / "sectors.toml").read_bytes() == b"# eigen feiten\n"
        assert (other.agreement_templates / "oud" / "eigen brief.docx").read_bytes() == b"PK\3\4 sjabloon"
        assert not (other.reference / ".gitkeep").exists()

    def test_leaves_nothing_of_its_own_in_the_folder(self, archive, instance):
        assert sorted(path.name for path in instance.root.iterdir()) == []

    def test_tells_in_the_history_that_it_was_taken_along(self, register, session, instance, out):
        note_archive(session)
        session.rollback()
        assert b'"why":"alles meegenomen"' in members(out(db.engine, instance))["tables/audit_event.jsonl"]


class TestWhatIsSecret:
    @pytest.fixture
    def secrets(self, register, session):
        """A live session, a one-time link and a key, as only their owner has them."""
        account, link = invite(session, {"name": "fg", "email": "fg@getijden.example", "role": Role.DPO}, [])
        fields = {"purpose": "leerlingvolgsysteem", "begins_on": AT.date(), "ends_on": AT.date()}
        key = add_key(session, fields).written
        found = begin_session(session, account, "Firefox"), link, key
        session.rollback()
        return found

    def test_is_never_in_clear(self, secrets, instance, out):
        everything_said = b"".join(members(out(db.engine, instance)).values())
        assert b"leerlingvolgsysteem" in everything_said
        for secret in secrets:
            assert secret.encode() not in everything_said
            assert max(secret.split("_"), key=len).encode() not in everything_said  # chance may put "_" anywhere

    def test_of_a_session_or_link_stays_behind_altogether(self, secrets, instance, out):
        token, link, _key = secrets
        everything_said = b"".join(members(out(db.engine, instance)).values())
        assert hash_of(token).encode() not in everything_said
        assert hash_of(link).encode() not in everything_said

    def test_of_a_key_is_still_known_by_its_hash(self, secrets, engine_of_test, instance, out, empty, here):
        own, other = empty
        read_archive(own, other, out(engine_of_test, instance))
        assert viewer_with(here(), secrets[2], AT.date()) is not None


class TestTheWayIn:
    def test_of_a_new_register_is_closed_by_what_is_read(self, archive, empty, here):
        own, instance = empty
        assert set_up_link(here())
        here().rollback()
        read_archive(own, instance, archive)
        assert here().scalar(sa.select(OneTimeLink.id)) is None

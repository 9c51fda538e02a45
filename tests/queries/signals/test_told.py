"""The list of all signals: few questions, and only what the viewer may see."""

from sqlalchemy import event, select

from registry.access import RIGHTS, Viewer
from registry.database import db, session_for
from registry.model import Supplier
from registry.model.account import Role
from registry.queries.signals.told import all_signals, signal_at
from registry.services.uses.schools import add_school
from registry.services.uses.uses import start_use
from tests.queries.signals.quiet import Quiet
from tests.queries.suppliers.owed.file import SINCE, TODAY


def questions(session, ask=all_signals):
    """How many questions the list, or another look at it, asks the database."""
    session.expire_all()
    session.expunge_all()
    asked = []

    def note(*call):
        asked.append(call[2])

    event.listen(db.engine, "before_cursor_execute", note)
    told = ask(session, TODAY)
    event.remove(db.engine, "before_cursor_execute", note)
    return len([one for one in asked if one.startswith("SELECT")]), told


def spoil(file):
    """Have a signal of each trade, so that their sentences are made too."""
    file.set(file.use, in_guide=False)
    file.set(file.agreement, model_version="mvo_4_0")
    file.set(file.privacy, no_subprocessors=False, description="<duur>")


def test_more_suppliers_are_no_more_questions(session):
    spoil(Quiet(session))
    few, told = questions(session)
    for name in ("Rekenwolk", "Getallen", "Woorden", "Klanken"):
        spoil(Quiet(session, name))
    many, all_told = questions(session)
    assert (few, len(told)) == (many, 4)
    assert len(all_told) == 20
    assert few < 40


def test_each_signal_is_found_by_its_key_with_few_questions(session):
    for name in ("Rekenwolk", "Getallen"):
        spoil(Quiet(session, name))
    for told in all_signals(session, TODAY):
        key = told.signal.key
        asked, found = questions(session, lambda session, on, key=key: signal_at(session, key, on))
        assert (found.signal, found.school_id) == (told.signal, told.school_id)
        assert asked < 20
    code, subject, number = key
    assert signal_at(session, ("dpia_missing", subject, number), TODAY) is None
    assert signal_at(session, (code, "school", number), TODAY) is None
    assert signal_at(session, (code, subject, 99), TODAY) is None


def test_a_key_stands_for_one_signal(session):
    for name in ("Rekenwolk", "Getallen"):
        spoil(Quiet(session, name))
    keys = [one.signal.key for one in all_signals(session, TODAY)]
    assert len(keys) == len(set(keys)) == 8


def test_a_coordinator_hears_only_what_is_of_their_schools(session):
    file = Quiet(session)
    other = add_school(session, {"name": "De Klok"})
    theirs = start_use(session, other.id, file.product.id, {"since": SINCE, "purpose_plain": "", "in_guide": True})
    file.set(file.use, in_guide=False)
    file.text("Met alle leveranciers is er een overeenkomst.", school_id=file.use.school_id)
    file.set(file.agreement, starts_on=None, ends_on=None, arrangement="")
    coordinator = Viewer("coördinator", RIGHTS[Role.SCHOOL_COORDINATOR], frozenset({other.id}))
    told = all_signals(session_for(coordinator), TODAY)
    assert {(one.signal.code, one.signal.subject_id) for one in told if one.school_id} == {
        ("purpose_missing", theirs.id)
    }
    assert not any("Zandloper" in one.signal.sentence for one in told)
    assert {"arrangement_unknown", "start_unknown"} <= {one.signal.code for one in told}


def test_a_sentence_that_several_schools_lack_is_told_once_at_the_product(session):
    file = Quiet(session)
    file.set(file.use, purpose_plain="")
    file.set(file.product, purpose_plain="")
    other = add_school(session, {"name": "De Klok"})
    start_use(session, other.id, file.product.id, {"since": SINCE, "purpose_plain": "", "in_guide": True})
    (told,) = all_signals(session, TODAY)
    assert told.signal.key == ("purpose_missing", "product", file.product.id)
    assert told.signal.sentence.startswith("2 scholen gebruiken")
    file.set(file.product, purpose_plain="Leren lezen met letters.")
    assert all_signals(session, TODAY) == []


def test_nothing_is_said_of_a_supplier_out_of_use(session):
    file = Quiet(session)
    spoil(file)
    file.set(file.supplier, retired_on=TODAY)
    assert all_signals(session, TODAY) == []
    assert len(session.scalars(select(Supplier)).all()) == 1

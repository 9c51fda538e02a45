"""Who confirms an import, confirms what they saw: within a day, themselves, and nothing else."""

from datetime import timedelta

import pytest

from registry.access import Right, Viewer, bind
from registry.errors import BrokenRule
from registry.model.imports import ImportState
from registry.services.imports.importing import preview, run_import
from registry.services.imports.sealing import seal
from registry.services.suppliers.suppliers import add_supplier, edit_supplier
from tests.services.imports.offering import NOW, ON, offered


@pytest.mark.parametrize("late", [timedelta(hours=25), timedelta(hours=-1)], ids=["a day later", "before it was made"])
def test_a_seal_holds_for_a_day(session, register, late):
    one = offered(session)
    given = seal(session, one, preview(session, one.id, ON), NOW)
    with pytest.raises(BrokenRule, match="meer dan een dag oud"):
        run_import(session, one.id, given, False, ON, NOW + late)


@pytest.mark.parametrize("given", ["", "zomaar", f"{NOW.isoformat()}~abc", "2026-11-01T09:00:00~abc"])
def test_a_seal_that_nobody_made_is_refused(session, register, given):
    one = offered(session)
    with pytest.raises(BrokenRule, match="is veranderd"):
        run_import(session, one.id, given, False, ON, NOW)


def test_a_register_that_changed_since_is_looked_at_again(session, register):
    one = offered(session)
    given = seal(session, one, preview(session, one.id, ON), NOW)
    edit_supplier(session, register.id, register.version, {"kvk": "01234567"})
    with pytest.raises(BrokenRule, match="is veranderd"):
        run_import(session, one.id, given, False, ON, NOW)


def test_a_change_elsewhere_does_not_stand_in_the_way(session, register):
    one = offered(session)
    given = seal(session, one, preview(session, one.id, ON), NOW)
    add_supplier(session, {"name": "Heel iets anders"})
    assert run_import(session, one.id, given, False, ON, NOW).state is ImportState.DONE


def test_nobody_confirms_what_another_looked_at(session, register):
    one = offered(session)
    given = seal(session, one, preview(session, one.id, ON), NOW)
    bind(session, Viewer("een ander", frozenset(Right), account=7))
    with pytest.raises(BrokenRule, match="is veranderd"):
        run_import(session, one.id, given, False, ON, NOW)

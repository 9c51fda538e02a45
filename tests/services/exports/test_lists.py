"""The lists that leave the register: what is in them, for whom, and at which price."""

import io
import resource
import time
import tomllib
from datetime import date

import openpyxl
import pytest
import sqlalchemy as sa

from registry import access
from registry.access import RIGHTS, Viewer
from registry.exchange.lists.fields import fields
from registry.exchange.sheets.headings import FILE, headings
from registry.exchange.sheets.workbook import write_workbook
from registry.model.account import Role
from registry.model.supplier import CovenantStatus
from registry.services.exports.lists import LISTS, register_sheets
from registry.services.suppliers.suppliers import edit_supplier, note_covenant
from registry.services.uses.uses import start_use
from tests.complete_register import SINCE, TODAY, complete_register


@pytest.fixture
def register(session):
    return complete_register(session)


def rows(session, name, on=TODAY):
    """The rows of a list, by field."""
    found = LISTS[name](session, on)
    return [dict(zip(found.fields, row, strict=True)) for row in found.rows]


def of_lettervlieg(session, name, on=TODAY):
    return [row for row in rows(session, name, on) if row["supplier.name"] == "Lettervlieg B.V."]


def test_every_list_has_a_heading_for_each_cell_and_no_two_are_the_same(session, register):
    for name, question in LISTS.items():
        found = question(session, TODAY)
        words = [headings()[field] for field in found.fields]
        assert len(set(words)) == len(words), name
        assert {len(row) for row in found.rows} <= {len(words)}, name


def test_the_words_over_a_column_stand_in_one_place():
    own = {
        f"{group}.{name}" for group, names in tomllib.loads(FILE.read_text(encoding="utf-8")).items() for name in names
    }
    assert own
    assert own.isdisjoint(fields())


def test_a_supplier_says_its_role_country_and_newest_covenant_check_in_words(session, register):
    supplier = register.lettervlieg
    edit_supplier(session, supplier.id, supplier.version, {}, {"aliases": [{"name": "Vlieg"}, {"name": "LV"}]})
    for day, status in ((date(2026, 3, 1), CovenantStatus.PARTICIPANT), (date(2025, 3, 1), CovenantStatus.NONE)):
        note_covenant(session, supplier.id, {"checked_on": day, "status": status, "source": "lijst"})
    (now,), (earlier,) = (of_lettervlieg(session, "leveranciers", on) for on in (TODAY, date(2025, 6, 1)))
    assert (now["supplier.kvk"], now["supplier.aliases"]) == ("01234567", "Vlieg; LV")
    assert (now["supplier.role"], now["supplier.country"]) == ("verwerker", "Nederland")
    assert (now["covenant.status"], now["covenant.checked_on"]) == ("deelnemer", date(2026, 3, 1))
    assert earlier["covenant.status"] == "niet aangesloten"


def test_an_annex_version_says_what_it_holds_in_labels_and_counts(session, register):
    privacy, security = of_lettervlieg(session, "bijlagen")
    assert (privacy["annex.kind"], privacy["annex.edition"]) == ("privacybijsluiter", "2.1")
    assert (privacy["annex.status"], privacy["annex.countries"]) == ("geldt", "Nederland")
    assert (privacy["annex.subprocessor_count"], privacy["annex.no_subprocessors"]) == (0, True)
    assert privacy["annex.retention"] == "resultaten: tot het einde van het schooljaar"
    assert (security["annex.kind"], security["annex.confidentiality"]) == ("beveiligingsbijlage", "Hoog")
    assert security["annex.purposes"] is None


def test_an_agreement_names_its_products(session, register):
    (found,) = of_lettervlieg(session, "overeenkomsten")
    assert (found["product.name"], found["agreement.status"]) == ("Letters", "klaar om te tekenen")
    assert found["agreement.starts_on"] == TODAY


COORDINATOR = {"E05 uses": ("gebruik", "use.schools"), "E05 schools": ("scholen", "school.name")}


@pytest.mark.parametrize(("name", "field"), COORDINATOR.values(), ids=COORDINATOR)
def test_a_coordinator_takes_out_only_what_is_of_their_schools(session, register, name, field):
    start_use(session, register.zonnewijzer.id, register.letters.id, {"since": SINCE})
    assert {row[field] for row in rows(session, name)} == {"De Zandloper", "De Zonnewijzer"}
    rights = RIGHTS[Role.SCHOOL_COORDINATOR]
    access.bind(session, Viewer("coördinator", rights, frozenset({register.zonnewijzer.id})))
    assert {row[field] for row in rows(session, name)} == {"De Zonnewijzer"}


def test_the_whole_register_takes_few_questions(session, register):
    asked = []
    sa.event.listen(session.get_bind(), "before_cursor_execute", lambda *call: asked.append(call[2]))
    for sheet in register_sheets(session, TODAY):
        list(sheet.rows)
    assert len(asked) <= 25


def test_e06_ten_thousand_agreements_within_ten_seconds_and_300_mb(session, register, tell):
    many = [
        {"supplier_id": register.lettervlieg.id, "note": f"nummer {number} " + "x" * 200} for number in range(10_000)
    ]
    _copy_agreement(session, register, many)
    file, before, began = io.BytesIO(), _memory(), time.perf_counter()
    write_workbook(file, register_sheets(session, TODAY))
    seconds, most = time.perf_counter() - began, _memory() - before
    tell(f"export of 10,000 agreements: {seconds:.1f} s, {most / 1e6:.0f} MB more, file {file.tell() / 1e6:.1f} MB")
    page = openpyxl.load_workbook(file, read_only=True)["Overeenkomsten"]
    assert sum(1 for _ in page.rows) > 10_000
    assert seconds <= 10
    assert most <= 300e6


def _memory():
    """The most that this process ever held, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _copy_agreement(session, register, many):
    """As a restored database would hold them; entering ten thousand through the service takes minutes."""
    table = sa.text(
        "INSERT INTO agreement (supplier_id, version, status, arrangement, model_version, conclusion_mode, channel,"
        " reference, main_contract, board_signer, supplier_signer, renewal, deletion_term, end_reason, reason,"
        " legal_ground, decided_by, offer_from, note) VALUES (:supplier_id, 1, 'in_force', 'own_text', 'own_text',"
        " 'unknown', 'unknown', '', '', '', '', 'unknown', '', '', '', '', '', '', :note)"
    )
    session.rollback()  # an open look at the database keeps others from writing
    with session.get_bind().begin() as connection:
        connection.execute(table, many)

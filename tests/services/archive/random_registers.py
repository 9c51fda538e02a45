"""Random registers to take along: steps through services and model, each of which a register may refuse."""

from datetime import date, datetime, timedelta, timezone
from hashlib import sha256

import sqlalchemy as sa
from hypothesis import strategies as st

from registry.database import change
from registry.errors import RegisterError
from registry.model import (
    Account,
    Agreement,
    AgreementFile,
    Breach,
    CustomField,
    CustomValue,
    FileContent,
    GeneratedDocument,
    Product,
    School,
    Statement,
    StoredFile,
    Supplier,
    SupplierAlias,
    Use,
)
from registry.model.account import Role
from registry.model.agreement_lists import FileKind
from registry.model.custom import CustomSubject
from registry.model.statement import StatementKind
from registry.services.agreements.agreements import add_agreement
from registry.services.history.forgetting import forget_names
from registry.services.suppliers.suppliers import add_supplier, edit_supplier
from registry.services.uses.schools import add_school

LINES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=40)
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
ZONES = st.integers(-720, 720).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(1991, 1, 1), datetime(2099, 12, 31), timezones=ZONES)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False) | LINES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(LINES, inner, max_size=3),
    max_leaves=8,
)
SAID = st.fixed_dictionaries(
    {"text": LINES, "more": LINES, "day": DAYS, "moment": MOMENTS, "value": VALUES, "pick": st.integers(0, 99)}
)


def fill(session, steps):
    """Take these steps, each of which the register may refuse; return how many it took.

    There is a supplier, with an agreement, to begin with.
    """
    add_agreement(session, add_supplier(session, {"name": "Lettervlieg"}).id, {"arrangement": "own_text"})
    taken = 0
    for what, said, content in steps:
        try:
            taken += bool(_STEPS[what](session, said, content))
        except RegisterError:
            session.rollback()
    return taken


def _any(session, kind, said):
    numbers = session.scalars(sa.select(kind.id).order_by(kind.id)).all()
    return session.get(kind, numbers[said["pick"] % len(numbers)]) if numbers else None


def _add(session, *records):
    with change(session, "toegevoegd"):
        session.add_all(records)
    return True


def _under(kind, make):
    """A step about a record of this kind, which is left out while there is none."""

    def step(session, said, content):
        record = _any(session, kind, said)
        return record is not None and make(session, record, said, content)

    return step


def _stored(said, content):
    digest = sha256(content).hexdigest()
    kept = FileContent(content=content)
    return StoredFile(name=said["text"], media_type="text/plain", size=len(content), sha256=digest, content=kept)


def _document(session, said, content):
    made = {
        "paper": "brief",
        "subject": "supplier",
        "subject_id": 1,
        "title": said["text"],
        "template_sha256": "0" * 64,
    }
    file, value = _stored(said, content), {"waarde": said["value"]}
    return _add(session, GeneratedDocument(**made, values=value, made_at=said["moment"], made_by="ik", file=file))


def _file(session, agreement, said, content):
    return _add(session, AgreementFile(agreement_id=agreement.id, kind=FileKind.SIGNED, file=_stored(said, content)))


def _replaces(session, agreement, said, content):
    """An older agreement replaces a newer one: their numbers tell nothing about the order."""
    other = add_agreement(session, agreement.supplier_id, {"arrangement": "own_text"})
    with change(session, "vervangt"):
        agreement.replaces_id = other.id
    return True


def _agreement(session, supplier, said, content):
    return add_agreement(session, supplier.id, {"arrangement": "own_text", "note": said["text"]})


def _value(session, supplier, said, content):
    field = CustomField(subject=CustomSubject.SUPPLIER, label=said["text"])
    return _add(session, CustomValue(field=field, supplier_id=supplier.id, value=said["more"]))


def _remove(session, alias, said, content):
    with change(session, "weg"):
        session.delete(alias)
    return True


def _use(session, product, said, content):
    school = _any(session, School, said)
    return school is not None and _add(session, Use(school_id=school.id, product_id=product.id, since=said["day"]))


def _breach(session, supplier, said, content):
    return _add(session, Breach(supplier_id=supplier.id, what=said["text"], known_at=said["moment"]))


def _account(session, said, content):
    email = f"{sha256(content).hexdigest()[:12]}@getijden.example"
    secrets = {"password_hash": said["text"], "totp_secret": said["more"], "totp_since": said["day"]}
    return _add(session, Account(name=said["text"], email=email, email_key=email, role=Role.DPO, **secrets))


_STEPS = {
    "supplier": lambda session, said, content: add_supplier(session, {"name": said["text"], "note": said["more"]}),
    "school": lambda session, said, content: add_school(session, {"name": said["text"]}),
    "alias": _under(Supplier, lambda s, one, said, _: _add(s, SupplierAlias(supplier_id=one.id, name=said["text"]))),
    "product": _under(Supplier, lambda s, one, said, _: _add(s, Product(supplier_id=one.id, name=said["text"]))),
    "use": _under(Product, _use),
    "breach": _under(Supplier, _breach),
    "statement": lambda session, said, content: _add(
        session, Statement(kind=StatementKind.SCHOOL_GUIDE, title=said["text"], adopted_on=said["day"])
    ),
    "account": _account,
    "document": _document,
    "agreement": _under(Supplier, _agreement),
    "file": _under(Agreement, _file),
    "same_file": _under(Agreement, lambda s, one, said, _: _file(s, one, said, b"steeds dezelfde inhoud")),
    "replaces": _under(Agreement, _replaces),
    "value": _under(Supplier, _value),
    "remove": _under(SupplierAlias, _remove),
    "rename": _under(Supplier, lambda s, one, said, _: edit_supplier(s, one.id, one.version, {"name": said["text"]})),
    "forget": lambda session, said, content: forget_names(session, date(2100, 1, 1), 1),
}
STEPS = st.lists(st.tuples(st.sampled_from(sorted(_STEPS)), SAID, st.binary(min_size=1, max_size=3000)), max_size=30)


def fill_with_everything(session, turns=(1, 2)):
    """Take every step twice, or in other turns, in an order in which each has what it needs."""
    first = ["supplier", "school", "product", "agreement", "alias", "document", "account", "value"]
    said = {"text": "Café “Zeebries” 🌊\u2028é", "more": "regel\n", "day": date(2026, 2, 28), "pick": 1}
    said |= {"moment": datetime(2026, 3, 1, 0, 30, 0, 123456, timezone(timedelta(hours=1)))}
    said |= {"value": {"lijst": [1, 2.5, None, True, {"é": "x"}], "": []}}
    for turn in turns:
        for what in [*first, *(step for step in _STEPS if step not in first)]:
            own = {**said, "text": f"{said['text']} {turn}".replace("\u2028", " ")}
            assert _STEPS[what](session, own, f"inhoud {turn}".encode()) is not None, what

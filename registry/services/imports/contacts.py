"""What a row says of a supplier beside its own fields: other names, a contact, its stand in the covenant, remarks."""

from datetime import date
from typing import Any

from registry.errors import RegisterError
from registry.exchange.lists.entry import ListKind, Problem
from registry.model import Supplier, SupplierContact
from registry.model.supplier import ContactKind, CovenantStatus
from registry.services.imports.alike import key_of
from registry.services.imports.fields import Headings, converted, names_in, written
from registry.services.imports.known import names_of
from registry.services.imports.plan import Claim, Line, Target

ANNEX_WORDS = {
    "annex.data": "Gegevens",
    "annex.purposes": "Doelen",
    "annex.storage": "Opslag",
    "annex.retention": "Bewaartermijn",
}
CONTACT = {f"contact.{name}": name for name in ("kind", "email", "phone", "function")}


def claim_names(line: Line, claim: Claim, alias: str) -> None:
    """Claim the other names in the row, and `alias`, that the supplier does not have yet."""
    supplier: Supplier | None = claim.target.record
    known = {key_of(claim.target.name), *(names_of(supplier) if supplier is not None else ())}
    for name in [*names_in(line, "supplier.aliases"), *([alias] if alias else [])]:
        if key_of(name) not in known:
            known.add(key_of(name))
            claim.rows.setdefault("aliases", []).append({"name": name})


def claim_contact(line: Line, claim: Claim, headings: Headings) -> None:
    """Claim the contact in the row: it fills what a contact of its kind lacks, and never writes over one."""
    said: dict[str, Any] = {}
    for field, name in CONTACT.items():
        if (value := line.entry.values.get(field)) is None:
            continue
        try:
            said[name] = converted(SupplierContact, name, value)
        except RegisterError as fault:
            line.problems.append(Problem(headings.of(field), fault.sentence))
    if not said.keys() - {"kind"}:
        return
    said.setdefault("kind", ContactKind.GENERAL)
    supplier: Supplier | None = claim.target.record
    known = [one for one in supplier.contacts if one.kind is said["kind"]] if supplier is not None else []
    if any(all(getattr(one, name) == value for name, value in said.items()) for one in known):
        return
    fitting = [one for one in known if all(getattr(one, name) in ("", value) for name, value in said.items())]
    claim.rows["contacts"] = [said | ({"id": fitting[0].id} if fitting else {})]


def claim_remarks(line: Line, claim: Claim, product: str) -> None:
    """Claim the note of the row, and what it says in free words about data: no annex is made out of those."""
    texts = [note] if (note := written(line, "supplier.note")) else []
    before = f"{product}, " if product else ""
    for field, word in ANNEX_WORDS.items():
        if said := written(line, field):
            texts.append(f"{before}{word.lower() if before else word}: {said}")
    if texts:
        claim.texts["note"] = texts


def covenant_claim(
    line: Line, supplier: Target, kind: ListKind, listed_on: date, source: str, headings: Headings
) -> Claim | None:
    """Return what the row says of the covenant; None where it says nothing, or only what the register knows."""
    said = line.entry.values.get("covenant.status")
    if said is None and kind is not ListKind.COVENANT:
        return None
    status = _status(line, str(said or CovenantStatus.PARTICIPANT), headings)
    checked_on = line.entry.values.get("covenant.checked_on", listed_on)
    if status is None or not isinstance(checked_on, date):
        return None
    record: Supplier | None = supplier.record
    entries = record.covenant_entries if record is not None else []
    if any((entry.status, entry.checked_on) == (status, checked_on) for entry in entries):
        return None
    if kind is not ListKind.COVENANT and record is not None and record.covenant_status(checked_on) is status:
        return None  # a list of one's own repeats what is known; a list of the covenant is a new look
    key = f"covenant:{supplier.key}/{checked_on}"
    name = f"stand in het convenant van {supplier.name}"
    target = Target("covenant_entry", key, name, None, {"supplier": supplier.key})
    fields = {"status": status, "checked_on": checked_on, "source": written(line, "covenant.source") or source}
    return Claim(target, fields, headings={"status": headings.of("covenant.status")})


def _status(line: Line, said: str, headings: Headings) -> CovenantStatus | None:
    try:
        return CovenantStatus(said)
    except ValueError:
        line.problems.append(Problem(headings.of("covenant.status"), f"De stand “{said}” is niet bekend."))
        return None
